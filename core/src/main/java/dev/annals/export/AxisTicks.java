package dev.annals.export;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToIntFunction;

/** Chooses round times for the marks of an axis: hours, days, months or years. */
final class AxisTicks {

  private static final int MOST = 9;

  /** Width of a letter as drawings have it, on the wide side. */
  private static final double LETTER = 7.4;

  private static final int[] MINUTES = {5, 15, 30, 60, 120, 180, 360, 720};
  private static final int[] DAYS = {1, 2, 7, 14};
  private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter FULL_DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private AxisTicks() {}

  static List<TimeAxis.Tick> of(long from, long to, LongToIntFunction place) {
    long length = to - from;
    for (int step : MINUTES) {
      if (length / step <= MOST) {
        return legible(minutes(from, to, step, place));
      }
    }
    for (int step : DAYS) {
      if (length / (step * TimeSpan.DAY) <= MOST) {
        return legible(minutes(from, to, step * TimeSpan.DAY, place));
      }
    }
    for (int step : MONTHS) {
      if (length / (step * 30 * TimeSpan.DAY) <= MOST) {
        return legible(months(from, to, step, place));
      }
    }
    return legible(months(from, to, 1200, place));
  }

  /** Takes the words off marks where they would meet others or the end; days go before hours. */
  private static List<TimeAxis.Tick> legible(List<TimeAxis.Tick> ticks) {
    var shown = new ArrayList<TimeAxis.Tick>();
    for (boolean strong : new boolean[] {true, false}) {
      for (TimeAxis.Tick tick : ticks) {
        boolean free = tick.strong() == strong && right(tick) <= TimeAxis.WIDTH;
        for (TimeAxis.Tick other : shown) {
          free &= right(tick) < other.x() || right(other) < tick.x();
        }
        if (free) {
          shown.add(tick);
        }
      }
    }
    return ticks.stream()
        .map(
            t -> shown.contains(t) ? t : new TimeAxis.Tick(t.x(), "", t.from(), t.to(), t.strong()))
        .toList();
  }

  private static int right(TimeAxis.Tick tick) {
    return tick.x() + 4 + (int) (tick.label().length() * LETTER);
  }

  private static List<TimeAxis.Tick> minutes(
      long from, long to, long step, LongToIntFunction place) {
    var ticks = new ArrayList<TimeAxis.Tick>();
    for (long at = -Math.floorDiv(-from, step) * step; at < to; at += step) {
      var time = LocalDateTime.ofEpochSecond(at * 60, 0, ZoneOffset.UTC);
      boolean midnight = Math.floorMod(at, TimeSpan.DAY) == 0;
      boolean days = step >= TimeSpan.DAY;
      boolean first = ticks.isEmpty();
      DateTimeFormatter day = first ? FULL_DAY : days ? DAY : WEEKDAY;
      String label = midnight ? day.format(time) : CLOCK.format(time);
      long next = midnight && !days ? at + TimeSpan.DAY : at + step;
      ticks.add(new TimeAxis.Tick(place.applyAsInt(at), label, at, next, midnight && !days));
    }
    return ticks;
  }

  private static List<TimeAxis.Tick> months(long from, long to, int step, LongToIntFunction place) {
    var ticks = new ArrayList<TimeAxis.Tick>();
    LocalDate first = LocalDate.ofEpochDay(Math.floorDiv(from, TimeSpan.DAY)).withDayOfMonth(1);
    int month = first.getYear() * 12 + first.getMonthValue() - 1;
    month = Math.floorDiv(month, step) * step;
    for (; ; month += step) {
      LocalDate day = LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
      long at = day.toEpochDay() * TimeSpan.DAY;
      if (at >= to) {
        return ticks;
      }
      if (at >= from) {
        String label = step % 12 == 0 ? Integer.toString(day.getYear()) : MONTH.format(day);
        long next = day.plusMonths(step).toEpochDay() * TimeSpan.DAY;
        ticks.add(
            new TimeAxis.Tick(place.applyAsInt(at), label, at, next, day.getMonthValue() == 1));
      }
    }
  }
}
