/** The engine: wires the packages below into one pipeline. */
@NullMarked
package dev.annals;

import org.jspecify.annotations.NullMarked;
