package dev.annals.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where blocks stand towards the page's headline: what elements they share with it, whether the
 * elements between are one of many of a kind (teasers, comments, further posts), and what came
 * between.
 */
final class BlockPlaces {

  /** Names of the columns, in order. */
  static final List<String> NAMES =
      List.of(
          "headline-found",
          "headline-up",
          "headline-down",
          "headline-shared-share",
          "headline-outer-share",
          "branch-share",
          "branch-links",
          "branch-linked",
          "branch-blocks",
          "of-a-kind",
          "of-a-kind-level",
          "of-a-kind-chars",
          "of-a-kind-linked",
          "kind-chars",
          "of-a-kind-all",
          "own-article",
          "article-share",
          "articles",
          "headings-like-headline",
          "heading-linked",
          "heading-near",
          "heading-furniture",
          "furniture-before",
          "linked-before",
          "linked-near",
          "ellipsis",
          "parent-links",
          "parent-share",
          "grandparent-links",
          "grandparent-share");

  /** Elements of one shape. */
  static final class Kind {
    int count;
    int chars;
    int linked;
  }

  private final List<PageBlock> blocks;
  final @Nullable PageBlock headline;
  private final int headlineAt;

  /** The kind of each element, by its number. */
  private final Kind[] kinds;

  /**
   * The element above each block, short of those shared with the headline, that has most like it.
   */
  final @Nullable PageContext[] ofAKind;

  final @Nullable PageContext headlineArticle;
  private int articles;
  private final double all;

  // what the blocks so far were
  private int like;
  private int lastHeading = -1;
  private int furniture;
  private int linked;
  private int lastLinked = -1;

  /**
   * @param headlineAt the block that is the headline, or -1
   */
  BlockPlaces(List<PageBlock> blocks, int headlineAt) {
    this.blocks = blocks;
    this.headlineAt = headlineAt;
    headline = headlineAt < 0 ? null : blocks.get(headlineAt);
    headlineArticle = headline == null ? null : headline.context.article;
    ofAKind = new PageContext[blocks.size()];
    double chars = 1;
    Map<Integer, Kind> shapes = new HashMap<>();
    kinds = new Kind[elements(blocks)];
    for (PageBlock block : blocks) {
      chars += block.text.length();
      for (PageContext up = block.container;
          up != null && kinds[up.number] == null;
          up = up.parent) {
        Kind kind = shapes.computeIfAbsent(up.shape, k -> new Kind());
        kinds[up.number] = kind;
        kind.count++;
        kind.chars += up.chars;
        kind.linked += up.linkedBlocks > 0 ? 1 : 0;
        articles += up.tag.article ? 1 : 0;
      }
    }
    all = chars;
  }

  private static double log(int count) {
    return count == 1 ? 0 : Math.log(count);
  }

  /** One more than the greatest number of an element that holds one of the blocks. */
  int elements() {
    return kinds.length;
  }

  /** One more than the greatest number of an element that holds one of the blocks. */
  static int elements(List<PageBlock> blocks) {
    int most = 0;
    for (PageBlock block : blocks) {
      most = Math.max(most, block.context.number);
    }
    return most + 1;
  }

  /** Adds what is known of a block, after all before it were passed. */
  void add(FeatureRow row, int i) {
    PageBlock block = blocks.get(i);
    row.add(headline != null);
    towardsHeadline(row, block, i);
    PageContext own = block.context.article;
    row.add(own == null ? 0 : own == headlineArticle ? 1 : -1);
    row.add(own == null ? -1 : own.chars / all);
    row.addLog(articles);
    row.add(Math.min(8, like));
    PageBlock heading = lastHeading < 0 ? null : blocks.get(lastHeading);
    boolean near = heading != null && i - lastHeading <= 3 && isClose(heading, block);
    row.add(heading == null ? -1 : heading.linkDensity());
    row.add(near ? heading != null && heading.linkDensity() > 0.8 ? 1 : 0.5 : 0);
    row.add(heading != null && headingIsFurniture);
    row.add(Math.min(12, furniture));
    row.addLog(linked);
    row.add(lastLinked < 0 ? 20 : Math.min(20, i - lastLinked));
    row.add(block.text.endsWith("…") || block.text.endsWith("...") || block.text.endsWith("[…]"));
    PageContext parent = block.container;
    row.add(parent.chars == 0 ? 0 : (double) parent.linkChars / parent.chars);
    row.add(parent.chars / all);
    PageContext grandparent = parent.parent == null ? parent : parent.parent;
    row.add(grandparent.chars == 0 ? 0 : (double) grandparent.linkChars / grandparent.chars);
    row.add(grandparent.chars / all);
  }

