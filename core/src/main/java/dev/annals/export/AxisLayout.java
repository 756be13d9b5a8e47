package dev.annals.export;

import dev.annals.record.StoryRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the places of a {@link TimeAxis}. One record, any number of windows. */
final class AxisLayout {

  private static final int LEFT = 14;
  private static final int RIGHT = TimeAxis.WIDTH - 14;
  private static final int COLUMN = 9;
  private static final int COLUMNS = (RIGHT - LEFT) / COLUMN;
  private static final int STEP = 9;
  private static final int MOST_DOTS = 6;
  private static final int GAP = 3;

  /** Higher than this no stack begins: what is there is listed below the drawing anyway. */
  private static final int HIGHEST = 190;

  private static final int LOWEST_BOX = 40;
  private static final long SHORTEST = 60;
  private static final long LONGEST = 400L * 366 * TimeSpan.DAY;

  private final StoryRecord record;
  private final Map<Integer, TimeSpan> spans = new TreeMap<>();

  AxisLayout(StoryRecord record) {
    this.record = record;
    for (int i = 0; i < record.timeline().size(); i++) {
      StoryRecord.Entry entry = record.timeline().get(i);
      TimeSpan span = TimeSpan.of(entry.date(), entry.time());
      if (span != null) {
        spans.put(i, span);
      }
    }
  }

  @Nullable TimeAxis focused() {
    if (spans.size() < 2) {
      return null;
    }
    TimeSpan story = TimeSpan.of(record.start(), null);
    TimeSpan end = TimeSpan.of(record.end(), null);
    long from = story == null ? first() : story.from();
    long to = end == null ? last() : Math.max(end.to(), from + TimeSpan.DAY);
    // what is announced for the next days belongs to the picture
    long horizon = to + 2 * TimeSpan.DAY;
    for (var span : spans.entrySet()) {
      boolean background = record.timeline().get(span.getKey()).background();
      if (!background && span.getValue().to() <= horizon && span.getValue().from() >= from) {
        to = Math.max(to, span.getValue().to());
      }
    }
    long pad = Math.max(15, (to - from) / 60);
    return between(from - pad, to + pad);
  }

  private long first() {
    return spans.values().stream().mapToLong(TimeSpan::from).min().orElse(0);
  }

  private long last() {
    return spans.values().stream().mapToLong(TimeSpan::to).max().orElse(0);
  }

  @Nullable TimeAxis between(long from, long to) {
    if (spans.size() < 2) {
      return null;
    }
    long length = Math.min(LONGEST, Math.max(SHORTEST, to - from));
    return new Drawing(from, from + length).axis();
  }

  /** One window on its way to a drawing. */
  private final class Drawing {

    private final long from;
    private final long to;
    private final int[] heights = new int[COLUMNS + 1];
    private final Map<Integer, Integer> bottoms = new LinkedHashMap<>();
    private final Map<Integer, Integer> columns = new HashMap<>();

    Drawing(long from, long to) {
      this.from = from;
      this.to = to;
    }

    TimeAxis axis() {
      int earlier = 0;
      int later = 0;
      var exact = new ArrayList<Integer>();
      var within = new LinkedHashMap<TimeSpan, List<Integer>>();
      for (var entry : spans.entrySet()) {
        TimeSpan span = entry.getValue();
        if (span.to() < from || !span.exact() && span.to() == from) {
          earlier++;
        } else if (span.from() >= to) {
          later++;
        } else if (span.exact()) {
          exact.add(entry.getKey());
        } else {
          within.computeIfAbsent(span, s -> new ArrayList<>()).add(entry.getKey());
        }
      }
      exact.forEach(i -> stack(i, column(at(i).from())));
      var spread = new ArrayList<>(within.entrySet());
      spread.sort(
          Comparator.comparingLong(
              (Map.Entry<TimeSpan, List<Integer>> e) -> e.getKey().to() - e.getKey().from()));
      spread.forEach(e -> spread(e.getKey(), e.getValue()));
      int highest = LOWEST_BOX;
      for (int height : heights) {
        highest = Math.max(highest, height);
      }
      var labels = new AxisLabels(record);
      bottoms.forEach((i, bottom) -> labels.offer(i, x(columns.get(i)), bottom + size(i)));
      int top = labels.height();
      int baseline = top + highest + 8;
      return new TimeAxis(
          from,
          to,
          baseline + 40,
          baseline,
          AxisTicks.of(from, to, this::place),
          bands(within),
          stacks(baseline),
          labels.labels(baseline),
          earlier,
          later,
          first(),
          last());
    }

