package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.article.Article;
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
        new Article(
            "made-up", null, null, null, null, null, List.of(), null, "en", published, null, null,
            null, text, List.of(), List.of(), List.of(), List.of(), null, null, "");
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
}