  private boolean headingIsFurniture;

  /** Goes on to the next block. */
  void pass(int i, boolean isFurniture) {
    PageBlock block = blocks.get(i);
    if (block.isHeading()) {
      lastHeading = i;
      headingIsFurniture = isFurniture;
      if (headline != null && i > headlineAt) {
        like += headline.isHeading() && block.context.tag == headline.context.tag ? 1 : 0;
      }
    }
    if (i == headlineAt) {
      furniture = 0;
      linked = 0;
    }
    furniture += isFurniture ? 1 : 0;
    if (block.words >= 4 && block.isLinked()) {
      linked++;
      lastLinked = i;
    }
  }

  private static boolean isClose(PageBlock heading, PageBlock block) {
    PageContext shared = heading.context.shared(block.context);
    return block.context.depth - shared.depth <= 3 && heading.context.depth - shared.depth <= 3;
  }

  /** Notes what a block that gets no row is one of many of. */
  void placeMenu(int i) {
    PageBlock block = blocks.get(i);
    int floor = headline == null ? 1 : block.context.shared(headline.context).depth;
    int most = 1;
    for (PageContext up = block.container;
        up != null && up.depth > Math.max(1, floor);
        up = up.parent) {
      Kind kind = kinds[up.number];
      if (kind != null && kind.count > most) {
        most = kind.count;
        ofAKind[i] = up;
      }
    }
  }

  private void towardsHeadline(FeatureRow row, PageBlock block, int i) {
    PageContext shared = headline == null ? null : block.context.shared(headline.context);
    int floor = shared == null ? 1 : shared.depth;
    row.add(headline == null ? -1 : Math.min(12, headline.context.depth - floor));
    row.add(headline == null ? -1 : Math.min(12, block.context.depth - floor));
    row.add(shared == null ? -1 : shared.chars / all);
    row.add(shared == null || shared.parent == null ? -1 : shared.parent.chars / all);
    PageContext branch = block.container;
    PageContext most = null;
    int mostCount = 1;
    int level = 0;
    int mostLevel = 0;
    int anywhere = 1;
    for (PageContext up = block.container; up != null && up.depth > 1; up = up.parent) {
      Kind kind = kinds[up.number];
      int count = kind == null ? 1 : kind.count;
      if (up.depth > floor) {
        branch = up;
        if (count > mostCount) {
          mostCount = count;
          most = up;
          mostLevel = level;
        }
      }
      anywhere = Math.max(anywhere, count);
      level++;
    }
    ofAKind[i] = most;
    row.add(shared == null || shared.chars == 0 ? -1 : (double) branch.chars / shared.chars);
    row.add(branch.chars == 0 ? 0 : (double) branch.linkChars / branch.chars);
    row.addLog(branch.linkedBlocks);
    row.addLog(branch.blocks);
    row.add(log(mostCount));
    row.add(mostLevel);
    row.add(most == null ? 0 : FeatureRow.log(most.chars));
    Kind kind = most == null ? null : kinds[most.number];
    row.add(kind == null ? 0 : (double) kind.linked / kind.count);
    row.add(kind == null ? 0 : FeatureRow.log((double) kind.chars / kind.count));
    row.add(log(anywhere));
  }
}
