package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.article.ArticleDraft;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeFinderTest {

  private static final SequenceTagger TAGGER = new SequenceTagger();

  // 5 March 2031 is a Wednesday
  static List<TimeExpression> find(String text) {
    return find(text, "2031-03-05");
  }

  static List<TimeExpression> find(String text, String published) {
    var article =
        new ArticleDraft("made-up", text)
            .language("en")
            .published(published)
            .blocks(List.of())
            .article();
    var tokens = Tokens.of(text, List.of(new Span(0, text.length())));
    return new TimeFinder().find(article, tokens, TAGGER.tag(tokens));
  }

  private static void assertTimes(String text, String... expected) {
    assertThat(find(text))
        .extracting(time -> time.span().of(text) + " = " + time.value())
        .containsExactly(expected);
  }

  @Test
  void bareWeekdayIsTheLatestNotAfterTheDateline() {
    assertTimes("The harbour council met on Wednesday.", "Wednesday = 2031-03-05");
    assertTimes("Protesters blocked the bridge Thursday.", "Thursday = 2031-02-27");
  }

  @Test
  void weekdayOfAPlanLiesAhead() {
    assertTimes("The council will vote on Friday.", "Friday = 2031-03-07");
    assertTimes("The vote is scheduled for next Monday.", "next Monday = 2031-03-10");
    assertTimes("The harbour office put off the sailing until Friday.", "Friday = 2031-03-07");
  }

  @Test
  void weekdayOfWhatIsUnderWayOrInATimetableLiesAhead() {
    assertTimes("Ruhl is due to be sentenced on Friday.", "Friday = 2031-03-07");
    assertTimes("The mayor is seeking to win the vote on Friday.", "Friday = 2031-03-07");
    assertTimes("The island has barred all ships starting on Friday.", "Friday = 2031-03-07");
    assertTimes("Mayor Ruhl faces a second vote in Karsk on Friday.", "Friday = 2031-03-07");
    assertTimes("The judge set May 5 as the day of the hearing.", "May 5 = 2031-05-05");
    assertTimes("Thousands gathered to mourn the mayor on Friday.", "Friday = 2031-02-28");
  }

  // 9 March 2031 is a Sunday
  @Test
  void lastWeekOfASundayIsTheOneThatEnds() {
    assertThat(find("The council passed the law last week.", "2031-03-09"))
        .extracting(TimeExpression::value)
        .containsExactly("2031-W10");
    assertThat(find("The council passed the law last week.", "2031-03-10"))
        .extracting(TimeExpression::value)
        .containsExactly("2031-W10");
  }

  @Test
  void noDayIsCountedFromAYear() {
    assertTimes(
        "The mill opened in 2012. The same day its owner fled.",
        "2012 = 2012",
        "The same day = XXXX-XX-XX");
  }

  @Test
  void weekdayWithoutAnyDateStaysOpen() {
    assertThat(find("The ferry sank on Wednesday.", null))
        .extracting(TimeExpression::value)
        .containsExactly("XXXX-WXX-3");
  }

  @Test
  void verbsAreNoMonths() {
    assertTimes("They march to the port and may strike for a second contract.");
  }

  @Test
  void marchesAndTitlesAreNoTimes() {
    assertTimes("She led the annual March for Lighthouses past the port.");
    assertTimes("He spoke on the programme 60 Minutes.");
    assertTimes("The film was called High Noon.");
    assertTimes("They met in March for a second time.", "March = 2031-03");
  }

  @Test
  void secondDayOfOneMonthIsADayToo() {
    assertTimes(
        "The summit is to be held on April 24 and 25.", "April 24 = 2031-04-24", "25 = 2031-04-25");
    assertTimes("They counted on March 2 and 25 people came.", "March 2 = 2031-03-02");
  }

  @Test
  void earlyHoursAreTheMorning() {
    assertTimes(
        "The ferry sank in the early hours of Monday.",
        "the early hours of Monday = 2031-03-03TMO");
  }

  @Test
  void ratesAreSets() {
    assertTimes("The ferry sails twice a week.", "twice a week = P1W");
    assertTimes("The siren sounds three times a day.", "three times a day = P1D");
  }

  @Test
  void plansLookAheadEvenInThePast() {
    assertTimes("The union planned a rally in the port on Saturday.", "Saturday = 2031-03-08");
    assertTimes(
        "\"The ship will leave at night (4 a.m. EDT Thursday),\" he said.",
        "4 a.m. EDT Thursday = 2031-03-06T04:00");
  }

  @Test
  void thatYearIsTheOneToldOf() {
    assertTimes(
        "She left Karsk in June 2027 and came home later that year.",
        "June 2027 = 2027-06",
        "later that year = 2027");
  }

  @Test
  void completesPartialDates() {
    assertTimes("The bridge was opened Jan. 6, 2030.", "Jan. 6, 2030 = 2030-01-06");
    assertTimes("The mayor resigned in November.", "November = 2030-11");
  }

  @Test
  void readsDurations() {
    assertTimes("In the last twenty-four hours it rained.", "the last twenty-four hours = PT24H");
    assertTimes("It will take a couple of years.", "a couple of years = P2Y");
    assertTimes("They talked for a minute and a half.", "a minute and a half = PT1M30S");
  }

  @Test
  void readsQuartersAndWhatTheyAreComparedWith() {
    assertTimes(
        "Profit rose in the third quarter of 2030 from a year earlier.",
        "the third quarter of 2030 = 2030-Q3",
        "a year earlier = 2029-Q3");
  }

  @Test
  void readsClockTimesWithTheirDay() {
    assertTimes("Doors closed at 10 p.m. Tuesday.", "10 p.m. Tuesday = 2031-03-04T22:00");
    assertTimes(
        "The alarm rang at 7 p.m. EST Tuesday (0000 GMT Wednesday).",
        "7 p.m. EST Tuesday = 2031-03-04T19:00",
        "0000 GMT Wednesday = 2031-03-05T00:00");
  }

  @Test
  void whatCouldNotBeDoneIsPast() {
    assertTimes("The harbour master could not be reached Friday.", "Friday = 2031-02-28");
    assertTimes(
        "Neither she nor her two brothers could be found Thursday.", "Thursday = 2031-02-27");
    assertTimes("The gate could be opened Friday.", "Friday = 2031-03-07");
  }

  @Test
  void formerPlansArePast() {
    assertTimes("The permit had been due to expire Friday.", "Friday = 2031-02-28");
    assertTimes("Two of the nine yards had filed reports by Friday.", "Friday = 2031-02-28");
    assertTimes("The ferry left as planned Saturday.", "Saturday = 2031-03-01");
    assertTimes("It was a record set on Nov. 6.", "Nov. 6 = 2030-11-06");
    assertTimes("She was named harbour master, effective June 1.", "June 1 = 2031-06-01");
  }

  @Test
  void theDayBesideADayIsOneExpression() {
    assertTimes(
        "The day before last Tuesday, they met.", "The day before last Tuesday = 2031-03-03");
    assertTimes("It sails the day after tomorrow.", "the day after tomorrow = 2031-03-07");
  }

  @Test
  void holidaysMakeWeeksAndWeekends() {
    assertTimes("Prayers began in Easter week.", "Easter week = 2031-W15");
    assertTimes("Labor Day weekend was quiet.", "Labor Day weekend = 2030-W35-WE");
  }

  @Test
  void aRangeOfWeekdaysEndsAfterItBegins() {
    assertTimes(
        "The strike lasts from Monday to Friday.", "Monday = 2031-03-03", "Friday = 2031-03-07");
    assertTimes("He served in 2019-2021.", "2019 = 2019", "2021 = 2021");
  }

  @Test
  void readsLengthsInOneWord() {
    assertTimes("It was their third day-long meeting.", "day-long = P1D");
    assertTimes(
        "The decades-long quarrel went on in a weeklong debate.",
        "decades-long = PXY",
        "weeklong = P1W");
    assertTimes("It took one and a half years.", "one and a half years = P1Y6M");
    assertTimes("The bridge was built half a century ago.", "half a century ago = 1981");
    assertTimes("The pier is open 24 hours a day.", "24 hours a day = P1D");
    assertTimes("Every other Tuesday they meet.", "Every other Tuesday = XXXX-WXX-2");
  }

  @Test
  void titlesAndSomebodysYearsAreNoTimes() {
    assertTimes("She told Harbour Radio's \"This Week\" so.");
    assertTimes("He remembers his year in the choir.");
    assertTimes("For the port it was high noon.");
    assertTimes("She will one day be mayor.", "one day = FUTURE_REF");
  }

  @Test
  void accountsCompareWithTheYearBeforeThisOne() {
    assertTimes(
        "Profit was higher than in the 2030 period. The year-ago results were poor.",
        "the 2030 period = 2030",
        "year-ago = 2030");
    assertTimes(
        "A fourth-quarter charge is likely. In the latest quarter the yard lost money.",
        "fourth-quarter = 2030-Q4",
        "the latest quarter = 2030-Q4");
    assertTimes("Sales rose in Q3 2030.", "Q3 2030 = 2030-Q3");
  }

  @Test
  void earlierInTheWeekIsThisWeek() {
    assertTimes("Earlier in the week the dam broke.", "Earlier in the week = 2031-W10");
  }

  @Test
  void countsFromTheTimeToldOf() {
    assertTimes(
        "The storm hit on Feb. 3. Power returned two days later.",
        "Feb. 3 = 2031-02-03",
        "two days later = 2031-02-05");
  }

  @Test
  void readsAnythingWithoutExceptionInLinearTime() {
    var random = new java.util.Random(7);
    String[] words = {
      "the",
      "last",
      "two",
      "May",
      "5",
      "Feb.",
      "30",
      "31",
      "2031",
      ",",
      "of",
      "year",
      "-",
      "'s",
      "nineteen",
      "ninety",
      "p.m.",
      "10:75",
      "24:99",
      "first",
      "quarter",
      "half",
      "a",
      "and",
      "ago",
      "before",
      "99999999999",
      "1/2",
      "(",
      "GMT",
      "\uD83D",
      "’",
      "Easter",
      "9999",
      "century",
      "thousand",
      "million",
      "hundred",
      "0",
      "12/31/2030",
      "2030-13-45",
      "20th",
      "\u0000",
      "decades"
    };
    var text = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      text.append(words[random.nextInt(words.length)]).append(random.nextInt(9) == 0 ? "" : " ");
    }
    for (TimeExpression time : find(text.toString())) {
      assertThat(time.end()).isGreaterThan(time.start());
      assertThat(time.value()).isNotEmpty();
    }
    assertThat(find(text.toString(), null)).isNotEmpty();
    assertThat(find(text.toString(), "not a date")).isNotEmpty();
  }

  @Test
  @org.junit.jupiter.api.Timeout(30)
  void aSentenceWithoutEndTakesTimeInProportion() {
    String text = "the harbour master said on Monday that Ada Okoro had left and ".repeat(6_000);
    var article =
        NamedArticles.of(
            text,
            List.of(
                new dev.annals.article.Block(dev.annals.article.Role.PARAGRAPH, 0, text.length())));
    assertThat(new Annotator().annotate(article).times()).hasSize(6_000);
  }

  @Test
  void clocksOfOneStampShowOneMoment() {
    assertTimes(
        "Last update: Wednesday, 05 March 2031 KSA 01:10 - GMT 22:10",
        "Wednesday, 05 March 2031 = 2031-03-05",
        "01:10 = 2031-03-05T01:10",
        "22:10 = 2031-03-04T22:10");
  }

  @Test
  void rangeOfDaysBeginsOnTheFirst() {
    assertTimes("The festival runs May 5-7.", "May 5-7 = 2031-05-05");
  }
}
