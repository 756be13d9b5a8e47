package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.article.Article;
import dev.annals.article.ArticleDraft;
import dev.annals.article.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeFinderTest {

  static Article article(String text) {
    return article(text, Role.PARAGRAPH);
  }

  static Article article(String text, Role role) {
    return new ArticleDraft("a", text).language("en").published("2031-03-06").whole(role).article();
  }

  private static List<String> changes(String text) {
    return changes(article(text));
  }

  private static List<String> changes(Article article) {
    return new Annotator()
        .annotate(article).changes().stream()
            .map(c -> c.subject() + " " + c.state() + " " + c.modality())
            .toList();
  }

  @Test
  void readsPassivesAndLightVerbs() {
    assertThat(changes("The harbour school was put on lockdown after the alarm."))
        .contains("The harbour school locked down ASSERTED");
    assertThat(changes("The ferry service was suspended until Monday."))
        .contains("The ferry service suspended ASSERTED");
  }

  @Test
  void readsWhatSomebodyWasForcedToDo() {
    assertThat(changes("Councillors were forced to evacuate the airport and postpone the debate."))
        .contains("the airport evacuated ASSERTED", "the debate postponed ASSERTED");
  }

  @Test
  void readsTheStateInASubordinateClause() {
    assertThat(changes("After the hearing resumed, the mayor left."))
        .contains("the hearing resumed ASSERTED");
  }

  @Test
  void whatSomebodyWishesIsNoStateOfAThing() {
    assertThat(changes("Traders urged the governor to veto the harbour bill.")).isEmpty();
    assertThat(changes("They hoped the governor would veto the harbour bill.")).isEmpty();
  }

  @Test
  void aDeedThatIsOnlyNamedIsNoState() {
    assertThat(changes("Six men were arrested for closing the bridge."))
        .noneMatch(c -> c.contains("bridge"));
  }

  @Test
  void keepsThreatsConditional() {
    assertThat(
            changes(
                "The firm said the mayor's account would stay locked for ever if the posts were"
                    + " not removed."))
        .contains(
            "the mayor's account locked ASSERTED",
            "the mayor's account permanently locked CONDITIONAL");
    assertThat(changes("Further offences will result in permanent closure of the bridge."))
        .contains("the bridge permanently closed CONDITIONAL");
  }

  @Test
  void tellsPlansAndDenialsFromFacts() {
    assertThat(changes("The bridge will be closed on Friday."))
        .contains("The bridge closed PLANNED");
    assertThat(changes("The airport was not evacuated.")).contains("The airport evacuated DENIED");
    assertThat(changes("Strikers tried to block the road.")).contains("the road blocked PLANNED");
  }

  @Test
  void readsHeadlinesWithoutAuxiliary() {
    assertThat(changes(article("Entire coast guard mobilised to search bay", Role.RELATED)))
        .contains("Entire coast guard mobilised ASSERTED");
  }

  @Test
  void habitsAndQuestionsAreNoStatesAndConditionsNoFacts() {
    assertThat(changes("The crowd crashed into the fence that surrounds the hall.")).isEmpty();
    assertThat(changes("If the bridge is closed, the mayor will resign."))
        .contains("the bridge closed CONDITIONAL")
        .allMatch(c -> c.endsWith("CONDITIONAL"));
    assertThat(changes("Will the council ever reopen the bridge?")).isEmpty();
    assertThat(changes("The bridge should have been closed in March.")).isEmpty();
    assertThat(changes("The bridge might be closed.")).isEmpty();
  }

  @Test
  void whatOneHasThePowerToDoIsNoPlan() {
    assertThat(changes("Only the council has the power to close the bridge.")).isEmpty();
    assertThat(changes("The council met to approve the harbour bill."))
        .containsExactly("the harbour bill approved PLANNED");
  }

  @Test
  void aNounThatMeansNoOneThingHasNoStates() {
    assertThat(changes("The council passed no bill this year.")).isEmpty();
    assertThat(changes("Owners boarded up many homes.")).isEmpty();
  }

  @Test
  void whoSuspendsStandsBeforeTheSuspension() {
    assertThat(changes("Ada Okoro's suspension of the council was unlawful."))
        .noneMatch(c -> c.startsWith("Ada"));
  }

  @Test
  void countsDaysBackAndLeavesADayUnknownThatIsNotCounted() {
    assertThat(days("The road was reopened on Thursday, two days after dockers blocked it."))
        .contains("blocked 2031-03-04");
    assertThat(
            days(
                "The council approved the dam on Thursday, less than a day after protesters"
                    + " stormed the Old Hall."))
        .contains("stormed PAST_REF");
    assertThat(days("The road was reopened on Thursday, hours after police cleared the camp."))
        .contains("reopened 2031-03-06", "cleared PAST_REF");
  }

  private static List<String> days(String text) {
    return new Annotator()
        .annotate(article(text)).changes().stream()
            .map(change -> change.state() + " " + change.time())
            .toList();
  }
}
