package dev.annals.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the block classifier knows of a block: its words, its place in the page's tree, what class
 * names say, its neighbours, and how it agrees with what the page states of itself. One row of
 * numbers a block.
 */
final class BlockFeatures {

  private static final int NEIGHBOURS = BlockColumns.NEIGHBOURS;

  private static final int WIDTH = BlockColumns.names().size();

  final List<PageBlock> blocks;

  /** Of each block its row; null for those of menus, which are no text whatever they say. */
  final float @Nullable [][] rows;

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
   * @param menus whether blocks of menus get a row too: what is learnt from is taken whole
   */
  static BlockFeatures of(
      List<PageBlock> blocks,
      @Nullable String title,
      @Nullable String description,
      @Nullable String statedBody,
      boolean menus) {
    String plainTitle = title == null ? "" : PlainWords.of(title);
    int titleAt = titleAt(blocks, plainTitle);
    var features = new BlockFeatures(blocks, titleAt);
    features.fill(plainTitle, titleAt, description, statedBody, menus);
    return features;
  }

  /** Words and characters of blocks that have something in common. */
  private static final class Sums {
    double words;
    double good;
    double links;
    double characters;
    double count;
  }

  private void fill(
      String plainTitle,
      int titleAt,
      @Nullable String description,
      @Nullable String statedBody,
      boolean menus) {
    int size = blocks.size();
    boolean[] good = new boolean[size];
    boolean[] ends = new boolean[size];
    var byPath = new HashMap<Long, Sums>();
    var paths = new Sums[size];
    var containers = new Sums[places.elements()];
    double allGood = 0;
    for (int i = 0; i < size; i++) {
      PageBlock block = blocks.get(i);
      ends[i] = endsSentence(block.text);
      good[i] = isGood(block, ends[i]);
      Sums path = byPath.computeIfAbsent(path(block), p -> new Sums());
      paths[i] = path;
      path.words += block.words;
      path.good += good[i] ? 1 : 0;
      path.count++;
      Sums sums = containers[block.container.number];
      if (sums == null) {
        sums = new Sums();
        containers[block.container.number] = sums;
      }
      sums.words += block.words;
      sums.links += block.linkChars;
      sums.characters += block.text.length();
      sums.count++;
      if (good[i]) {
        sums.good += block.words;
        allGood += block.words;
      }
    }
    boolean[] repeated = repeated();
    var best = bestContainer(good);
    String plainDescription = description == null ? "" : PlainWords.of(description);
    String plainBody = statedBody == null ? "" : PlainWords.of(statedBody);
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
      String plain = PlainWords.of(block.text);
      boolean furniture = BlockWords.furniture(plain);
      if (!menus && isMenu(i)) {
        places.placeMenu(i);
        places.pass(i, furniture);
        continue;
      }
      var row = new FeatureRow(WIDTH);
      Sums sums = Objects.requireNonNull(containers[block.container.number]);
      row.addLog(block.words);
      row.addLog(block.text.length());
      row.add(block.words == 0 ? 0 : (double) block.text.length() / block.words);
      row.add(block.linkDensity());
      row.add(block.text.isEmpty() ? 0 : (double) block.boldChars / block.text.length());
      row.add(ends[i]);
      row.add(block.words == 0 ? 0 : (double) BlockWords.count(block.text, ',') / block.words);
      var words = new BlockWords(plain, titleWords);
      row.add(words.functionWords);
      BlockWords.shares(row, block.text);
      char first = block.text.charAt(0);
      row.add(first == '“' || first == '"' || first == '«' || first == '‘');
      row.add(furniture);
      row.add(repeated[i]);
      row.add(schemaBody(block));
      row.add(concealed(block));
      row.add(BlockWords.stated(plain, plainBody));
      row.add(!plainTitle.isEmpty() && plain.equals(plainTitle));
      row.add(
          plainDescription.length() > 20
              && (plain.equals(plainDescription)
                  || block.words > 6 && plainDescription.contains(plain)));
      row.add(words.titleWords);
      row.add(titleAt >= 0 && i <= titleAt);
      row.add(titleAt < 0 ? -1 : FeatureRow.log(Math.max(0, i - titleAt)));
      row.add((double) i / size);
      row.add(block.context.depth);
      boolean inBest = best != null && inside(block, best);
      row.add(best == null ? 0 : bestShare);
      row.add(inBest);
      row.add(best == null ? -1 : Math.min(12, distance(block, best)));
      row.add(allGood == 0 ? 0 : sums.good / allGood);
      row.addLog(sums.words);
      row.add(sums.characters == 0 ? 0 : sums.links / sums.characters);
      row.addLog(sums.count);
      row.add(Math.min(20, before[i]));
      row.add(Math.min(20, after[i]));
      row.add(firstGood >= 0 && i < firstGood);
      row.add(lastGood >= 0 && i > lastGood);
      row.add(block.text.endsWith(":"));
      row.add(Character.isLowerCase(first));
      row.add(good[i]);
      Sums path = paths[i];
      row.add(path.good / path.count);
      row.addLog(path.words);
      row.addLog(path.count);
      row.addLog(path.words / path.count);
      row.add(block.text.indexOf('|') >= 0);
      row.add(block.text.indexOf('@') >= 0);
      row.add(
          block.container.chars == 0
              ? 0
              : (double) block.container.paragraphChars / block.container.chars);
      row.add(lastGood < 0 ? 0 : Math.max(-20, Math.min(20, i - lastGood)));
      row.addBits(block.context.near, PageContext.GROUPS.length);
      row.addBits(block.context.all, PageContext.GROUPS.length);
      row.addBits(block.context.tags, PageContext.TAGS.length);
      row.addOne(block.context.tag.feature, PageTag.FEATURES.size());
      for (int n = -NEIGHBOURS; n <= NEIGHBOURS; n++) {
        if (n != 0) {
          neighbour(row, i, i + n, good, ends);
        }
      }
      places.add(row, i);
      places.pass(i, furniture);
      rows[i] = row.values;
    }
  }

  /** Of each block whether another has the same text. */
  private boolean[] repeated() {
    boolean[] repeated = new boolean[blocks.size()];
    int[] places = new int[Integer.highestOneBit(repeated.length + 1) << 2];
    for (int i = 0; i < repeated.length; i++) {
      String text = blocks.get(i).text;
      int at = sample(text) & places.length - 1;
      while (places[at] > 0 && !blocks.get(places[at] - 1).text.equals(text)) {
        at = at + 1 & places.length - 1;
      }
      if (places[at] > 0) {
        repeated[i] = true;
        repeated[places[at] - 1] = true;
      } else {
        places[at] = i + 1;
      }
    }
    return repeated;
  }

  /** A hash of the length and a few characters: that of all of them is dear. */
  private static int sample(String text) {
    int length = text.length();
    int hash = length;
    int step = Math.max(1, length / 16);
    for (int i = length - 1; i >= 0; i -= step) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash ^ hash >>> 15;
  }

  /**
   * Whether a block is one of several links beside each other in the head, foot or navigation of
   * the page. Such are half of all blocks, and of 34,000 of them the trees took one for text.
   */
  private boolean isMenu(int i) {
    PageBlock block = blocks.get(i);
    if (!block.isLinked()
        || ((block.context.all & MENU) == 0 && (block.context.tags & MENU_TAGS) == 0)) {
      return false;
    }
    boolean before = i > 0 && blocks.get(i - 1).isLinked();
    boolean after = i + 1 < blocks.size() && blocks.get(i + 1).isLinked();
    return before && after || block.words <= 3 && (before || after);
  }

  private void neighbour(FeatureRow row, int i, int other, boolean[] good, boolean[] ends) {
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
    row.add(ends[other]);
    row.add(block.container == blocks.get(i).container);
    row.add(block.context.tag.h);
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

  private static final int MENU =
      PageContext.bit("navigation") | PageContext.bit("footer") | PageContext.bit("header");
  private static final int MENU_TAGS =
      PageContext.tag("nav") | PageContext.tag("footer") | PageContext.tag("header");

  private static final int NOT_RUNNING =
      PageContext.tag("figcaption")
          | PageContext.tag("nav")
          | PageContext.tag("footer")
          | PageContext.tag("form");

  /** Running text in sentences, hardly linked: what the body of a report is mostly made of. */
  private static boolean isGood(PageBlock block, boolean endsSentence) {
    return block.words >= 10
        && block.linkDensity() < 0.35
        && endsSentence
        && !concealed(block)
        && (block.context.tags & NOT_RUNNING) == 0;
  }

  private double bestShare;

  /** The element whose children hold the most running text, as in Arc90's Readability. */
  private @Nullable PageContext bestContainer(boolean[] good) {
    double[] scores = new double[places.elements()];
    boolean[] known = new boolean[scores.length];
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
        if (!known[element.number]) {
          known[element.number] = true;
          order.add(element);
        }
        scores[element.number] += words * weight;
        weight /= up == 0 ? 1.6 : 2;
        element = element.parent;
      }
    }
    PageContext best = null;
    double most = 0;
    for (var element : order) {
      double score = scores[element.number];
      if (score > most) {
        most = score;
        best = element;
      }
    }
    bestShare = all == 0 ? 0 : most / all;
    return best;
  }

  private static boolean inside(PageBlock block, PageContext container) {
    return distanceUp(block, container) >= 0;
  }

  /** Steps up from a block to a container, or -1 when it does not stand in it. */
  private static int distanceUp(PageBlock block, PageContext container) {
    int steps = block.context.depth - container.depth;
    if (steps < 0 || steps >= 64) {
      return -1;
    }
    PageContext up = block.context;
    for (int i = 0; i < steps && up.parent != null; i++) {
      up = up.parent;
    }
    return up == container ? steps : -1;
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
    Set<String> words = HtmlMetadata.words(title);
    for (int i = 0; i < blocks.size(); i++) {
      PageBlock block = blocks.get(i);
      boolean first = block.context.tag.heading == 1;
      if (block.isHeading() && !title.isEmpty()) {
        double agreement =
            HtmlMetadata.agreement(HtmlMetadata.words(block.text), words) + (first ? 0.2 : 0);
        if (agreement > most) {
          most = agreement;
          best = i;
        }
      }
    }
    for (int i = 0; i < blocks.size() && best < 0; i++) {
      if (blocks.get(i).context.tag.heading == 1) {
        best = i;
      }
    }
    for (int i = 0; i < blocks.size() && best < 0 && title.indexOf(' ') > 0; i++) {
      if (blocks.get(i).words < 40 && PlainWords.of(blocks.get(i).text).equals(title)) {
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
}
