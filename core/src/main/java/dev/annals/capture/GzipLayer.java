package dev.annals.capture;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Takes a gzip layer off: any number of members one after the other, as WARC files and log shippers
 * write them. Refuses what inflates beyond {@link Bounds#RATIO}. What is clipped or damaged is read
 * up to the damage.
 */
final class GzipLayer extends InputStream {

  private final Counted packed;
  private final GZIPInputStream inflated;
  private long given;

  GzipLayer(InputStream packed) throws IOException {
    this.packed = new Counted(packed);
    try {
      this.inflated = new GZIPInputStream(this.packed, 1 << 16);
    } catch (EOFException | ZipException e) {
      throw new BadInputException("gzip layer is damaged at its start");
    }
  }

  static boolean begins(byte[] head) {
    return head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b && head[2] == 8;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count;
    try {
      count = inflated.read(buffer, offset, length);
    } catch (EOFException e) {
      throw new BadInputException("gzip layer is clipped after " + given + " bytes");
    } catch (ZipException e) {
      throw new BadInputException("gzip layer is damaged after " + given + " bytes");
    }
    if (count > 0) {
      given += count;
      if (given > Bounds.RATIO_FREE && given / Bounds.RATIO > packed.count) {
        throw new BadInputException(
            "gzip layer inflates to more than " + Bounds.RATIO + " times its size: not read on");
      }
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    inflated.close();
  }

  /**
   * Counts what is read. Claims that more is always there: at the end of a member the inflater
   * asks, and a pipe that is merely slow would look like the end of the file.
   */
  private static final class Counted extends FilterInputStream {

    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value >= 0) {
        count++;
      }
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = super.read(buffer, offset, length);
      if (got > 0) {
        count += got;
      }
      return got;
    }
  }
}
