package dev.annals.export;

import dev.annals.record.StoryRecord;
import dev.annals.text.Datelines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the words of the weightiest entries over the drawing so that neither words nor the lines
 * that lead from them meet.
 */
final class AxisLabels {

  private static final int MOST = 14;
  private static final int ROWS = 5;
  private static final int ROW = 17;
  private static final int LENGTH = 46;

  /** Of a letter of the size that drawings use; words are cut by it, so it is on the wide side. */
  private static final double LETTER = 7;

  private record Offer(int entry, int x, int top) {}

  private record Placed(Offer offer, String text, int left, int right, int row) {}

  private final StoryRecord record;
  private final List<Offer> offers = new ArrayList<>();
  private final List<Placed> placed = new ArrayList<>();
  private boolean chosen;

  AxisLabels(StoryRecord record) {
    this.record = record;
  }

  /** An entry that may get words; {@code top} is how high its dots reach over the axis. */
  void offer(int entry, int x, int top) {
    if (!record.timeline().get(entry).background()) {
      offers.add(new Offer(entry, x, top));
    }
  }

  /** Room that the words take. */
  int height() {
    choose();
    return placed.isEmpty() ? 6 : rows() * ROW + 10;
  }

  private int rows() {
    return 1 + placed.stream().mapToInt(Placed::row).max().orElse(0);
  }

  private void choose() {
    if (chosen) {
      return;
    }
    chosen = true;
    offers.sort(
        Comparator.comparingDouble((Offer o) -> -record.timeline().get(o.entry()).importance())
            .thenComparing(Offer::entry));
    for (Offer offer : offers.subList(0, Math.min(MOST, offers.size()))) {
      String text = Markup.shorten(Datelines.without(words(offer)), LENGTH);
      int width = (int) (text.length() * LETTER);
      // words beside the line when over it there is something else
      for (int left : List.of(offer.x() - width / 2, offer.x() - 8, offer.x() - width + 8)) {
        int inside = Math.max(2, Math.min(left, TimeAxis.WIDTH - width - 2));
        int row = row(offer.x(), inside, inside + width);
        if (row >= 0) {
          placed.add(new Placed(offer, text, inside, inside + width, row));
          break;
        }
      }
    }
  }

  private String words(Offer offer) {
    return record.timeline().get(offer.entry()).text().strip();
  }

  /** The lowest free row; 0 is the lowest. -1 when there is none. */
  private int row(int x, int left, int right) {
    for (int row = 0; row < ROWS; row++) {
      boolean free = true;
      for (Placed other : placed) {
        boolean meets =
            other.row() == row && left < other.right() + 12 && right + 12 > other.left();
        boolean crosses = other.row() < row && x > other.left() - 5 && x < other.right() + 5;
        boolean crossed =
            other.row() > row && other.offer().x() > left - 5 && other.offer().x() < right + 5;
        boolean sameLine = Math.abs(other.offer().x() - x) < 3;
        free &= !(meets || crosses || crossed || sameLine);
      }
      if (free) {
        return row;
      }
    }
    return -1;
  }

  List<TimeAxis.Label> labels(int baseline) {
    choose();
    var labels = new ArrayList<TimeAxis.Label>();
    for (Placed label : placed) {
      int y = (rows() - label.row()) * ROW - 3;
      labels.add(
          new TimeAxis.Label(
              label.offer().entry(),
              label.left(),
              y,
              label.offer().x(),
              y + 4,
              baseline - label.offer().top() - 8,
              label.text()));
    }
    labels.sort(Comparator.comparingInt(TimeAxis.Label::entry));
    return labels;
  }
}
