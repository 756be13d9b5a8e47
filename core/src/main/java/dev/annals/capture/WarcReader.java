package dev.annals.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads web archives, WARC and the older ARC, record by record. What is no page (pictures,
 * redirects, revisits, requests) is skipped and counted. A damaged record is stepped over to the
 * next one.
 */
final class WarcReader implements CaptureReader {

  @Override
  public String format() {
    return "WARC";
  }

  @Override
  public boolean accepts(byte[] head) {
    String text = Head.text(head).stripLeading();
    return text.startsWith("WARC/") || text.startsWith("filedesc://");
  }

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Rejection> rejections)
      throws IOException {
    var run = new Run(source, captures, rejections);
    try {
      run.read();
    } finally {
      run.sumUp();
    }
  }

  private static final class Run {

    /** Records that are stepped over are looked into up to this length for one that follows. */
    private static final int LOOKED_INTO = 1 << 20;

    private final Source source;
    private final RecordInput input;
    private final Consumer<Capture> captures;
    private final Consumer<Rejection> rejections;
    private final Map<String, Integer> skipped = new TreeMap<>();
    private boolean damaged;

    Run(Source source, Consumer<Capture> captures, Consumer<Rejection> rejections) {
      this.source = source;
      this.input = new RecordInput(source.bytes());
      this.captures = captures;
      this.rejections = rejections;
    }

    /** Reads record by record, and goes on behind damaged members of a gzip layer. */
    void read() throws IOException {
      boolean more = true;
      while (more) {
        try {
          records();
          more = false;
        } catch (BadInputException e) {
          rejections.accept(new Rejection(source.origin(), String.valueOf(e.getMessage())));
          more = source.bytes() instanceof LayeredInput layered && layered.resume();
        }
      }
    }

    private void records() throws IOException {
      long offset = input.offset();
      for (String line = input.line(); line != null; line = input.line()) {
        line = offset == 0 && line.startsWith("\u00EF\u00BB\u00BF") ? line.substring(3) : line;
        if (line.startsWith("WARC/")) {
          damaged = false;
          warcRecord(offset);
        } else if (isArcHeader(line)) {
          damaged = false;
          arcRecord(line, offset);
        } else if (!line.isBlank() && !damaged) {
          damaged = true; // said once, however long the damage is
          reject(offset, "damaged: stepped over to the next record");
        }
        offset = input.offset();
      }
    }

    void sumUp() {
      if (!skipped.isEmpty()) {
        var counts = new StringBuilder("skipped, no pages:");
        skipped.forEach(
            (what, count) -> counts.append(' ').append(count).append(' ').append(what).append(','));
        counts.setLength(counts.length() - 1);
        rejections.accept(new Rejection(source.origin(), counts.toString()));
      }
    }

    private void warcRecord(long offset) throws IOException {
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      String line = input.line();
      for (; line != null && !line.isEmpty(); line = input.line()) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          headers.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
      }
      long length = number(headers.get("Content-Length"));
      if (line == null || length < 0) {
        damaged = true;
        reject(offset, line == null ? "clipped record" : "record without length");
        return;
      }
      String kind = headers.getOrDefault("WARC-Type", "");
      String type = headers.getOrDefault("Content-Type", "");
      boolean response =
          kind.equals("response") || kind.equals("resource") || kind.equals("conversion");
      if (!response) {
        step(length, offset);
        if (kind.equals("revisit") || kind.equals("continuation")) {
          skip(kind);
        }
        return;
      }
      boolean http = type.startsWith("application/http") || kind.equals("response");
      document(
          offset,
          length,
          url(headers.get("WARC-Target-URI")),
          headers.get("WARC-Date"),
          http ? null : type);
    }

    /** {@code URL IP-address Archive-date Content-type Archive-length}. */
    private static boolean isArcHeader(String line) {
      int colon = line.indexOf("://");
      if (colon <= 0 || colon > 10) {
        return false;
      }
      String[] fields = line.split(" ");
      return dateField(fields) > 0 && number(fields[fields.length - 1]) >= 0;
    }

    /** Where the date stands, or -1. Addresses have had spaces in them, so they may be long. */
    private static int dateField(String[] fields) {
      for (int i = 2; i < fields.length - 2; i++) {
        boolean host = fields[i - 1].indexOf('.') > 0 || fields[i - 1].indexOf(':') >= 0;
        if (host && fields[i].length() == 14 && number(fields[i]) > 0) {
          return i;
        }
      }
      return -1;
    }

    private void arcRecord(String line, long offset) throws IOException {
      String[] fields = line.split(" ");
      long length = number(fields[fields.length - 1]);
      if (line.startsWith("filedesc:") || line.startsWith("dns:")) {
        step(length, offset);
      } else {
        int date = dateField(fields);
        String url = String.join(" ", Arrays.copyOf(fields, date - 1));
        document(offset, length, url, fields[date], null);
      }
    }

    /**
     * A record that may be a page.
     *
     * @param type its media type when it stands alone, null when it is an HTTP response
     */
    private void document(
        long offset,
        long length,
        @Nullable String url,
        @Nullable String date,
        @Nullable String type)
        throws IOException {
      if (length > Bounds.DOCUMENT) {
        step(length, offset);
        reject(offset, Bounds.tooLong());
        return;
      }
      byte[] block = block(length, offset);
      if (block == null) {
        return;
      }
      try {
        var page =
            type == null
                ? HttpResponse.of(block)
                : new HttpResponse(
                    200, HttpResponse.mediaType(type), HttpResponse.charset(type), block);
        take(page, offset, url, date);
      } catch (BadInputException e) {
        reject(offset, String.valueOf(e.getMessage()));
      }
    }

    /** Whether what follows a record looks as it should: line ends, another record, the end. */
    private static boolean ended(byte[] next) {
      return next.length == 0
          || next[0] == '\r'
          || next[0] == '\n'
          || next.length > 4 && next[0] == 'W' && next[1] == 'A' && next[4] == '/';
    }

    /** Where in a block, after an empty line, another record begins, or -1. */
    private static int nextRecord(byte[] block) {
      for (int i = 2; i + 10 < block.length; i++) {
        boolean line = block[i - 1] == '\n' && (block[i - 2] == '\n' || block[i - 2] == '\r');
        if (line && block[i] == 'W' && new String(block, i, 7, ISO_8859_1).equals("WARC/1.")) {
          return i;
        }
      }
      return -1;
    }

    private void take(HttpResponse page, long offset, @Nullable String url, @Nullable String date)
        throws BadInputException {
      if (page.status() != 0 && (page.status() < 200 || page.status() > 299)) {
        skip("status " + page.status());
        return;
      }
      MediaKind kind = kind(page);
      if (kind == null) {
        skip(page.type().isEmpty() ? "without type" : page.type());
        return;
      }
      if (page.body().length == 0) {
        throw new BadInputException("empty");
      }
      captures.accept(
          new Capture(
              url == null ? source.name() + "@" + offset : url,
              source.origin() + "@" + offset,
              url,
              JsonArticle.instant(date),
              kind,
              page.charset(),
              page.body(),
              Stated.NOTHING));
    }

    private static @Nullable MediaKind kind(HttpResponse page) {
      switch (page.type()) {
        case "text/html", "application/xhtml+xml":
          return MediaKind.HTML;
        case "text/plain":
          return MediaKind.PLAIN_TEXT;
        case "", "application/octet-stream", "unknown/unknown":
          byte[] head = Arrays.copyOf(page.body(), Math.min(page.body().length, Head.LENGTH));
          return !Head.binary(head) && HtmlReader.looksLikeHtml(Head.text(head))
              ? MediaKind.HTML
              : null;
        default:
          return null;
      }
    }

    private void step(long length, long offset) throws IOException {
      if (length > LOOKED_INTO) {
        if (!input.skip(length)) {
          reject(offset, "clipped record");
        }
        return;
      }
      block(length, offset);
    }

    /** The bytes of a record; those of the next one are put back. Null when it is clipped. */
    private byte @Nullable [] block(long length, long offset) throws IOException {
      byte[] block = input.take((int) length);
      boolean whole = block.length == length;
      int next = whole && ended(input.peek(8)) ? -1 : nextRecord(block);
      if (next >= 0) {
        // the length is too large: what follows is another record's
        input.putBack(block, next);
        return Arrays.copyOf(block, next);
      }
      if (!whole) {
        reject(offset, "clipped record");
      }
      return whole ? block : null;
    }

    private void skip(String what) {
      // types are named by servers: a bound on how many different ones are told
      skipped.merge(
          skipped.size() < 20 || skipped.containsKey(what) ? what : "other", 1, Integer::sum);
    }

    private void reject(long offset, String reason) {
      rejections.accept(new Rejection(source.origin() + "@" + offset, reason));
    }

    private static @Nullable String url(@Nullable String stated) {
      if (stated == null || stated.isEmpty()) {
        return null;
      }
      boolean angled = stated.startsWith("<") && stated.endsWith(">");
      return angled ? stated.substring(1, stated.length() - 1) : stated;
    }

    private static long number(@Nullable String digits) {
      boolean number =
          digits != null
              && !digits.isEmpty()
              && digits.length() < 19
              && digits.chars().allMatch(c -> c >= '0' && c <= '9');
      return number ? Long.parseLong(digits) : -1;
    }
  }
}
