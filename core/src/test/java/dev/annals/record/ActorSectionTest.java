package dev.annals.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Mention;
import dev.annals.annotation.MentionType;
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

  @Test
  void aBodyWithABareSurnameIsThePersonOfWhomFarMoreIsTold() {
    var told =
        WrittenReports.article(
            "a",
            "2031-03-05",
            "Elena Marwick asked the bank twenty questions. Elena Marwick left at noon.",
            "Elena Marwick came back on Tuesday.");
    var slipped =
        WrittenReports.article("b", "2031-03-05", "The bank answered Marwick on Tuesday.");
    int at = slipped.article().text().indexOf("Marwick");
    var body = new Mention(at, at + 7, MentionType.ORGANIZATION, "Marwick", "made");
    var found = slipped.annotations();
    var record =
        WrittenReports.record(
            told,
            new StoryArticle(
                slipped.article(),
                new Annotations(
                    List.of(body),
                    found.roles(),
                    found.times(),
                    found.quotes(),
                    found.claims(),
                    found.changes(),
                    found.events(),
                    found.figures()),
                "given"));
    assertThat(record.organizations())
        .extracting(StoryRecord.Actor::name)
        .noneMatch(name -> name.contains("Marwick"));
    assertThat(record.people())
        .filteredOn(actor -> actor.name().equals("Elena Marwick"))
        .singleElement()
        .satisfies(actor -> assertThat(actor.aliases()).contains("Marwick"));
  }

  private static List<String> organizations(String... reports) {
    return record(reports).organizations().stream().map(StoryRecord.Actor::name).toList();
  }

  @Test
  void aLongAndAShortNameAreOneBody() {
    assertThat(
            joined(
                "harbour police",
                "harbour police department",
                "department of justice",
                "justice department",
                "DOJ",
                "senate roads committee",
                "roads committee",
                "senate committee on roads",
                "norland department of the harbour",
                "norland harbour department",
                "department of roads",
                "department of roads and bridges"))
        .containsExactlyInAnyOrder(
            List.of("harbour police department", "harbour police"),
            List.of("justice department", "department of justice", "DOJ"),
            List.of("senate roads committee", "senate committee on roads", "roads committee"),
            List.of("norland harbour department", "norland department of the harbour"),
            List.of("department of roads and bridges", "department of roads"));
  }

  @Test
  void aShortNameOfTwoBodiesIsNeither() {
    assertThat(
            joined(
                "intelligence committee",
                "house intelligence committee",
                "senate intelligence committee",
                "senate",
                "senate committee",
                "friends of the roads department",
                "roads department"))
        .hasSize(7);
  }

  private static List<List<String>> joined(String... names) {
    var keys = new java.util.HashMap<String, String>();
    for (String name : names) {
      keys.put(name, StoryNames.thingKey(name));
    }
    return new ThingNames(keys).groups(true);
  }

  @Test
  void aHallIsAPlaceAndALawOrAPrizeIsNobody() {
    assertThat(NameKinds.isVenue("selden exhibition hall")).isTrue();
    assertThat(NameKinds.isVenue("selden police department")).isFalse();
    assertThat(NameKinds.isVenue("hall")).isFalse();
    assertThat(NameKinds.isVenue("blue room of the palace")).isTrue();
    for (String name :
        List.of("affordable roads act", "harbour prize", "karsk festival", "norland mayor")) {
      assertThat(NameKinds.isNoActor(MentionType.ORGANIZATION, name)).as(name).isTrue();
    }
    for (String name : List.of("selden school of law", "harbour post", "karsk university")) {
      assertThat(NameKinds.isNoActor(MentionType.ORGANIZATION, name)).as(name).isFalse();
    }
    assertThat(NameKinds.isNoActor(MentionType.PERSON, "ada law")).isFalse();
  }

  @Test
  void twoBodiesWithAndBetweenThemAreNoThird() {
    assertThat(
            organizations(
                "The Selden Harbour Board met on Monday. The Norland Roads Agency agreed. The"
                    + " Selden Harbour Board and Norland Roads Agency will meet again."))
        .doesNotContain("Selden Harbour Board and Norland Roads Agency");
  }

  @Test
  void sirWithAFirstNameIsWhoHasTheTitleAndNobodyElse() {
    String both =
        "Sir Anders Holm opened the dam on Monday. Anders Vik, the mayor of Selden, was there."
            + " Anders Vik spoke. Anders Vik left at noon.";
    assertThat(mentioned(record(both, "Sir Anders told reporters that the dam was safe.")))
        .containsEntry("Anders Vik", 3)
        .containsEntry("Anders Holm", 2)
        .hasSize(2);
    String other = "Anders Vik, the mayor of Selden, spoke. Anders Vik left. Anders Vik is 60.";
    assertThat(mentioned(record(other, "Sir Anders told reporters that the dam was safe.")))
        .containsEntry("Anders Vik", 3);
  }

  @Test
  void sirInOneReportIsNotTheOtherOfThatFirstNameBesideHim() {
    assertThat(
            mentioned(
                record(
                    "Sir Anders Holm opened the dam on Monday. Anders Vik, the mayor of Selden,"
                        + " was there. Sir Anders said that the dam was safe.")))
        .containsEntry("Anders Vik", 1)
        .containsEntry("Anders Holm", 2);
    assertThat(
            mentioned(
                record(
                    "Anders Vik, the mayor of Selden, was there. Sir Anders said that the dam was"
                        + " safe. Mr Vik left at noon.")))
        .containsEntry("Anders Vik", 2);
  }

  @Test
  void aFirstNameAloneIsNotSomebodyOfWhomLessIsTold() {
    assertThat(
            mentioned(
                record(
                    "Bettina Vik reported from the harbour on Monday.",
                    "Bettina said that her house was gone. Bettina, 9, had slept in a boat.")))
        .containsEntry("Bettina Vik", 1);
  }

  private static java.util.Map<String, Integer> mentioned(StoryRecord record) {
    var mentions = new java.util.TreeMap<String, Integer>();
    for (StoryRecord.Actor actor : record.people()) {
      mentions.put(actor.name(), actor.mentions());
    }
    return mentions;
  }
}
