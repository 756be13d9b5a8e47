/** Who copied whom: originals, wire copy and reposts. */
@NullMarked
package dev.annals.lineage;

import org.jspecify.annotations.NullMarked;