    private TimeSpan at(int entry) {
      TimeSpan span = spans.get(entry);
      return span == null ? new TimeSpan(from, from) : span;
    }

    private int place(long minute) {
      long inside = Math.max(from, Math.min(to, minute));
      return (int) (LEFT + (RIGHT - LEFT) * (inside - from) / (to - from));
    }

    private int column(long minute) {
      return Math.min(COLUMNS, (place(minute) - LEFT) / COLUMN);
    }

    private int x(@Nullable Integer column) {
      return LEFT + (column == null ? 0 : column) * COLUMN + COLUMN / 2;
    }

    private int size(int entry) {
      int sources = record.timeline().get(entry).sources();
      return Math.max(1, Math.min(MOST_DOTS, sources)) * STEP;
    }

    private void stack(int entry, int column) {
      if (heights[column] <= HIGHEST) {
        int bottom = heights[column] == 0 ? 0 : heights[column] + GAP;
        bottoms.put(entry, bottom);
        columns.put(entry, column);
        heights[column] = bottom + size(entry);
      }
    }

    /**
     * Where in its stretch an entry stands says nothing, so the weightiest stand far apart and have
     * room for their words.
     */
    private void spread(TimeSpan span, List<Integer> entries) {
      int first = column(span.from());
      int last = Math.max(first, column(span.to() - 1));
      var order = new ArrayList<>(entries);
      order.sort(
          Comparator.comparingDouble((Integer i) -> -record.timeline().get(i).importance())
              .thenComparing(i -> i));
      for (int number = 0; number < order.size(); number++) {
        int wish = first + (int) (halved(number + 1) * (last - first + 1));
        stack(order.get(number), lowest(first, last, Math.min(wish, last)));
      }
    }

    /** 1/2, 1/4, 3/4, 1/8, 5/8 …: each as far as may be from those before. */
    private static double halved(int number) {
      double place = 0;
      double part = 0.5;
      for (int left = number; left > 0; left /= 2) {
        place += part * (left % 2);
        part /= 2;
      }
      return place;
    }

    /** The lowest column of a range; of several the one nearest to where it should stand. */
    private int lowest(int first, int last, int wish) {
      int best = wish;
      for (int c = first; c <= last; c++) {
        if (heights[c] < heights[best]
            || heights[c] == heights[best] && Math.abs(c - wish) < Math.abs(best - wish)) {
          best = c;
        }
      }
      return best;
    }

    private List<TimeAxis.Band> bands(Map<TimeSpan, List<Integer>> within) {
      var bands = new ArrayList<TimeAxis.Band>();
      for (TimeSpan span : within.keySet()) {
        int x = place(span.from());
        int level =
            span.to() - span.from() > TimeSpan.DAY
                ? 2
                : span.to() - span.from() == TimeSpan.DAY ? 1 : 0;
        bands.add(new TimeAxis.Band(x + 1, Math.max(3, place(span.to()) - x - 2), level));
      }
      return bands;
    }

    private List<TimeAxis.Stack> stacks(int baseline) {
      var stacks = new ArrayList<TimeAxis.Stack>();
      for (int entry : new TreeMap<>(bottoms).keySet()) {
        StoryRecord.Entry told = record.timeline().get(entry);
        Integer bottom = bottoms.get(entry);
        var dots = new ArrayList<Integer>();
        for (int up = 0; up < size(entry); up += STEP) {
          dots.add(baseline - 8 - (bottom == null ? 0 : bottom) - up);
        }
        TimeSpan span = at(entry);
        String style = span.exact() ? "exact" : span.longerThanADay() ? "loose" : "day";
        stacks.add(
            new TimeAxis.Stack(
                entry,
                span.exact() ? place(span.from()) : x(columns.get(entry)),
                style,
                told.background() ? "background" : JsonOut.label(told.modality()),
                dots,
                Math.max(0, told.sources() - MOST_DOTS),
                title(told)));
      }
      return stacks;
    }

    private String title(StoryRecord.Entry entry) {
      String day = DayNames.day(entry.date());
      return day
          + (entry.time() == null ? "" : ", " + entry.time())
          + ": "
          + Markup.shorten(entry.text(), 140)
          + " ("
          + entry.sources()
          + (entry.sources() == 1 ? " source)" : " sources)");
    }
  }
}
