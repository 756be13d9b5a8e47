package dev.annals;

import dev.annals.record.Correction;
import dev.annals.store.StoreWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stories that corrections are about, by their articles: when all is placed anew and a story
 * has another id, its corrections follow it.
 */
final class CorrectedStories {

  private final StoreWriter writer;
  private final NameRedactor names;
  private final Map<String, List<String>> articles = new HashMap<>();
  private boolean moved;

  CorrectedStories(StoreWriter writer, NameRedactor names) {
    this.writer = writer;
    this.names = names;
  }

  /** Remembers which articles are meant, and takes the names out of a correction. */
  Correction redact(Correction c) {
    note(c.story());
    if (c.kind() == Correction.Kind.MERGE) {
      note(c.target());
    }
    return new Correction(
        c.at(),
        c.author(),
        c.kind(),
        c.story(),
        switch (c.kind()) {
          case MERGE -> c.target();
          case SPLIT -> names.redactId(c.target());
          case SPEAKER, DROP -> names.redactText(c.target());
        },
        c.value() == null ? null : names.redactText(c.value()),
        c.note() == null ? null : names.redactText(c.note()));
  }

  private void note(String story) {
    articles.computeIfAbsent(
        story, s -> writer.articlesOf(s).stream().map(names::redactId).toList());
  }

  /** The correction of the story that most of the articles are in now. */
  Correction follow(Correction c) {
    boolean merges = c.kind() == Correction.Kind.MERGE;
    return new Correction(
        c.at(),
        c.author(),
        c.kind(),
        now(c.story()),
        merges ? now(c.target()) : c.target(),
        c.value(),
        c.note());
  }

  /** Whether any correction has followed its story. */
  boolean haveMoved() {
    return moved;
  }

  private String now(String story) {
    if (!writer.articlesOf(story).isEmpty()) {
      return story;
    }
    var homes = new TreeMap<String, Integer>();
    for (String article : articles.getOrDefault(story, List.of())) {
      String home = writer.storyOf(article);
      if (home != null) {
        homes.merge(home, 1, Integer::sum);
      }
    }
    // nothing is left of it but its name
    String now = names.redactId(story);
    int most = 0;
    for (var home : homes.entrySet()) {
      if (home.getValue() > most) {
        most = home.getValue();
        now = home.getKey();
      }
    }
    moved |= !now.equals(story);
    return now;
  }
}
