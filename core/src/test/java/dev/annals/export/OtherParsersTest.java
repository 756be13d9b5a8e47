package dev.annals.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.rometools.rome.io.SyndFeedInput;
import dev.annals.capture.CaptureReaders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.Warcinfo;

/** What is exported is read by parsers of another make, or fits the format's schema. */
class OtherParsersTest {

  private static byte[] bytes(String format) throws IOException {
    var out = new ByteArrayOutputStream();
    Exporters.standard()
        .named(format)
        .orElseThrow()
        .write(BridgeRecord.plain(), BridgeRecord::evidence, out);
    return out.toByteArray();
  }

  private static String text(String format) throws IOException {
    return new String(bytes(format), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ninjs", "jsonfeed", "timelinejs", "webannotation"})
  void fitsItsSchema(String format) throws IOException {
    try (var schema =
        OtherParsersTest.class.getResourceAsStream("/fixtures/export/schema/" + format + ".json")) {
      var errors =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(schema)
              .validate(
                  new ObjectMapper().readTree(bytes(format)),
                  context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
      assertThat(errors).isEmpty();
    }
  }

  @Test
  void atomIsReadByRome() throws Exception {
    var feed = new SyndFeedInput().build(new StringReader(text("atom")));
    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getEntries()).hasSize(6).allMatch(e -> e.getUpdatedDate() != null);
    assertThat(feed.getEntries().stream().map(e -> e.getUri())).doesNotHaveDuplicates();
  }

  @Test
  void theCalendarIsReadByIcal4j() throws Exception {
    System.setProperty(
        "net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
    var calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes("ics")));
    calendar.validate(true);
    var events = calendar.getComponents(Component.VEVENT);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).toString())
        .contains("DTSTART;VALUE=DATE:20310307")
        .contains("Divers are to look at it");
  }

  @Test
  void jsonLdExpandsToWhatItMeans() throws Exception {
    // schema.org's own context is not at hand offline; its vocabulary is one namespace
    String context = "{\"@context\": {\"@vocab\": \"https://schema.org/\"}}";
    Document known = JsonDocument.of(new StringReader(context));
    var options = new JsonLdOptions((url, o) -> known);
    var expanded =
        JsonLd.expand(JsonDocument.of(new StringReader(text("json-ld")))).options(options).get();
    JsonNode story = new ObjectMapper().readTree(expanded.toString()).get(0);
    assertThat(story.at("/@type/0").asText()).isEqualTo("https://schema.org/LiveBlogPosting");
    assertThat(story.get("https://schema.org/liveBlogUpdate")).hasSize(6);
    assertThat(story.get("https://schema.org/isBasedOn")).hasSize(2);
  }

  @Test
  void theWarcIsReadByJwarcWithTheBytesAsCaptured() throws Exception {
    var types = new ArrayList<String>();
    try (var warc = new WarcReader(new ByteArrayInputStream(bytes("warc")))) {
      for (var record : warc) {
        types.add(record.type());
        if (record instanceof WarcResource page && page.target().startsWith("https:")) {
          byte[] body = page.body().stream().readAllBytes();
          assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(BridgeRecord.HTML);
          assertThat(page.payloadDigest().orElseThrow().algorithm()).isEqualTo("sha256");
          assertThat(page.payloadDigest().orElseThrow().hex()).isEqualTo(sha256(body));
          assertThat(page.date()).hasToString("2031-03-05T08:05:00Z");
        }
        if (record instanceof Warcinfo info) {
          assertThat(info.fields().first("software")).contains("Annals");
        }
      }
    }
    assertThat(types).containsExactly("warcinfo", "resource", "metadata", "resource");
  }

  private static String sha256(byte[] body) throws Exception {
    return java.util.HexFormat.of()
        .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(body));
  }

  @Test
  void theWarcCanBeReadIntoAStoreAgain() throws Exception {
    var captures = new ArrayList<dev.annals.capture.Capture>();
    java.nio.file.Path file = java.nio.file.Files.createTempFile("bridge", ".warc");
    try {
      java.nio.file.Files.write(file, bytes("warc"));
      CaptureReaders.standard().read(file, captures::add, r -> {});
    } finally {
      java.nio.file.Files.delete(file);
    }
    assertThat(captures).hasSize(1);
    assertThat(captures.get(0).url()).isEqualTo("https://post.example/bridge");
  }

  @Test
  void thePageAsksNobodyForAnything() throws IOException {
    var page = Jsoup.parse(text("html"));
    assertThat(page.select("script, img, link, iframe, object, embed, form, [src], [style]"))
        .isEmpty();
    assertThat(page.select("style").html()).doesNotContain("url(").doesNotContain("@import");
    for (var link : page.select("a[href^=#], a[href^=#]")) {
      assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
    }
    assertThat(page.select("a[href^=#s]")).isNotEmpty();
    assertThat(page.select("svg circle")).isNotEmpty();
  }
}
