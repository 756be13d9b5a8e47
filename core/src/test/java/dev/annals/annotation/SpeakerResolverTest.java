package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom the words beside a quotation mean. */
class SpeakerResolverTest {

  private static List<String> speakers(String text) {
    var article = QuoteFinderTest.article(text);
    return new Annotator()
        .annotate(article).quotes().stream()
            .filter(quote -> quote.kind() != QuoteKind.INDIRECT)
            .map(quote -> quote.speaker() == null ? "?" : quote.speaker().name())
            .toList();
  }

  @Test
  void aRoleBesideANameIsItsBearer() {
    assertThat(
            speakers(
                "The mayor of Port Selden, Ada Okoro, said the bridge \"will not reopen this"
                    + " year\" after a visit."))
        .containsExactly("Ada Okoro");
  }

  @Test
  void heAndSheAreToldApartByFirstNamesOfManyCountries() {
    assertThat(speakers("Henrik Dahl met Mary Jones. \"I know him well,\" she added."))
        .containsExactly("Mary Jones");
    assertThat(speakers("Nkechi Eze met Zoltan Bartos. \"I know her well,\" he added."))
        .containsExactly("Zoltan Bartos");
    assertThat(
            speakers(
                "The mayor, Ada Okoro, met Henrik Dahl, the engineer. \"He knows every bolt,\""
                    + " she said."))
        .containsExactly("Ada Okoro");
  }

  @Test
  void ofTwoGovernorsTheOneLastNamedSpeaks() {
    assertThat(
            speakers(
                "Gov. Dara Voss of Norland met Gov. Piet Almer of Sunderland on Monday.\n\n"
                    + "Voss arrived by train.\n\n"
                    + "\"We will not pay for the canal,\" the governor said."))
        .containsExactly("Dara Voss");
  }

  @Test
  void ofTwoGovernorsInOneSentenceNeitherIsGuessed() {
    assertThat(
            speakers(
                "Gov. Dara Voss of Norland met Gov. Piet Almer of Sunderland on Monday.\n\n"
                    + "\"We will not pay for the canal,\" the governor said."))
        .containsExactly("the governor");
  }

  @Test
  void aSurnameIsNotTheSonsWhoIsNamedOnce() {
    assertThat(
            speakers(
                "Jon Brask, whose 6-year-old son, Emil Brask, drowned in the harbour in May,"
                    + " joined the meeting. Brask thanked the council \"for coming up with a wall"
                    + " at last.\""))
        .containsExactly("Jon Brask");
  }

  @Test
  void aSurnameIsTheSonsWhomTheReportIsAbout() {
    assertThat(
            speakers(
                "Gov. Jon Brask spoke on Monday of a critic: his son, Emil Brask.\n\n"
                    + "\"I love my father,\" Emil Brask said on Monday. \"We disagree a lot.\"\n\n"
                    + "Mr. Brask moved to the islands at nineteen. \"I left early,\" Mr. Brask"
                    + " said."))
        .containsOnly("Emil Brask");
  }

  @Test
  void aModifierTheRoleLacksMakesItAnotherOne() {
    assertThat(
            speakers(
                "President Dara Voss of Norland will travel to Sunderland on Friday.\n\n"
                    + "\"We look forward to the visit,\" the Sunderland president said."))
        .doesNotContain("Dara Voss");
  }

  @Test
  void aPartyBesideANameIsItsBearer() {
    assertThat(
            speakers(
                "Senator Dara Voss, Democrat of Norland, the majority leader, has promised \"a"
                    + " vote on every part of the bill\" this month."))
        .containsExactly("Dara Voss");
  }

  @Test
  void whatGoesOnIsByTheSameMan() {
    assertThat(
            speakers(
                "Piet Almer met President Paul Ruhl on Monday. The president liked the plan, Almer"
                    + " said.\n\n\"If you plan a dam, plan a lock,\" he added. \"They slow down"
                    + " because they are afraid.\""))
        .containsExactly("Piet Almer", "Piet Almer");
  }

