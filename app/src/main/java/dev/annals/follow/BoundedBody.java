package dev.annals.follow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the body of an answer, packed or not, and stops at a bound whatever it inflates to. */
final class BoundedBody {

  /** Inflated bytes per byte of the network; pages pack to 3–20, the emptiest feeds to 60. */
  private static final int RATIO = 200;

  /** Small bodies may be as empty as they like. */
  private static final int RATIO_FREE = 1 << 20;

  private BoundedBody() {}

  /**
   * The bytes of a body.
   *
   * @param wire how many bytes came over the network
   */
  record Read(byte[] bytes, long wire) {}

  /**
   * Reads a body.
   *
   * @param coding the Content-Encoding, or null
   * @param most how many bytes it may have, inflated
   * @param clip whether a longer one is clipped rather than refused
   */
  static Read read(InputStream stream, @Nullable String coding, int most, boolean clip)
      throws IOException {
    var counted = new Counted(stream);
    String name = coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT);
    try {
      byte[] body = readAll(opened(counted, name), counted, most, clip);
      if (packed(body)) {
        // a file that is packed itself, such as sitemap.xml.gz
        var inner = new Counted(new ByteArrayInputStream(body));
        body = readAll(new GZIPInputStream(inner, 1 << 14), inner, most, clip);
      }
      return new Read(body, counted.count);
    } catch (ZipException | EOFException e) {
      throw new FetchException(FetchProblem.FORM, "packed body is damaged or clipped");
    } catch (FetchException e) {
      throw e;
    } catch (IOException e) {
      if (name.equals("br") && String.valueOf(e.getMessage()).startsWith("Brotli")) {
        throw new FetchException(FetchProblem.FORM, "packed body is damaged or clipped");
      }
      throw e;
    }
  }

  private static boolean packed(byte[] body) {
    return body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b && body[2] == 8;
  }

  private static InputStream opened(Counted packed, String coding) throws IOException {
    return switch (coding) {
      case "", "identity" -> packed;
      case "gzip", "x-gzip" -> new GZIPInputStream(packed, 1 << 14);
      case "deflate" -> new InflaterInputStream(packed);
      case "br" -> new BrotliInputStream(packed);
      default -> throw new FetchException(FetchProblem.FORM, "unknown packing " + coding);
    };
  }

  private static byte[] readAll(InputStream in, Counted packed, int most, boolean clip)
      throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 14];
    while (true) {
      int count = in.read(buffer);
      if (count < 0) {
        return out.toByteArray();
      }
      out.write(buffer, 0, count);
      if (out.size() > most && clip) {
        return Arrays.copyOf(out.toByteArray(), most);
      }
      if (out.size() > most) {
        throw new FetchException(FetchProblem.SIZE, "more than " + most + " bytes");
      }
      if (out.size() > RATIO_FREE && out.size() / RATIO > packed.count) {
        throw new FetchException(
            FetchProblem.SIZE, "inflates to more than " + RATIO + " times its size");
      }
    }
  }

  private static final class Counted extends FilterInputStream {

    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value >= 0 ? 1 : 0;
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = super.read(buffer, offset, length);
      count += Math.max(0, got);
      return got;
    }
  }
}
