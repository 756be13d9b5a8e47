/** The record of a story: every statement with the sentences that say it. */
@NullMarked
package dev.annals.record;

import org.jspecify.annotations.NullMarked;
