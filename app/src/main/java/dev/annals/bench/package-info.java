/** Measures speed and memory. */
@NullMarked
package dev.annals.bench;

import org.jspecify.annotations.NullMarked;
