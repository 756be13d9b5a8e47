package dev.annals.cli;

import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes: results to {@code out}, all else to {@code err}.
 *
 * @param in standard input
 * @param out results
 * @param err messages
 * @param terminal whether somebody is watching: then progress is shown
 */
record Console(InputStream in, OutputStream out, PrintStream err, boolean terminal) {

  Console {
    out = new BufferedOutputStream(out, 1 << 16);
  }

  /** Results as text; what is written must be flushed. */
  PrintWriter writer() {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
