package dev.annals.annotation;

import dev.annals.text.Span;

/**
 * A time expression with its TIMEX3 value (ISO 24617-1).
 *
 * @param start offset in the text
 * @param end offset after it
 * @param type DATE, TIME, DURATION or SET
 * @param value {@code 2031-03-05}, {@code 2031-W10}, {@code P3D}, {@code PRESENT_REF}, {@code
 *     XXXX-WXX-3}
 * @param rule the rule that read it
 */
public record TimeExpression(int start, int end, TimeType type, String value, String rule) {

  /** Where it stands. */
  public Span span() {
    return new Span(start, end);
  }
}
