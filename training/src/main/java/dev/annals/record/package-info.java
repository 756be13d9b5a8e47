/** Measures what records cost. */
@NullMarked
package dev.annals.record;

import org.jspecify.annotations.NullMarked;
