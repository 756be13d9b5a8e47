package dev.annals.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the block classifier knows of a block: its words, its place in the page's tree, what class
 * names say, its neighbours, and how it agrees with what the page states of itself. One row of
 * numbers a block.
 */
final class BlockFeatures {

  private static final List<String> TAGS =
      List.of(
          "p",
          "li",
          "h2",
          "h3",
          "h4",
          "div",
          "span",
          "td",
          "blockquote",
          "section",
          "figcaption",
          "article",
          "pre",
          "dd");

  private static final int NEIGHBOURS = 2;

  private static final int WIDTH = names().size();

  /** Names of the columns, in order. */
  static List<String> names() {
    var names = new ArrayList<String>();
    own(names);
    for (String category : PageContext.GROUPS) {
      names.add("near-" + category);
    }
    for (String category : PageContext.GROUPS) {
      names.add("far-" + category);
    }
    for (String container : PageContext.TAGS) {
      names.add("in-" + container);
    }
    for (String tag : TAGS) {
      names.add("tag-" + tag);
    }
    for (int n = -NEIGHBOURS; n <= NEIGHBOURS; n++) {
      if (n != 0) {
        for (String value :
            List.of("words", "links", "good", "stop-end", "same-parent", "heading")) {
          names.add(value + n);
        }
      }
    }
    names.addAll(BlockPlaces.NAMES);
    return names;
  }

  private static void own(List<String> names) {
    names.addAll(
        List.of(
            "words",
            "length",
            "word-length",
            "links",
            "strong",
            "sentence-end",
            "commas",
            "function-words",
            "upper",
            "digits",
            "quote-start",
            "furniture",
            "repeated",
            "schema-body",
            "concealed",
            "stated-body",
            "is-title",
            "is-description",
            "title-words",
            "before-title",
            "from-title",
            "position",
            "depth",
            "best-share",
            "in-best",
            "best-distance",
            "container-share",
            "container-words",
            "container-links",
            "container-blocks",
            "nearest-good-before",
            "nearest-good-after",
            "first-good",
            "after-last-good",
            "colon-end",
            "lower-start",
            "good",
            "path-good",
            "path-words",
            "path-count",
            "path-words-mean",
            "bar",
            "at-sign",
            "paragraph-share",
            "last-good-near"));
  }

  final List<PageBlock> blocks;
  final float[][] rows;
  final BlockPlaces places;

  private BlockFeatures(List<PageBlock> blocks, int titleAt) {
    this.blocks = blocks;
    this.rows = new float[blocks.size()][];
    this.places = new BlockPlaces(blocks, titleAt);
  }

  /**
   * One row for each block.
   *
   * @param title the page's headline, or null
   * @param description the page's summary, or null
   * @param statedBody the article as the page states it beside its text (JSON-LD), or null
   */
  static BlockFeatures of(
      List<PageBlock> blocks,
      @Nullable String title,
      @Nullable String description,
      @Nullable String statedBody) {
    String plainTitle = title == null ? "" : plain(title);
    int titleAt = titleAt(blocks, plainTitle);
    var features = new BlockFeatures(blocks, titleAt);
    features.fill(plainTitle, titleAt, description, statedBody);
    return features;
  }

