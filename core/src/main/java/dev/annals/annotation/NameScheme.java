package dev.annals.annotation;

/**
 * The labels the name tagger decides between: outside, and for each of the four kinds of names its
 * first token, a token inside, its last token, or a name of one token. What may follow what is
 * fixed.
 */
final class NameScheme {

  static final int OUTSIDE = 0;
  static final int KINDS = 4;
  static final int LABELS = 1 + 4 * KINDS;

  private static final int BEGIN = 1;
  private static final int INSIDE = 2;
  private static final int LAST = 3;
  private static final int SINGLE = 4;

  /** Which labels may come before each label. */
  static final int[][] BEFORE = before();

  private NameScheme() {}

  static int kind(int label) {
    return (label - 1) / 4;
  }

  private static int position(int label) {
    return label == OUTSIDE ? 0 : (label - 1) % 4 + 1;
  }

  static boolean mayStart(int label) {
    int position = position(label);
    return position != INSIDE && position != LAST;
  }

  static boolean mayEnd(int label) {
    int position = position(label);
    return position != BEGIN && position != INSIDE;
  }

  static boolean mayFollow(int before, int label) {
    if (mayEnd(before)) {
      return mayStart(label);
    }
    return !mayStart(label) && kind(before) == kind(label);
  }

  /** The label of a token of a name that runs from one token to another. */
  static int label(int kind, int token, int first, int last) {
    int position = first == last ? SINGLE : token == first ? BEGIN : token == last ? LAST : INSIDE;
    return 1 + 4 * kind + position - 1;
  }

  /** As {@link NameLabel}, which knows no last and no single. */
  static int simple(int label) {
    if (label == OUTSIDE) {
      return 0;
    }
    int position = position(label);
    return 1 + 2 * kind(label) + (position == BEGIN || position == SINGLE ? 0 : 1);
  }

  private static int[][] before() {
    int[][] before = new int[LABELS][];
    for (int label = 0; label < LABELS; label++) {
      int to = label;
      before[label] =
          java.util.stream.IntStream.range(0, LABELS).filter(from -> mayFollow(from, to)).toArray();
    }
    return before;
  }
}
