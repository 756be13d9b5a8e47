package dev.annals.record;

import static dev.annals.record.WrittenReports.article;
import static dev.annals.record.WrittenReports.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words in quotation marks that nobody said are none of a record's quotes. */
class QuotedTermsTest {

  private static List<String> texts(String... paragraphs) {
    return record(article("a", "2031-03-05", paragraphs)).quotes().stream()
        .map(StoryRecord.QuoteEntry::text)
        .toList();
  }

  @Test
  void aTermThatTheReportUsesItselfIsNoQuote() {
    assertThat(
            texts(
                "The council met on Wednesday to avert the harbour lockout. Mayor Ada Okoro warned"
                    + " of a “harbour lockout” in the spring.",
                "“We will keep the gates open for every boat,” Okoro said."))
        .containsExactly("We will keep the gates open for every boat,");
  }

  @Test
  void aJudgementIsAQuote() {
    assertThat(
            texts(
                "Mayor Ada Okoro said on Wednesday that Piet Almer was “a reckless captain with no"
                    + " sense of the sea.”"))
        .hasSize(1);
  }

  @Test
  void theOfficeIsWhosItIsCalledMostly() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "President Dara Voss came to Selden on Wednesday. President Voss met the pilots.",
                "President Voss left at noon.",
                "“We will pay for the dam,” the president said."),
            article("b", "2031-03-05", "President Dara Voss came to Selden. President Voss left."),
            article("c", "2031-03-05", "Voss and President Ivo Brandt of Karsk met on Wednesday."));
    assertThat(record.quotes())
        .extracting(quote -> quote.speaker() == null ? "?" : quote.speaker().name())
        .contains("Dara Voss");
  }

  @Test
  void anyNounBesideAVerbOfSpeechSpeaks() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "“The union must rediscover its roots and its freedom,” the pontiff told reporters"
                    + " as he flew home on Wednesday."));
    assertThat(record.quotes())
        .extracting(quote -> quote.speaker() == null ? "?" : quote.speaker().name())
        .containsExactly("the pontiff");
  }
}
