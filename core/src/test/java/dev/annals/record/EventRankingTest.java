package dev.annals.record;

import static dev.annals.record.WrittenReports.article;
import static dev.annals.record.WrittenReports.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.article.Role;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Three outlets on one day of an invented town: what comes first in the timeline of their story.
 */
class EventRankingTest {

  private static final List<StoryArticle> STORY =
      List.of(
          article(
              Role.PARAGRAPH,
              "a",
              "Selden Courier",
              "2031-03-11",
              "The council of Selden voted 23-18 on Monday to close the harbour bridge after"
                  + " inspectors found cracks in two of its piers.",
              "Mayor Ada Okoro signed the order on Monday evening, and police put up barriers at"
                  + " both ends before midnight.",
              "The bridge has long been a symbol of a town that never quite believed in its own"
                  + " decline.",
              "It remains to be seen whether anybody will miss it.",
              "Critics wonder what the mayor was thinking.",
              "She did not answer when she was called on Tuesday."),
          article(
              Role.PARAGRAPH,
              "b",
              "Harbour Post",
              "2031-03-11",
              "Selden's council decided on Monday to close the harbour bridge, by 23 votes to 18.",
              "Ferry companies announced on Monday that they would sail every ten minutes.",
              "Many here are likely to see the decision as the end of an era, and a sense of gloom"
                  + " hangs over the quays."),
          article(
              Role.PARAGRAPH,
              "c",
              "Norland Herald",
              "2031-03-11",
              "Two men were arrested on Monday night after they broke through the barriers of"
                  + " Selden's harbour bridge, police said.",
              "The crossing, which opened in 1931, was shut hours before by order of the"
                  + " council."));

  @Test
  void whatWasDoneComesBeforeWhatIsThoughtOfIt() {
    List<StoryRecord.Entry> first = ranked().stream().limit(5).toList();
    assertThat(first)
        .extracting(StoryRecord.Entry::text)
        .anyMatch(text -> text.contains("voted 23-18") || text.contains("by 23 votes to 18"))
        .anyMatch(text -> text.contains("were arrested"))
        .noneMatch(text -> text.contains("gloom"))
        .noneMatch(text -> text.contains("symbol"))
        .noneMatch(text -> text.contains("did not answer"));
  }

  @Test
  void everyEntryWeighsBetweenNothingAndOne() {
    assertThat(ranked()).extracting(StoryRecord.Entry::importance).allMatch(w -> w > 0 && w <= 1);
  }

  private static List<StoryRecord.Entry> ranked() {
    return record(STORY).timeline().stream()
        .sorted(Comparator.comparingDouble(StoryRecord.Entry::importance).reversed())
        .toList();
  }
}
