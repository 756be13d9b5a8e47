package dev.annals.article;

import java.util.Locale;

/** What a block of an article's text is for. */
public enum Role {
  HEADLINE,
  STANDFIRST,
  PARAGRAPH,
  HEADING,
  CAPTION,
  LIST,
  DATELINE,
  BYLINE,
  CREDIT,
  RELATED,
  PROMOTION,
  UPDATE,
  OTHER;

  /**
   * Whether blocks of this role make up the body: what the outlet reports, without pictures and
   * furniture.
   */
  public boolean isBody() {
    return this == PARAGRAPH || this == HEADING || this == LIST;
  }

  /** The name used in JSON: {@code paragraph}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
