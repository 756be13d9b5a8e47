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

  /** Which of them the trees learn as logarithms. */
  static final boolean[] LOGGED = {
    false, false, false, false, false, false, false, true, true, false, false, true, false, false,
    false, false, false
  };

  /** Where the views of the words beside names and numbers stand in the array. */
  static final int PLAIN = 15;

  static final int PLAIN_LEAD = 16;

  /** Stands for the gap of two articles of which one has no date. */
  private static final double UNDATED = -1;

  private static final double DAY_SECONDS = 86_400;

  private PairFeatures() {}

  /** The features as the trees learn them. */
  static double[] of(Member a, Member b) {
    var probe = new PairProbe(a, PairSide.of(a));
    var side = PairSide.of(b);
    double[] x = new double[NAMES.length];
    probe.words(b, side);
    probe.names(b);
    plain(probe, b, side, x);
    for (int i = 0; i < x.length; i++) {
      x[i] = LOGGED[i] ? TreeModel.logged(x[i]) : x[i];
    }
    return x;
  }

  /**
   * The features without logarithms, where words, names and numbers have been compared already.
   *
   * @param x filled
   */
  static void plain(PairProbe probe, Member b, PairSide side, double[] x) {
    Member a = probe.member;
    x[0] = PairProbe.cosine(probe.leadSum);
    x[1] = PairProbe.cosine(probe.bodySum);
    probe.headline(b, x, 2, 10);
    x[3] = PairProbe.cosine(probe.namesSum);
    x[4] = PairProbe.cosine(probe.numbersSum);
    x[5] = MinHash.resemblance(a.signature(), b.signature());
    x[6] = probe.cross();
    double gap = gapDays(a, b);
    x[7] = gap < 0 ? UNDATED : gap;
    x[8] = probe.bodyShared;
    x[9] = probe.bodyMost;
    x[11] = Math.min(a.body().terms().length, b.body().terms().length);
    x[12] = probe.leadMost;
    x[13] = a.days().cosine(b.days());
    // one strong word in common is less than many: "what many share" over "what the first shares"
    x[14] = x[1] - probe.bodyMost;
    x[PLAIN] = probe.plainBody(b, side);
    x[PLAIN_LEAD] = probe.plainLead(b, side);
  }

  /** Days between two articles, or -1 when one has no time. */
  static double gapDays(Member a, Member b) {
    Long x = a.time();
    Long y = b.time();
    return x == null || y == null ? -1 : Math.abs(x - y) / DAY_SECONDS;
  }
}
