package dev.annals.article;

import org.jspecify.annotations.Nullable;

/** A run of text of a page between two borders of blocks, with what the page says about it. */
final class PageBlock {

  /** Its place among the blocks of the page. */
  final int number;

  final String text;
  final PageContext context;

  /** What it shares with its siblings: the parent of a paragraph, heading or list item. */
  final PageContext container;

  /** Characters of it that are in links. */
  final int linkChars;

  final int boldChars;
  final int words;

  /** Position among the pictures of the page: how many came before it. */
  final int picturesBefore;

  /** The innermost element at its start, which may be an inline one. */
  PageContext inner;

  /** Role given to it; null until somebody knows. */
  @Nullable Role role;

  /** Time of the live-blog entry that it opens or belongs to, or null. */
  @Nullable String time;

  /** How sure it is that it is body, 0 to 1. */
  double score;

  PageBlock(
      int number,
      String text,
      PageContext context,
      int linkChars,
      int boldChars,
      int picturesBefore) {
    this.number = number;
    this.text = text;
    this.context = context;
    this.inner = context;
    this.linkChars = linkChars;
    this.boldChars = boldChars;
    this.picturesBefore = picturesBefore;
    this.container = context.tag.unit && context.parent != null ? context.parent : context;
    this.words = Words.measure(text);
  }

  /** Where it stands: that of the object itself is dear to make. */
  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  String tag() {
    return context.element.normalName();
  }

  boolean isHeading() {
    return context.tag.heading > 0;
  }

  /** Whether it is nothing but links. */
  boolean isLinked() {
    return linkDensity() > 0.8;
  }

  double linkDensity() {
    return text.isEmpty() ? 0 : Math.min(1.0, (double) linkChars / text.length());
  }
}
