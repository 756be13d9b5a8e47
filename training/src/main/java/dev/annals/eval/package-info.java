/** Scores Annals against benchmark folders. */
@NullMarked
package dev.annals.eval;

import org.jspecify.annotations.NullMarked;
