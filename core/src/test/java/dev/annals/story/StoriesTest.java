package dev.annals.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Annotator;
import dev.annals.article.Article;
import dev.annals.article.ArticleDraft;
import dev.annals.article.Block;
import dev.annals.article.Role;
import dev.annals.story.StoryChange.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoriesTest {

  static final String FERRY =
      "The ferry Marlin Star ran aground off Kestrel Point early on Tuesday with 214 passengers"
          + " aboard. Harbour master Ilse Brandvold said nobody was hurt and that two tugs from"
          + " Port Ansel would try to free the vessel at high water.";
  static final String FERRY_AGAIN =
      "Tugs from Port Ansel were to pull the stranded ferry Marlin Star off the rocks at Kestrel"
          + " Point at high water. All 214 passengers left the vessel unhurt, harbour master Ilse"
          + " Brandvold told reporters on Tuesday.";
  static final String MUSEUM =
      "A fire destroyed the roof of the Lindqvist textile museum in Varnby. Curator Odalys Mercado"
          + " said the looms on the ground floor were saved, while 40 firefighters worked through"
          + " the night.";

  private final Stories stories = new Stories();

  @Test
  void twoReportsOfOneEventAreOneStory() {
    stories.add(features("a", "Ferry runs aground", "2031-03-04", FERRY));
    stories.add(features("b", "Museum burns", "2031-03-04", MUSEUM));
    var changes = stories.add(features("c", "Tugs sent to ferry", "2031-03-04", FERRY_AGAIN));

    assertThat(stories.storyOf("c")).isEqualTo(stories.storyOf("a"));
    assertThat(stories.storyOf("b")).isNotEqualTo(stories.storyOf("a"));
    assertThat(changes).extracting(StoryChange::kind).containsExactly(Kind.JOINED);
    assertThat(stories.why("c").orElseThrow())
        .contains("Kestrel")
        .contains("214")
        .contains("same day")
        .contains("“Ferry runs aground”");
  }

  @Test
  void idTellsTheHeadlineAndIsSafeInAnAddress() {
    stories.add(features("a", "Fähre läuft auf: “Marlin Star” vor Kap", "2031-03-04", FERRY));

    assertThat(stories.storyOf("a").orElseThrow()).matches("fahre-lauft-auf-marlin-star-vor-.{6}");
  }

  @Test
  void readingAnArticleAgainChangesNothing() {
    var article = features("a", "Ferry runs aground", "2031-03-04", FERRY);
    stories.add(article);

    assertThat(stories.add(article)).isEmpty();
    assertThat(stories.size()).isEqualTo(1);
  }

  @Test
  void newVersionKeepsItsPlace() {
    stories.add(features("a", "Ferry runs aground", "2031-03-04", FERRY));
    stories.add(features("c", "Tugs sent to ferry", "2031-03-04", FERRY_AGAIN));
    String story = stories.storyOf("c").orElseThrow();

    var changes =
        stories.add(
            features("c", "Tugs free ferry", "2031-03-04", FERRY_AGAIN + " She was free by noon."));

    assertThat(changes).extracting(StoryChange::kind).containsExactly(Kind.REPLACED);
    assertThat(stories.storyOf("c")).contains(story);
  }

  @Test
  void removedArticleLeavesNoTrace() {
    stories.add(features("a", "Ferry runs aground", "2031-03-04", FERRY));
    stories.remove("a");

    assertThat(stories.stories()).isEmpty();
    assertThat(stories.storyOf("a")).isEmpty();
  }

  @Test
  void goesOnAfterARestartAsIfThereHadBeenNone() {
    stories.add(features("a", "Ferry runs aground", "2031-03-04", FERRY));
    stories.add(features("b", "Museum burns", "2031-03-04", MUSEUM));
    byte[] before = stories.snapshot();
    var restored = Stories.restore(before, StorySettings.defaults(), StoryArchive.NONE);

    assertThat(restored.snapshot()).isEqualTo(before);
    var next = features("c", "Tugs sent to ferry", "2031-03-04", FERRY_AGAIN);
    assertThat(restored.add(next)).isEqualTo(stories.add(next));
    assertThat(restored.snapshot()).isEqualTo(stories.snapshot());
  }

  @Test
  void worksOnTokenisedLowerCaseTextWithoutTitleAndDate() {
    stories.add(features("a", null, null, tokenised(FERRY)));
    stories.add(features("b", null, null, tokenised(MUSEUM)));
    stories.add(features("c", null, null, tokenised(FERRY_AGAIN)));

    assertThat(stories.storyOf("c")).isEqualTo(stories.storyOf("a"));
    assertThat(stories.size()).isEqualTo(2);
  }

  private static String tokenised(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replace(".", " .").replace(",", " ,");
  }

  static StoryFeatures features(
      String id, @Nullable String title, @Nullable String published, String text) {
    return new FeatureExtractor().features(article(id, title, published, text), Annotations.NONE);
  }

  static Article article(
      String id, @Nullable String title, @Nullable String published, String text) {
    return new ArticleDraft(id, text)
        .title(title)
        .language("en")
        .published(published)
        .whole(Role.PARAGRAPH)
        .article();
  }

  @Test
  void featuresAreTheSameFromTheWordsOfTheAnnotator() {
    String text =
        "Stop-and-frisk ended in Norhaven, a 4 . 6 square mile town, on 4 March 2031.\n\n"
            + "Okoro's aides said 1,200 people of the U.S. had come; 1,200 was too many.\n\n"
            + "Read more: Ferry runs aground\n\n“We will rebuild,” said Okoro. covid-19 came.";
    var article =
        new ArticleDraft("a", text)
            .language("en")
            .title("Norhaven ends Stop-and-frisk")
            .blocks(
                List.of(
                    new Block(Role.PARAGRAPH, 0, 76),
                    new Block(Role.PARAGRAPH, 78, 150),
                    new Block(Role.RELATED, 152, 181),
                    new Block(Role.PARAGRAPH, 183, text.length())))
            .article();
    var extractor = new FeatureExtractor();
    var tokens = Annotator.tokens(article);
    var shared = extractor.features(article, Annotations.NONE, tokens);
    var alone = extractor.features(article, Annotations.NONE);
    assertThat(shared.print()).isEqualTo(alone.print());
    assertThat(shared.forms()).isEqualTo(alone.forms());
    assertThat(alone.body().words()).contains("frisk", "1200", "4.6", "19").doesNotContain("ferry");
    assertThat(alone.numbers().words()).containsExactly("1200", "2031", "4", "4.6");
    assertThat(alone.headline().words()).containsExactly("and", "end", "frisk", "norhave", "stop");
    assertThat(alone.names().words()).contains("okoro");
  }
}
