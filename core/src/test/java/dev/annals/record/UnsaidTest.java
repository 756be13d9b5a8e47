package dev.annals.record;

import static dev.annals.record.WrittenReports.article;
import static dev.annals.record.WrittenReports.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.annals.annotation.Modality;
import org.junit.jupiter.api.Test;

/** What a record leaves out because reports do not say it, in made-up stories. */
class UnsaidTest {

  @Test
  void aNameThatIsSpeltTwoWaysIsOnePerson() {
    var record =
        record(
            article("a", "2031-03-05", "Minister Bae Song-ho resigned on Wednesday. Bae left."),
            article("b", "2031-03-05", "On Wednesday the minister, Bae Song Ho, resigned."));
    assertThat(record.people())
        .filteredOn(p -> p.name().startsWith("Bae Song"))
        .singleElement()
        .satisfies(p -> assertThat(p.cites().places()).hasSize(2));
  }

  @Test
  void aFirstNameAndWhatItIsShortenedToAreOnePersons() {
    var record =
        record(
            article("a", "2031-03-05", "Senator Michael Thale resigned. “I go,” Thale said."),
            article("b", "2031-03-05", "Senator Mike Thale resigned on Wednesday."));
    assertThat(record.people()).extracting(StoryRecord.Actor::name).hasSize(1);
  }

  @Test
  void aCountryIsOnePlaceHoweverItIsCalled() {
    var record =
        record(
            article("a", "2031-03-05", "Ships from the United States reached Karsk on Wednesday."),
            article("b", "2031-03-05", "Ships from the U.S. reached Karsk on Wednesday."));
    assertThat(record.places())
        .extracting(StoryRecord.Actor::name)
        .filteredOn(n -> n.startsWith("U"))
        .hasSize(1);
  }

  @Test
  void whatBelongsToANounIsNoSpeech() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "Ada Ruhl pleaded guilty on Wednesday to a charge that she had sold the mill.",
                "A man said to have fled the yard was caught.",
                "Tomas Reyl said that the mill had been sold for nothing."));
    assertThat(record.quotes())
        .extracting(StoryRecord.QuoteEntry::text)
        .containsExactly("that the mill had been sold for nothing");
  }

  @Test
  void aPlanHasNoDayThatIsNotStated() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The council postponed the session on Wednesday.",
                "The session would be cancelled if the hall stayed shut, the mayor said."));
    assertThat(record.tracks())
        .flatExtracting(StoryRecord.Track::states)
        .filteredOn(s -> s.modality() != Modality.ASSERTED)
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.date()).isNull());
  }

  @Test
  void whatMayHaveBeenRejectedIsNoDispute() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "Brandt claimed on Wednesday that the survey was forged.",
                "It was unclear if other members rejected the claim."));
    assertThat(record.claims()).flatExtracting(StoryRecord.ClaimEntry::disputed).isEmpty();
  }

  @Test
  void whatIsToldOnceInPassingIsNoTrack() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The council postponed the session on Wednesday.",
                "The session resumed in the evening, the clerk said.",
                "Ada Okoro spoke for an hour.",
                "Nobody asked her about the harbour.",
                "She had dinner with the guests of the town.",
                "The museum of ships was closed for repairs, a sign at the door said."));
    assertThat(record.tracks())
        .extracting(StoryRecord.Track::subject)
        .anyMatch(subject -> subject.contains("session"))
        .noneMatch(subject -> subject.contains("museum"));
  }

  @Test
  void aBuildingOfManyAndAPlanWithoutADayMakeNoTrack() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "A storm reached Karsk on Wednesday. It rained all day. Rivers rose. Boats sank.",
                "Her home was flooded on Wednesday. Owners boarded up a home on Monday.",
                "The council could not say whether the bridge would be closed."),
            article(
                "b", "2031-03-05", "The storm tore down trees in Karsk on Wednesday. It rained."));
    assertThat(record.tracks()).isEmpty();
  }

  @Test
  void aStateWithoutADayIsTheOneThatHasOne() {
    var record =
        record(
            article("a", "2031-03-05", "The harbour bridge was closed on Wednesday."),
            article(
                "b",
                "2031-03-05",
                "Engineers had warned the council. It met. It voted. It paid nothing.",
                "The harbour bridge has been closed, an engineer said."));
    assertThat(record.tracks())
        .singleElement()
        .satisfies(
            track -> {
              assertThat(track.states()).hasSize(1);
              assertThat(track.states().get(0).sources()).isEqualTo(2);
            });
  }

  @Test
  void whatIsCountedIsMeantAndNotTheKind() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The council postponed the session on Wednesday.",
                "The clerk read the minutes aloud, and nobody objected to them.",
                "Ada Okoro spoke for an hour, and guests of the town listened.",
                "The mayor of the town wrote of it at length on Wednesday evening.",
                "Chirp said it required the removal of three posts for breaking its rules.",
                "The network said the mayor's account would stay locked unless the posts were removed.",
                "Posts were removed."));
    assertThat(record.tracks())
        .extracting(StoryRecord.Track::subject)
        .contains("three posts")
        .doesNotContain("Posts");
    assertThat(record.tracks())
        .filteredOn(track -> track.subject().equals("three posts"))
        .flatExtracting(StoryRecord.Track::states)
        .extracting(StoryRecord.State::state, StoryRecord.State::modality)
        .contains(tuple("removal required", Modality.ASSERTED));
  }
}
