package dev.annals.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A word of a text. A frequent one is one object in all texts, and so a place to keep what was
 * found out about it. Safe for use by several threads.
 */
public final class Word {

  private final String text;
  private final String lower;
  private final int hash;
  private volatile @Nullable Object kept;
  private volatile @Nullable Object noted;
  private volatile @Nullable Object counted;

  Word(String text, int hash) {
    this.text = text;
    this.lower = text.toLowerCase(Locale.ROOT);
    this.hash = hash;
  }

  /** The word as it stands. */
  public String text() {
    return text;
  }

  /** The word in lower case. */
  public String lower() {
    return lower;
  }

  /** What was kept with the word, or null. */
  public @Nullable Object kept() {
    return kept;
  }

  /** Keeps something with the word; two threads that work it out at once keep equal things. */
  public void keep(Object found) {
    kept = found;
  }

  /** What records have noted of the word, or null. */
  public @Nullable Object noted() {
    return noted;
  }

  /**
   * Notes something beside what is kept; two threads that work it out at once note equal things.
   */
  public void note(Object found) {
    noted = found;
  }

  /** What stories count of the word, or null. */
  public @Nullable Object counted() {
    return counted;
  }

  /** Keeps what stories count; two threads that work it out at once keep equal things. */
  public void count(Object found) {
    counted = found;
  }

  /** Whether a stretch of a text is this word. */
  boolean is(int otherHash, String other, int start, int end) {
    return hash == otherHash && text.length() == end - start && other.startsWith(text, start);
  }
}
