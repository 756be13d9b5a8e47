package dev.annals.record;

import static dev.annals.record.WrittenReports.article;
import static dev.annals.record.WrittenReports.entry;
import static dev.annals.record.WrittenReports.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.Modality;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which day what is told without one gets, in made-up stories. */
class StoryTimesTest {

  private static @Nullable String date(StoryRecord record, String words) {
    return entry(record, words).date();
  }

  // 2031-03-04 is a Tuesday
  @Test
  void aReportDatedBeforeItsNewsMeansTheNextDay() {
    var record =
        record(
            article(
                "a",
                "2031-03-04",
                "A landslide buried the Karsk road on Wednesday and cut off two villages.",
                "Rescuers reached the first village by boat."),
            article(
                "b", "2031-03-05", "The governor sent soldiers to the Karsk road on Wednesday."));
    assertThat(date(record, "buried")).isEqualTo("2031-03-05");
    assertThat(date(record, "by boat")).isEqualTo("2031-03-05");
  }

  // of 35 weekdays of the day after in 2,500 articles, told in the past, five were six days old
  @Test
  void theWeekdayOfTheNextDayMeansThatDayUnlessItIsCalledThePastOne() {
    var record =
        record(
            article(
                "a",
                "2031-03-04",
                "The council closed the Karsk road on Tuesday.",
                "Engineers inspected the slope on Wednesday and found cracks."));
    assertThat(date(record, "inspected")).isEqualTo("2031-03-05");
    assertThat(entry(record, "inspected").modality()).isEqualTo(Modality.ASSERTED);
    record =
        record(
            article(
                "a",
                "2031-03-04",
                "The council closed the Karsk road on Tuesday.",
                "Engineers inspected the slope last Wednesday and found cracks."));
    assertThat(date(record, "inspected")).isEqualTo("2031-02-26");
  }

