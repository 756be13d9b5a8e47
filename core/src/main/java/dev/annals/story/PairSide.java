package dev.annals.story;

/**
 * What an article brings to all its comparisons: which of its words are its own names and numbers,
 * and how much the others weigh. Immutable and safe for use by several threads.
 *
 * @param bodyNames a bit for each word of the body that is a name or a number
 * @param leadNames the same for the lead
 * @param body sum of squares of the other weights of the body
 * @param lead the same for the lead
 */
record PairSide(long[] bodyNames, long[] leadNames, double body, double lead) {

  static PairSide of(Member member) {
    int[] special = merged(member.names().terms(), member.numbers().terms());
    long[] bodyNames = bits(member.body().terms(), special);
    long[] leadNames = bits(member.lead().terms(), special);
    return new PairSide(
        bodyNames,
        leadNames,
        squares(member.body().weights(), bodyNames),
        squares(member.lead().weights(), leadNames));
  }

  static boolean has(long[] bits, int i) {
    return (bits[i >> 6] & 1L << i) != 0;
  }

  private static double squares(float[] weights, long[] without) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!has(without, i)) {
        sum += weights[i] * weights[i];
      }
    }
    return sum;
  }

  private static long[] bits(int[] terms, int[] special) {
    long[] bits = new long[terms.length + 63 >> 6];
    int s = 0;
    for (int i = 0; i < terms.length; i++) {
      while (s < special.length && special[s] < terms[i]) {
        s++;
      }
      if (s < special.length && special[s] == terms[i]) {
        bits[i >> 6] |= 1L << i;
      }
    }
    return bits;
  }

  private static int[] merged(int[] a, int[] b) {
    int[] both = new int[a.length + b.length];
    int i = 0;
    int j = 0;
    int n = 0;
    while (i < a.length && j < b.length) {
      both[n++] = a[i] <= b[j] ? a[i++] : b[j++];
    }
    while (i < a.length) {
      both[n++] = a[i++];
    }
    while (j < b.length) {
      both[n++] = b[j++];
    }
    return both;
  }
}
