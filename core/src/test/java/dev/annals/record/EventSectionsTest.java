package dev.annals.record;

import static dev.annals.record.WrittenReports.article;
import static dev.annals.record.WrittenReports.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.Modality;
import dev.annals.article.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Timeline, tracks and disagreements of made-up stories, from text to record. */
class EventSectionsTest {

  private static final List<StoryArticle> PORT =
      List.of(
          article(
              Role.PARAGRAPH,
              "a",
              "Quay Herald",
              "2031-05-09",
              "Strikers stormed the harbour office on Thursday and forced clerks to leave the"
                  + " building.",
              "The hearing on the new pier was suspended at noon.",
              "At least 12 people were injured, the ambulance service said."),
          article(
              Role.PARAGRAPH,
              "b",
              "Dune Radio",
              "2031-05-09",
              "The harbour office was evacuated on Thursday after strikers stormed it.",
              "The hearing resumed in the evening.",
              "Seven people were injured, a doctor at the clinic said."),
          article(
              Role.PARAGRAPH,
              "c",
              "Lamp Post",
              null,
              "The strikers broke into the harbour office while the hearing was under way.",
              "The council said the pier would be closed if the strike went on."));

  private static List<String> states(StoryRecord record, String subject) {
    return record.tracks().stream()
        .filter(track -> track.subject().contains(subject))
        .flatMap(track -> track.states().stream())
        .map(state -> state.state() + " " + state.modality())
        .toList();
  }

  @Test
  void followsOneThingOverReports() {
    var record = record(PORT);
    assertThat(states(record, "harbour office")).contains("stormed ASSERTED", "evacuated ASSERTED");
    assertThat(states(record, "hearing"))
        .containsSubsequence("suspended ASSERTED", "resumed ASSERTED");
    assertThat(states(record, "pier")).doesNotContain("closed ASSERTED");
  }

  @Test
  void countsIndependentReportsOfOneEvent() {
    var stormed =
        record(PORT).timeline().stream()
            .filter(entry -> entry.text().contains("stormed"))
            .findFirst()
            .orElseThrow();
    assertThat(stormed.sources()).isGreaterThanOrEqualTo(2);
    assertThat(stormed.modality()).isEqualTo(Modality.ASSERTED);
  }

  @Test
  void showsCountsThatCannotBothHold() {
    var disagreements = record(PORT).disagreements();
    assertThat(disagreements)
        .anySatisfy(
            disagreement -> {
              assertThat(disagreement.kind()).isEqualTo("figure");
              assertThat(disagreement.about()).isEqualTo("people injured");
              assertThat(disagreement.versions()).hasSize(2);
            });
  }

  @Test
  void takesLaterHigherCountsForAnUpdate() {
    var record =
        record(
            List.of(
                article(
                    Role.PARAGRAPH,
                    "a",
                    "Quay Herald",
                    "2031-05-09T10:00:00Z",
                    "Police said three people were killed in the fire at the mill."),
                article(
                    Role.PARAGRAPH,
                    "b",
                    "Dune Radio",
                    "2031-05-09T18:00:00Z",
                    "Five people were killed in the fire at the old mill, officials said.")));
    assertThat(record.disagreements())
        .anySatisfy(
            disagreement -> {
              assertThat(disagreement.about()).isEqualTo("people killed");
              assertThat(disagreement.update()).isTrue();
            });
  }

  @Test
  void citesExactWordsEverywhere() {
    var record = record(PORT);
    var texts = new java.util.HashMap<String, String>();
    PORT.forEach(a -> texts.put(a.article().id(), a.article().text()));
    record
        .timeline()
        .forEach(
            entry ->
                entry
                    .cites()
                    .places()
                    .forEach(
                        cite ->
                            assertThat(
                                    texts
                                        .getOrDefault(cite.article(), "")
                                        .substring(cite.start(), cite.end()))
                                .isEqualTo(cite.text())));
  }

  @Test
  void doesNotDependOnTheOrderOfArrival() {
    var reversed = new ArrayList<>(PORT);
    Collections.reverse(reversed);
    assertThat(record(reversed)).isEqualTo(record(PORT));
  }

  private static List<String> dated(StoryRecord record) {
    return record.timeline().stream().map(e -> e.date() + " " + e.text()).toList();
  }

  @Test
  void doesNotDateAVerbByATimeThatOnlySaysWhichThingIsMeant() {
    var record =
        record(
            List.of(
                article(
                    Role.PARAGRAPH,
                    "a",
                    "Quay Herald",
                    "2031-05-09",
                    "The governor rejected the harbour bill, which the assembly passed on Tuesday.",
                    "Divers recovered a bell from Wednesday's wreck.",
                    "The council postponed the auction until Saturday.")));
    assertThat(dated(record))
        .contains(
            "2031-05-09 The governor rejected the harbour bill, which the assembly passed on"
                + " Tuesday.",
            "2031-05-09 Divers recovered a bell from Wednesday's wreck.",
            "2031-05-09 The council postponed the auction until Saturday.");
  }

