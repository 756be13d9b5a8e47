package dev.annals.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The clusterer's state as rows of a megabyte each, written and read one by one: as a whole it
 * would stand in memory several times.
 */
final class ClustererPieces {

  private static final int PIECE = 1 << 20;

  private ClustererPieces() {}

  static void keep(Database database, StoreWriter.State state, long seq) {
    database.update("delete from clusterer");
    var out = new Pieces(database, seq);
    try {
      state.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.put();
  }

  /** Number of the document after which the state was kept, or null when none is kept. */
  static @Nullable Long seq(Database database) {
    return Rows.first(
        database.ownRows(
            "select seq from clusterer where name = ?", row -> row.getLong(1), name(0)));
  }

  static InputStream open(Database database) {
    return new InputStream() {
      private byte[] piece = new byte[0];
      private int at;
      private int number;

      private boolean more() {
        if (at == piece.length && number >= 0) {
          byte[] next =
              Rows.first(
                  database.ownRows(
                      "select content from clusterer where name = ?",
                      row -> row.getBytes(1),
                      name(number)));
          number = next == null ? -1 : number + 1;
          piece = Objects.requireNonNullElse(next, new byte[0]);
          at = 0;
        }
        return at < piece.length;
      }

      @Override
      public int read() {
        return more() ? piece[at++] & 0xff : -1;
      }

      @Override
      public int read(byte[] into, int from, int most) {
        if (!more()) {
          return -1;
        }
        int count = Math.min(most, piece.length - at);
        System.arraycopy(piece, at, into, from, count);
        at += count;
        return count;
      }
    };
  }

  private static String name(int number) {
    return number == 0 ? "stories" : "stories-" + number;
  }

  private static final class Pieces extends OutputStream {
    private final Database database;
    private final long seq;
    private final byte[] piece = new byte[PIECE];
    private int size;
    private int number;

    Pieces(Database database, long seq) {
      this.database = database;
      this.seq = seq;
    }

    @Override
    public void write(int value) {
      if (size == PIECE) {
        put();
      }
      piece[size++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      int at = from;
      int left = length;
      while (left > 0) {
        if (size == PIECE) {
          put();
        }
        int count = Math.min(left, PIECE - size);
        System.arraycopy(bytes, at, piece, size, count);
        size += count;
        at += count;
        left -= count;
      }
    }

    void put() {
      database.update(
          "insert into clusterer (name, seq, content) values (?, ?, ?)",
          name(number++),
          seq,
          Arrays.copyOf(piece, size));
      size = 0;
    }
  }
}
