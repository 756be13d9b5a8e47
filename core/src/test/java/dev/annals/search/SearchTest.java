package dev.annals.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.annotation.QuoteKind;
import dev.annals.article.Article;
import dev.annals.article.ArticleDraft;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {

  private static final String TEXT =
      "Engineers closed the old bridge of Port Selden. “Every cable will be checked,” Okoro said.";

  private static StoryRecord record() {
    var cites =
        new Cites(
            List.of(new Cite("a", 49, 74, Role.PARAGRAPH, "Every cable will be checked", null)));
    return new StoryRecord(
        "bridge",
        "Bridge closed in Port Selden",
        "2031-03-05",
        "2031-03-05",
        List.of("en"),
        List.of(),
        List.of(),
        1,
        List.of(),
        List.of(),
        List.of(
            new StoryRecord.QuoteEntry(
                "Every cable will be checked,",
                new StoryRecord.QuoteSpeaker("Ada Okoro", "mayor"),
                QuoteKind.DIRECT,
                null,
                List.of(),
                1,
                cites)),
        List.of(new StoryRecord.Actor("Ada Okoro", List.of("Okoro"), List.of(), 2, cites)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Article article() {
    return new ArticleDraft("a", TEXT)
        .source("Harbour Post")
        .title("Old bridge closed")
        .language("en")
        .published("2031-03-05T08:00")
        .whole(Role.PARAGRAPH)
        .article();
  }

  private static Search filled() throws IOException {
    var search = Search.inMemory();
    put(search, 7);
    return search;
  }

  private static void put(Search search, long generation) throws IOException {
    try (var update = search.startUpdate()) {
      update.update(record(), List.of(article()), 1);
      update.commit("store", generation);
    }
    search.refresh();
  }

  @Test
  void findsAQuoteByItsSpeakerAndAWord() throws IOException {
    try (var search = filled()) {
      var hits = search.find("speaker:okoro cables", 0, 10);
      assertThat(hits.hits()).extracting(Hit::kind).containsExactly("quote");
      assertThat(hits.hits().get(0).start()).isEqualTo(49);
    }
  }

  @Test
  void highlightsTheWordsFound() throws IOException {
    try (var search = filled()) {
      var hit = search.find("kind:article engineers", 0, 10).hits().get(0);
      var mark = hit.highlights().get(0);
      assertThat(mark.of(hit.snippet())).isEqualTo("Engineers");
    }
  }

  @Test
  void findsByPhraseOutletDateAndPerson() throws IOException {
    try (var search = filled()) {
      assertThat(search.find("\"old bridge\"", 0, 10).hits())
          .extracting(Hit::kind)
          .contains("article");
      assertThat(search.find("\"bridge old\"", 0, 10).hits()).isEmpty();
      assertThat(search.find("outlet:\"Harbour Post\" kind:article", 0, 10).total()).isEqualTo(1);
      assertThat(search.find("date:[2031-03-01 TO 2031-03-09] kind:story", 0, 10).total())
          .isEqualTo(1);
      assertThat(search.find("date:[2032-03-01 TO 2032-03-09]", 0, 10).total()).isZero();
      assertThat(search.find("person:okoro kind:person", 0, 10).hits())
          .extracting(Hit::kind)
          .containsExactly("person");
    }
  }

  @Test
  void countsKindsOfAllThatMatches() throws IOException {
    try (var search = filled()) {
      var hits = search.find("", 0, 1);
      assertThat(hits.total()).isEqualTo(4);
      assertThat(hits.hits()).hasSize(1);
      assertThat(hits.kinds())
          .extracting(Hits.Count::value)
          .containsExactlyInAnyOrder("article", "person", "quote", "story");
    }
  }

  @Test
  void brokenSyntaxIsTakenAsWords() throws IOException {
    try (var search = filled()) {
      assertThat(search.find("bridge AND (", 0, 10).total()).isNotNegative();
      assertThat(search.find("[[[ \" ~~~ ^ bridge", 0, 10).total()).isNotNegative();
    }
  }

  @Test
  void updatingAStoryReplacesIt() throws IOException {
    try (var search = filled()) {
      put(search, 8);
      assertThat(search.find("", 0, 10).total()).isEqualTo(4);
      try (var update = search.startUpdate()) {
        update.remove("bridge");
        update.commit("store", 9);
      }
      search.refresh();
      assertThat(search.find("", 0, 10).total()).isZero();
    }
  }

  @Test
  void remembersTheStateOfTheStore(@TempDir Path folder) throws IOException {
    try (var search = Search.open(folder)) {
      assertThat(search.generation("store")).isEqualTo(-1);
      assertThat(search.find("bridge", 0, 10).total()).isZero();
      put(search, 7);
    }
    try (var search = Search.open(folder)) {
      assertThat(search.generation("store")).isEqualTo(7);
      assertThat(search.generation("another store")).isEqualTo(-1);
      assertThat(search.find("bridge", 0, 10).total()).isPositive();
    }
  }

  @Test
  void manySearchWhileOneUpdates(@TempDir Path folder) throws IOException {
    try (var one = Search.open(folder);
        var other = Search.open(folder)) {
      put(one, 7);
      other.refresh();
      assertThat(other.generation("store")).isEqualTo(7);
      try (var update = one.startUpdate()) {
        update.remove("bridge");
        assertThat(other.startUpdate()).isNull();
        assertThat(other.find("bridge", 0, 10).total()).isPositive();
      } // not committed: forgotten
      put(other, 8);
      one.refresh();
      assertThat(one.generation("store")).isEqualTo(8);
    }
  }

  @Test
  void makesADamagedIndexAgain(@TempDir Path folder) throws IOException {
    try (var search = Search.open(folder)) {
      put(search, 7);
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.writeString(file, "");
      }
    }
    try (var search = Search.open(folder)) {
      assertThat(search.generation("store")).isEqualTo(-1);
      put(search, 8);
      assertThat(search.find("bridge", 0, 10).total()).isPositive();
    }
  }

  @Test
  void narrowsStoriesByPersonAndTellsWhatElseThereIs() throws IOException {
    try (var search = filled()) {
      var hits = search.stories(Map.of("person", "okoro", "language", "en"));
      assertThat(hits.ids()).containsExactly("bridge");
      assertThat(hits.people()).containsExactly(new Hits.Count("Ada Okoro", 1));
      assertThat(hits.languages()).containsExactly(new Hits.Count("en", 1));
      assertThat(search.stories(Map.of("person", "brandt")).ids()).isEmpty();
      assertThat(search.stories(Map.of()).ids()).containsExactly("bridge");
      assertThat(search.stories(Map.of("person", "?!")).ids()).isEmpty();
    }
  }

  @Test
  void aSpeakersWordsAreFoundByWhatTheStoryIsAbout() throws IOException {
    try (var search = filled()) {
      var hits = search.find("speaker:okoro bridge", 0, 10).hits();
      assertThat(hits).extracting(Hit::kind).containsExactly("quote");
      assertThat(hits.get(0).title()).isEqualTo("Ada Okoro");
      assertThat(search.find("speaker:okoro harbour", 0, 10).total()).isZero();
      assertThat(search.find("speaker:brandt bridge", 0, 10).total()).isZero();
    }
  }

  @Test
  void aPhraseMatchesInOrderOnly() throws IOException {
    try (var search = filled()) {
      assertThat(search.find("\"old bridge of Port Selden\"", 0, 10).total()).isPositive();
      assertThat(search.find("\"bridge old of Port Selden\"", 0, 10).total()).isZero();
    }
  }

  @Test
  void filtersNarrowByKindOutletLanguageAndDays() throws IOException {
    try (var search = filled()) {
      assertThat(count(search, "article", null, null, null, null)).isEqualTo(1);
      assertThat(count(search, null, "harbour post", null, null, null)).isPositive();
      assertThat(count(search, null, "gazette", null, null, null)).isZero();
      assertThat(count(search, null, null, "de", null, null)).isZero();
      assertThat(count(search, null, null, null, "2031-03-05", "2031-03-05")).isPositive();
      assertThat(count(search, null, null, null, "2031-03-06", null)).isZero();
      assertThat(count(search, null, null, null, null, "2031-03-04")).isZero();
      assertThat(search.find("date:[2031-03-01 TO 2031-03-05] bridge", 0, 5).total()).isPositive();
      assertThat(search.find("date:[2031-04-01 TO 2031-04-05] bridge", 0, 5).total()).isZero();
    }
  }

  private static long count(
      Search search,
      @Nullable String kind,
      @Nullable String outlet,
      @Nullable String language,
      @Nullable String since,
      @Nullable String until)
      throws IOException {
    var filter = new SearchFilter(kind, outlet, language, since, until);
    return search.find("", filter, 0, 10).total();
  }

  @Test
  void refusesPagesThatCannotBe() throws IOException {
    try (var search = filled()) {
      assertThatThrownBy(() -> search.find("x", -1, 10))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
