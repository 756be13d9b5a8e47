package dev.annals.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.Annotator;
import dev.annals.article.ArticleDraft;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingSectionTest {

  private static StoryArticle article(String id, String text) {
    var article = new ArticleDraft(id, text).source(id).language("en").article();
    return new StoryArticle(article, new Annotator().annotate(article), "test");
  }

  private static List<List<String>> words(StoryArticle... articles) {
    return new RecordCompiler()
        .compile("test", List.of(articles)).disagreements().stream()
            .filter(about -> about.kind().equals("wording"))
            .map(about -> about.versions().stream().map(StoryRecord.Version::value).toList())
            .toList();
  }

  @Test
  void formsOfOneWordAreOneChoice() {
    assertThat(
            words(
                article("Tarn Echo", "A protester stood on the bridge. Protesters sang in Selden."),
                article("Selden Post", "Three protestors were led away from the Selden bridge.")))
        .isEmpty();
  }

  @Test
  void otherWordsForTheSamePeopleStandSideBySide() {
    assertThat(
            words(
                article("Tarn Echo", "Protesters sang on the bridge in Selden on Monday."),
                article("Selden Post", "Three rioters were led away from the Selden bridge.")))
        .singleElement()
        .satisfies(words -> assertThat(words).containsExactlyInAnyOrder("protester", "rioter"));
  }

  @Test
  void aWordSaidAndWrittenIsNoDifference() {
    assertThat(
            words(
                article("Tarn Echo", "The violence in Selden went on for an hour on Monday."),
                article(
                    "Selden Post",
                    "\"The violence in our town must stop at once,\" Mayor Ada Okoro said.")))
        .isEmpty();
  }

  @Test
  void wordsOfAllViewsAreNoDifference() {
    assertThat(
            words(
                article("Tarn Echo", "Protesters sang on the bridge in Selden on Monday."),
                article("Selden Post", "Demonstrators sang on the Selden bridge on Monday.")))
        .isEmpty();
  }

  @Test
  void rulersAreTheSameOnlyByTheNameBesideThem() {
    assertThat(
            words(
                article("Tarn Echo", "The Norra regime closed the bridge in Selden on Monday."),
                article("Selden Post", "The Tarn government closed the bridge in Selden.")))
        .isEmpty();
    assertThat(
            words(
                article("Tarn Echo", "The Lund regime closed the bridge in Selden on Monday."),
                article("Selden Post", "The government of Jon Lund has closed the bridge.")))
        .singleElement()
        .satisfies(words -> assertThat(words).containsExactlyInAnyOrder("regime", "government"));
  }

  @Test
  void whoUsesBothWordsChoosesNone() {
    assertThat(
            words(
                article(
                    "Tarn Echo",
                    "Protesters sang on the bridge in Selden. Rioters sang on the Selden bridge."),
                article("Selden Post", "Three rioters were led away from the Selden bridge.")))
        .isEmpty();
  }
}
