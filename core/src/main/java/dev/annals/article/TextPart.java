package dev.annals.article;

import org.jspecify.annotations.Nullable;

/** A block of a text while its role is being found out. */
final class TextPart {

  /** Blocks longer than this are paragraphs: nothing else is so long. */
  static final int SHORT = 600;

  final int start;
  final int end;
  @Nullable Role role;

  /** Credit of the picture that this caption belongs to, or null. */
  @Nullable CreditLine credit;

  private final String text;
  private @Nullable String plain;

  TextPart(String text, int start, int end) {
    this(text, start, end, null);
  }

  TextPart(String text, int start, int end, @Nullable Role role) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.role = role;
  }

  /** Whether it may still be anything. */
  boolean isOpen() {
    return role == null && end - start <= SHORT;
  }

  String words() {
    return text.substring(start, end);
  }

  /** Its words as lists are written; empty for a long block. */
  String plain() {
    String known = plain;
    if (known == null) {
      known = end - start > SHORT ? "" : Words.plain(text, start, end);
      plain = known;
    }
    return known;
  }

  /** A block that is part of this one; white space at its limits is left out. */
  TextPart slice(int from, int to, @Nullable Role sliceRole) {
    int first = from;
    int last = to;
    while (first < last && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return new TextPart(text, first, last, sliceRole);
  }

  boolean isEmpty() {
    return start == end;
  }

  /** Whether it ends as a sentence does, closing quotation marks and brackets not counted. */
  boolean endsSentence() {
    for (int i = end - 1; i >= start; i--) {
      char c = text.charAt(i);
      if (".!?\u2026".indexOf(c) >= 0) {
        return true;
      }
      if ("\"'\u201D\u2019)]".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }
}
