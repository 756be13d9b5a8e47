package dev.annals.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.io.SyndFeedInput;
import dev.annals.record.StoryRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document that attacks its readers is text in every format. */
class HostileWordsTest {

  private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>";
  private static final String TURNED = "\u202egnp.exe \u2066hidden\u2069 \u0000\u001b[31m";

  private static StoryRecord hostile(int titleLength) {
    String title = SCRIPT + TURNED + "x".repeat(titleLength);
    return BridgeRecord.of(
        title,
        "]]> --> </style></title>" + SCRIPT + TURNED + "](javascript:alert(3)) ```\r\nEND:VEVENT",
        "=cmd|' /C calc'!A0 \"><svg onload=alert(4)>" + TURNED,
        "javascript:alert(5)//https://post.example");
  }

  private static String write(Exporter exporter, int titleLength) throws IOException {
    var out = new ByteArrayOutputStream();
    exporter.write(hostile(titleLength), BridgeRecord::evidence, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String write(String format) throws IOException {
    return write(Exporters.standard().named(format).orElseThrow(), 0);
  }

  static List<Exporter> exporters() {
    return Exporters.standard().all();
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void aTitleOfFiveMegabytesIsWrittenOnceAtTheMost(Exporter exporter) throws IOException {
    String written = write(exporter, 5 << 20);
    assertThat(written.length()).isLessThan(12 << 20);
    if (exporter.mediaType().contains("json")) {
      assertThat(new ObjectMapper().readTree(written).isContainerNode()).isTrue();
    }
  }

  @Test
  void thePageHoldsNothingThatRunsOrLoads() throws IOException {
    String html = write("html");
    var page = Jsoup.parse(html);
    assertThat(page.select("script, img, iframe, link, object, [onload], [onerror]")).isEmpty();
    assertThat(page.select("a[href^=javascript]")).isEmpty();
    assertThat(page.select("h1").text()).startsWith("<script>alert(1)</script>");
    assertThat(page.select("style")).hasSize(1);
    assertThat(html).doesNotContain("\u202e").doesNotContain("\u2066").doesNotContain("\u001b");
  }

  @Test
  void theFeedStaysAFeed() throws Exception {
    String xml = write("atom");
    var feed = new SyndFeedInput().build(new StringReader(xml));
    assertThat(feed.getEntries()).hasSize(6);
    assertThat(xml).doesNotContain("<script").doesNotContain("javascript:alert(5)");
  }

  @Test
  void markdownShowsMarkupAsText() throws IOException {
    String markdown = write("markdown").replace("\\]", "");
    assertThat(markdown)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("](javascript:")
        .doesNotContain("\u202e")
        .doesNotContain("\u001b");
  }

  @Test
  void linksLeadToTheWebOnly() throws IOException {
    for (String format : List.of("ninjs", "json-ld", "jsonfeed", "timelinejs", "webannotation")) {
      for (String field : List.of("uri", "url", "external_url", "source")) {
        new ObjectMapper()
            .readTree(write(format))
            .findValuesAsText(field)
            .forEach(address -> assertThat(address).doesNotStartWith("javascript:"));
      }
    }
    assertThat(write("timelinejs")).doesNotContain("<script").doesNotContain("<img");
  }

  @Test
  void aCalendarLineCannotBeMadeByADocument() throws IOException {
    assertThat(write("ics").split("\r\n")).filteredOn(l -> l.equals("END:VEVENT")).hasSize(1);
  }

  @Test
  void anArchiveHeaderCannotBeMadeByADocument() throws Exception {
    byte[] warc = write("warc").getBytes(StandardCharsets.UTF_8);
    try (var reader =
        new org.netpreserve.jwarc.WarcReader(new java.io.ByteArrayInputStream(warc))) {
      int records = 0;
      for (var record : reader) {
        records++;
        assertThat(record.headers().first("WARC-Target-URI").orElse("urn:"))
            .doesNotStartWith("javascript");
      }
      assertThat(records).isEqualTo(4);
    }
  }

  @Test
  void noCellStartsAFormula() throws IOException {
    var out = new ByteArrayOutputStream();
    Exporters.standard().named("csv").orElseThrow().write(hostile(0), out);
    try (var zip =
        new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(out.toByteArray()))) {
      while (zip.getNextEntry() != null) {
        String table = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(table).doesNotContain(",=").doesNotContain("\"=").doesNotContain("\n=");
      }
    }
  }
}
