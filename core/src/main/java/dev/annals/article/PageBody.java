package dev.annals.article;

import dev.annals.capture.StatedTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which blocks of a page are the article, and which are its captions. */
final class PageBody {

  /**
   * Blocks at least as sure are body; cross-validated F1 is flat from 0.4 to 0.65, precision grows.
   */
  static final double THRESHOLD = 0.6;

  private static final int SUMMARY = PageContext.bit("summary");

  /** A line with nothing but a time on it is no longer than this. */
  private static final int STAMP = 48;

  /** Words of a line that may be all there is of an article. */
  private static final int FEWEST = 6;

  private static final Set<Role> FURNITURE =
      Set.of(Role.BYLINE, Role.CREDIT, Role.UPDATE, Role.PROMOTION);

  /** Captions by the block they stand in. */
  final Map<PageBlock, PictureFinder.Found> captions = new HashMap<>();

  /** Bylines and credit lines inside the body, which name whose text it is. */
  final List<String> notes;

  private final Page page;

  /** Of each block, whether it is body unless it has a role of its own. */
  final boolean[] body;

  private final double[] scores;

  private PageBody(Page page, HtmlMetadata metadata, double[] scores, boolean[] body) {
    this.page = page;
    this.scores = scores;
    this.body = body;
    int first = edge(1);
    if (first >= 0) {
      PictureFinder.find(page, first - 12, edge(-1) + 6)
          .forEach(found -> captions.put(found.block, found));
    }
    notes = dropFurniture(metadata);
  }

  static PageBody of(Page page, HtmlMetadata metadata, BlockClassifier classifier) {
    double[] scores = classifier.scores(features(page, metadata));
    return of(page, metadata, scores, THRESHOLD);
  }

  static PageBody of(Page page, HtmlMetadata metadata, double[] scores, double threshold) {
    boolean[] body = new boolean[scores.length];
    double bar = BlockClassifier.bar(page.blocks, scores, threshold);
    int words = 0;
    int length = 0;
    for (int i = 0; i < scores.length; i++) {
      body[i] = scores[i] >= bar && scores[i] > 0;
      if (body[i]) {
        words += page.blocks.get(i).words;
        length += page.blocks.get(i).text.length();
      }
    }
    if (words < FEWEST && length < FEWEST * 6) {
      // "Home" is no report
      Arrays.fill(body, false);
    }
    return new PageBody(page, metadata, scores, body);
  }

  static BlockFeatures features(Page page, HtmlMetadata metadata) {
    return features(page, metadata, false);
  }

  /** Features of the blocks, those of menus with them or without. */
  static BlockFeatures features(Page page, HtmlMetadata metadata, boolean menus) {
    return BlockFeatures.of(
        page.blocks, metadata.title, metadata.description, metadata.statedBody(), menus);
  }

  boolean isBody(int block) {
    return body[block] && page.blocks.get(block).role == null;
  }

  /**
   * Takes out of the body what is no report by its words: the headline again, the standfirst,
   * bylines, credit lines, update stamps and promotion, told as in plain text.
   *
   * @return the bylines and credit lines, which name whose text it is
   */
  private List<String> dropFurniture(HtmlMetadata metadata) {
    var text = new StringBuilder();
    var starts = new HashMap<Integer, Integer>();
    String title = metadata.title == null ? "" : PlainWords.of(metadata.title);
    for (int i = 0; i < body.length; i++) {
      PageBlock block = page.blocks.get(i);
      if (!body[i] || block.role != null || captions.containsKey(block)) {
        continue;
      }
      boolean headline =
          block.isHeading() && !title.isEmpty() && PlainWords.of(block.text).equals(title);
      boolean standfirst =
          block.text.equals(metadata.description) && (block.context.all & SUMMARY) != 0;
      boolean stamp = block.text.length() < STAMP && StatedTime.iso(block.text) != null;
      if (headline || standfirst || stamp) {
        body[i] = false;
      } else if (role(block) == Role.PARAGRAPH) {
        starts.put(text.length(), i);
        text.append(block.text).append("\n\n");
      }
    }
    var notes = new ArrayList<String>();
    for (TextPart part : TextRoles.ofPage(text.toString(), metadata.title)) {
      Integer i = starts.get(part.start);
      boolean whole = i != null && part.end - part.start == page.blocks.get(i).text.length();
      if (whole && part.role != null && FURNITURE.contains(part.role)) {
        body[i] = false;
        if (part.role == Role.BYLINE || part.role == Role.CREDIT) {
          notes.add(part.words());
        }
      }
    }
    return notes;
  }

  /** The block that is article if any is: some words that are no link. Null where there is none. */
  @Nullable PageBlock likeliest() {
    PageBlock best = null;
    double most = BlockClassifier.LEAST;
    for (int i = 0; i < scores.length; i++) {
      PageBlock block = page.blocks.get(i);
      boolean words = block.words >= FEWEST || block.text.length() >= FEWEST * 6;
      if (words && block.linkDensity() < 0.5 && !block.isHeading() && scores[i] > most) {
        most = scores[i];
        best = block;
      }
    }
    return best;
  }

  private int edge(int step) {
    for (int i = step > 0 ? 0 : body.length - 1; i >= 0 && i < body.length; i += step) {
      if (body[i]) {
        return i;
      }
    }
    return -1;
  }

  static Role role(PageBlock block) {
    if (block.isHeading()) {
      return Role.HEADING;
    }
    return block.tag().equals("li") ? Role.LIST : Role.PARAGRAPH;
  }
}