  private void fill(
      String plainTitle, int titleAt, @Nullable String description, @Nullable String statedBody) {
    int size = blocks.size();
    boolean[] good = new boolean[size];
    var seen = new HashMap<String, Integer>();
    var containerWords = new HashMap<PageContext, double[]>();
    var paths = new HashMap<Long, double[]>();
    double allGood = 0;
    for (int i = 0; i < size; i++) {
      PageBlock block = blocks.get(i);
      good[i] = isGood(block);
      seen.merge(block.text, 1, Integer::sum);
      double[] path = paths.computeIfAbsent(path(block), p -> new double[3]);
      path[0] += block.words;
      path[1] += good[i] ? 1 : 0;
      path[2]++;
      double[] sums = containerWords.computeIfAbsent(block.container, c -> new double[4]);
      sums[0] += block.words;
      sums[1] += block.linkChars;
      sums[2] += block.text.length();
      sums[3]++;
      if (good[i]) {
        allGood += block.words;
      }
    }
    var best = bestContainer(good);
    String plainDescription = description == null ? "" : plain(description);
    String plainBody = statedBody == null ? "" : plain(statedBody);
    var titleWords = WordTable.of(List.of(plainTitle.split(" ")));
    int lastGood = -1;
    int firstGood = -1;
    for (int i = 0; i < size; i++) {
      if (good[i] && (best == null || inside(blocks.get(i), best))) {
        lastGood = i;
        firstGood = firstGood < 0 ? i : firstGood;
      }
    }
    int[] before = distances(good, true);
    int[] after = distances(good, false);
    for (int i = 0; i < size; i++) {
      PageBlock block = blocks.get(i);
      var row = new FeatureRow(WIDTH);
      String plain = plain(block.text);
      double[] sums = containerWords.get(block.container);
      row.addLog(block.words);
      row.addLog(block.text.length());
      row.add(block.words == 0 ? 0 : (double) block.text.length() / block.words);
      row.add(block.linkDensity());
      row.add(block.text.isEmpty() ? 0 : (double) block.boldChars / block.text.length());
      row.add(endsSentence(block.text));
      row.add(block.words == 0 ? 0 : (double) BlockWords.count(block.text, ',') / block.words);
      row.add(BlockWords.functionWords(plain));
      row.add(BlockWords.share(block.text, true));
      row.add(BlockWords.share(block.text, false));
      char first = block.text.charAt(0);
      row.add(first == '“' || first == '"' || first == '«' || first == '‘');
      boolean furniture = BlockWords.furniture(plain);
      row.add(furniture);
      row.add(seen.get(block.text) > 1);
      row.add(schemaBody(block));
      row.add(concealed(block));
      row.add(BlockWords.stated(plain, plainBody));
      row.add(!plainTitle.isEmpty() && plain.equals(plainTitle));
      row.add(
          plainDescription.length() > 20
              && (plain.equals(plainDescription)
                  || plainDescription.contains(plain) && block.words > 6));
      row.add(BlockWords.overlap(plain, titleWords));
      row.add(titleAt >= 0 && i <= titleAt);
      row.add(titleAt < 0 ? -1 : FeatureRow.log(Math.max(0, i - titleAt)));
      row.add((double) i / size);
      row.add(block.context.depth);
      boolean inBest = best != null && inside(block, best);
      row.add(best == null ? 0 : bestShare);
      row.add(inBest);
      row.add(best == null ? -1 : Math.min(12, distance(block, best)));
      row.add(allGood == 0 ? 0 : goodWords(block.container, good) / allGood);
      row.addLog(sums[0]);
      row.add(sums[2] == 0 ? 0 : sums[1] / sums[2]);
      row.addLog(sums[3]);
      row.add(Math.min(20, before[i]));
      row.add(Math.min(20, after[i]));
      row.add(firstGood >= 0 && i < firstGood);
      row.add(lastGood >= 0 && i > lastGood);
      row.add(block.text.endsWith(":"));
      row.add(Character.isLowerCase(first));
      row.add(good[i]);
      double[] path = paths.get(path(block));
      row.add(path[1] / path[2]);
      row.addLog(path[0]);
      row.addLog(path[2]);
      row.addLog(path[0] / path[2]);
      row.add(block.text.indexOf('|') >= 0);
      row.add(block.text.indexOf('@') >= 0);
      row.add(
          block.container.chars == 0
              ? 0
              : (double) block.container.paragraphChars / block.container.chars);
      row.add(lastGood < 0 ? 0 : Math.max(-20, Math.min(20, i - lastGood)));
      bits(row, block.context.near, PageContext.GROUPS.length);
      bits(row, block.context.all, PageContext.GROUPS.length);
      bits(row, block.context.tags, PageContext.TAGS.length);
      for (String tag : TAGS) {
        row.add(block.tag().equals(tag));
      }
      for (int n = -NEIGHBOURS; n <= NEIGHBOURS; n++) {
        if (n != 0) {
          neighbour(row, i, i + n, good);
        }
      }
      places.add(row, i, furniture);
      rows[i] = row.values;
    }
  }

  private void neighbour(FeatureRow row, int i, int other, boolean[] good) {
    if (other < 0 || other >= blocks.size()) {
      for (int k = 0; k < 6; k++) {
        row.add(-1);
      }
      return;
    }
    PageBlock block = blocks.get(other);
    row.addLog(block.words);
    row.add(block.linkDensity());
    row.add(good[other]);
    row.add(endsSentence(block.text));
    row.add(block.container == blocks.get(i).container);
    row.add(block.tag().length() == 2 && block.tag().charAt(0) == 'h');
  }

  /** Blocks of the same tag and classes under parents of the same tag and classes. */
  static long path(PageBlock block) {
    PageContext parent = block.context.parent;
    return block.context.signature * 1_000_003L + (parent == null ? 0 : parent.signature);
  }

  private static boolean schemaBody(PageBlock block) {
    return (block.context.all & BODY) != 0;
  }

  private static boolean concealed(PageBlock block) {
    return (block.context.all & HIDDEN) != 0;
  }

  private static final int BODY = PageContext.bit("body");
  private static final int HIDDEN = PageContext.bit("hidden");

  private static void bits(FeatureRow row, int bits, int count) {
    for (int i = 0; i < count; i++) {
      row.add((bits & 1 << i) != 0);
    }
  }

  private static final int NOT_RUNNING =
      PageContext.tag("figcaption")
          | PageContext.tag("nav")
          | PageContext.tag("footer")
          | PageContext.tag("form");

