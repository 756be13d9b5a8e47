package dev.annals.article;

import dev.annals.capture.Capture;
import dev.annals.capture.Charsets;
import dev.annals.capture.StatedTime;
import dev.annals.text.LanguageDetector;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the article of a web page: parses once, goes through the page once, lets the classifier
 * choose the body, then takes headline, dates, people and pictures from all that the page says.
 */
final class HtmlArticleReader {

  /** Blocks at least as sure are body; cross-validated F1 is flat from 0.3 to 0.5. */
  static final double THRESHOLD = 0.4;

  /** Longer pages are dumps; the longest articles of large crawls stay below 5 MB. */
  private static final int LONGEST = 20_000_000;

  private static final int MOST_RELATED = 30;
  private static final int RELATED = PageContext.bit("related");

  private static final int SUMMARY = PageContext.bit("summary");

  /** A line with nothing but a time on it is no longer than this. */
  private static final int STAMP = 48;

  private static final Set<Role> FURNITURE =
      Set.of(Role.BYLINE, Role.CREDIT, Role.UPDATE, Role.PROMOTION);

  Article read(Capture capture) throws IOException {
    var decoded = Charsets.decode(capture.content(), capture.charset(), true);
    String html = decoded.text();
    if (html.isBlank()) {
      throw new IOException("no text");
    }
    if (html.length() > LONGEST) {
      throw new IOException("longer than " + LONGEST + " characters: not read");
    }
    Page page = Page.of(html, capture.url() == null ? "" : capture.url());
    var metadata = new HtmlMetadata(page, capture.url());
    boolean[] body = body(page, metadata);
    int first = edge(body, 1);
    int last = edge(body, -1);
    List<PictureFinder.Found> captions =
        first < 0 ? List.of() : PictureFinder.find(page, first - 12, last + 6);
    Map<PageBlock, PictureFinder.Found> byBlock = new HashMap<>();
    captions.forEach(found -> byBlock.put(found.block, found));
    List<String> notes = dropFurniture(page, body, byBlock.keySet(), metadata);
    var published = published(capture, metadata);
    LiveEntries.mark(page, body, metadata, published == null ? null : published.time());
    var text = new StringBuilder();
    var blocks = new ArrayList<Block>();
    var pictures = new ArrayList<Picture>();
    for (int i = 0; i < body.length; i++) {
      PageBlock block = page.blocks.get(i);
      PictureFinder.Found caption = byBlock.get(block);
      if (caption != null) {
        int start = append(text, caption.caption);
        blocks.add(new Block(Role.CAPTION, start, text.length(), block.time));
        pictures.add(
            new Picture(
                caption.caption,
                start,
                text.length(),
                caption.credit,
                caption.photographer,
                caption.src));
      }
      if ((caption == null || caption.unseen) && body[i] && block.role == null) {
        int start = append(text, block.text);
        blocks.add(new Block(role(block), start, text.length(), block.time));
      }
    }
    if (blocks.isEmpty()) {
      throw new IOException("no article found in the page");
    }
    return article(
        capture,
        decoded.disagreement(),
        metadata,
        published,
        text.toString(),
        blocks,
        pictures,
        notes);
  }

