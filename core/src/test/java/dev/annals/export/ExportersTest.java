package dev.annals.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.io.SyndFeedInput;
import dev.annals.annotation.Modality;
import dev.annals.annotation.QuoteKind;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import dev.annals.record.StoryRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportersTest {

  private static final String HOSTILE = "<script>alert(1)</script> \"x\" & 'y' \u202eevil";

  private static StoryRecord record() {
    var cites =
        new Cites(
            List.of(
                new Cite(
                    "a/1",
                    4,
                    23,
                    Role.PARAGRAPH,
                    "The bridge, closed.",
                    "https://example.org/a#:~:text=The%20bridge"),
                new Cite("b", 0, 5, Role.CAPTION, "=1+1", "javascript:alert(1)")));
    return new StoryRecord(
        "bridge",
        HOSTILE,
        "2031-03-05",
        "2031-03-05",
        List.of("en"),
        List.of(
            new StoryRecord.Member(
                "a/1",
                "Harbour Post",
                "https://example.org/a",
                HOSTILE,
                "2031-03-05T08:00:00+01:00",
                null,
                null,
                1,
                "opened the story")),
        List.of(),
        2,
        List.of(
            new StoryRecord.Entry(
                "2031-03-05",
                "18:30",
                "minute",
                "The bridge, closed.",
                0.9,
                2,
                false,
                Modality.ASSERTED,
                "stated",
                cites),
            new StoryRecord.Entry(
                "2031-03-07",
                null,
                "day",
                HOSTILE,
                0.5,
                1,
                false,
                Modality.PLANNED,
                "stated",
                cites),
            new StoryRecord.Entry(
                null,
                null,
                "unknown",
                "Work went on.",
                0.1,
                1,
                true,
                Modality.ASSERTED,
                "story",
                cites)),
        List.of(
            new StoryRecord.Track(
                "the bridge",
                List.of(
                    new StoryRecord.State("closed", "2031-03-05", Modality.ASSERTED, 2, cites)))),
        List.of(
            new StoryRecord.QuoteEntry(
                HOSTILE,
                new StoryRecord.QuoteSpeaker("Ada Okoro", "mayor"),
                QuoteKind.DIRECT,
                null,
                List.of(),
                2,
                cites)),
        List.of(new StoryRecord.Actor("Ada Okoro", List.of("Okoro"), List.of(), 2, cites)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static String write(Exporter exporter) throws IOException {
    var out = new ByteArrayOutputStream();
    exporter.write(record(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String write(String format) throws IOException {
    return write(Exporters.standard().named(format).orElseThrow());
  }

  static List<Exporter> exporters() {
    return Exporters.standard().all();
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void theSameRecordGivesTheSameBytes(Exporter exporter) throws IOException {
    var one = new ByteArrayOutputStream();
    var two = new ByteArrayOutputStream();
    exporter.write(record(), one);
    exporter.write(record(), two);
    assertThat(one.size()).isPositive();
    assertThat(one.toByteArray()).isEqualTo(two.toByteArray());
  }

  @Test
  void namesAreDistinct() {
    assertThat(exporters().stream().map(Exporter::name).toList()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void jsonFormatsAreJson(Exporter exporter) throws IOException {
    if (exporter.mediaType().contains("json")) {
      JsonNode node = new ObjectMapper().readTree(write(exporter));
      assertThat(node.isObject() || node.isArray()).isTrue();
    }
  }

  @Test
  void atomIsReadByAnotherParserAndLinksOnlyToTheWeb() throws Exception {
    var feed = new SyndFeedInput().build(new StringReader(write("atom")));
    assertThat(feed.getEntries()).hasSize(3);
    assertThat(feed.getTitle()).contains("<script>");
    assertThat(write("atom"))
        .doesNotContain("<script>")
        .doesNotContain("javascript:")
        .doesNotContain("\u202e");
  }

  @Test
  void timelineJsGivesTheMinuteAndEscapesMarkup() throws IOException {
    JsonNode node = new ObjectMapper().readTree(write("timelinejs"));
    assertThat(node.get("events")).hasSize(2);
    assertThat(node.get("events").get(0).get("start_date").get("hour").asInt()).isEqualTo(18);
    assertThat(write("timelinejs")).doesNotContain("<script>").doesNotContain("javascript:");
  }

  @Test
  void webAnnotationsPointAtWordsAndOffsets() throws IOException {
    JsonNode item = new ObjectMapper().readTree(write("webannotation")).get("items").get(0);
    assertThat(item.get("target").get("source").asText()).isEqualTo("https://example.org/a");
    assertThat(item.get("target").get("selector").get(0).get("exact").asText())
        .isEqualTo("The bridge, closed.");
    assertThat(item.get("target").get("selector").get(1).get("start").asInt()).isEqualTo(4);
  }

  @Test
  void theCalendarHoldsWhatIsPlannedInShortLines() throws IOException {
    String ics = write("ics");
    assertThat(ics).contains("DTSTART;VALUE=DATE:20310307").doesNotContain("20310305");
    assertThat(ics.split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void csvTablesQuoteWhatTheyMustAndDefuseFormulas() throws IOException {
    var out = new ByteArrayOutputStream();
    Exporters.standard().named("csv").orElseThrow().write(record(), out);
    Map<String, String> tables = new HashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        tables.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(tables).containsKeys("articles.csv", "timeline.csv", "quotes.csv", "claims.csv");
    assertThat(tables.get("timeline.csv")).contains("\"The bridge, closed.\"").contains("'=1+1");
  }

  @Test
  void pagesOfALargeStoryPrintWhatWeighsMostAndSayHowMuchMoreThereIs() throws IOException {
    var small = record();
    var quotes = new ArrayList<StoryRecord.QuoteEntry>();
    for (int i = 0; i < 250; i++) {
      quotes.add(
          new StoryRecord.QuoteEntry(
              "Quote " + i + ".",
              new StoryRecord.QuoteSpeaker("Ada Okoro", "mayor"),
              QuoteKind.DIRECT,
              null,
              List.of(),
              i >= 230 ? 2 : 1,
              small.quotes().get(0).cites()));
    }
    var entry = small.timeline().get(0);
    var entries = new ArrayList<StoryRecord.Entry>();
    for (int i = 0; i < 250; i++) {
      entries.add(
          new StoryRecord.Entry(
              entry.date(),
              null,
              entry.precision(),
              "Deed " + i + ".",
              i / 250.0,
              1,
              false,
              Modality.ASSERTED,
              entry.dateFrom(),
              entry.cites()));
    }
    var pictures =
        Collections.nCopies(
            211, new StoryRecord.PictureEntry("A lorry.", null, null, null, 1, entry.cites()));
    var articles = Collections.nCopies(210, small.articles().get(0));
    var large =
        new StoryRecord(
            small.id(),
            small.title(),
            small.start(),
            small.end(),
            small.languages(),
            articles,
            small.lineages(),
            small.independentSources(),
            entries,
            small.tracks(),
            quotes,
            small.people(),
            small.organizations(),
            small.places(),
            small.claims(),
            small.disagreements(),
            pictures,
            small.corrections());
    for (String format : List.of("markdown", "html")) {
      var out = new ByteArrayOutputStream();
      Exporters.standard().named(format).orElseThrow().write(large, out);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .as(format)
          .contains("Quote 249.", "Quote 230.", "Quote 179.", "… and 50 more quotes")
          .doesNotContain("Quote 180.", "Quote 229.")
          .contains("Deed 249.", "Deed 50.", "… and 11 more pictures")
          .doesNotContain("more articles");
      assertThat(out.toString(StandardCharsets.UTF_8).contains("Deed 49."))
          .as("the drawn timeline of the page leads to every entry")
          .isEqualTo(format.equals("html"));
    }
  }
}
