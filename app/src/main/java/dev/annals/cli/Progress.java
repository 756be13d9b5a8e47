package dev.annals.cli;

/** A line on the terminal that counts articles; silent where nobody watches. */
final class Progress {

  private static final long EVERY_NANOS = 100_000_000L;

  private final Console console;
  private final long start = System.nanoTime();
  private long shown = start;
  private long articles;

  Progress(Console console) {
    this.console = console;
  }

  void article() {
    articles++;
    long now = System.nanoTime();
    if (console.terminal() && now - shown > EVERY_NANOS) {
      shown = now;
      long rate = Math.round(articles * 1e9 / Math.max(1, now - start));
      console.err().print("\r" + Reports.count(articles, "article") + ", " + rate + "/s ");
      console.err().flush();
    }
  }

  /** Says what is done now. */
  void note(String what) {
    if (console.terminal()) {
      shown = System.nanoTime();
      console.err().print("\r\u001b[K" + what + " ");
      console.err().flush();
    }
  }

  /** Clears the line. */
  void end() {
    if (console.terminal() && shown != start) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
  }

  long articles() {
    return articles;
  }
}
