package dev.annals.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who and what a story is about, once each. */
class ActorSectionTest {

  private static List<String> people(String... reports) {
    return record(reports).people().stream().map(StoryRecord.Actor::name).toList();
  }

  private static StoryRecord record(String... reports) {
    var articles = new java.util.ArrayList<StoryArticle>();
    for (int i = 0; i < reports.length; i++) {
      articles.add(WrittenReports.article("r" + i, "2031-03-05", reports[i]));
    }
    return WrittenReports.record(articles);
  }

  @Test
  void aSurnameWithAndWithoutItsArticleIsOnePerson() {
    assertThat(
            people(
                "President Bashir al-Sarif met the council on Monday. Bashir al-Sarif left early.",
                "President Bashir Sarif met the council on Monday. Mr Sarif left early."))
        .hasSize(1);
  }

  @Test
  void aPresidentWithoutAFirstNameIsTheOneOfWhomMostIsTold() {
    assertThat(
            people(
                "Peter Lind opened the dam on Monday. Peter Lind spoke. Peter Lind left at noon.",
                "President Lind opened the dam on Monday. Ada Lind came later."))
        .containsExactlyInAnyOrder("Peter Lind", "Ada Lind");
  }

  @Test
  void whoseColleagueSomebodyIsIsNoRole() {
    var record =
        record("As my colleague Helen Marsh wrote, Mayor Paul Reed said the dam was safe.");
    assertThat(record.people())
        .filteredOn(actor -> actor.name().equals("Helen Marsh"))
        .allSatisfy(actor -> assertThat(actor.roles()).isEmpty());
  }
}
