/** Records and articles as bytes for readers. */
@NullMarked
package dev.annals.export;

import org.jspecify.annotations.NullMarked;
