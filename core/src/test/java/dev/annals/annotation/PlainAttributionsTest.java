package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Speakers who stand plainly beside their words, and pronouns after those who are not named. */
class PlainAttributionsTest {

  private static List<Quote> quotes(String text) {
    return new Annotator()
        .annotate(QuoteFinderTest.article(text)).quotes().stream()
            .filter(quote -> quote.kind() != QuoteKind.INDIRECT)
            .toList();
  }

  private static List<String> speakers(String text) {
    return quotes(text).stream()
        .map(quote -> quote.speaker() == null ? "?" : quote.speaker().name())
        .toList();
  }

  private static List<String> rules(String text) {
    return quotes(text).stream().map(Quote::rule).toList();
  }

  /** What is told without marks and is a statement. */
  private static List<String> stated(String text) {
    return new Annotator()
        .annotate(QuoteFinderTest.article(text)).quotes().stream()
            .filter(quote -> quote.kind() == QuoteKind.INDIRECT)
            .filter(quote -> !quote.rule().equals(IndirectQuoteFinder.TOPIC))
            .map(quote -> quote.content().of(text))
            .toList();
  }

  @Test
  void whoIsNamedBeforeTheColonSpeaks() {
    assertThat(
            speakers(
                "It is unfair to the pilots, says Piet Almer, a retired harbour coach: \"People"
                    + " like to see a calm captain on the bridge of a ship.\""))
        .containsExactly("Piet Almer");
  }

  @Test
  void theAllyOfSomebodyIsNotHimself() {
    assertThat(
            speakers(
                "Mayor Ivo Brandt spoke on Monday.\n\n"
                    + "“Nobody voted for this harbour so that it could be sold,” said one Brandt"
                    + " ally. “The council knows that.”"))
        .containsOnly("one Brandt ally");
  }

  @Test
  void theCourtIsTheOneThatIsCalledSo() {
    assertThat(
            speakers(
                "The Norland High Court heard the harbour case on Monday, a week after the Selden"
                    + " Boat Company had sued. The Selden Boat Company lost.\n\n"
                    + "“We grant the application in every part of it,” the court wrote."))
        .containsExactly("Norland High Court");
  }

  @Test
  void wordsOfTheQuestionAreNotTheAnswerers() {
    assertThat(
            rules(
                "Asked by reporters whether she had sold the ferry “for a handful of coins,” Dara"
                    + " Voss said that the price was fair."))
        .containsExactly(Quote.QUESTION);
  }

  @Test
  void whoOpensTheSentenceBeforeIsMeantAndNotWhomHeLeads() {
    assertThat(
            speakers(
                "“The bridge was a mistake,” Piet Almer said.\n\n"
                    + "Ivo Brandt, who leads Almer in the polls, had said that the bridge was fine."
                    + " Under fire from all the others, he said “the price was far too high for"
                    + " the town.”"))
        .containsExactly("Piet Almer", "Ivo Brandt");
  }

  @Test
  void aTitleIsNotSaid() {
    assertThat(
            rules(
                "The paper printed an editorial titled, “Why the Bridge Must Never Be Built in This"
                    + " Town.”"))
        .containsOnly(Quote.TITLE);
  }

  @Test
  void aVenueInAnotherClauseIsNotHers() {
    assertThat(
            quotes(
                "Voss, repeating a line she used this weekend in a separate interview, said she"
                    + " expects the mayor to come at her \"like a loose barge.\""))
        .extracting(Quote::venue)
        .containsOnlyNulls();
  }

  @Test
  void whatNobodySaysIsNoStatement() {
    assertThat(stated("The map is old, but no one should be saying that the harbour is closed."))
        .isEmpty();
    assertThat(stated("When he chooses to tell the truth, he should find a better way to do it."))
        .isEmpty();
    assertThat(stated("If what Ada Okoro has been saying on the campaign trail is true, they win."))
        .isEmpty();
  }

  @Test
  void whatIsNotSaidWhetherIsNoStatement() {
    assertThat(stated("Ada Okoro would not say on Sunday whether she would close the harbour."))
        .isEmpty();
  }
}
