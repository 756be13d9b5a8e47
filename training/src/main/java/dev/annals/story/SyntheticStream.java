package dev.annals.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An endless stream of made-up articles as large as one likes: stories of realistic sizes (most
 * have one or two articles, a few hundreds), overlapping in time, over a vocabulary as skewed as
 * that of news. The same seed gives the same stream.
 */
final class SyntheticStream {

  private static final int COMMON = 6_000;
  private static final int RARE = 400_000;
  private static final int WORDS = 180;
  private static final int OWN = 24;

  private final Random random;
  private final int open;
  private final List<Plot> plots = new ArrayList<>();
  private long written;
  private long told;

  /** A story while it is told. */
  private static final class Plot {
    final long number;
    final int[] words;
    int left;

    Plot(long number, int[] words, int left) {
      this.number = number;
      this.words = words;
      this.left = left;
    }
  }

  /**
   * @param open stories that are told at the same time
   */
  SyntheticStream(long seed, int open) {
    this.random = new Random(seed);
    this.open = open;
  }

  /** The number of the story of the last article. */
  long told() {
    return told;
  }

  /** The next article. */
  StoryFeatures next() {
    while (plots.size() < open) {
      plots.add(plot());
    }
    int at = random.nextInt(plots.size());
    Plot plot = plots.get(at);
    told = plot.number;
    StoryFeatures article = article(plot);
    if (--plot.left == 0) {
      plots.set(at, plots.get(plots.size() - 1));
      plots.remove(plots.size() - 1);
    }
    written++;
    return article;
  }

  private Plot plot() {
    int[] words = new int[OWN];
    for (int i = 0; i < words.length; i++) {
      words[i] = COMMON + skewed(RARE);
    }
    // Pareto: half of the stories have one article, one in a hundred more than fifty
    int size = (int) Math.min(400, Math.floor(Math.pow(1 - random.nextDouble(), -0.85)));
    return new Plot(written + plots.size() * 1_000_003L, words, size);
  }

  private int skewed(int range) {
    return (int) (range * Math.pow(random.nextDouble(), 2.5));
  }

  private StoryFeatures article(Plot plot) {
    var body = new TreeMap<String, Float>();
    var lead = new TreeMap<String, Float>();
    var names = new TreeMap<String, Float>();
    for (int word : plot.words) {
      if (random.nextDouble() < 0.6) {
        String text = word(word);
        body.put(text, 1f + random.nextInt(3));
        if (random.nextBoolean()) {
          lead.put(text, 1f);
        }
        if (word % 3 == 0) {
          names.put(text, 1f);
        }
      }
    }
    for (int i = 0; i < WORDS; i++) {
      String text = word(i % 12 == 0 ? COMMON + skewed(RARE) : skewed(COMMON));
      body.merge(text, 1f, Float::sum);
      if (i % 8 == 0) {
        lead.put(text, 1f);
      }
    }
    int[] signature = new int[MinHash.SLOTS];
    for (int i = 0; i < signature.length; i++) {
      signature[i] = Hashing.nonZero(random.nextInt());
    }
    long time = 1_900_000_000L + written * 20;
    return new StoryFeatures(
        "article-" + written,
        "outlet-" + random.nextInt(500),
        "Report " + written,
        time,
        null,
        "en",
        Terms.NONE,
        terms(lead),
        terms(body),
        terms(names),
        Terms.NONE,
        Terms.NONE,
        Map.of(),
        signature);
  }

  private static String word(int number) {
    return "w" + Integer.toString(number, 36);
  }

  private static Terms terms(TreeMap<String, Float> counts) {
    float[] values = new float[counts.size()];
    int n = 0;
    for (float count : counts.values()) {
      values[n++] = count;
    }
    return new Terms(List.copyOf(counts.keySet()), Arrays.copyOf(values, n));
  }
}
