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
      err.println("rejected " + rejection.origin() + ": " + rejection.reason());
    }
    if (!rejections.isEmpty()) {
      err.println(count(rejections.size(), "document") + " rejected");
    }
  }

  /** {@code 1 article}, {@code 2 articles}. */
  static String count(long number, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return number + " " + (number == 1 ? noun : plural);
  }
}