  /** Running text in sentences, hardly linked: what the body of a report is mostly made of. */
  private static boolean isGood(PageBlock block) {
    return block.words >= 10
        && block.linkDensity() < 0.35
        && endsSentence(block.text)
        && !concealed(block)
        && (block.context.tags & NOT_RUNNING) == 0;
  }

  private double bestShare;
  private final Map<PageContext, Double> goodWords = new HashMap<>();

  private double goodWords(PageContext container, boolean[] good) {
    if (goodWords.isEmpty()) {
      for (int i = 0; i < blocks.size(); i++) {
        if (good[i]) {
          goodWords.merge(blocks.get(i).container, (double) blocks.get(i).words, Double::sum);
        }
      }
    }
    return goodWords.getOrDefault(container, 0.0);
  }

  /** The element whose children hold the most running text, as in Arc90's Readability. */
  private @Nullable PageContext bestContainer(boolean[] good) {
    var scores = new HashMap<PageContext, Double>();
    var order = new ArrayList<PageContext>();
    double all = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (!good[i]) {
        continue;
      }
      PageBlock block = blocks.get(i);
      double words = block.words * (1 - block.linkDensity());
      all += words;
      PageContext element = block.container;
      double weight = 1;
      for (int up = 0; up < 3 && element != null; up++) {
        if (!scores.containsKey(element)) {
          order.add(element);
        }
        scores.merge(element, words * weight, Double::sum);
        weight /= up == 0 ? 1.6 : 2;
        element = element.parent;
      }
    }
    PageContext best = null;
    double most = 0;
    for (var element : order) {
      double score = scores.get(element);
      if (score > most) {
        most = score;
        best = element;
      }
    }
    bestShare = all == 0 ? 0 : most / all;
    return best;
  }

  private static boolean inside(PageBlock block, PageContext container) {
    return distance(block, container) >= 0 && distanceUp(block, container) >= 0;
  }

  /** Steps up from a block to a container, or -1 when it does not stand in it. */
  private static int distanceUp(PageBlock block, PageContext container) {
    int steps = 0;
    for (PageContext e = block.context; e != null && steps < 64; e = e.parent) {
      if (e == container) {
        return steps;
      }
      steps++;
    }
    return -1;
  }

  /**
   * Steps down into the container, or steps up from it to what it shares with the block, plus six.
   */
  private static int distance(PageBlock block, PageContext container) {
    int up = distanceUp(block, container);
    if (up >= 0) {
      return up;
    }
    int steps = 6;
    for (PageContext e = container.parent; e != null && steps < 12; e = e.parent) {
      steps++;
      if (distanceUp(block, e) >= 0) {
        return steps;
      }
    }
    return 12;
  }

  private static int[] distances(boolean[] good, boolean before) {
    int[] distances = new int[good.length];
    int since = 99;
    for (int k = 0; k < good.length; k++) {
      int i = before ? k : good.length - 1 - k;
      distances[i] = since;
      since = good[i] ? 1 : since + 1;
    }
    return distances;
  }

  /** The heading that agrees best with the headline; where none does, the first of the page. */
  private static int titleAt(List<PageBlock> blocks, String title) {
    int best = -1;
    double most = 0.5;
    for (int i = 0; i < blocks.size(); i++) {
      PageBlock block = blocks.get(i);
      boolean first = block.tag().equals("h1");
      if (block.isHeading() && !title.isEmpty()) {
        double agreement = HtmlMetadata.agreement(block.text, title) + (first ? 0.2 : 0);
        if (agreement > most) {
          most = agreement;
          best = i;
        }
      }
    }
    for (int i = 0; i < blocks.size() && best < 0; i++) {
      if (blocks.get(i).tag().equals("h1")) {
        best = i;
      }
    }
    for (int i = 0; i < blocks.size() && best < 0 && title.indexOf(' ') > 0; i++) {
      if (blocks.get(i).words < 40 && plain(blocks.get(i).text).equals(title)) {
        best = i;
      }
    }
    return best;
  }

  static boolean endsSentence(String text) {
    for (int i = text.length() - 1; i >= 0 && i > text.length() - 5; i--) {
      char c = text.charAt(i);
      if (c == '.' || c == '!' || c == '?' || c == '…' || c == '。') {
        return true;
      }
      if (Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return false;
  }

  /** Letters and digits in lower case, one blank between words. */
  static String plain(String text) {
    char[] plain = new char[text.length()];
    int length = 0;
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128 ? Words.isAsciiWord(c) : Character.isLetterOrDigit(c)) {
        if (blank && length > 0) {
          plain[length++] = ' ';
        }
        blank = false;
        plain[length++] = Words.small(c);
      } else if (c != '\'' && c != '’') {
        blank = true;
      }
    }
    return new String(plain, 0, length);
  }
}
