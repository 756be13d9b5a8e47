package dev.annals.article;

import dev.annals.capture.Capture;
import dev.annals.capture.Charsets;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the article of a capture of running text. The text stays whole; its blocks say which part
 * is report, caption, credit, related headline or promotion.
 */
final class TextArticleReader {

  Article read(Capture capture) throws IOException {
    var decoded = Charsets.decode(capture.content(), capture.charset(), false);
    String text = decoded.text();
    if (text.isBlank()) {
      throw new IOException("no text");
    }
    var stated = capture.stated();
    var roles = new TextRoles(text, stated.title(), stated.language());
    var blocks = new ArrayList<Block>();
    var pictures = new ArrayList<Picture>();
    for (TextPart part : roles.parts()) {
      Role role = part.role == null ? Role.PARAGRAPH : part.role;
      blocks.add(new Block(role, part.start, part.end));
      if (role == Role.CAPTION) {
        pictures.add(picture(part));
      }
    }
    String published = stated.published();
    String from = published == null ? null : "stated";
    if (published == null && roles.published() != null) {
      published = roles.published();
      from = "text";
    }
    if (published == null && roles.stampedDay() != null) {
      published = roles.stampedDay();
      from = "date-stamp";
    }
    String title = stated.title() == null ? roles.title() : stated.title();
    List<String> byline = stated.byline().isEmpty() ? roles.byline() : stated.byline();
    var credits = CreditFinder.find(title, byline, text, blocks, List.of(), stated.source());
    return new Article(
        capture.id(),
        capture.url(),
        null,
        stated.source(),
        title,
        null,
        byline,
        null,
        roles.language(),
        published,
        from,
        stated.modified() == null ? roles.modified() : stated.modified(),
        null,
        text,
        blocks,
        pictures,
        roles.related(),
        credits.credits(),
        credits.wire(),
        capture.captured(),
        digest(capture.content()),
        decoded.disagreement());
  }

  private static Picture picture(TextPart part) {
    var credit = part.credit;
    return new Picture(
        part.words(),
        part.start,
        part.end,
        credit == null ? null : credit.credit(),
        credit == null ? null : credit.photographer(),
        null);
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
