package dev.annals.cli;

import dev.annals.capture.Rejection;
import java.io.PrintStream;
import java.util.List;

/** What every command says in the same words. */
final class Reports {

  private Reports() {}

  /** Each rejected document with its reason, and their number. */
  static void rejections(List<Rejection> rejections, PrintStream err) {
    for (Rejection rejection : rejections) {
      err.println(line("rejected " + rejection.origin() + ": " + rejection.reason()));
    }
    if (!rejections.isEmpty()) {
      err.println(count(rejections.size(), "document") + " rejected");
    }
  }

  /** In one line, whatever a file is called: no line ends, nothing that steers a terminal. */
  static String line(String text) {
    var line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean steers =
                  Character.isISOControl(c)
                      || type == Character.FORMAT
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR;
              line.appendCodePoint(steers ? '\uFFFD' : c);
            });
    return line.toString();
  }

  /** {@code 1 article}, {@code 2 articles}. */
  static String count(long number, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return number + " " + (number == 1 ? noun : plural);
  }
}
