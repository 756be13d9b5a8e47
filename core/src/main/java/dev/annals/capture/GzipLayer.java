package dev.annals.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Takes a gzip layer off: any number of members one after the other, as WARC files and log shippers
 * write them. Refuses what inflates beyond {@link Bounds#RATIO}. What is clipped or damaged is read
 * up to the damage; who can go on behind it asks to {@link #resume}.
 */
final class GzipLayer extends InputStream {

  private static final int BUFFER = 1 << 16;

  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  /** Flags that no writer sets. */
  private static final int RESERVED = 0xe0;

  private final InputStream packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();

  /** What was read last, and as much of what was read before it. */
  private final byte[] buffer = new byte[2 * BUFFER];

  private int at;
  private int filled;

  /** Where in the buffer the member begins, or less than 0 when that is gone. */
  private int memberStart;

  private boolean inMember;
  private boolean ended;
  private long members;
  private long count;
  private long given;
  private @Nullable String damage;

  GzipLayer(InputStream packed) throws IOException {
    this.packed = packed;
    try {
      nextMember();
    } catch (BadInputException e) {
      throw new BadInputException("gzip layer is damaged at its start");
    }
    if (!inMember) {
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
  public int read(byte[] target, int offset, int length) throws IOException {
    if (damage != null) {
      throw new BadInputException(damage); // until somebody goes on behind it
    }
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int got = inflate(target, offset, length);
      if (got > 0) {
        sum.update(target, offset, got);
        given += got;
        if (given > Bounds.RATIO_FREE && given / Bounds.RATIO > count) {
          throw broken(
              "gzip layer inflates to more than " + Bounds.RATIO + " times its size: not read on");
        }
        return got;
      }
      if (inflater.finished()) {
        trailer();
        nextMember();
      } else if (inflater.needsDictionary()) {
        throw damaged();
      } else if (inflater.needsInput() && !fill()) {
        throw clipped();
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      if (inflater.needsInput()) {
        inflater.setInput(buffer, at, filled - at);
        at = filled;
      }
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException e) {
      throw damaged();
    }
  }

  /**
   * Goes on at the member behind the damage, if there is one.
   *
   * @return whether there is
   */
  boolean resume() throws IOException {
    if (damage == null || damage.contains("times its size")) {
      return false;
    }
    at = inMember ? Math.max(0, memberStart + 1) : at;
    damage = null;
    inMember = false;
    if (!findMember()) {
      ended = true;
      return false;
    }
    return true;
  }

  /** Looks for what may be the start of a member from here on, and opens it. */
  private boolean findMember() throws IOException {
    while (true) {
      for (; at + 4 <= filled; at++) {
        if (isStart()) {
          memberStart = at;
          try {
            header();
            return true;
          } catch (BadInputException e) {
            damage = null;
            at = Math.max(0, memberStart);
          }
        }
      }
      if (!fill()) {
        return false;
      }
    }
  }

  private boolean isStart() {
    return (buffer[at] & 0xff) == 0x1f
        && (buffer[at + 1] & 0xff) == 0x8b
        && buffer[at + 2] == 8
        && (buffer[at + 3] & RESERVED) == 0;
  }

  /** Opens the next member; ends where nothing but padding follows. */
  private void nextMember() throws IOException {
    inMember = false;
    while (filled - at < 4 && fill()) {
      // a header may come in pieces
    }
    memberStart = at;
    if (filled - at >= 4 && isStart()) {
      header();
    } else if (filled == at || members == 0) {
      ended = true;
    } else if (findMember()) {
      inMember = false;
      at = Math.max(0, memberStart);
      throw damaged(); // something stands between two members
    } else {
      ended = true;
    }
  }

  private void header() throws IOException {
    inMember = true;
    members++;
    at += 3;
    int flags = next();
    for (int i = 0; i < 6; i++) {
      next();
    }
    if ((flags & EXTRA) != 0) {
      int length = next() | next() << 8;
      for (int i = 0; i < length; i++) {
        next();
      }
    }
    for (int text : new int[] {NAME, COMMENT}) {
      while ((flags & text) != 0 && next() != 0) {
        // up to its end
      }
    }
    if ((flags & HEADER_CHECK) != 0) {
      next();
      next();
    }
    inflater.reset();
    sum.reset();
  }

  private void trailer() throws IOException {
    at = filled - inflater.getRemaining();
    long check = 0;
    for (int i = 0; i < 8; i++) {
      check |= (long) next() << 8 * i;
    }
    if ((check & 0xffffffffL) != sum.getValue()
        || check >>> 32 != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw damaged();
    }
  }

  private int next() throws IOException {
    if (at == filled && !fill()) {
      throw clipped();
    }
    return buffer[at++] & 0xff;
  }

  /** Reads on, and keeps what was read last for one who goes back. */
  private boolean fill() throws IOException {
    if (filled > BUFFER) {
      int kept = BUFFER;
      int gone = filled - kept;
      System.arraycopy(buffer, gone, buffer, 0, kept);
      at -= gone;
      memberStart -= gone;
      filled = kept;
    }
    int got = packed.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, got);
    count += Math.max(0, got);
    return got > 0;
  }

  private BadInputException damaged() {
    return broken("gzip layer is damaged after " + given + " bytes");
  }

  private BadInputException clipped() {
    return broken("gzip layer is clipped after " + given + " bytes");
  }

  private BadInputException broken(String reason) {
    damage = reason;
    return new BadInputException(reason);
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}
