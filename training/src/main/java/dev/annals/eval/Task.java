package dev.annals.eval;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be measured, and how. */
enum Task {
  EXTRACTION(new ExtractionScorer()),
  DATES(new DateScorer()),
  PAGES(new PageScorer()),
  CLUSTERING(new ClusteringScorer()),
  QUOTES(new QuoteScorer()),
  TIMES(new TimeScorer()),
  NER(new NameScorer()),
  TIMELINES(new TimelineScorer());

  private final Scorer scorer;

  Task(Scorer scorer) {
    this.scorer = scorer;
  }

  Scorer scorer() {
    return scorer;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The task of a folder: the first word of its name, or of the folder above; null for none. */
  static @Nullable Task of(String path) {
    String[] folders = path.split("/");
    for (int i = folders.length - 1; i >= 0; i--) {
      for (Task task : values()) {
        if (folders[i].equals(task.label()) || folders[i].startsWith(task.label() + "-")) {
          return task;
        }
      }
    }
    return null;
  }

  /** The task of a name. */
  static Task named(String name) {
    for (Task task : values()) {
      if (task.label().equals(name)) {
        return task;
      }
    }
    throw new IllegalArgumentException("no such task: " + name);
  }
}
