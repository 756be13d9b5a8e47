package dev.annals.record;

import static dev.annals.record.WrittenReports.article;
import static dev.annals.record.WrittenReports.entry;
import static dev.annals.record.WrittenReports.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.Modality;
import dev.annals.article.Role;
import org.junit.jupiter.api.Test;

/** What somebody with a name or an office says is an event of its own. */
class StatementsTest {

  private static final String LEAD = "The council of Karsk closed the mill on Tuesday.";

  // 2031-03-05 is a Wednesday
  @Test
  void whatAnActorSaidHeWouldDoIsSaidAndNotPlanned() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                LEAD,
                "Mayor Ada Ruhl said on Tuesday she would reopen the weir in April."));
    assertThat(entry(record, "she would reopen"))
        .returns("2031-03-04", StoryRecord.Entry::date)
        .returns(Modality.ASSERTED, StoryRecord.Entry::modality);
  }

  @Test
  void aRelativeClauseBeforeTheStatementIsNotWhatTheSentenceTells() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                LEAD,
                "Senator Ada Ruhl, who has long fought the firm, said Tuesday that she disagrees"
                    + " with the council."));
    assertThat(entry(record, "disagrees"))
        .returns("2031-03-04", StoryRecord.Entry::date)
        .returns(false, StoryRecord.Entry::background);
  }

  @Test
  void aStatementMayBeginWithItsWords() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                LEAD,
                "“The weir will not be sold while I hold this office,” Mayor Ada Ruhl said on"
                    + " Tuesday.",
                "“It was dark when we came to the mill and saw the lorries in the yard,” said a"
                    + " weaver on Tuesday."));
    assertThat(entry(record, "will not be sold").date()).isEqualTo("2031-03-04");
    assertThat(record.timeline()).noneMatch(e -> e.text().contains("dark"));
  }

  @Test
  void whatStandsBeforeTheSpeakerIsWhatTheSentenceTells() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                LEAD,
                "The council will vote on Friday on the sale of the weir, Mayor Ada Ruhl said."));
    assertThat(entry(record, "will vote"))
        .returns("2031-03-07", StoryRecord.Entry::date)
        .returns(Modality.PLANNED, StoryRecord.Entry::modality);
  }

  @Test
  void whoHasNoNameMakesNoStatement() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                LEAD,
                "Officials said that there may be more to come.",
                "The source said on Tuesday that nobody knew the price."));
    assertThat(record.timeline())
        .noneMatch(e -> e.text().contains("more to come") || e.text().contains("the price"));
  }

  @Test
  void whatAPictureShowsIsNoEntry() {
    var record =
        record(
            article("a", "2031-03-05", LEAD),
            article(
                Role.CAPTION,
                "b",
                "Outlet b",
                "2031-03-05",
                "Mayor Ada Ruhl speaks beside the weir of Holm, in Norland, on March 3, 2031."));
    assertThat(record.timeline()).noneMatch(e -> e.text().contains("speaks"));
  }

  @Test
  void whoIsNamedInTheQuoteIsNotWhoSpeaks() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                LEAD,
                "“Ada Ruhl has a large crew and never paid it,” said one weaver on Tuesday."));
    assertThat(record.timeline()).noneMatch(e -> e.text().contains("large crew"));
  }

  @Test
  void whoSpeaksMayStandBehindTheVerb() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                LEAD,
                "“The weir is ours now and nobody takes it from this valley,” tweeted Ada Ruhl, who"
                    + " leads the weavers, on Monday."));
    assertThat(entry(record, "tweeted").date()).isEqualTo("2031-03-03");
  }
}
