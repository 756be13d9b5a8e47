package dev.annals.story;

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
    return of(a, b, Overlap.of(a.body(), b.body()), Overlap.of(a.lead(), b.lead()));
  }

  /**
   * The features, where bodies and leads have been compared already.
   *
   * @param body what the bodies have in common
   * @param lead what the leads have in common
   */
  static double[] of(Member a, Member b, Overlap body, Overlap lead) {
    double[] x = new double[NAMES.length];
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
    int[] special = special(a, b);
    x[PLAIN] = plain(special, a.body(), b.body());
    x[PLAIN_LEAD] = plain(special, a.lead(), b.lead());
    return x;
  }

  /**
   * What the bodies share beside names and numbers, as a share of what they could: one person in
   * two events of a day brings the same names and other words.
   */
  private static double plain(int[] special, SparseVector x, SparseVector y) {
    int[] p = x.terms();
    int[] q = y.terms();
    double shared = 0;
    double ofA = 0;
    double ofB = 0;
    int j = 0;
    int s = 0;
    for (int i = 0; i < p.length; i++) {
      int term = p[i];
      while (s < special.length && special[s] < term) {
        s++;
      }
      if (s < special.length && special[s] == term) {
        continue;
      }
      float weight = x.weights()[i];
      ofA += weight * weight;
      while (j < q.length && q[j] < term) {
        j++;
      }
      if (j < q.length && q[j] == term) {
        shared += weight * y.weights()[j];
      }
    }
    s = 0;
    for (int i = 0; i < q.length; i++) {
      int term = q[i];
      while (s < special.length && special[s] < term) {
        s++;
      }
      if (s == special.length || special[s] != term) {
        float weight = y.weights()[i];
        ofB += weight * weight;
      }
    }
    return ofA == 0 || ofB == 0 ? 0 : shared / Math.sqrt(ofA * ofB);
  }

  /** The names and numbers of both, ascending: walked beside the words, which is no search each. */
  private static int[] special(Member a, Member b) {
    return merged(
        merged(a.names().terms(), b.names().terms()),
        merged(a.numbers().terms(), b.numbers().terms()));
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
  record Overlap(double cosine, int shared, double most) {

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
