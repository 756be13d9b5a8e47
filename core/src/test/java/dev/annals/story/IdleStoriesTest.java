package dev.annals.story;

import static dev.annals.story.SecondLookTest.ONWICK;
import static dev.annals.story.SecondLookTest.SELDRA;
import static dev.annals.story.SecondLookTest.quake;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stories that nothing is added to leave memory, and come back as they were. */
class IdleStoriesTest {

  private static final StorySettings TWO_ACTIVE = new StorySettings(2, 1000);

  /** The same disaster in many towns: all of them are compared with each other. */
  private static List<StoryFeatures> stream() {
    var reports = new ArrayList<StoryFeatures>();
    for (int i = 0; i < 40; i++) {
      String day = String.format(java.util.Locale.ROOT, "2031-%02d-%02d", 1 + i / 20, 1 + i % 20);
      String town = "Quellmar" + (char) ('a' + i % 26) + (char) ('a' + i * 7 % 26);
      reports.addAll(
          quake("r" + i + "-", day, town, "5." + i % 10, "Mayor" + town, 20 + i, "Sorvane"));
    }
    return reports;
  }

  @Test
  void nothingInMemoryHoldsOnToArticlesThatSleep() {
    var stories = new Stories(TWO_ACTIVE, StoryArchive.NONE);
    var articles = new ArrayList<WeakReference<Node>>();
    for (StoryFeatures report : stream()) {
      stories.add(report);
      articles.add(new WeakReference<>(stories.articles.get(report.id())));
    }
    System.gc();

    long alive = articles.stream().filter(article -> article.get() != null).count();
    assertThat(alive).isEqualTo(stories.articles.size()).isLessThan(articles.size() / 2);
  }

  @Test
  void lateReportWithAnOldDateWakesItsStoryUnderItsOldId() {
    var archive = new ShelfArchive();
    var stories = new Stories(TWO_ACTIVE, archive);
    SELDRA.subList(0, 4).forEach(stories::add);
    String story = stories.storyOf("seldra0").orElseThrow();
    ONWICK.forEach(stories::add);
    stream().forEach(stories::add);
    assertThat(stories.storyOf("seldra0")).isEmpty();

    stories.add(SELDRA.get(4));

    assertThat(stories.storyOf("seldra4")).contains(story);
    assertThat(stories.story(story).orElseThrow().articles())
        .containsExactlyInAnyOrder("seldra0", "seldra1", "seldra2", "seldra3", "seldra4");
    assertThat(archive.storyOf("seldra0")).isNull();
  }

  @Test
  void newVersionOfASleepingArticleWakesItsStory() {
    var stories = new Stories(TWO_ACTIVE, new ShelfArchive());
    SELDRA.forEach(stories::add);
    String story = stories.storyOf("seldra0").orElseThrow();
    stream().forEach(stories::add);

    var corrected =
        quake("seldra", "2031-03-04", "Seldra", "6.1", "Imre Vasquel", "113", "Tamarin").get(0);
    var changes = stories.add(corrected);

    assertThat(changes)
        .extracting(StoryChange::kind)
        .contains(StoryChange.Kind.WOKEN, StoryChange.Kind.REPLACED);
    assertThat(stories.storyOf("seldra0")).contains(story);
  }

  @Test
  void orderOfArrivalDoesNotMatterToClearStories() {
    var inOrder = new Stories();
    SELDRA.forEach(inOrder::add);
    ONWICK.forEach(inOrder::add);
    var mixed = new Stories();
    for (int i = SELDRA.size() - 1; i >= 0; i--) {
      mixed.add(ONWICK.get(i));
      mixed.add(SELDRA.get(i));
    }
    inOrder.settle();
    mixed.settle();

    assertThat(partition(mixed)).isEqualTo(partition(inOrder));
  }

  @Test
  void goesOnAfterARestartWithStoriesAsleepAsIfThereHadBeenNone() {
    List<StoryFeatures> reports = new ArrayList<>(SELDRA.subList(0, 3));
    reports.addAll(ONWICK);
    reports.addAll(stream());
    reports.addAll(SELDRA.subList(3, 5)); // late: their story sleeps
    var whole = new Stories(TWO_ACTIVE, new ShelfArchive());
    var archive = new ShelfArchive();
    var stopped = new Stories(TWO_ACTIVE, archive);
    for (int i = 0; i < reports.size(); i++) {
      if (i % 25 == 24) {
        stopped = Stories.restore(stopped.snapshot(), TWO_ACTIVE, archive);
      }
      assertThat(stopped.add(reports.get(i))).isEqualTo(whole.add(reports.get(i)));
    }

    assertThat(stopped.snapshot()).isEqualTo(whole.snapshot());
  }

  private static HashSet<HashSet<String>> partition(Stories stories) {
    var partition = new HashSet<HashSet<String>>();
    for (Story story : stories.stories()) {
      partition.add(new HashSet<>(story.articles()));
    }
    return partition;
  }
}