  @Test
  void aCaptionWithTheSameNamesIsNoSourceForAnotherDeed() {
    var record =
        record(
            List.of(
                article(
                    Role.PARAGRAPH,
                    "a",
                    "Quay Herald",
                    "2031-05-09",
                    "Strikers occupied the office of Port Captain Ilse Brandvold on Thursday."),
                article(
                    Role.CAPTION,
                    "b",
                    "Dune Radio",
                    "2031-05-09",
                    "A striker carries the lantern of Port Captain Ilse Brandvold across the pier on"
                        + " Thursday.")));
    assertThat(record.timeline().get(0).text()).startsWith("Strikers occupied");
    assertThat(record.timeline().get(0).cites().places()).hasSize(1);
  }

  @Test
  void leavesOutPostsQuestionsAndWhatTheWriterSaysOfHimself() {
    var record =
        record(
            List.of(
                article(
                    Role.PARAGRAPH,
                    "a",
                    "Quay Herald",
                    "2031-05-09",
                    "The lighthouse burned down on Thursday.",
                    "Flames destroyed my shed last night — Pell (@pell_quay) May 9, 2031",
                    "Who lit the fire?",
                    "We visited the ruins on Thursday.",
                    "CORRECTION: We moved the lighthouse on Thursday.")));
    assertThat(dated(record)).containsExactly("2031-05-08 The lighthouse burned down on Thursday.");
  }

  @Test
  void showsWhatLiesYearsBackAsBackgroundAndLetsItNotBoundTheStory() {
    var record =
        record(
            List.of(
                article(
                    Role.PARAGRAPH,
                    "a",
                    "Quay Herald",
                    "2031-05-09",
                    "The lighthouse burned down on Thursday.",
                    "The keeper bought the tower in 2009.",
                    "He married a diver on March 3, 2010.")));
    assertThat(dated(record))
        .contains(
            "2009 The keeper bought the tower in 2009.",
            "2010-03-03 He married a diver on March 3, 2010.");
    assertThat(record.start()).isEqualTo("2031-05-08");
    assertThat(record.timeline())
        .filteredOn(e -> "2010-03-03".equals(e.date()))
        .allMatch(StoryRecord.Entry::background);
  }

  @Test
  void takesTheOfficeHolderForWhomAnotherReportNames() {
    String quote = "“Nobody will enter this tower before every stone has been tested,”";
    var record =
        record(
            List.of(
                article(
                    Role.PARAGRAPH,
                    "a",
                    "Quay Herald",
                    "2031-05-09",
                    quote + " said harbour master Ilse Varn on Thursday."),
                article(
                    Role.PARAGRAPH,
                    "b",
                    "Dune Radio",
                    "2031-05-09",
                    quote + " the harbour master said.")));
    assertThat(record.quotes())
        .singleElement()
        .satisfies(q -> assertThat(q.speaker()).extracting("name").isEqualTo("Ilse Varn"));
    assertThat(record.disagreements()).noneMatch(d -> d.kind().equals("speaker"));
  }

  @Test
  void keepsOnlyIndirectReportsThatSaySomething() {
    var record =
        record(
            List.of(
                article(
                    Role.PARAGRAPH,
                    "a",
                    "Quay Herald",
                    "2031-05-09",
                    "Mayor Ilse Varn said on Thursday that the tower would be torn down.",
                    "Varn mentioned the storm of last winter.",
                    "Varn has not said what the work will cost.")));
    assertThat(record.quotes())
        .singleElement()
        .satisfies(q -> assertThat(q.text()).contains("would be torn down"));
  }

  @Test
  void showsWhereReportsPutOneEventAtTwoPlaces() {
    var record =
        record(
            List.of(
                article(
                    Role.PARAGRAPH,
                    "a",
                    "Quay Herald",
                    "2031-05-09",
                    "A fishing boat with six sailors sank on Thursday near Selden."),
                article(
                    Role.PARAGRAPH,
                    "b",
                    "Dune Radio",
                    "2031-05-09",
                    "On Thursday a boat with sailors on a fishing trip sank near Ostwick.")));
    assertThat(record.disagreements())
        .filteredOn(d -> d.kind().equals("place"))
        .singleElement()
        .satisfies(
            d ->
                assertThat(d.versions())
                    .extracting(StoryRecord.Version::value)
                    .containsExactly("Ostwick", "Selden"));
  }

  @Test
  void takesCountsThatAnyReportGivesInSequenceForAnUpdate() {
    var record =
        record(
            List.of(
                article(
                    Role.PARAGRAPH,
                    "a",
                    "Quay Herald",
                    "2031-05-09",
                    "Police arrested 30 strikers on Thursday."),
                article(
                    Role.PARAGRAPH,
                    "b",
                    "Dune Radio",
                    "2031-05-09",
                    "Police said they had arrested 46 strikers on Thursday, up from 30."),
                article(
                    Role.PARAGRAPH,
                    "c",
                    "Lamp Post",
                    "2031-05-09",
                    "Police arrested 46 strikers on Thursday.")));
    assertThat(record.disagreements())
        .filteredOn(d -> d.kind().equals("figure"))
        .allMatch(StoryRecord.Disagreement::update);
  }
}
