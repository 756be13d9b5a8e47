package dev.annals.story;

import java.io.IOException;
import java.util.Arrays;

/**
 * How rare words are: a frozen background table mixed with counts of the stream, which fade. Not
 * safe for use by several threads.
 */
public final class TermWeights {

  /** The background counts like this many articles of the stream. */
  private static final double BACKGROUND_ARTICLES = 1500;

  /** After this many articles a count has faded to half. */
  private static final double HALF_LIFE = 20_000;

  /** A word in fewer than this share of articles is as rare as can be. */
  private static final double RAREST = 0.0002;

  private static final int BODY_TERMS = 160;
  private static final int OTHER_TERMS = 60;

  private final BackgroundFrequencies background;
  private IntFloatMap counts = new IntFloatMap(1024);
  private double articles;
  private double increment = 1;

  /** Weights that know the background only. */
  public TermWeights() {
    this(BackgroundFrequencies.standard());
  }

  TermWeights(BackgroundFrequencies background) {
    this.background = background;
  }

  /** Compares with what came before; does not change the counts. */
  public Member weigh(StoryFeatures f) {
    return new Member(
        f.id(),
        f.source(),
        f.title(),
        f.time(),
        f.day(),
        f.language(),
        vector(f.headline(), OTHER_TERMS),
        vector(f.lead(), OTHER_TERMS * 2),
        vector(f.body(), BODY_TERMS),
        vector(f.names(), OTHER_TERMS),
        vector(f.numbers(), OTHER_TERMS),
        vector(f.days(), OTHER_TERMS),
        f.signature(),
        f.print());
  }

  /** Counts the words of an article that came. */
  public void observe(StoryFeatures features) {
    articles += increment;
    for (String word : features.body().words()) {
      counts.add(Hashing.of(word), (float) increment);
    }
    increment *= Math.pow(2, 1 / HALF_LIFE);
    if (increment > 16) {
      fade();
    }
  }

  /** How rare a word is: 0 in every article, about 8.5 in hardly any. */
  double rarity(int term) {
    double stream = articles / increment;
    double share =
        (background.share(term) * BACKGROUND_ARTICLES + counts.get(term) / increment)
            / (BACKGROUND_ARTICLES + stream);
    return -Math.log(Math.min(1, share + RAREST));
  }

  void write(SnapshotWriter out) throws IOException {
    out.real(articles);
    out.real(increment);
    int[] terms = counts.sortedKeys();
    out.count(terms.length);
    for (int term : terms) {
      out.integer(term);
      out.real(counts.get(term));
    }
  }

  void read(SnapshotReader in) throws IOException {
    articles = in.longReal();
    increment = in.longReal();
    int size = in.size();
    counts = new IntFloatMap(Math.max(1024, size));
    for (int i = 0; i < size; i++) {
      counts.put(in.integer(), in.real());
    }
  }

  private SparseVector vector(Terms terms, int most) {
    int size = terms.words().size();
    if (size == 0) {
      return SparseVector.EMPTY;
    }
    long[] order = new long[size];
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      int term = Hashing.of(terms.words().get(i));
      weights[i] = (float) ((1 + Math.log(terms.counts()[i])) * rarity(term));
      order[i] = (long) term << 32 | i;
    }
    float least = 0;
    if (size > most) {
      float[] sorted = weights.clone();
      Arrays.sort(sorted);
      least = sorted[size - most];
    }
    Arrays.sort(order);
    int[] ids = new int[Math.min(size, most)];
    float[] kept = new float[ids.length];
    int n = 0;
    double square = 0;
    for (long entry : order) {
      float weight = weights[(int) entry];
      int term = (int) (entry >> 32);
      if (weight >= least && weight > 0 && n < ids.length && (n == 0 || ids[n - 1] != term)) {
        ids[n] = term;
        kept[n++] = weight;
        square += weight * (double) weight;
      }
    }
    if (n == 0) {
      return SparseVector.EMPTY;
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; i < n; i++) {
      kept[i] /= length;
    }
    return n == ids.length
        ? new SparseVector(ids, kept)
        : new SparseVector(Arrays.copyOf(ids, n), Arrays.copyOf(kept, n));
  }

  private void fade() {
    var faded = new IntFloatMap(counts.size() / 2);
    for (int term : counts.sortedKeys()) {
      float count = (float) (counts.get(term) / increment);
      if (count > 0.3f) {
        faded.put(term, count);
      }
    }
    counts = faded;
    articles /= increment;
    increment = 1;
  }
}