  /**
   * Takes out of the body what is no report by its words: the headline again, the standfirst,
   * bylines, credit lines, update stamps and promotion, told as in plain text.
   *
   * @return the bylines and credit lines, which name whose text it is
   */
  private static List<String> dropFurniture(
      Page page, boolean[] body, Set<PageBlock> captions, HtmlMetadata metadata) {
    var text = new StringBuilder();
    var starts = new HashMap<Integer, Integer>();
    String title = metadata.title == null ? "" : BlockFeatures.plain(metadata.title);
    for (int i = 0; i < body.length; i++) {
      PageBlock block = page.blocks.get(i);
      if (!body[i] || block.role != null || captions.contains(block)) {
        continue;
      }
      boolean headline =
          block.isHeading() && !title.isEmpty() && BlockFeatures.plain(block.text).equals(title);
      boolean standfirst =
          block.text.equals(metadata.description) && (block.context.all & SUMMARY) != 0;
      boolean stamp = block.text.length() < STAMP && StatedTime.iso(block.text) != null;
      if (headline || standfirst || stamp) {
        body[i] = false;
      } else if (role(block) == Role.PARAGRAPH) {
        starts.put(append(text, block.text), i);
      }
    }
    var notes = new ArrayList<String>();
    for (TextPart part : new TextRoles(text.toString(), metadata.title, "und").parts()) {
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

  private static Article article(
      Capture capture,
      @Nullable String charsetNote,
      HtmlMetadata metadata,
      DateSignals.@Nullable Published published,
      String text,
      List<Block> blocks,
      List<Picture> pictures,
      List<String> notes) {
    var stated = capture.stated();
    var dates = new DateSignals(metadata, capture.captured());
    String title = HtmlMetadata.first(metadata.title, stated.title());
    List<String> byline = metadata.byline();
    byline = byline.isEmpty() ? stated.byline() : byline;
    String source = HtmlMetadata.first(stated.source(), metadata.source);
    var credits = CreditFinder.find(title, byline, text, blocks, notes, source);
    return new Article(
        capture.id(),
        capture.url(),
        metadata.canonicalUrl(),
        source,
        title,
        metadata.description,
        byline,
        metadata.section(),
        language(stated.language(), metadata, text),
        published == null ? null : published.time(),
        published == null ? null : published.from(),
        stated.modified() == null ? dates.modified() : stated.modified(),
        metadata.accessibleForFree(),
        text,
        blocks,
        pictures,
        related(metadata),
        credits.credits(),
        credits.wire(),
        capture.captured(),
        digest(capture.content()),
        charsetNote);
  }

  private static DateSignals.@Nullable Published published(Capture capture, HtmlMetadata metadata) {
    String stated = capture.stated().published();
    return stated == null
        ? new DateSignals(metadata, capture.captured()).published(capture.url())
        : new DateSignals.Published(stated, "stated");
  }

  private static String language(@Nullable String stated, HtmlMetadata metadata, String text) {
    String named = HtmlMetadata.first(stated, metadata.language());
    return named != null ? named : LanguageDetector.detect(text);
  }

  private static List<String> related(HtmlMetadata metadata) {
    var related = new LinkedHashSet<String>();
    for (Page.Link link : metadata.page.links) {
      if (related.size() < MOST_RELATED
          && (link.context().all & RELATED) != 0
          && Words.count(link.text(), 4) == 4
          && link.text().length() < 200
          && !link.text().equals(metadata.title)) {
        related.add(link.text());
      }
    }
    return new ArrayList<>(related);
  }

  private static boolean[] body(Page page, HtmlMetadata metadata) {
    float[][] rows = rows(page, metadata);
    boolean[] body = new boolean[rows.length];
    double[] scores = BlockClassifier.standard().scores(page.blocks, rows);
    double bar = BlockClassifier.bar(page.blocks, scores, THRESHOLD);
    for (int i = 0; i < scores.length; i++) {
      body[i] = scores[i] >= bar && scores[i] > 0;
    }
    return body;
  }

  static float[][] rows(Page page, HtmlMetadata metadata) {
    return BlockFeatures.of(
        page.blocks, metadata.title, metadata.description, metadata.statedBody());
  }

  private static int edge(boolean[] body, int step) {
    for (int i = step > 0 ? 0 : body.length - 1; i >= 0 && i < body.length; i += step) {
      if (body[i]) {
        return i;
      }
    }
    return -1;
  }

  private static int append(StringBuilder text, String words) {
    if (text.length() > 0) {
      text.append("\n\n");
    }
    int start = text.length();
    text.append(words);
    return start;
  }

  private static Role role(PageBlock block) {
    if (block.isHeading()) {
      return Role.HEADING;
    }
    return block.tag().equals("li") ? Role.LIST : Role.PARAGRAPH;
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
