package dev.annals.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response as crawlers store it: status, headers, and the body with chunking and
 * compression taken off. Crawlers often take them off themselves and leave the headers, so both are
 * read.
 *
 * @param status the status code, 0 when there is no status line
 * @param type the media type in small letters, empty when not named
 * @param charset the character set named with it, or null
 * @param body the bytes of the page
 */
record HttpResponse(int status, String type, @Nullable String charset, byte[] body) {

  /** Reads a stored response. */
  static HttpResponse of(byte[] block) throws BadInputException {
    int end = 0;
    int status = 0;
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    boolean first = true;
    boolean inHeaders = startsWithHttp(block);
    while (inHeaders && end < block.length) {
      int feed = end;
      while (feed < block.length && block[feed] != '\n') {
        feed++;
      }
      String line = new String(block, end, feed - end, StandardCharsets.ISO_8859_1).strip();
      end = Math.min(block.length, feed + 1);
      if (line.isEmpty()) {
        inHeaders = false;
      } else if (first) {
        status = status(line);
        first = false;
      } else {
        int colon = line.indexOf(':');
        if (colon > 0) {
          headers.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
      }
    }
    byte[] body = Arrays.copyOfRange(block, end, block.length);
    body = decode(body, headers);
    String type = headers.getOrDefault("Content-Type", "");
    return new HttpResponse(status, mediaType(type), charset(type), body);
  }

  /** {@code text/html} of {@code text/html; charset=utf-8}. */
  static String mediaType(String header) {
    int end = 0;
    while (end < header.length() && ";, ".indexOf(header.charAt(end)) < 0) {
      end++;
    }
    return header.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /** {@code utf-8} of {@code text/html; charset="utf-8"}, or null. */
  static @Nullable String charset(String header) {
    int at = header.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return null;
    }
    int from = at + "charset=".length();
    while (from < header.length() && "\"' ".indexOf(header.charAt(from)) >= 0) {
      from++;
    }
    int to = from;
    while (to < header.length() && "\"' ;,".indexOf(header.charAt(to)) < 0) {
      to++;
    }
    return from == to ? null : header.substring(from, to);
  }

  private static boolean startsWithHttp(byte[] block) {
    return block.length > 5 && new String(block, 0, 5, StandardCharsets.ISO_8859_1).equals("HTTP/");
  }

  private static int status(String line) {
    int space = line.indexOf(' ');
    String code = space < 0 ? "" : line.substring(space + 1).strip();
    boolean digits =
        code.length() >= 3 && code.chars().limit(3).allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(code.substring(0, 3)) : 0;
  }

  private static byte[] decode(byte[] body, Map<String, String> headers) throws BadInputException {
    byte[] whole = body;
    if (headers
        .getOrDefault("Transfer-Encoding", "")
        .toLowerCase(Locale.ROOT)
        .contains("chunked")) {
      whole = dechunk(whole);
    }
    String coding = headers.getOrDefault("Content-Encoding", "").toLowerCase(Locale.ROOT);
    try {
      if (GzipLayer.begins(whole) && (coding.contains("gzip") || coding.isEmpty())) {
        whole = Bounds.readDocument(new GzipLayer(new ByteArrayInputStream(whole)));
        if (GzipLayer.begins(whole)) {
          throw new BadInputException("gzip inside gzip: not read");
        }
      } else if (coding.contains("deflate") && whole.length > 2 && whole[0] == 0x78) {
        whole = Bounds.readDocument(new InflaterInputStream(new ByteArrayInputStream(whole)));
      } else if (coding.contains("deflate") && looksPacked(whole)) {
        // without the wrapper that the standard asks for
        var bare = new InflaterInputStream(new ByteArrayInputStream(whole), new Inflater(true));
        whole = Bounds.readDocument(bare);
      } else if (coding.equals("br") && looksPacked(whole)) {
        throw new BadInputException("Brotli: not read");
      }
    } catch (BadInputException e) {
      throw e;
    } catch (IOException e) {
      throw new BadInputException("compressed body is damaged");
    }
    return whole;
  }

  /** Brotli has no mark of its own; text does not have so many control characters. */
  private static boolean looksPacked(byte[] bytes) {
    return Head.binary(Arrays.copyOf(bytes, Math.min(bytes.length, 512)));
  }

  /** The chunks joined; the bytes as they are when the first line is no chunk's length. */
  private static byte[] dechunk(byte[] body) {
    var joined = new ByteArrayOutputStream(body.length);
    int at = 0;
    while (at < body.length) {
      int feed = at;
      while (feed < body.length && feed - at < 32 && body[feed] != '\n') {
        feed++;
      }
      int length =
          chunkLength(new String(body, at, feed - at, StandardCharsets.ISO_8859_1).strip());
      if (length < 0) {
        // no chunk: stored without chunking, or damaged after the chunks read so far
        return joined.size() == 0 ? body : joined.toByteArray();
      }
      if (length == 0) {
        break;
      }
      int from = Math.min(body.length, feed + 1);
      int count = Math.min(length, body.length - from);
      joined.write(body, from, count);
      at = from + count;
      while (at < body.length && (body[at] == '\r' || body[at] == '\n')) {
        at++;
      }
    }
    return joined.toByteArray();
  }

  private static int chunkLength(String line) {
    int end = 0;
    while (end < line.length() && Character.digit(line.charAt(end), 16) >= 0) {
      end++;
    }
    boolean ended = end == line.length() || line.charAt(end) == ';' || line.charAt(end) == ' ';
    return end == 0 || end > 7 || !ended ? -1 : Integer.parseInt(line.substring(0, end), 16);
  }
}