  /** The speakers of what is reported without marks, "-" for what is no statement. */
  private static List<String> reported(String text) {
    return new Annotator()
        .annotate(QuoteFinderTest.article(text)).quotes().stream()
            .filter(quote -> quote.kind() == QuoteKind.INDIRECT)
            .map(
                quote ->
                    quote.rule().equals(IndirectQuoteFinder.TOPIC) || quote.speaker() == null
                        ? "-"
                        : quote.speaker().name())
            .toList();
  }

  @Test
  void thoseWhoSpokeWithAnOutletSpeakAndNotTheOutlet() {
    assertThat(
            reported(
                "Harbour officers who spoke with the Selden Courier said the gates were left"
                    + " open."))
        .containsExactly("Harbour officers");
  }

  @Test
  void theChairmanOfOneBoardIsNotThatOfAnother() {
    assertThat(
            speakers(
                "Ivo Brandt, the chairman of the Selden Harbour Board, arrived on Monday.\n\n"
                    + "“We were not asked,” the chairman of the Norland Rail Council said."))
        .doesNotContain("Ivo Brandt");
  }

  @Test
  void heIsWhoSpokeAndNotWhomHeSpokeOf() {
    assertThat(
            speakers(
                "Ivo Brandt, a lawyer in Port Selden, said Piet Almer is safe from any charge.\n\n"
                    + "“There is nothing in the file,” he said."))
        .containsExactly("Ivo Brandt");
  }

  @Test
  void aPartyOfSomewhereIsWhoSpokeLast() {
    assertThat(
            speakers(
                "Sen. Ivo Brandt conceded on Wednesday that the council holds all the keys.\n\n"
                    + "“So we may have to wait,” the Norland Republican said."))
        .containsExactly("Ivo Brandt");
  }

  @Test
  void oneOfSeveralIsTheNameBesideIt() {
    assertThat(
            reported(
                "One of the mayor’s closest allies, Ivo Brandt of Selden, predicted that the vote"
                    + " will fail."))
        .containsExactly("Ivo Brandt");
  }

  @Test
  void whoseItIsDidNotSayIt() {
    assertThat(
            speakers(
                "The survey shows that Mayor Ada Okoro’s “first approval rating has risen to 55"
                    + " percent since July.”"))
        .doesNotContain("Ada Okoro");
  }

  @Test
  void whatMightBeSaidIsNotSaid() {
    assertThat(
            reported(
                "The mayor would have to get a vote before being able to declare the harbour is a"
                    + " safe place."))
        .doesNotContain("The mayor", "the mayor");
  }

  @Test
  void whoPublishedAReportDidNotSayTheSentence() {
    assertThat(
            reported(
                "The quarrel, first reported by the Selden Courier, has divided the council for"
                    + " weeks."))
        .doesNotContain("Selden Courier", "the Selden Courier");
  }

  @Test
  void aPresidentIsNotTheDaughterWhoIsNamedLater() {
    assertThat(
            speakers(
                "President Lind flew to Port Selden on Monday.\n\n"
                    + "“We will pay for the dam,” President Lind said.\n\n"
                    + "Ada Lind praised her father. “He kept his word,” Ada Lind said."))
        .containsExactly("Lind", "Ada Lind");
  }

  @Test
  void misterIsNotTheWife() {
    assertThat(
            speakers(
                "Mary Lind opened the museum on Monday with Peter Lind.\n\n"
                    + "Mary Lind thanked the town.\n\n"
                    + "“I only held the scissors,” Mr. Lind said."))
        .containsExactly("Peter Lind");
  }

  @Test
  void theyAreSeveral() {
    assertThat(
            reported(
                "Harbour pilots met Ivo Brandt at noon on Monday. Instead of leaving, they insist the"
                    + " board can pay for the boats."))
        .containsOnly("Harbour pilots");
  }
}
