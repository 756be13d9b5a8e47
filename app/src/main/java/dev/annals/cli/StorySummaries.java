package dev.annals.cli;

import dev.annals.record.StoryRecord;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;

/** A story in a few lines. */
final class StorySummaries {

  private static final int ENTRIES = 5;
  private static final int WIDTH = 100;

  private StorySummaries() {}

  static void print(StoryRecord record, PrintWriter out) {
    out.println(line(record.title()));
    out.println(
        "  "
            + days(record)
            + Reports.count(record.articles().size(), "article")
            + ", "
            + Reports.count(record.independentSources(), "independent source")
            + ", "
            + Reports.count(record.quotes().size(), "quote")
            + ", "
            + Reports.count(record.disagreements().size(), "disagreement")
            + "; annals show "
            + record.id());
    var entries = new ArrayList<StoryRecord.Entry>();
    for (StoryRecord.Entry entry : record.timeline()) {
      if (!entry.background()) {
        entries.add(entry);
      }
    }
    entries.sort(Comparator.comparingDouble(StoryRecord.Entry::importance).reversed());
    for (StoryRecord.Entry entry : entries.subList(0, Math.min(ENTRIES, entries.size()))) {
      String date = entry.date() == null ? "" : entry.date() + "  ";
      String sources = entry.sources() > 1 ? " (" + entry.sources() + " sources)" : "";
      out.println("  " + cut(date + line(entry.text()), WIDTH - sources.length()) + sources);
    }
  }

  private static String days(StoryRecord record) {
    if (record.start() == null) {
      return "no date, ";
    }
    return record.start().equals(record.end())
        ? record.start() + ", "
        : record.start() + " to " + record.end() + ", ";
  }

  private static String cut(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    int blank = text.lastIndexOf(' ', width - 2);
    return text.substring(0, blank > width / 2 ? blank : width - 2) + " …";
  }

  /** Document text for a terminal: on one line, without control characters. */
  static String line(String text) {
    var line = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        blank = line.length() > 0;
      } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
        if (blank) {
          line.append(' ');
          blank = false;
        }
        line.append(c);
      }
    }
    return line.toString();
  }
}
