package dev.annals.record;

import static dev.annals.record.WrittenReports.article;
import static dev.annals.record.WrittenReports.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What reports of one event disagree on, and what only looks so. */
class ConflictingReportsTest {

  private static final StoryArticle[] CRASH = {
    article(
        "post",
        "2031-05-06T09:00:00Z",
        "At least 14 people were killed when a bus plunged into a ravine near the town of Velden on"
            + " Tuesday morning, police said.",
        "Another 23 people were injured, police spokeswoman Mara Lindt said.",
        "The bus was carrying 41 passengers from Orlo to the coast."),
    article(
        "herald",
        "2031-05-06T10:00:00Z",
        "Sixteen people died when a bus from Orlo fell into a ravine near Velden on Tuesday,"
            + " according to the district hospital, while police put the death toll at 14."),
    article(
        "radio",
        "2031-05-06T20:00:00Z",
        "The death toll in the bus crash near Velden rose to 18 on Tuesday evening after two of"
            + " the injured died, the district hospital said.",
        "Some 40 passengers had been on board, the bus company said."),
    article(
        "daily",
        "2031-05-06T21:00:00Z",
        "More than a dozen people were killed when a bus fell into a ravine near Velden on Tuesday,"
            + " in the worst accident in the district since 2019, when 31 people died in a train"
            + " crash.",
        "There were 52 passengers on board the bus, the army said.")
  };

  private static List<String> values(StoryRecord record, String about, boolean update) {
    return record.disagreements().stream()
        .filter(d -> d.kind().equals("figure") && d.update() == update && d.about().equals(about))
        .flatMap(d -> d.versions().stream())
        .map(StoryRecord.Version::value)
        .toList();
  }

  @Test
  void twoSourcesInOneSentenceAreAConflict() {
    assertThat(values(record(CRASH), "people killed", false))
        .containsExactlyInAnyOrder("Sixteen people", "14");
  }

  @Test
  void aRisingTollIsAnUpdateInTheOrderOfTime() {
    assertThat(values(record(CRASH), "people killed", true))
        .containsExactly("At least 14 people", "14", "Sixteen people", "18");
  }

  @Test
  void figuresOfWhatOneThingHeldAreCompared() {
    assertThat(values(record(CRASH), "passengers aboard", false))
        .contains("41 passengers", "52 passengers");
  }

  @Test
  void partsAreNotComparedWithTheWhole() {
    assertThat(record(CRASH).disagreements()).noneMatch(d -> d.about().equals("people injured"));
  }

  @Test
  void figuresOfOtherScopesPollsAndRoundNumbersAreNoConflict() {
    var record =
        record(
            article(
                "wire",
                "2031-10-01T10:00:00Z",
                "The fever has killed 12 people in the city of Orlo this year, the health office"
                    + " said on Wednesday.",
                "Some 300 people have been infected.",
                "A poll found that 54 percent of residents were worried."),
            article(
                "herald",
                "2031-10-01T12:00:00Z",
                "Since 2029, the fever has killed 87 people across the county, the health office"
                    + " said on Wednesday.",
                "The office says that 312 people have been infected. Five children are among the"
                    + " dead.",
                "In another poll, 47 percent of residents said they were worried."));
    assertThat(record.disagreements()).noneMatch(d -> d.kind().equals("figure"));
  }

  @Test
  void twoSumsForOneRepairAreNoUpdate() {
    var record =
        record(
            article(
                "daily",
                "2031-11-06T07:00:00Z",
                "Repairing the Kaveri bridge will cost $40 million, the ministry of works said."),
            article(
                "capital",
                "2031-11-07T08:00:00Z",
                "Repairing the Kaveri bridge will cost $65 million, the state engineer said."));
    assertThat(values(record, "USD cost", false)).hasSize(2);
  }

  @Test
  void twoHoursOfOneDepartureAreAConflictAndLooseOnesNot() {
    var record =
        record(
            article(
                "radio",
                "2031-06-11T18:00:00Z",
                "The ferry Aurora left the port of Melby at 8:15 a.m. on Wednesday and ran aground"
                    + " off Tarva, the harbour office said."),
            article(
                "post",
                "2031-06-11T19:00:00Z",
                "The Aurora sailed from Melby at 8:45 a.m. on Wednesday, half an hour late."),
            article(
                "courier",
                "2031-06-12T08:00:00Z",
                "The ferry Aurora left Melby shortly after 8 a.m. on Wednesday."));
    assertThat(record.disagreements())
        .filteredOn(d -> d.kind().equals("time"))
        .singleElement()
        .satisfies(
            d ->
                assertThat(d.versions())
                    .extracting(StoryRecord.Version::value)
                    .containsExactly("2031-06-11T08:15", "2031-06-11T08:45"));
  }

  @Test
  void aReportTakenBackIsNoSourceOfWhatOthersTell() {
    var record =
        record(
            article(
                "star",
                "2031-12-01T10:00:00Z",
                "Mayor Ada Okoro resigned on Monday after the harbour fund affair.",
                "This report has been retracted."),
            article(
                "post",
                "2031-12-01T11:00:00Z",
                "Mayor Ada Okoro resigned on Monday, a councillor told the newspaper."),
            article(
                "radio", "2031-12-01T14:00:00Z", "Mayor Ada Okoro has not resigned, she said."));
    assertThat(record.disagreements())
        .filteredOn(d -> d.kind().equals("status"))
        .flatExtracting(StoryRecord.Disagreement::versions)
        .allMatch(version -> version.sources() == 1);
  }
}
