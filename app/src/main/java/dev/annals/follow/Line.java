package dev.annals.follow;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Looks that wait for one host. Only the dispatcher's thread touches it. */
final class Line {

  private static final Comparator<Task> ORDER =
      Comparator.comparing(Task::again).thenComparingLong(Task::due).thenComparing(Task::url);

  final String host;
  final PriorityQueue<Task> tasks = new PriorityQueue<>(ORDER);
  boolean busy;
  boolean queued;
  long readyAt;
  int failures;
  @Nullable Robots robots;
  long robotsUntil;
  byte @Nullable [] robotsBytes;
  int robotsStatus;

  /** Where its robots.txt has been moved to, while that is looked for; else null. */
  @Nullable String robotsAt;

  int robotsHops;

  Line(String host) {
    this.host = host;
  }
}
