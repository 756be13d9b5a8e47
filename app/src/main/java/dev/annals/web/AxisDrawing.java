package dev.annals.web;

import dev.annals.annotation.Modality;
import dev.annals.record.StoryRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws a timeline: days along a line, one dot an entry, stacked where they meet. */
final class AxisDrawing {

  private static final int LEFT = 30;
  private static final int RIGHT = 970;
  private static final int STEP = 16;
  private static final int HIGHEST = 12;
  private static final int TICKS = 8;

  private final List<StoryRecord.Entry> entries;

  AxisDrawing(List<StoryRecord.Entry> entries) {
    this.entries = entries;
  }

  /** The drawing, or null when fewer than two entries have a day. */
  StoryPage.@Nullable Axis axis() {
    LocalDate first = null;
    LocalDate last = null;
    int dated = 0;
    for (StoryRecord.Entry entry : entries) {
      LocalDate day = day(entry);
      if (day != null && !entry.background()) {
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
        dated++;
      }
    }
    if (first == null || last == null || dated < 2) {
      return null;
    }
    long from = first.toEpochDay() * 24;
    long hours = (last.toEpochDay() + 1) * 24 - from;
    var stacked = new HashMap<Integer, Integer>();
    int highest = 1;
    for (StoryRecord.Entry entry : entries) {
      Integer x = x(entry, from, hours);
      if (x != null) {
        highest = Math.max(highest, Math.min(HIGHEST, stacked.merge(x / STEP, 1, Integer::sum)));
      }
    }
    int baseline = highest * STEP + 16;
    var dots = dots(from, hours, baseline);
    return new StoryPage.Axis(
        baseline + 30,
        baseline,
        "Timeline from "
            + Words.date(first.toString())
            + " to "
            + Words.date(last.toString())
            + " with "
            + dots.size()
            + " entries; listed below",
        ticks(first, last, from, hours),
        dots);
  }

  private List<StoryPage.Dot> dots(long from, long hours, int baseline) {
    Map<Integer, Integer> stacked = new HashMap<>();
    var dots = new ArrayList<StoryPage.Dot>();
    for (int i = 0; i < entries.size(); i++) {
      StoryRecord.Entry entry = entries.get(i);
      Integer x = x(entry, from, hours);
      if (x == null) {
        continue;
      }
      int level = stacked.merge(x / STEP, 1, Integer::sum);
      if (level > HIGHEST) {
        continue;
      }
      String style =
          entry.modality() == Modality.PLANNED ? "planned" : entry.time() == null ? "hollow" : "";
      dots.add(
          new StoryPage.Dot(
              x / STEP * STEP + STEP / 2,
              baseline - level * STEP + 6,
              Math.min(7, 3 + entry.sources()),
              style,
              "e" + i,
              Words.when(entry.date(), entry.time()) + ": " + Words.shorten(entry.text(), 120)));
    }
    return dots;
  }

  private static List<StoryPage.Tick> ticks(
      LocalDate first, LocalDate last, long from, long hours) {
    long days = last.toEpochDay() - first.toEpochDay() + 1;
    long step = Math.max(1, (days + TICKS - 1) / TICKS);
    var ticks = new ArrayList<StoryPage.Tick>();
    for (long day = 0; day < days; day += step) {
      LocalDate date = first.plusDays(day);
      long middle = date.toEpochDay() * 24 + 12;
      ticks.add(new StoryPage.Tick(place(middle, from, hours), Words.date(date.toString())));
    }
    return ticks;
  }

  private static @Nullable Integer x(StoryRecord.Entry entry, long from, long hours) {
    LocalDate day = day(entry);
    if (day == null || entry.background()) {
      return null;
    }
    int hour = 12;
    if (entry.time() != null) {
      try {
        hour =
            LocalTime.parse(entry.time().substring(0, Math.min(5, entry.time().length())))
                .getHour();
      } catch (DateTimeException e) {
        hour = 12; // a part of the day rather than a clock time
      }
    }
    return place(day.toEpochDay() * 24 + hour, from, hours);
  }

  private static int place(long hour, long from, long hours) {
    return (int) (LEFT + (RIGHT - LEFT) * (hour - from) / Math.max(1, hours));
  }

  private static @Nullable LocalDate day(StoryRecord.Entry entry) {
    try {
      return entry.date() == null || entry.date().length() < 10
          ? null
          : LocalDate.parse(entry.date().substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
