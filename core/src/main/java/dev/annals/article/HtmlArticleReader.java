package dev.annals.article;

import dev.annals.capture.Capture;
import dev.annals.capture.Charsets;
import dev.annals.text.LanguageDetector;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the article of a web page: parses once, goes through the page once, lets the classifier
 * choose the body, then takes headline, dates, people and pictures from all that the page says.
 */
final class HtmlArticleReader {

  /** Longer pages are dumps; the longest articles of large crawls stay below 5 MB. */
  private static final int LONGEST = 20_000_000;

  private static final int MOST_RELATED = 30;
  private static final int RELATED = PageContext.bit("related");

  Article read(Capture capture) throws IOException {
    var decoded = Charsets.decode(PageTrim.of(capture.content()), capture.charset(), true);
    String html = decoded.text();
    if (html.isBlank()) {
      throw new IOException("no text");
    }
    if (html.length() > LONGEST) {
      throw new IOException("longer than " + LONGEST + " characters: not read");
    }
    Page page = Page.of(html, capture.url() == null ? "" : capture.url());
    var metadata = new HtmlMetadata(page, capture.url());
    var chosen = PageBody.of(page, metadata, BlockClassifier.standard());
    var dates = new DateSignals(metadata, capture.captured());
    var published = published(capture, dates);
    LiveEntries.mark(page, chosen.body, metadata, published == null ? null : published.time());
    var text = new StringBuilder();
    var blocks = new ArrayList<Block>();
    var pictures = new ArrayList<Picture>();
    for (int i = 0; i < page.blocks.size(); i++) {
      PageBlock block = page.blocks.get(i);
      PictureFinder.Found caption = chosen.captions.get(block);
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
      if ((caption == null || caption.unseen) && chosen.isBody(i)) {
        int start = append(text, block.text);
        blocks.add(new Block(PageBody.role(block), start, text.length(), block.time));
      }
    }
    if (blocks.isEmpty() && metadata.title != null) {
      // a page about a film or a broadcast may hold a headline, a date and a sentence or two
      PageBlock lone = chosen.likeliest();
      String words = lone == null ? metadata.description : lone.text;
      if (words != null && !words.isBlank()) {
        int start = append(text, words);
        blocks.add(new Block(Role.PARAGRAPH, start, text.length()));
      }
    }
    if (blocks.isEmpty()) {
      throw new IOException("no article found in the page");
    }
    return article(
        capture,
        decoded.disagreement(),
        metadata,
        dates,
        published,
        text.toString(),
        blocks,
        pictures,
        chosen.notes);
  }

  private static Article article(
      Capture capture,
      @Nullable String charsetNote,
      HtmlMetadata metadata,
      DateSignals dates,
      DateSignals.@Nullable Published published,
      String text,
      List<Block> blocks,
      List<Picture> pictures,
      List<String> notes) {
    var stated = capture.stated();
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

  private static DateSignals.@Nullable Published published(Capture capture, DateSignals dates) {
    String stated = capture.stated().published();
    return stated == null
        ? dates.published(capture.url())
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

  private static int append(StringBuilder text, String words) {
    if (text.length() > 0) {
      text.append("\n\n");
    }
    int start = text.length();
    text.append(words);
    return start;
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
