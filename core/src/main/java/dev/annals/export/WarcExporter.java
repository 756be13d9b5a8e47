package dev.annals.export;

import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import dev.annals.record.StoryRecord;
import dev.annals.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * WARC 1.1: the evidence. The bytes of every version of every article as they were captured, what
 * was stated beside them, and the record that rests on them, each with its SHA-256.
 */
final class WarcExporter implements Exporter {

  /** A capture of which nobody knows when it was made: WARC asks for a date. */
  private static final Instant UNKNOWN = Instant.EPOCH;

  private static final int LONGEST_ADDRESS = 2000;

  @Override
  public String name() {
    return "warc";
  }

  @Override
  public String mediaType() {
    return "application/warc";
  }

  @Override
  public String extension() {
    return "warc";
  }

  @Override
  public void write(StoryRecord record, OutputStream out) throws IOException {
    write(record, Evidence.NONE, out);
  }

  @Override
  public void write(StoryRecord record, Evidence evidence, OutputStream out) throws IOException {
    String story = Markup.urn("story", record.id());
    Instant last = UNKNOWN;
    for (StoryRecord.Member article : record.articles()) {
      for (Store.KeptCapture kept : evidence.of(article.id())) {
        Instant captured = kept.capture().captured();
        last = captured != null && captured.isAfter(last) ? captured : last;
      }
    }
    String info =
        "software: Annals\r\nformat: WARC File Format 1.1\r\n"
            + "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
            + "description: evidence of "
            + story
            + "\r\n";
    var about = new Block("warcinfo", last, "application/warc-fields", bytes(info));
    about.id = id(story + " info");
    about.write(out);
    for (StoryRecord.Member article : record.articles()) {
      for (Store.KeptCapture kept : evidence.of(article.id())) {
        capture(article, kept, about.id, out);
      }
    }
    var json = new ByteArrayOutputStream();
    new JsonExporter().write(record, json);
    var told = new Block("resource", last, "application/json", json.toByteArray());
    told.id = id(story);
    told.target = story;
    told.info = about.id;
    told.write(out);
    out.flush();
  }

  private static void capture(
      StoryRecord.Member article, Store.KeptCapture kept, @Nullable String info, OutputStream out)
      throws IOException {
    Capture capture = kept.capture();
    Instant date = capture.captured() == null ? UNKNOWN : capture.captured();
    String type = capture.kind() == MediaKind.HTML ? "text/html" : "text/plain";
    var page =
        new Block(
            "resource",
            date,
            capture.charset() == null ? type : type + ";charset=" + token(capture.charset()),
            capture.content());
    page.id = id("capture " + kept.fingerprint());
    page.target = target(article.id(), capture.url());
    page.info = info;
    page.write(out);
    var stated = new ByteArrayOutputStream();
    stated(article, kept, stated);
    var beside = new Block("metadata", date, "application/json", stated.toByteArray());
    beside.id = id("stated " + kept.fingerprint());
    beside.target = page.target;
    beside.concurrent = page.id;
    beside.info = info;
    beside.write(out);
  }

  /** What was stated beside the bytes, without which the article cannot be made again. */
  private static void stated(StoryRecord.Member article, Store.KeptCapture kept, OutputStream out)
      throws IOException {
    Capture capture = kept.capture();
    try (var json = JsonOut.to(out)) {
      json.writeStartObject();
      json.writeStringField("article", article.id());
      json.writeNumberField("version", kept.version());
      json.writeStringField("origin", capture.origin());
      JsonOut.text(json, "url", capture.url());
      JsonOut.text(
          json, "captured", capture.captured() == null ? null : capture.captured().toString());
      JsonOut.text(json, "charset", capture.charset());
      json.writeStringField("fingerprint", "sha256:" + kept.fingerprint());
      var stated = capture.stated();
      JsonOut.text(json, "title", stated.title());
      JsonOut.texts(json, "byline", stated.byline());
      JsonOut.text(json, "source", stated.source());
      JsonOut.text(json, "language", stated.language());
      JsonOut.text(json, "published", stated.published());
      JsonOut.text(json, "modified", stated.modified());
      json.writeEndObject();
    }
  }

  private static String target(String article, @Nullable String url) {
    boolean clean =
        Markup.webLink(url) != null
            && url != null
            && url.length() <= LONGEST_ADDRESS
            && url.chars().allMatch(c -> c > ' ' && c < 127 && c != '<' && c != '>');
    return clean && url != null ? url : Markup.urn("article", article);
  }

  /** Header values are one line of visible letters, whatever a document called itself. */
  private static String token(String text) {
    var clean = new StringBuilder();
    text.chars()
        .filter(c -> c < 127 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.'))
        .limit(40)
        .forEach(c -> clean.append((char) c));
    return clean.toString();
  }

  private static String id(String name) {
    return "<urn:uuid:" + UUID.nameUUIDFromBytes(bytes("annals " + name)) + ">";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(byte[] content) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return "sha256:" + HexFormat.of().formatHex(sha256.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A record of the archive on its way out. */
  private static final class Block {

    private final String type;
    private final Instant date;
    private final String mediaType;
    private final byte[] content;
    private @Nullable String id;
    private @Nullable String target;
    private @Nullable String info;
    private @Nullable String concurrent;

    Block(String type, Instant date, String mediaType, byte[] content) {
      this.type = type;
      this.date = date;
      this.mediaType = mediaType;
      this.content = content;
    }

    void write(OutputStream out) throws IOException {
      var head = new StringBuilder("WARC/1.1\r\n");
      line(head, "WARC-Type", type);
      line(head, "WARC-Record-ID", id);
      line(head, "WARC-Date", date.truncatedTo(ChronoUnit.SECONDS).toString());
      line(head, "WARC-Target-URI", target);
      line(head, "WARC-Concurrent-To", concurrent);
      line(head, "WARC-Warcinfo-ID", info);
      line(head, "WARC-Block-Digest", digest(content));
      if (type.equals("resource")) {
        line(head, "WARC-Payload-Digest", digest(content));
      }
      line(head, "Content-Type", mediaType);
      line(head, "Content-Length", Integer.toString(content.length));
      out.write(bytes(head.append("\r\n").toString()));
      out.write(content);
      out.write(bytes("\r\n\r\n"));
    }

    private static void line(StringBuilder head, String name, @Nullable String value) {
      if (value != null) {
        head.append(name).append(": ").append(value).append("\r\n");
      }
    }
  }
}
