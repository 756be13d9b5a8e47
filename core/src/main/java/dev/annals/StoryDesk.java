package dev.annals;

import dev.annals.record.Correction;
import dev.annals.store.ArticleVersion;
import dev.annals.store.HistoryEntry;
import dev.annals.store.StoreWriter;
import dev.annals.story.FeatureExtractor;
import dev.annals.story.Stories;
import dev.annals.story.StoryChange;
import dev.annals.story.StoryFeatures;
import dev.annals.story.StorySettings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Places articles in stories and writes down where they stand. Goes on exactly where the last run
 * ended, or was killed: articles that were kept after the last state of the clusterer are placed
 * again, which gives the same.
 */
final class StoryDesk {

  private static final int REPLAYED_AT_ONCE = 200;

  /** The store has the whole history; the clusterer need not carry it along. */
  private static final StorySettings SETTINGS =
      new StorySettings(StorySettings.defaults().activeStories(), 100);

  private final StoreWriter store;
  private final FeatureExtractor extractor = new FeatureExtractor();
  private final Map<String, String> merged = new HashMap<>();
  private final Map<String, String> pinned = new HashMap<>();
  private final Stories stories;
  private long seq;
  private long kept;
  private StoreWriter.Basis basis;

  StoryDesk(StoreWriter store, List<Correction> corrections) {
    this.store = store;
    corrections.forEach(this::obey);
    var state = store.clusterer();
    kept = state == null ? 0 : state.seq();
    seq = kept;
    store.rewind(kept);
    var archive = store.archive(() -> seq);
    Stories restored = null;
    if (state != null) {
      try {
        restored = Stories.restore(state.state(), SETTINGS, archive);
      } catch (RuntimeException e) {
        // kept by another version: all articles are placed anew
        store.dropClusterer();
        seq = 0;
        kept = 0;
      }
    }
    stories = restored == null ? new Stories(SETTINGS, archive) : restored;
    replay();
    basis = store.basis();
  }

  /**
   * Places what other processes have kept since this one wrote last.
   *
   * @return whether that could be done; when not, their clusterer has gone another way
   */
  boolean catchUp() {
    if (!store.basis().equals(basis)) {
      return false;
    }
    if (store.lastArticle() > seq) {
      store.rewind(seq);
      replay();
    }
    return true;
  }

  private void replay() {
    while (true) {
      List<ArticleVersion> versions = store.articlesAfter(seq, REPLAYED_AT_ONCE);
      if (versions.isEmpty()) {
        return;
      }
      for (ArticleVersion version : versions) {
        place(extractor.features(version.article(), version.annotations()), version.seq());
      }
    }
  }

  /** The features of an article; may be asked by several threads. */
  FeatureExtractor extractor() {
    return extractor;
  }

  /** Places an article. */
  void place(StoryFeatures features, long number) {
    seq = number;
    write(stories.add(features));
  }

  /** Takes an article out. */
  void remove(String article) {
    write(stories.remove(article));
  }

  /** A last look when no more articles are expected soon. */
  void settle() {
    write(stories.settle());
  }

  /** Keeps the clusterer's state in the open transaction. */
  void keep() {
    store.keepClusterer(stories::snapshot, seq);
    kept = seq;
    basis = store.basis();
  }

  /** How many documents must be placed again if this process is killed now. */
  long unkept() {
    return seq - kept;
  }

  private void write(List<StoryChange> changes) {
    for (StoryChange change : changes) {
      store.note(
          new HistoryEntry(
              change.number(),
              change.kind().name().toLowerCase(Locale.ROOT),
              change.story(),
              change.article(),
              change.other(),
              change.why()));
      switch (change.kind()) {
        case OPENED, JOINED, MOVED -> {
          if (change.article() != null) {
            put(change.article(), change.story(), change.why());
          }
          touch(change);
        }
        case MERGED, SPLIT -> {
          putMembers(change.story());
          touch(change);
        }
        case REPLACED, REMOVED -> touch(change);
        case LINKED, ASLEEP, WOKEN -> {
          // no article moves
        }
      }
    }
  }

  private void touch(StoryChange change) {
    store.touch(home(change.story()), home(change.story()));
    if (change.other() != null) {
      store.touch(change.other(), change.other());
    }
  }

  private void putMembers(String story) {
    var now = stories.story(story);
    if (now.isPresent()) {
      for (String article : now.get().articles()) {
        put(article, now.get().id(), stories.why(article).orElse(""));
      }
    }
  }

  private void put(String article, String story, String why) {
    String home = pinned.getOrDefault(article, home(story));
    store.place(article, home, why);
    store.touch(home, home);
  }

  private String home(String story) {
    String now = story;
    for (String next = merged.get(now); next != null; next = merged.get(now)) {
      now = next;
    }
    return now;
  }

  /** Keeps a correction and moves the articles that it moves. */
  void correct(Correction correction) {
    store.keep(correction);
    basis = store.basis();
    obey(correction);
    String why = "by a correction of " + correction.author();
    switch (correction.kind()) {
      case MERGE -> {
        for (String article : store.articlesOf(correction.target())) {
          store.place(article, home(correction.story()), why);
        }
        store.touch(correction.target(), correction.target());
      }
      case SPLIT -> {
        store.place(correction.target(), splitStory(correction), why);
        store.touch(splitStory(correction), splitStory(correction));
      }
      case SPEAKER, DROP -> {
        // replayed on the record when it is compiled
      }
    }
    store.touch(correction.story(), correction.story());
  }

  /** Takes notice of a correction that moves articles. */
  void obey(Correction correction) {
    switch (correction.kind()) {
      case MERGE -> {
        if (!home(correction.story()).equals(home(correction.target()))) {
          merged.put(home(correction.target()), home(correction.story()));
        }
      }
      case SPLIT -> pinned.put(correction.target(), splitStory(correction));
      case SPEAKER, DROP -> {
        // about a record, not about where articles stand
      }
    }
  }

  /** The story of an article that was taken out of another. */
  static String splitStory(Correction correction) {
    return correction.story() + "-" + Integer.toHexString(correction.target().hashCode());
  }
}
