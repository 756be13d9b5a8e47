package dev.annals.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Writes a report: for people, for programs, as a page with charts. */
public final class BenchReports {

  private BenchReports() {}

  /** Prints tables. */
  public static void print(SpeedReport report, OutputStream out) {
    report.print(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
  }

  /** Writes one JSON line. */
  public static void json(SpeedReport report, OutputStream out) throws IOException {
    report.json(out);
  }

  /** A page that stands alone. */
  public static String page(SpeedReport report) {
    return SpeedPage.of(report);
  }
}
