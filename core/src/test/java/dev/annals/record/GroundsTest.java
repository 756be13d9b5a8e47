package dev.annals.record;

import static dev.annals.record.WrittenReports.article;
import static dev.annals.record.WrittenReports.entry;
import static dev.annals.record.WrittenReports.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.Annotator;
import dev.annals.annotation.Modality;
import dev.annals.article.ArticleDraft;
import org.junit.jupiter.api.Test;

/** What a report tells far from its beginning, and on what grounds it has a day. */
class GroundsTest {

  // 2031-03-05 is a Wednesday
  @Test
  void whatFollowsTheDayIsOfThatDayUntilAnotherTimeIsNamed() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The council of Karsk closed the mill on Tuesday.",
                "Officers sealed the gate of the yard.",
                "Two lorries carried the looms away.",
                "A judge opened an inquiry into the firm.",
                "The firm came to the valley in 1998.",
                "Its owners built a weir above the bridge."));
    assertThat(entry(record, "opened an inquiry").date()).isEqualTo("2031-03-04");
    assertThat(record.timeline())
        .filteredOn(e -> e.text().contains("built a weir"))
        .allMatch(e -> e.date() == null || e.date().equals("1998"));
  }

  @Test
  void howThingsAreIsOfNoDayAfterTheLead() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The council of Karsk closed the mill on Tuesday.",
                "Officers sealed the gate of the yard.",
                "Two lorries carried the looms away.",
                "Weavers are leaving the valley for the towns of the coast.",
                "The mayor is under attack since the council sold the weir to the firm."));
    assertThat(record.timeline())
        .filteredOn(e -> e.text().contains("leaving") || e.text().contains("under attack"))
        .allMatch(e -> e.date() == null);
  }

  @Test
  void whatHasBeenDoneIsNotOfTheDayThatItsStoryTellsOf() {
    var record =
        record(
            article("a", "2031-03-05", "Rioters broke into the hall of Karsk on Tuesday evening."),
            article(
                "b", "2031-03-06", "The council of Karsk has sold its weir to the firm of Holm."),
            article("c", null, "The judges of Karsk have freed the owner of the yard."));
    assertThat(entry(record, "has sold").date()).isEqualTo("2031-03-06");
    assertThat(entry(record, "has sold").dateFrom()).isEqualTo("dateline");
    assertThat(entry(record, "have freed").date()).isNull();
  }

  @Test
  void anArticleUnderOpinionGivesNoDayToWhatItDoesNotDate() {
    var paragraphs =
        "The council of Karsk closed the mill on Tuesday.\n\n"
            + "Officers sealed the gate and drove the weavers out of the yard.";
    var report =
        new ArticleDraft("a", paragraphs)
            .language("en")
            .published("2031-03-05")
            .url("https://post.example/2031/mill")
            .article();
    var opinion =
        new ArticleDraft("a", paragraphs)
            .language("en")
            .published("2031-03-05")
            .url("https://post.example/opinion/mill")
            .article();
    assertThat(Genre.of(report)).isEqualTo(Genre.REPORT);
    assertThat(Genre.of(opinion)).isEqualTo(Genre.OPINION);
  }

  @Test
  void headlinesSayWhatKindOfArticleOneIs() {
    assertThat(genre("Council closes mill of Karsk")).isEqualTo(Genre.REPORT);
    assertThat(genre("Opinion: Let the mill stand")).isEqualTo(Genre.OPINION);
    assertThat(genre("Why the mill was closed")).isEqualTo(Genre.EXPLANATION);
    assertThat(genre("5 things about the mill")).isEqualTo(Genre.EXPLANATION);
    assertThat(genre("Mill closed: what does it mean for Karsk?")).isEqualTo(Genre.EXPLANATION);
  }

  @Test
  void theDayOfAStatementIsNotThatOfWhatItAnnounces() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The firm of Holm has withdrawn its bid for the weir, its owner said Tuesday.",
                "The council will sell the weir to the firm of Dunmore, the mayor said Tuesday."));
    assertThat(entry(record, "withdrawn").date()).isEqualTo("2031-03-04");
    assertThat(record.timeline())
        .filteredOn(e -> e.text().contains("will sell"))
        .allMatch(e -> e.date() == null);
  }

  @Test
  void aWeekdayOfAnUndatedArticleCountsOnlyWhereADatedOneNamesItToo() {
    var dated =
        article("a", "2031-03-05", "Rioters broke into the hall of Karsk on Tuesday evening.");
    var same = article("b", null, "The bakers closed their shops for a week on Tuesday.");
    var other = article("c", null, "The mayor of Karsk resigned over the riot on Sunday.");
    var record = record(dated, same, other);
    assertThat(entry(record, "closed their shops").date()).isEqualTo("2031-03-04");
    assertThat(entry(record, "resigned").date()).isNull();
  }

  @Test
  void anAddressWithAnotherMonthIsOfAnotherTime() {
    var dated = article("a", "2031-03-05", "Rioters broke into the hall of Karsk on Tuesday.");
    var draft =
        new ArticleDraft("b", "Masons restored the hall of Karsk on Tuesday.")
            .language("en")
            .url("https://post.example/2031/11/hall-of-karsk.html")
            .article();
    var later = new StoryArticle(draft, new Annotator().annotate(draft), "test");
    assertThat(entry(record(dated, later), "Masons").date()).isNull();
  }

  @Test
  void whatSomethingFollowedIsOfItsOwnDay() {
    var record =
        record(
            article(
                "a",
                "2031-03-06",
                "The council of Karsk sold the weir on Wednesday.",
                "The sale followed a riot in the market on Monday."));
    assertThat(record.timeline())
        .filteredOn(e -> e.text().contains("followed"))
        .noneMatch(e -> "2031-03-03".equals(e.date()));
  }

  @Test
  void aVoteScheduledForADayIsAPlan() {
    var record =
        record(
            article(
                "a",
                "2031-03-04",
                "The council of Karsk scheduled a vote on the weir for Wednesday."));
    assertThat(entry(record, "scheduled").modality()).isEqualTo(Modality.PLANNED);
  }

  @Test
  void aCareerIsNotOfTheDayOfTheNews() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "Ada Ruhl won the election of Karsk on Tuesday. In the 2010s she founded a bank in"
                    + " Holm. She sold three mills to a rival."));
    assertThat(record.timeline())
        .filteredOn(e -> e.text().contains("founded") || e.text().contains("sold three"))
        .noneMatch(e -> "2031-03-04".equals(e.date()));
  }

  @Test
  void whatAWriterWeighsInTheLeadIsNotOfTheDayOfTheReport() {
    var record =
        record(
            article("a", "2031-03-05", "Doubts about the weir have clouded the mood of Karsk."),
            article("b", "2031-03-06", "The defeat rattled the market of Karsk again."));
    assertThat(record.timeline())
        .filteredOn(e -> e.text().contains("rattled"))
        .allMatch(e -> e.date() == null);
  }

  private static Genre genre(String title) {
    return Genre.of(new ArticleDraft("a", "The mill is closed.").title(title).article());
  }
}
