package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.article.ArticleDraft;
import dev.annals.article.Block;
import dev.annals.article.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verb of a sentence that its form alone does not tell from a participle. */
class MainVerbsTest {

  @Test
  void aParticipleWithAnObjectWhereTheVerbIsMissingIsTheVerb() {
    assertThat(event("The mill barred Okoro — the daughter of a weaver — from its yard.", "bar"))
        .returns("clause", Event::rule)
        .returns(false, Event::background);
    assertThat(
            event("Weavers subsequently sidelined a young foreman, Ivo Brandt, too.", "sideline"))
        .returns("clause", Event::rule);
    assertThat(event("The mayor restricted travel from the valley, which has no rail.", "restrict"))
        .returns("clause", Event::rule);
  }

  @Test
  void whatWasDoneToSomethingStaysSo() {
    assertThat(rules("Three men given a year in the mill case")).doesNotContain("clause");
    assertThat(rules("Three men arrested today in Karsk")).doesNotContain("clause");
  }

  @Test
  void behindARelativeClauseTheVerbIsThatOfTheSentence() {
    assertThat(event("A letter that ran in the Courier angered the whole valley.", "anger"))
        .returns(false, Event::background);
    assertThat(event("A letter that said the weir was sold angered the whole valley.", "sell"))
        .returns(true, Event::background);
  }

  private static Event event(String text, String lemma) {
    return events(text).stream()
        .filter(event -> event.lemma().equals(lemma))
        .findFirst()
        .orElseThrow(() -> new AssertionError(lemma + " in " + events(text)));
  }

  private static List<String> rules(String text) {
    return events(text).stream().map(Event::rule).toList();
  }

  private static List<Event> events(String text) {
    var article =
        new ArticleDraft("a", text)
            .language("en")
            .published("2031-03-05")
            .blocks(List.of(new Block(Role.PARAGRAPH, 0, text.length())))
            .article();
    return new Annotator().annotate(article).events();
  }
}
