package dev.annals.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles in JSON: one object a line, one object over many lines, or an array of objects;
 * each may also be a ninjs item or a JSON Feed. A broken line is rejected with its number and the
 * rest is read.
 */
final class JsonLinesReader implements CaptureReader {

  private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);

  @Override
  public String format() {
    return "JSON Lines";
  }

  @Override
  public boolean accepts(byte[] head) {
    if (Head.binary(head)) {
      return false;
    }
    String text = Head.text(head).strip();
    return text.startsWith("{") || text.startsWith("[") && opensObject(text);
  }

  /** Whether a bracket is followed by an object: a text may begin with "[Photo] …". */
  private static boolean opensObject(String text) {
    char next = Head.first(text.substring(1));
    return next == '{' || next == ']';
  }

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Rejection> rejections)
      throws IOException {
    var documents = new Documents(source, captures, rejections);
    var lines = new ByteLines(narrow(source.bytes()));
    ByteLines.@Nullable Line first = lines.nextNotBlank();
    if (first == null) {
      throw new BadInputException("no text");
    }
    if (first.over() || first.startsWith('{') && parses(first)) {
      readLines(first, null, lines, documents);
      return;
    }
    ByteLines.@Nullable Line second = first.startsWith('{') ? lines.nextNotBlank() : null;
    if (second != null && second.startsWith('{')) {
      readLines(first, second, lines, documents); // the first line is the broken one
      return;
    }
    var start = new SequenceInputStream(first.stream(), stream(second));
    readValues(new SequenceInputStream(start, lines.rest()), documents);
  }

  private static InputStream stream(ByteLines.@Nullable Line line) {
    return line == null ? InputStream.nullInputStream() : line.stream();
  }

  /** UTF-16 is read whole, for a line feed in it is two bytes. */
  private static InputStream narrow(InputStream bytes) throws IOException {
    byte[] start = bytes.readNBytes(4);
    var whole = new SequenceInputStream(new ByteArrayInputStream(start), bytes);
    Charset wide = Head.wide(start);
    if (wide == null) {
      return whole;
    }
    String text = new String(Bounds.readDocument(whole), wide);
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean parses(ByteLines.Line line) {
    try {
      JSON.readValue(line.text());
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static void readLines(
      ByteLines.Line first, ByteLines.@Nullable Line second, ByteLines lines, Documents documents)
      throws IOException {
    readLine(first, documents);
    if (second != null) {
      readLine(second, documents);
    }
    for (var line = lines.nextNotBlank(); line != null; line = lines.nextNotBlank()) {
      readLine(line, documents);
    }
  }

  private static void readLine(ByteLines.Line line, Documents documents) throws IOException {
    if (line.over()) {
      documents.reject(line.number(), Bounds.tooLong());
      return;
    }
    // a writer that forgot a line feed puts two objects into one line
    try (MappingIterator<JsonNode> values = JSON.readValues(line.text())) {
      while (values.hasNextValue()) {
        documents.take(values.nextValue(), line.number());
      }
    } catch (JsonProcessingException e) {
      documents.reject(line.number(), broken(e));
    }
  }

  private static void readValues(InputStream bytes, Documents documents) throws IOException {
    var budget = new Budget(bytes);
    int number = 1;
    try (MappingIterator<JsonNode> values = JSON.readValues(budget)) {
      for (; values.hasNextValue(); number++) {
        documents.take(values.nextValue(), number);
        budget.renew();
      }
    } catch (JsonProcessingException e) {
      documents.reject(number, broken(e));
    } catch (BadInputException e) {
      documents.reject(number, String.valueOf(e.getMessage()));
    }
  }

  /** One line without the library's advice: {@code broken JSON: Unexpected character ('}')}. */
  static String broken(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    int end = message.indexOf('\n');
    int where = message.indexOf(" (start marker");
    end = where > 0 && (end < 0 || where < end) ? where : end;
    String line = end < 0 ? message : message.substring(0, end);
    return "broken JSON: " + (line.length() > 120 ? line.substring(0, 120) + "…" : line);
  }

  /** Makes captures of JSON objects and names those that have no name. */
  private static final class Documents {

    private final Source source;
    private final Consumer<Capture> captures;
    private final Consumer<Rejection> rejections;
    private boolean named;
    private int lastNamed;
    private int more;

    Documents(Source source, Consumer<Capture> captures, Consumer<Rejection> rejections) {
      this.source = source;
      this.captures = captures;
      this.rejections = rejections;
    }

    void take(JsonNode value, int number) {
      if (JsonFeed.is(value)) {
        takeFeed(value, number);
        return;
      }
      // the file's name stands for one document only
      String name = named ? source.name() + ":" + number : source.name();
      if (number == lastNamed) {
        name += "." + ++more; // of one line
      }
      Capture capture;
      try {
        capture =
            Ninjs.is(value)
                ? Ninjs.capture(value, origin(number))
                : JsonArticle.capture(value, origin(number), name);
      } catch (BadInputException e) {
        reject(number, String.valueOf(e.getMessage()));
        return;
      }
      if (capture.id().equals(name)) {
        more = number == lastNamed ? more : 1;
        lastNamed = number;
        named = true;
      }
      captures.accept(capture);
    }

    private void takeFeed(JsonNode feed, int number) {
      int item = 0;
      for (FeedEntry entry : JsonFeed.entries(feed)) {
        item++;
        String place = origin(number) + ":" + item;
        FeedReader.take(entry, place, source.name() + ":" + item, captures, rejections);
      }
      if (item == 0) {
        reject(number, "feed without entries");
      }
    }

    void reject(int number, String reason) {
      rejections.accept(new Rejection(origin(number), reason));
    }

    private String origin(int number) {
      return source.origin() + ":" + number;
    }
  }
}
