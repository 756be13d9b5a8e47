package dev.annals.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WarcReaderTest {

  private static final String PAGE = "<html><body><p>The pier was closed.</p></body></html>";

  private final List<Capture> captures = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();

  private void read(InputStream bytes) throws IOException {
    CaptureReaders.standard()
        .read(new Source("w.warc", "w", bytes), captures::add, rejections::add);
  }

  private void read(byte[] bytes) throws IOException {
    read(new ByteArrayInputStream(bytes));
  }

  private static byte[] record(String type, String uri, byte[] block) {
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Target-URI: "
            + uri
            + "\r\nWARC-Date: 2031-03-04T09:30:00Z\r\nContent-Type: application/http; msgtype=response"
            + "\r\nContent-Length: "
            + block.length
            + "\r\n\r\n";
    return join(head.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
  }

  private static byte[] response(String uri, String headers, byte[] body) {
    return record(
        "response",
        uri,
        join(("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n").getBytes(UTF_8), body));
  }

  private static byte[] page(String uri) {
    return response(uri, "Content-Type: text/html; charset=utf-8", PAGE.getBytes(UTF_8));
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  @Test
  void readsPagesWithUrlDateAndCharset() throws IOException {
    read(
        join(
            record("warcinfo", "", new byte[0]),
            page("https://e.example/1"),
            page("https://e.example/2")));
    assertThat(captures)
        .extracting(Capture::id)
        .containsExactly("https://e.example/1", "https://e.example/2");
    assertThat(captures.get(0).captured()).isEqualTo(Instant.parse("2031-03-04T09:30:00Z"));
    assertThat(captures.get(0).charset()).isEqualTo("utf-8");
    assertThat(captures.get(0).content()).isEqualTo(PAGE.getBytes(UTF_8));
    assertThat(rejections).isEmpty();
  }

  @Test
  void readsOneGzipMemberARecord() throws IOException {
    read(
        join(
            gzip(page("https://e.example/1")),
            gzip(page("https://e.example/2")),
            gzip(page("https://e.example/3"))));
    assertThat(captures).hasSize(3);
  }

  @Test
  void takesChunksAndCompressionOffWhetherTheyAreThereOrNot() throws IOException {
    byte[] packed = gzip(PAGE.getBytes(UTF_8));
    String chunked = "5;x=1\r\n<p>Th\r\n9\r\ne pier wa\r\n0\r\n\r\n";
    read(
        join(
            response("a:1", "Content-Type: text/html\r\nContent-Encoding: gzip", packed),
            response(
                "a:2", "Content-Type: text/html\r\nContent-Encoding: gzip", PAGE.getBytes(UTF_8)),
            response(
                "a:3",
                "Content-Type: text/html\r\nTransfer-Encoding: chunked",
                chunked.getBytes(UTF_8)),
            response(
                "a:4",
                "Content-Type: text/html\r\nTransfer-Encoding: chunked",
                PAGE.getBytes(UTF_8))));
    assertThat(captures)
        .extracting(capture -> new String(capture.content(), UTF_8))
        .containsExactly(PAGE, PAGE, "<p>The pier wa", PAGE);
  }

  @Test
  void skipsAndCountsWhatIsNoPage() throws IOException {
    byte[] moved = "HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n".getBytes(UTF_8);
    read(
        join(
            response("a:1", "Content-Type: image/png", new byte[] {1, 2, 3}),
            response("a:2", "Content-Type: image/png", new byte[] {1, 2, 3}),
            record("revisit", "a:3", moved),
            record("response", "a:4", moved),
            record("request", "a:5", "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8)),
            page("a:6")));
    assertThat(captures).extracting(Capture::id).containsExactly("a:6");
    assertThat(rejections)
        .containsExactly(
            new Rejection("w.warc", "skipped, no pages: 2 image/png, 1 revisit, 1 status 301"));
  }

  @Test
  void stepsOverDamageToTheNextRecord() throws IOException {
    byte[] short1 =
        new String(page("a:1"), ISO_8859_1)
            .replace("Content-Length: 1", "Content-Length: ")
            .getBytes(ISO_8859_1);
    read(
        join(
            short1,
            page("a:2"),
            "WARC/1.0\r\nWARC-Type: response\r\n\r\njunk\r\n".getBytes(UTF_8),
            page("a:3")));
    assertThat(captures).extracting(Capture::id).contains("a:2", "a:3");
    assertThat(rejections).isNotEmpty();
  }

  @Test
  void readsAClippedFileUpToTheDamage() throws IOException {
    byte[] whole = join(page("a:1"), page("a:2"));
    read(Arrays.copyOf(whole, whole.length - 30));
    read(Arrays.copyOf(gzip(whole), gzip(whole).length - 10));
    assertThat(captures).extracting(Capture::id).contains("a:1");
    assertThat(rejections).extracting(Rejection::reason).contains("clipped record");
  }

  @Test
  void readsArc() throws IOException {
    String version = "1 0 E\nURL IP-address Archive-date Content-type Archive-length\n";
    String response = "HTTP/1.0 200 OK\nContent-Type: text/html\n\n" + PAGE;
    read(
        ("filedesc://x.arc 0.0.0.0 20310304093000 text/plain "
                + version.length()
                + "\n"
                + version
                + "\n"
                + "http://e.example/1 192.0.2.1 20310304093000 text/html "
                + response.length()
                + "\n"
                + response
                + "\n")
            .getBytes(UTF_8));
    assertThat(captures).extracting(Capture::url).containsExactly("http://e.example/1");
    assertThat(captures.get(0).captured()).isEqualTo(Instant.parse("2031-03-04T09:30:00Z"));
    assertThat(rejections).isEmpty();
  }

  @Test
  void refusesRecordsThatAreTooLongAndReadsOn() throws IOException {
    byte[] bomb = gzip(new byte[64 << 20]);
    read(
        join(
            response("a:1", "Content-Type: text/html", new byte[21 << 20]),
            response("a:2", "Content-Type: text/html\r\nContent-Encoding: gzip", bomb),
            page("a:3")));
    assertThat(captures).extracting(Capture::id).containsExactly("a:3");
    assertThat(rejections).extracting(Rejection::reason).hasSize(2);
  }

  @Test
  void findsTheNextRecordInsideOneThatSaysItIsLonger() throws IOException {
    String first = new String(page("a:1"), ISO_8859_1);
    int length = page("a:1").length;
    byte[] longer =
        first
            .replaceFirst("Content-Length: [0-9]+", "Content-Length: " + length * 2)
            .getBytes(ISO_8859_1);
    byte[] request =
        new String(record("request", "a:2", "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8)), ISO_8859_1)
            .replaceFirst("Content-Length: [0-9]+", "Content-Length: 200")
            .getBytes(ISO_8859_1);
    read(join(longer, page("a:3"), request, page("a:4"), page("a:5")));
    assertThat(captures).extracting(Capture::id).containsExactly("a:1", "a:3", "a:4", "a:5");
    assertThat(rejections).isEmpty();
  }

  @Test
  void goesOnBehindADamagedMember() throws IOException {
    byte[] first = gzip(page("a:1"));
    byte[] second = gzip(page("a:2"));
    byte[] spoilt = second.clone();
    for (int i = 40; i < 80; i++) {
      spoilt[i] ^= 0x55;
    }
    byte[] cut = Arrays.copyOf(second, second.length / 2);
    for (byte[] damage : List.of(spoilt, cut, new byte[512], "not a member".getBytes(UTF_8))) {
      captures.clear();
      rejections.clear();
      read(join(first, damage, gzip(page("a:3")), gzip(page("a:4"))));
      assertThat(captures).extracting(Capture::id).contains("a:1", "a:3", "a:4");
      assertThat(rejections).extracting(Rejection::reason).anyMatch(r -> r.contains("damaged"));
    }
  }

  @Test
  void readsArcRecordsWithSpacesInTheirAddress() throws IOException {
    String response = "HTTP/1.0 200 OK\nContent-Type: text/html\n\n" + PAGE;
    String fields = " 192.0.2.1 20310304093000 text/html " + response.length() + "\n" + response;
    read(
        ("filedesc://x.arc 0.0.0.0 20310304093000 text/plain 0\n\n"
                + "http://e.example/a b?c=d e"
                + fields
                + "\nhttp://e.example/2"
                + fields
                + "\n")
            .getBytes(UTF_8));
    assertThat(captures)
        .extracting(Capture::url)
        .containsExactly("http://e.example/a b?c=d e", "http://e.example/2");
  }

  @Test
  void takesBareDeflateOff() throws IOException {
    var deflater = new java.util.zip.Deflater(9, true);
    deflater.setInput(PAGE.repeat(20).getBytes(UTF_8));
    deflater.finish();
    byte[] packed = new byte[4096];
    int length = deflater.deflate(packed);
    read(
        response(
            "a:1",
            "Content-Type: text/html\r\nContent-Encoding: deflate",
            Arrays.copyOf(packed, length)));
    assertThat(new String(captures.get(0).content(), UTF_8)).startsWith(PAGE);
  }
}
