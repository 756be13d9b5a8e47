package dev.annals.story;

import dev.annals.story.StoryChange.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lets quiet stories leave memory, and brings back those that an article may belong to. */
final class StorySleep {

  /**
   * Articles in memory, whatever the number of stories: about 9 KB each with the ties between them.
   */
  private static final int MOST_ARTICLES = 20_000;

  /** Keys that a sleeping story is found by; each is a row of the archive. */
  private static final int SLEEPING_KEYS = 40;

  /** Sleeping stories that an article is held against. */
  private static final int WOKEN = 3;

  private final Stories stories;

  StorySleep(Stories stories) {
    this.stories = stories;
  }

  /** Lets the story that was quiet for longest leave memory when there are too many. */
  void whenTooMany() {
    while (stories.groups.size() > stories.settings.activeStories()
        || stories.articles.size() > MOST_ARTICLES && stories.groups.size() > 1) {
      Group quiet = stories.groups.values().iterator().next();
      stories.groups.remove(quiet.id);
      for (Node node : quiet.nodes) {
        stories.articles.remove(node.member.article());
        stories.index.remove(node);
        node.disconnect();
      }
      if (stories.archive != StoryArchive.NONE) {
        stories.archive.keep(
            stories.value(quiet), quiet.nodes.stream().map(node -> node.why).toList(), keys(quiet));
      }
      stories.log.add(Kind.ASLEEP, quiet.id, null, null, "quiet for longest");
    }
  }

  /** What a sleeping story is found by: the keys that weigh most in it, ascending. */
  private static int[] keys(Group group) {
    var sums = new HashMap<Integer, Float>();
    for (Node node : StoryClusterer.compared(group.nodes)) {
      ArticleKeys keys = node.keys();
      for (int i = 0; i < keys.keys().length; i++) {
        sums.merge(keys.keys()[i], keys.weights()[i], Float::sum);
      }
    }
    return sums.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Float>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SLEEPING_KEYS)
        .mapToInt(Map.Entry::getKey)
        .sorted()
        .toArray();
  }

  /** Wakes the sleeping stories that an article may belong to. */
  void wakeFor(Member member) {
    if (stories.archive == StoryArchive.NONE) {
      return;
    }
    String holder = stories.archive.storyOf(member.article());
    if (holder != null) {
      wake(holder);
      return;
    }
    PairProbe probe = null;
    for (String id : stories.archive.find(ArticleKeys.of(member).keys(), WOKEN)) {
      if (probe == null) {
        probe = new PairProbe(member, PairSide.of(member));
      }
      if (mayFit(probe, stories.archive.faces(id))) {
        wake(id);
      }
    }
  }

  /** Whether one of the faces more likely than not reports the same event. */
  private boolean mayFit(PairProbe member, List<Member> faces) {
    for (Member face : faces) {
      if (stories.model.logOdds(member, face, PairSide.of(face)) > StoryClusterer.JOIN) {
        return true;
      }
    }
    return faces.isEmpty();
  }

  private void wake(String id) {
    var sleeper = stories.archive.wake(id);
    if (sleeper == null) {
      return;
    }
    Story story = sleeper.story();
    var group = new Group(story.id(), story.title());
    group.earlier.addAll(story.earlier());
    group.later.addAll(story.later());
    for (int i = 0; i < story.members().size(); i++) {
      var node = new Node(stories.arrived++, story.members().get(i));
      node.why = Objects.requireNonNullElse(sleeper.why().get(i), "");
      var probe = new PairProbe(node.member, node.side());
      for (Node other : StoryClusterer.compared(group.nodes)) {
        Node.connect(node, other, stories.model.logOdds(probe, other.member, other.side()));
      }
      group.add(node);
      stories.articles.put(node.member.article(), node);
      stories.index.add(node);
    }
    stories.groups.put(group.id, group);
    stories.log.add(Kind.WOKEN, group.id, null, null, "a late article may belong to it");
  }
}
