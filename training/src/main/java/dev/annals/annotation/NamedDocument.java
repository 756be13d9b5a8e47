package dev.annals.annotation;

import java.util.List;
import java.util.Map;

/**
 * A document whose names are known.
 *
 * @param text running text, one sentence or paragraph a line
 * @param names where names stand
 * @param parts Penn tag of the token that starts at an offset; empty when the source has none
 */
record NamedDocument(String text, List<Name> names, Map<Integer, String> parts) {

  /** A name of the kinds that {@link NameScheme} counts. */
  record Name(int start, int end, int kind) {}
}
