package dev.annals.story;

import java.util.Arrays;

/** How alike two articles are, from several views: what the join decision is made of. */
final class PairFeatures {

  /** Names of the views, in the order of the array. */
  static final String[] NAMES = {
    "lead",
    "body",
    "headline",
    "names",
    "numbers",
    "copy",
    "cross",
    "gap",
    "shared-words",
    "rarest-shared",
    "headline-in-lead",
    "shorter",
    "rare-lead",
    "days",
    "spread",
    "plain",
    "plain-lead"
  };

  /** Where the views of the words beside names and numbers stand in the array. */
  static final int PLAIN = 15;

  static final int PLAIN_LEAD = 16;

  /** Stands for the gap of two articles of which one has no date. */
  private static final double UNDATED = -1;

  private static final double DAY_SECONDS = 86_400;

  private PairFeatures() {}

  static double[] of(Member a, Member b) {
    double[] x = new double[NAMES.length];
    var body = Overlap.of(a.body(), b.body());
    var lead = Overlap.of(a.lead(), b.lead());
    x[0] = lead.cosine();
    x[1] = body.cosine();
    x[2] = a.headline().cosine(b.headline());
    x[3] = a.names().cosine(b.names());
    x[4] = a.numbers().cosine(b.numbers());
    x[5] = MinHash.resemblance(a.signature(), b.signature());
    x[6] = (a.lead().cosine(b.body()) + a.body().cosine(b.lead())) / 2;
    double gap = gapDays(a, b);
    x[7] = gap < 0 ? UNDATED : Math.log1p(gap);
    x[8] = Math.log1p(body.shared());
    x[9] = body.most();
    x[10] = (a.headline().cosine(b.lead()) + a.lead().cosine(b.headline())) / 2;
    int shorter = Math.min(a.body().terms().length, b.body().terms().length);
    x[11] = Math.log1p(shorter);
    x[12] = lead.most();
    x[13] = a.days().cosine(b.days());
    // one strong word in common is less than many: "what many share" over "what the first shares"
    x[14] = body.cosine() - body.most();
    x[PLAIN] = plain(a, b, a.body(), b.body());
    x[PLAIN_LEAD] = plain(a, b, a.lead(), b.lead());
    return x;
  }

  /**
   * What the bodies share beside names and numbers, as a share of what they could: one person in
   * two events of a day brings the same names and other words.
   */
  private static double plain(Member a, Member b, SparseVector x, SparseVector y) {
    int[] p = x.terms();
    int[] q = y.terms();
    double shared = 0;
    double ofA = 0;
    double ofB = 0;
    int j = 0;
    for (int i = 0; i < p.length; i++) {
      if (isSpecial(a, b, p[i])) {
        continue;
      }
      float weight = x.weights()[i];
      ofA += weight * weight;
      while (j < q.length && q[j] < p[i]) {
        j++;
      }
      if (j < q.length && q[j] == p[i]) {
        shared += weight * y.weights()[j];
      }
    }
    for (int i = 0; i < q.length; i++) {
      if (!isSpecial(a, b, q[i])) {
        float weight = y.weights()[i];
        ofB += weight * weight;
      }
    }
    return ofA == 0 || ofB == 0 ? 0 : shared / Math.sqrt(ofA * ofB);
  }

  private static boolean isSpecial(Member a, Member b, int term) {
    return has(a.names(), term)
        || has(b.names(), term)
        || has(a.numbers(), term)
        || has(b.numbers(), term);
  }

  private static boolean has(SparseVector vector, int term) {
    return Arrays.binarySearch(vector.terms(), term) >= 0;
  }

  /** Days between two articles, or -1 when one has no time. */
  static double gapDays(Member a, Member b) {
    Long x = a.time();
    Long y = b.time();
    return x == null || y == null ? -1 : Math.abs(x - y) / DAY_SECONDS;
  }

  /**
   * What two vectors have in common.
   *
   * @param cosine of the angle between them
   * @param shared number of terms in both
   * @param most what the strongest common term adds to the cosine
   */
  private record Overlap(double cosine, int shared, double most) {

    static Overlap of(SparseVector x, SparseVector y) {
      int[] a = x.terms();
      int[] b = y.terms();
      float sum = 0;
      float most = 0;
      int shared = 0;
      int i = 0;
      int j = 0;
      while (i < a.length && j < b.length) {
        int p = a[i];
        int q = b[j];
        if (p == q) {
          float product = x.weights()[i] * y.weights()[j];
          sum += product;
          most = Math.max(most, product);
          shared++;
        }
        i += p <= q ? 1 : 0;
        j += q <= p ? 1 : 0;
      }
      return new Overlap(Math.min(1, sum), shared, most);
    }
  }
}
