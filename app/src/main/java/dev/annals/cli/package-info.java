/** The command line. */
@NullMarked
package dev.annals.cli;

import org.jspecify.annotations.NullMarked;
