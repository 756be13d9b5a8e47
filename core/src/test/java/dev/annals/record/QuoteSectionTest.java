package dev.annals.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a story is one utterance, and whose. */
class QuoteSectionTest {

  private static StoryRecord two(String one, String other) {
    return WrittenReports.record(
        WrittenReports.article("a", "2031-03-05", one),
        WrittenReports.article("b", "2031-03-05", other));
  }

  private static List<String> texts(StoryRecord record) {
    return record.quotes().stream().map(StoryRecord.QuoteEntry::text).toList();
  }

  @Test
  void aSlipOfTheEarIsAVariant() {
    var record =
        two(
            "“The harbour bridge in Selden was shut on Friday morning,” Ada Okoro said.",
            "“The harbour bridge in Selden was closed on Friday morning,” Ada Okoro said.");
    assertThat(record.quotes()).hasSize(1);
    assertThat(record.quotes().get(0).variants()).hasSize(1);
  }

  @Test
  void theContraryIsNoVariant() {
    var record =
        two(
            "“The harbour bridge in Selden was closed on Friday morning,” Ada Okoro said.",
            "“The harbour bridge in Selden was reopened on Friday morning,” Ada Okoro said.");
    assertThat(texts(record)).hasSize(2);
  }

  @Test
  void anotherNumberIsNoVariant() {
    var record =
        two(
            "“We have counted 40 boats without a licence in the harbour,” Ada Okoro said.",
            "“We have counted sixty boats without a licence in the harbour,” Ada Okoro said.");
    assertThat(texts(record)).hasSize(2);
  }

  @Test
  void aNumberInWordsIsTheSameNumber() {
    var record =
        two(
            "“We have counted 40 boats without a licence in the harbour,” Ada Okoro said.",
            "“We have counted forty boats without a licence in the harbour,” Ada Okoro said.");
    assertThat(texts(record)).hasSize(1);
  }

  @Test
  void aNegationMakesAnotherQuote() {
    var record =
        two(
            "“The council will sell the old harbour station this year,” Ada Okoro said.",
            "“The council will not sell the old harbour station this year,” Ada Okoro said.");
    assertThat(texts(record)).hasSize(2);
  }

  @Test
  void aShortFormOfANegationIsAVariant() {
    var record =
        two(
            "“The council does not sell the old harbour station this year,” Ada Okoro said.",
            "“The council doesn’t sell the old harbour station this year,” Ada Okoro said.");
    assertThat(texts(record)).hasSize(1);
  }

  @Test
  void theTitleOfABroadcastIsNoQuote() {
    var record =
        WrittenReports.record(
            WrittenReports.article(
                "a",
                "2031-03-05",
                "“The bridge will stay closed for weeks,” Ada Okoro said on Norland Radio’s"
                    + " “Morning Harbour Hour.”"));
    assertThat(texts(record)).containsExactly("The bridge will stay closed for weeks,");
  }

  @Test
  void whatSomethingIsKnownAsIsNoQuote() {
    var record =
        WrittenReports.record(
            WrittenReports.article(
                "a",
                "2031-03-05",
                "Mayor Ada Okoro said the old sea dam, known as the “long wall of the north”, would"
                    + " be rebuilt."));
    assertThat(texts(record)).doesNotContain("long wall of the north");
  }

  @Test
  void aFormerRoleIsNotTheSpeakersOfToday() {
    var record =
        two(
            "“The bridge is a disgrace,” said former mayor Henrik Dahl on Monday.",
            "“The bridge will be mended,” said mayor Ada Okoro on Monday.");
    assertThat(record.quotes())
        .extracting(quote -> quote.speaker().name() + ", " + quote.speaker().role())
        .containsExactlyInAnyOrder("Henrik Dahl, former mayor", "Ada Okoro, mayor");
  }
}