  @Test
  void whatAReportDoesNotDateIsOfTheDayThatItBeginsWith() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The council on Wednesday rejected an inquiry into the fire that broke out on"
                    + " Monday.",
                "The fire on Monday killed two men, and the fire on Monday gutted the mill.",
                "Mayor Ada Ruhl visited the families."));
    assertThat(date(record, "rejected")).isEqualTo("2031-03-05");
    assertThat(date(record, "visited the families")).isEqualTo("2031-03-05");
  }

  @Test
  void newsThatBeginsWithoutADayIsOfTheDayOfItsReport() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The island has closed its harbour to ships from Karsk. The order fills two pages."
                    + " The harbour master signed it.",
                "Karsk raised its fees on Monday. Shippers protested on Monday, and a captain"
                    + " refused to pay on Monday."));
    assertThat(date(record, "closed its harbour")).isEqualTo("2031-03-05");
  }

  @Test
  void whatAnotherReportSaysOfADayIsSeenByWhatIsRemembered() {
    var first =
        article(
            "a",
            "2031-03-05",
            "The island closed its harbour to ships from Karsk. The order fills two pages."
                + " The harbour master signed it.",
            "Karsk raised its fees on Monday. Shippers protested on Monday, and a captain"
                + " refused to pay on Monday.");
    var second = article("b", "2031-03-05", "The mill of the island burned down on Monday.");
    var memory = new StoryMemory();
    var alone = new RecordCompiler().compile("story", List.of(first), memory);
    var both = new RecordCompiler().compile("story", List.of(first, second), memory);
    assertThat(date(alone, "closed its harbour")).isEqualTo("2031-03-05");
    assertThat(date(both, "closed its harbour")).isEqualTo("2031-03-03");
    assertThat(both).isEqualTo(record(first, second));
  }

  @Test
  void theDayOfWhatItFollowedIsNotThatOfTheDeed() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "Three members of the council abandoned the mayor after her remarks on Monday."));
    assertThat(date(record, "abandoned")).isEqualTo("2031-03-05");
  }

  @Test
  void whatIsSoIsNoEventOfADay() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The mill burned down on Wednesday.",
                "The firm employs forty people and exports cloth to the islands.",
                "Strangers may not enter the yard.",
                "The 2019 fire destroyed the dye house."));
    assertThat(record.timeline())
        .filteredOn(e -> e.date() != null)
        .extracting(StoryRecord.Entry::text)
        .containsExactly("The mill burned down on Wednesday.");
  }

  @Test
  void whatLiesAheadOfItsReportIsPlanned() {
    var record =
        record(article("a", "2031-03-05", "The hearing on the mill was scheduled for March 12."));
    assertThat(entry(record, "hearing").modality()).isEqualTo(Modality.PLANNED);
  }

  @Test
  void anEssayTellsNothingButWhatItDates() {
    var record =
        record(
            article("a", "2031-03-05", "The mill burned down on Wednesday.", "Two men died."),
            article(
                "b",
                "2031-03-05",
                "We have seen this before. Our mills burned, and we rebuilt them.",
                "I walked through the yard as a child. You could smell the dye.",
                "The owners ruined the town. My town remembers."));
    assertThat(record.timeline())
        .flatExtracting(e -> e.cites().places())
        .extracting(c -> c.article())
        .doesNotContain("b");
  }

  @Test
  void theNewsComesBeforeWhatManyLookBackTo() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The harbour board dismissed its director on Wednesday.",
                "A crane fell on Monday. An inspector resigned on Monday."),
            article(
                "b",
                "2031-03-05",
                "The director of the harbour was dismissed by the board on Wednesday.",
                "The crane fell on Monday and blocked a berth."));
    var first =
        record.timeline().stream()
            .max(java.util.Comparator.comparingDouble(StoryRecord.Entry::importance))
            .orElseThrow();
    assertThat(first.text()).contains("dismissed");
    assertThat(first.sources()).isEqualTo(2);
  }

  @Test
  void aLeadWithoutADayIsOfTheDayThatItsReportNamesFurtherOn() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The mill burned down on Wednesday. The roof of the mill fell on Wednesday."),
            article(
                "b",
                "2031-03-06",
                "Rafters smashed through the floor of the dye house.",
                "A crane stands beside the mill on Wednesday, March 5, 2031."));
    assertThat(date(record, "smashed")).isEqualTo("2031-03-05");
  }

  @Test
  void whatIsToldOfAnotherTimeHasNoDayOfTheStory() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The mill burned down on Wednesday.",
                "The roof fell into the yard. Firemen saved the dye house.",
                "The owners have sold three mills to the islands.",
                "The gate has been locked.",
                "The town initially refused the firm a crane."));
    assertThat(record.timeline())
        .filteredOn(e -> e.date() != null)
        .extracting(StoryRecord.Entry::text)
        .anyMatch(text -> text.contains("locked"))
        .noneMatch(text -> text.contains("sold"))
        .noneMatch(text -> text.contains("refused"));
  }

  @Test
  void whatStandsFarFromTheNewsIsNotOfTheDayOfTheReport() {
    var record =
        record(
            article(
                "a",
                "2031-03-05",
                "The army has stopped its dismissals of foreign recruits. The recruits learnt of it"
                    + " from a letter. A lawyer read it out.",
                "The army raised the fees of the school at Karsk. The fees tripled."));
    assertThat(date(record, "raised the fees")).isNull();
  }

  @Test
  void anUndatedReportOfOtherDaysIsNotPlacedOnTheStorys() {
    var record =
        record(
            article("a", "2031-03-05", "The council on Wednesday discussed the Karsk bridge."),
            article("b", "2031-03-05", "Mayor Ada Ruhl spoke of the Karsk bridge on Wednesday."),
            article(
                "c",
                null,
                "Engineers inspected the Karsk bridge.",
                "It was shut on January 3, 2031, and again on January 5, 2031."));
    assertThat(record.articles())
        .filteredOn(member -> member.id().equals("c"))
        .allSatisfy(member -> assertThat(member.placed()).isNull());
  }

  // 2031-03-10 is a Monday
  @Test
  void whatIsDoneMeanwhileIsOfTheDayOfTheSentence() {
    var record =
        record(
            article(
                "a",
                "2031-03-11",
                "The governor of Karsk attacked the port deal, calling it a mistake at a rally on"
                    + " Monday.",
                "KARSK (Quay) Dockers elected Ada Ruhl over Jonas Weil as their new chief on"
                    + " Saturday, ending a bitter race to lead a union as it tries to turn anger"
                    + " into votes."));
    assertThat(entry(record, "attacked").date()).isEqualTo("2031-03-10");
    assertThat(entry(record, "attacked").dateFrom()).isEqualTo("stated");
    assertThat(entry(record, "elected").date()).isEqualTo("2031-03-08");
    assertThat(entry(record, "elected").dateFrom()).isEqualTo("stated");
  }

  // 2031-03-11 is a Tuesday
  @Test
  void theDayOfAnotherClauseIsNotThatOfTheVerb() {
    var record =
        record(
            article(
                "a",
                "2031-03-11",
                "The governor rejected the port bill on Tuesday.",
                "Weil attacked the harbour board (it had fined his yard on Saturday) in a letter.",
                "Before a second round of talks on Friday, Ruhl visited the shipyard.",
                "Late Sunday, Ruhl told the dockers that the board had dismissed the claim, a"
                    + " spokesman said on Monday.",
                "Shares, after falling on Friday and Saturday, rebounded Monday.",
                "Two days later, on March 6, Weil resigned from the board."));
    assertThat(date(record, "attacked")).isNotEqualTo("2031-03-08");
    assertThat(date(record, "visited")).isNotEqualTo("2031-03-14").isNotEqualTo("2031-03-07");
    assertThat(date(record, "told the dockers")).isEqualTo("2031-03-09");
    assertThat(date(record, "rebounded")).isEqualTo("2031-03-10");
    assertThat(date(record, "resigned")).isEqualTo("2031-03-06");
  }

  @Test
  void aParticipleSaysWhichThingIsMeant() {
    var record =
        record(
            article(
                "a",
                "2031-03-11",
                "Mayor Ruhl signed the order written late Monday by the harbour board.",
                "Two reports filed ahead of the hearing accused Weil of fraud."));
    assertThat(date(record, "signed")).isEqualTo("2031-03-11");
    assertThat(entry(record, "filed ahead").background()).isFalse();
  }

  @Test
  void whatWasSaidOrDoneIsAFactWhateverItPromises() {
    var record =
        record(
            article(
                "a",
                "2031-03-11",
                "On Monday, Mayor Ruhl said she would accept the decision of the harbour board.",
                "Weil planned to hold a rally in Karsk on Tuesday.",
                "The council will hold a hearing on Friday, and some members are resisting it."));
    assertThat(entry(record, "would accept").modality()).isEqualTo(Modality.ASSERTED);
    assertThat(date(record, "would accept")).isEqualTo("2031-03-10");
    assertThat(entry(record, "to hold a rally").modality()).isEqualTo(Modality.PLANNED);
    assertThat(entry(record, "will hold").modality()).isEqualTo(Modality.PLANNED);
    assertThat(date(record, "will hold")).isEqualTo("2031-03-14");
  }

  @Test
  void aYearOrMonthIsNotCarriedOn() {
    var record =
        record(
            article(
                "a",
                "2031-03-11",
                "The governor rejected the port bill on Tuesday.",
                "Weil sold the Karsk shipyard in 2027. He invited the dockers to a feast."));
    assertThat(date(record, "sold")).isEqualTo("2027");
    assertThat(date(record, "invited")).isNull();
  }

  @Test
  void theDayOfAnotherThingIsNotThatOfTheVerb() {
    var record =
        record(
            article(
                "a",
                "2031-03-10",
                "Ministers agreed that the Karsk mine will close in June.",
                "The docker who was arrested on Saturday was charged with murder."));
    assertThat(date(record, "agreed")).isEqualTo("2031-03-10");
    assertThat(entry(record, "charged").background()).isFalse();
    record =
        record(
            article(
                "a",
                "2031-03-10",
                "The Karsk port has halted loading and will resume on Thursday.",
                "The council asked the court to have the papers handed in by 11 March."));
    assertThat(date(record, "halted")).isEqualTo("2031-03-10");
    assertThat(entry(record, "halted").modality()).isEqualTo(Modality.ASSERTED);
    assertThat(date(record, "papers")).isEqualTo("2031-03-10");
  }

  @Test
  void whatHasHappenedIsNotLaterThanItsReport() {
    var record =
        record(
            article(
                "a",
                "2031-03-10",
                "The union dropped its objection to the plan on Wednesday.",
                "The mayor ordered the deadline to be extended to 4 pm on April 13."));
    assertThat(date(record, "objection")).isEqualTo("2031-03-05");
    assertThat(entry(record, "objection").modality()).isEqualTo(Modality.ASSERTED);
    assertThat(date(record, "deadline")).isEqualTo("2031-03-10");
  }

  @Test
  void thePastAfterAPlanIsNotOfItsDay() {
    var record =
        record(
            article(
                "a",
                "2031-03-10",
                "Talks will begin on Friday at the Karsk town hall. Dockers rejected an offer of"
                    + " the port."));
    assertThat(date(record, "rejected")).isEqualTo("2031-03-10");
  }

  @Test
  void aDayBehindAnInsertedClauseIsThatOfTheSentence() {
    var record =
        record(
            article(
                "a",
                "2031-03-12",
                "A court sentenced Jonas Weil, who had admitted the theft of a crane, to ten years"
                    + " in prison on Monday."));
    assertThat(date(record, "sentenced")).isEqualTo("2031-03-10");
    assertThat(entry(record, "sentenced").dateFrom()).isEqualTo("stated");
  }

  @Test
  void whatIsForADayOrAheadOfItWasBefore() {
    var record =
        record(
            article(
                "a", "2031-03-12", "The union called a strike for Friday and rejected the offer."),
            article("b", "2031-03-12", "Ministers approved the plan ahead of a vote on Thursday."));
    assertThat(date(record, "called")).isEqualTo("2031-03-12");
    assertThat(date(record, "approved")).isEqualTo("2031-03-12");
  }
}
