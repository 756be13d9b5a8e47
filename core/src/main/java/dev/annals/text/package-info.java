/**
 * Text and positions in it: spans, tokens, sentences, language. The leaf that all other packages
 * share.
 */
@NullMarked
package dev.annals.text;

import org.jspecify.annotations.NullMarked;
