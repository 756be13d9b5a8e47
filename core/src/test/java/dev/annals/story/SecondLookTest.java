package dev.annals.story;

import static dev.annals.story.StoriesTest.features;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Look-alikes, long stories and stories that sleep, with events that never happened. */
class SecondLookTest {

  private static final String[] OUTLETS = {
    "Rescuers in %1$s pulled survivors from a collapsed school after an earthquake of magnitude"
        + " %2$s. Mayor %3$s said %4$s people were treated in hospital. The quake struck before"
        + " dawn and was felt along the %5$s coast.",
    "An earthquake of magnitude %2$s shook the %5$s coast before dawn. In %1$s a school collapsed"
        + " and %4$s people were treated in hospital, mayor %3$s said. Rescuers searched the"
        + " rubble for survivors.",
    "%4$s people were hurt when a %2$s quake hit the %5$s coast, mayor %3$s of %1$s told"
        + " reporters beside the ruins of a school where rescuers were still looking for"
        + " survivors before noon.",
    "Survivors spoke of walls that moved before dawn. The %2$s earthquake on the %5$s coast tore"
        + " down a school in %1$s; %4$s people went to hospital, according to mayor %3$s.",
    "Aid reached %1$s on the %5$s coast hours after the quake. Mayor %3$s put the injured at"
        + " %4$s. The magnitude was %2$s, and the school that collapsed stood empty before dawn,"
        + " rescuers said."
  };

  static List<StoryFeatures> quake(String prefix, String day, Object... details) {
    var reports = new ArrayList<StoryFeatures>();
    for (int i = 0; i < OUTLETS.length; i++) {
      reports.add(
          features(
              prefix + i,
              "Earthquake hits " + details[0],
              day,
              String.format(java.util.Locale.ROOT, OUTLETS[i], details)));
    }
    return reports;
  }

  static final List<StoryFeatures> SELDRA =
      quake("seldra", "2031-03-04", "Seldra", "6.1", "Imre Vasquel", "112", "Tamarin");
  static final List<StoryFeatures> ONWICK =
      quake("onwick", "2031-04-19", "Onwick", "5.4", "Bettany Oduro", "37", "Hollin");

  @Test
  void keepsTwoEarthquakesApart() {
    var stories = new Stories();
    SELDRA.forEach(stories::add);
    ONWICK.forEach(stories::add);
    stories.settle();

    assertThat(partition(stories, "seldra0")).containsExactlyInAnyOrderElementsOf(ids(SELDRA));
    assertThat(partition(stories, "onwick0")).containsExactlyInAnyOrderElementsOf(ids(ONWICK));
  }

  @Test
  void sameOrderGivesTheSame() {
    var first = new Stories();
    var second = new Stories();
    for (var report : SELDRA) {
      assertThat(first.add(report)).isEqualTo(second.add(report));
    }
    assertThat(first.snapshot()).isEqualTo(second.snapshot());
  }

  @Test
  void lateReportsFindTheirDayAndOldIdsLeadOn() {
    var stories = new Stories();
    stories.add(SELDRA.get(4));
    ONWICK.forEach(stories::add);
    SELDRA.subList(0, 4).forEach(stories::add);
    stories.settle();

    assertThat(partition(stories, "seldra4")).containsExactlyInAnyOrderElementsOf(ids(SELDRA));
    for (StoryChange change : stories.history()) {
      assertThat(stories.story(change.story())).isPresent();
    }
  }

  @Test
  void sleepingStoryWakesForALateReport() {
    var archive = new ShelfArchive();
    var stories = new Stories(new StorySettings(1, 100), archive);
    SELDRA.subList(0, 3).forEach(stories::add);
    String story = stories.storyOf("seldra0").orElseThrow();
    ONWICK.forEach(stories::add);

    assertThat(stories.storyOf("seldra0")).isEmpty();
    assertThat(archive.storyOf("seldra0")).isEqualTo(story);

    var changes = stories.add(SELDRA.get(3));

    assertThat(changes).extracting(StoryChange::kind).contains(StoryChange.Kind.WOKEN);
    assertThat(stories.storyOf("seldra3")).contains(story);
  }

  private static List<String> partition(Stories stories, String article) {
    return stories.story(stories.storyOf(article).orElseThrow()).orElseThrow().articles();
  }

  private static List<String> ids(List<StoryFeatures> reports) {
    return reports.stream().map(StoryFeatures::id).toList();
  }
}
