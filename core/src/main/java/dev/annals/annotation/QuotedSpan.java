package dev.annals.annotation;

import dev.annals.text.Span;

/**
 * A stretch of text in quotation marks, not inside another one.
 *
 * @param open offset of the opening mark
 * @param content what stands between the marks
 * @param close offset after the closing mark, or after the content when it is missing
 * @param closed whether there is a closing mark
 * @param continues whether it goes on from an unclosed span that ends the paragraph before
 */
record QuotedSpan(int open, Span content, int close, boolean closed, boolean continues) {}
