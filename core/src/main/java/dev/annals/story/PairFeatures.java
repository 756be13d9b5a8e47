package dev.annals.story;

/** How alike two articles are, from several views: what the join decision is made of. */
final class PairFeatures {

  /** Names of the views, in the order of the array. */
  static final String[] NAMES = {
    "lead", "body", "headline", "names", "numbers", "copy", "cross", "dated", "gap"
  };

  private static final double DAY_SECONDS = 86_400;

  private PairFeatures() {}

  static double[] of(Member a, Member b) {
    double[] x = new double[NAMES.length];
    x[0] = a.lead().cosine(b.lead());
    x[1] = a.body().cosine(b.body());
    x[2] = a.headline().cosine(b.headline());
    x[3] = a.names().cosine(b.names());
    x[4] = a.numbers().cosine(b.numbers());
    x[5] = MinHash.resemblance(a.signature(), b.signature());
    x[6] = Math.max(a.lead().cosine(b.body()), a.body().cosine(b.lead()));
    double gap = gapDays(a, b);
    x[7] = gap >= 0 ? 1 : 0;
    x[8] = gap >= 0 ? Math.log1p(gap) : 0;
    return x;
  }

  /** Days between two articles, or -1 when one has no time. */
  static double gapDays(Member a, Member b) {
    Long x = a.time();
    Long y = b.time();
    return x == null || y == null ? -1 : Math.abs(x - y) / DAY_SECONDS;
  }
}
