package dev.annals.story;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/** Share of articles that hold a word, counted once over a large collection of news. */
final class BackgroundFrequencies {

  private static final String FILE = "background.bin.gz";
  private static final BackgroundFrequencies STANDARD = load();

  /** A byte stands for a share: each step is this much on the scale of the natural logarithm. */
  static final double STEP = 0.04;

  private final IntFloatMap shares;

  BackgroundFrequencies(IntFloatMap shares) {
    this.shares = shares;
  }

  static BackgroundFrequencies standard() {
    return STANDARD;
  }

  /** The share, 0 for a word that is not in the table. */
  float share(int term) {
    return shares.get(term);
  }

  private static BackgroundFrequencies load() {
    try (var raw = BackgroundFrequencies.class.getResourceAsStream(FILE)) {
      if (raw == null) {
        throw new FileNotFoundException(FILE);
      }
      try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(raw)))) {
        int size = in.readInt();
        var shares = new IntFloatMap(size);
        for (int i = 0; i < size; i++) {
          int term = in.readInt();
          shares.put(term, (float) Math.exp(-STEP * in.readUnsignedByte()));
        }
        return new BackgroundFrequencies(shares);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
