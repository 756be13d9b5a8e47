package dev.annals.text;

/**
 * A stretch of a text, in UTF-16 code units, half-open: {@code text.substring(start, end)}.
 *
 * @param start offset of the first code unit
 * @param end offset after the last code unit
 */
public record Span(int start, int end) implements Comparable<Span> {

  /** Checks that the span does not run backwards. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no such span: " + start + ".." + end);
    }
  }

  /** The words of this span in its text. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** Number of UTF-16 code units. */
  public int length() {
    return end - start;
  }

  /** Whether {@code other} lies wholly inside this span. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether the offset lies inside this span. */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  /** Whether the two spans share at least one code unit. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** By start, then by end. */
  @Override
  public int compareTo(Span other) {
    int order = Integer.compare(start, other.start);
    return order != 0 ? order : Integer.compare(end, other.end);
  }
}
