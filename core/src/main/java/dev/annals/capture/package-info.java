/** Captures: what was read, byte for byte, with where and when it was read. Terms follow WARC. */
@NullMarked
package dev.annals.capture;

import org.jspecify.annotations.NullMarked;
