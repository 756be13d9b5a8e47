package dev.annals.export;

import dev.annals.record.StoryRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A timeline drawn to scale in a box {@link #WIDTH} wide: each entry is a stack of dots, one for
 * each independent source, at its time. What is known to the minute stands at that minute; what is
 * known to the day, week or month only is hollow and stands anywhere within, over a band that shows
 * how long that is. Times are those stated, whatever their zone.
 *
 * @param from first minute shown, counted from 1970
 * @param to the minute after the last one shown
 * @param height height of the box
 * @param baseline where the axis lies in it
 * @param ticks marks of the axis
 * @param bands stretches that entries are known to lie in
 * @param stacks the entries
 * @param labels the words of the weightiest entries
 * @param earlier number of entries before
 * @param later number of entries after
 * @param wholeFrom first minute of all entries
 * @param wholeTo the minute after the last one of all entries
 */
public record TimeAxis(
    long from,
    long to,
    int height,
    int baseline,
    List<Tick> ticks,
    List<Band> bands,
    List<Stack> stacks,
    List<Label> labels,
    int earlier,
    int later,
    long wholeFrom,
    long wholeTo) {

  /** Width of the box. */
  public static final int WIDTH = 1000;

  /** Copies the lists. */
  public TimeAxis {
    ticks = List.copyOf(ticks);
    bands = List.copyOf(bands);
    stacks = List.copyOf(stacks);
    labels = List.copyOf(labels);
  }

  /**
   * A mark of the axis.
   *
   * @param from first minute of the stretch that it names
   * @param to the minute after it
   * @param strong whether a new day, month or year begins at it
   */
  public record Tick(int x, String label, long from, long to, boolean strong) {}

  /** A stretch of the axis that entries are known to lie in; level 0 is next to the axis. */
  public record Band(int x, int width, int level) {}

  /**
   * An entry.
   *
   * @param entry its number in the record's timeline
   * @param style {@code exact}, {@code day}, or {@code loose} for longer stretches
   * @param modality what the entry is: {@code asserted}, {@code planned} …; {@code background}
   * @param dots one a source, from the axis upwards
   * @param more sources that there is no room for
   * @param title when and what, for those who cannot see where it stands
   */
  public record Stack(
      int entry, int x, String style, String modality, List<Integer> dots, int more, String title) {

    /** Copies the list. */
    public Stack {
      dots = List.copyOf(dots);
    }
  }

  /** Words of an entry with the line that leads to its dots. */
  public record Label(
      int entry, int x, int y, int lineX, int lineTop, int lineBottom, String text) {}

  /**
   * The days of the story, or null when fewer than two entries have a date. Entries far before and
   * after are counted in {@link #earlier} and {@link #later}.
   */
  public static @Nullable TimeAxis of(StoryRecord record) {
    return new AxisLayout(record).focused();
  }

  /** All that lies between two minutes, or null when no two entries have a date. */
  public static @Nullable TimeAxis of(StoryRecord record, long from, long to) {
    return new AxisLayout(record).between(from, to);
  }
}
