package dev.annals.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives out as many bytes as one document may have, then no more until it is renewed. */
final class Budget extends FilterInputStream {

  private int left = Bounds.DOCUMENT;

  Budget(InputStream in) {
    super(in);
  }

  /** A new document begins. */
  void renew() {
    left = Bounds.DOCUMENT;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left <= 0) {
      throw new BadInputException(Bounds.tooLong());
    }
    int count = super.read(buffer, offset, Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }
}
