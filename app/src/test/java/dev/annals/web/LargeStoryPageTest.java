package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.Modality;
import dev.annals.annotation.QuoteKind;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import dev.annals.record.StoryRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The page of a large story shows what weighs most and leads on to all the rest. */
class LargeStoryPageTest {

  private static final int STATEMENTS = 450;

  private static Cites cites(int statement, int count) {
    var places = new ArrayList<Cite>();
    for (int i = 0; i < count; i++) {
      places.add(new Cite("report-" + i, statement, statement + 4, Role.PARAGRAPH, "said", null));
    }
    return new Cites(places);
  }

  private static StoryRecord record() {
    var entries = new ArrayList<StoryRecord.Entry>();
    var quotes = new ArrayList<StoryRecord.QuoteEntry>();
    var members = new ArrayList<StoryRecord.Member>();
    for (int i = 0; i < STATEMENTS; i++) {
      entries.add(
          new StoryRecord.Entry(
              "2031-03-05",
              null,
              "day",
              "Entry " + i + ".",
              i / 1000.0,
              1,
              false,
              Modality.ASSERTED,
              "stated",
              cites(i, 1)));
      quotes.add(
          new StoryRecord.QuoteEntry(
              "Quote " + i + ".",
              new StoryRecord.QuoteSpeaker("Ada Okoro", "mayor"),
              QuoteKind.DIRECT,
              null,
              List.of(),
              i == STATEMENTS - 1 ? 3 : 1,
              cites(i, i == STATEMENTS - 1 ? 30 : 1)));
      members.add(
          new StoryRecord.Member(
              "report-" + i, "Harbour Post", null, "Title " + i, null, null, null, 1, "given"));
    }
    return new StoryRecord(
        "pier",
        "The pier",
        null,
        null,
        List.of("en"),
        members,
        List.of(),
        1,
        entries,
        List.of(),
        quotes,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static String page(PartPage piece) {
    var views = new StoryViews(record(), List.of("json"), piece);
    return new Renderer().render("story.jte", views.page(null, null, List.of(), false));
  }

  @Test
  void showsWhatWeighsMostAndLeadsOn() {
    String page = page(PartPage.FIRST);
    assertThat(page)
        .contains("id=\"e449\"", "id=\"e250\"", "Quote 449.", "Title 0<", "Title 199<")
        .doesNotContain("id=\"e249\"", "Title 200<")
        .contains("/story/pier?part=timeline&amp;page=2#timeline", "250 more")
        .contains("1 to 200 of 450");
  }

  @Test
  void everythingIsOnSomePage() {
    for (String part : List.of("timeline", "quotes", "sources")) {
      String all = page(PartPage.FIRST) + page(new PartPage(part, 2)) + page(new PartPage(part, 3));
      for (int i = 0; i < STATEMENTS; i++) {
        assertThat(all)
            .contains(
                part.equals("timeline")
                    ? "id=\"e" + i + "\""
                    : part.equals("quotes") ? "Quote " + i + "." : "Title " + i + "<");
      }
    }
  }

  @Test
  void theLastPageLeadsBackAndOnesBehindItAreTheLast() {
    assertThat(page(new PartPage("quotes", 3))).isEqualTo(page(new PartPage("quotes", 99)));
    assertThat(page(new PartPage("quotes", 3)))
        .contains("401 to 450 of 450", "part=quotes&amp;page=2#quotes")
        .doesNotContain("part=quotes&amp;page=4");
  }

  @Test
  void aLongListOfSentencesSaysHowManyMoreThereAre() {
    assertThat(page(PartPage.FIRST))
        .contains("<span class=\"n\">30</span> sentences", "22 more in the full record");
  }

  @Test
  void theDrawingLeadsToEntriesOnWhateverPageTheyStand() {
    var pages = Map.of("", page(PartPage.FIRST), "2", page(new PartPage("timeline", 2)));
    for (String from : pages.values()) {
      var links = Jsoup.parse(from, "http://annals.test/story/pier").select("svg a[href*=#e]");
      assertThat(links).isNotEmpty();
      for (var link : links) {
        String address = link.absUrl("href");
        assertThat(address).startsWith("http://annals.test/story/pier");
        int page = address.indexOf("page=");
        String number = page < 0 ? "" : address.substring(page + 5, address.indexOf('#'));
        String entry = address.substring(address.indexOf('#') + 1);
        String piece = number.equals("3") ? page(new PartPage("timeline", 3)) : pages.get(number);
        assertThat(piece.contains("id=\"" + entry + "\"")).as(address).isTrue();
      }
    }
  }
}
