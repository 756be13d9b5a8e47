package dev.annals.web;

import dev.annals.export.TimeAxis;
import dev.annals.record.StoryRecord;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The timeline drawn, with links that show less or more of it: they work without a script, and with
 * one without loading the page again.
 *
 * @param axis the drawing
 * @param label what it shows, in words
 * @param story address of the story
 * @param links where each entry of the timeline is listed
 */
public record AxisView(TimeAxis axis, String label, String story, List<String> links) {

  /** Copies the list. */
  public AxisView {
    links = List.copyOf(links);
  }

  private static final long HOUR = 60;

  /** The drawing of a window in minutes, or of the story's days when there is none. */
  static @Nullable AxisView of(StoryRecord record, @Nullable Long from, @Nullable Long to) {
    TimeAxis axis =
        from == null || to == null || from >= to
            ? TimeAxis.of(record)
            : TimeAxis.of(record, from, to);
    if (axis == null) {
      return null;
    }
    String label =
        "Timeline from "
            + Words.minute(axis.from())
            + " to "
            + Words.minute(axis.to())
            + " with "
            + Words.count(axis.stacks().size(), "entry", "entries")
            + "; listed below";
    var pieces = new TimelinePieces(record);
    int entries = record.timeline().size();
    boolean whole = entries <= TimelinePieces.SHOWN;
    var links =
        IntStream.range(0, entries).mapToObj(i -> whole ? "#e" + i : pieces.link(i)).toList();
    return new AxisView(axis, label, Links.story(record.id()), links);
  }

  private String window(long from, long to) {
    return story + "?from=" + from + "&to=" + to + "#timeline";
  }

  /** Half as long around the middle. */
  public String closer() {
    long length = Math.max(HOUR, (axis.to() - axis.from()) / 2);
    long middle = (axis.from() + axis.to()) / 2;
    return window(middle - length / 2, middle + length / 2);
  }

  /** Twice as long. */
  public String wider() {
    long length = axis.to() - axis.from();
    return window(axis.from() - length / 2, axis.to() + length / 2);
  }

  /** Half a window back. */
  public String back() {
    long length = (axis.to() - axis.from()) / 2;
    return window(axis.from() - length, axis.to() - length);
  }

  /** Half a window on. */
  public String on() {
    long length = (axis.to() - axis.from()) / 2;
    return window(axis.from() + length, axis.to() + length);
  }

  /** From the first entry to the last. */
  public String whole() {
    long pad = Math.max(15, (axis.wholeTo() - axis.wholeFrom()) / 40);
    return window(axis.wholeFrom() - pad, axis.wholeTo() + pad);
  }

  /** The story's days again. */
  public String focus() {
    return story + "#timeline";
  }

  /** The stretch of a mark of the axis. */
  public String tick(TimeAxis.Tick tick) {
    return window(tick.from(), tick.to());
  }
}
