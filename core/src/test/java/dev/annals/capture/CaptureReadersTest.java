package dev.annals.capture;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureReadersTest {

  private final List<Capture> captures = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();

  private void read(byte[] bytes) throws IOException {
    var source = new Source("in", "in", new ByteArrayInputStream(bytes));
    CaptureReaders.standard().read(source, captures::add, rejections::add);
  }

  private void read(String text) throws IOException {
    read(text.getBytes(UTF_8));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private String text(int index) {
    return new String(captures.get(index).content(), UTF_8);
  }

  @Test
  void readsFoldersInOrderOfNamesAndListsWhatItCannotRead(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("b"));
    Files.writeString(folder.resolve("b").resolve("ferry.v2.html.gz"), "");
    Files.writeString(folder.resolve("a.txt"), "The ferry sank.");
    Files.writeString(folder.resolve("c.html"), "<p>The ferry was raised.</p>");
    Files.writeString(folder.resolve(".hidden"), "nothing");
    var readers = CaptureReaders.standard();
    readers.read(folder, captures::add, rejections::add);
    readers.read(folder.resolve("none"), captures::add, rejections::add);
    assertThat(captures).extracting(Capture::id).containsExactly("a", "c");
    assertThat(captures)
        .extracting(Capture::kind)
        .containsExactly(MediaKind.PLAIN_TEXT, MediaKind.HTML);
    assertThat(rejections).extracting(Rejection::reason).containsExactly("empty", "no such file");
  }

  @Test
  void readsGzipOfSeveralMembersFromASlowPipe() throws IOException {
    byte[] bytes = join(gzip("The ferry ".getBytes(UTF_8)), gzip("sank.".getBytes(UTF_8)));
    var slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int available() {
            return 0;
          }

          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(length, 3));
          }
        };
    CaptureReaders.standard().read(new Source("-", "stdin", slow), captures::add, rejections::add);
    assertThat(text(0)).isEqualTo("The ferry sank.");
  }

  @Test
  void rejectsBrokenLineWithItsNumberAndReadsTheRest() throws IOException {
    read(
        "{\"id\":\"1\",\"text\":\"One.\"}\n\n{\"id\":\"2\",\"text\":\n{\"id\":\"3\",\"text\":\"Three.\"}\n[1]\n");
    assertThat(captures).extracting(Capture::id).containsExactly("1", "3");
    assertThat(rejections).extracting(Rejection::origin).containsExactly("in:3", "in:5");
    assertThat(rejections.get(0).reason()).startsWith("broken JSON: ").doesNotContain("\n");
  }

  @Test
  void readsTheRestWhenTheFirstLineIsTheBrokenOne() throws IOException {
    read("{\"id\":\"1\",\"text\":\n{\"id\":\"3\",\"text\":\"Three.\"}\n");
    assertThat(captures).extracting(Capture::id).containsExactly("3");
    assertThat(rejections).extracting(Rejection::origin).containsExactly("in:1");
  }

  @Test
  void readsOneObjectOverManyLinesAndArrays() throws IOException {
    read("{\n  \"title\": \"Ferry\",\n  \"text\": \"It sank.\"\n}\n");
    read(
        "[\n{\"id\": 7, \"text\": \"A.\"},\n{\"url\": \"https://e.example/b\", \"text\": \"B.\"}\n]");
    assertThat(captures).extracting(Capture::id).containsExactly("in", "7", "https://e.example/b");
    assertThat(rejections).isEmpty();
  }

  @Test
  void namesLinesThatHaveNoIdAfterTheFile() throws IOException {
    read("{\"text\":\"A.\"}\n{\"text\":\"B.\"}\n");
    assertThat(captures).extracting(Capture::id).containsExactly("in", "in:2");
  }

  @Test
  void understandsFieldNamesOfTheUsualCrawlers() throws IOException {
    read(
        "{\"maintext\":\"A.\",\"title\":\"T\",\"authors\":[\"Ada Ban\",\"Cy Dee\"],"
            + "\"date_publish\":\"2031-03-04 09:30:00\",\"date_modify\":null,"
            + "\"source_domain\":\"e.example\",\"url\":\"https://e.example/1\",\"language\":\"en\"}");
    read(
        "{\"title\":\"T\",\"authors\":[\"Ada Ban\"],\"publishing_date\":\"2031-03-04 09:30:00+01:00\","
            + "\"lang\":\"de\",\"body\":{\"summary\":[\"S.\"],\"sections\":[{\"headline\":[\"H\"],"
            + "\"paragraphs\":[\"P.\",\"Q.\"]}]},\"html\":{\"responded_url\":\"https://f.example/2\","
            + "\"source_info\":{\"publisher\":\"F\"}}}");
    read(
        "{\"title\":\"T\",\"author\":\"Ada Ban; Cy Dee\",\"hostname\":\"g.example\",\"date\":\"2031-03-04\","
            + "\"id\":null,\"text\":\"A.\",\"source\":\"https://g.example/3\",\"source-hostname\":\"Gazette\"}");
    assertThat(captures)
        .extracting(Capture::url)
        .containsExactly("https://e.example/1", "https://f.example/2", "https://g.example/3");
    assertThat(captures)
        .extracting(capture -> capture.stated().published())
        .containsExactly("2031-03-04T09:30:00", "2031-03-04T09:30:00+01:00", "2031-03-04");
    assertThat(captures)
        .extracting(capture -> capture.stated().source())
        .containsExactly("e.example", "F", "Gazette");
    assertThat(captures.get(2).stated().byline()).containsExactly("Ada Ban", "Cy Dee");
    assertThat(text(1)).isEqualTo("S.\n\nH\n\nP.\n\nQ.");
  }

  @Test
  void takesHtmlOfALineWhereThereIsNoText() throws IOException {
    read("{\"url\":\"https://e.example/1\",\"html\":\"<p>The ferry.</p>\"}");
    assertThat(captures.get(0).kind()).isEqualTo(MediaKind.HTML);
  }

  @Test
  void readsUtf16Json() throws IOException {
    read(join(new byte[] {(byte) 0xff, (byte) 0xfe}, "{\"text\":\"Fähre.\"}".getBytes(UTF_16LE)));
    assertThat(text(0)).isEqualTo("Fähre.");
  }

  @Test
  void rejectsBinaryDataNestedGzipAndBombs() throws IOException {
    read(new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
    read("%PDF-1.7\n\0\0\0\1\2\3");
    read(gzip(gzip("The ferry.".getBytes(UTF_8))));
    read(gzip(new byte[40 << 20]));
    read(gzip((" ".repeat(30 << 20) + "x").getBytes(UTF_8)));
    assertThat(captures).isEmpty();
    assertThat(rejections)
        .extracting(Rejection::reason)
        .containsExactly(
            "no text: binary data",
            "no text: PDF",
            "gzip inside gzip: not read",
            "no text: binary data",
            "gzip layer inflates to more than 200 times its size: not read on");
  }

  @Test
  void stepsOverALineThatIsTooLongAndReadsTheRest() throws IOException {
    String line = "{\"text\":\"" + "x".repeat(50 << 20) + "\"}";
    read(line + "\n{\"id\":\"2\",\"text\":\"Two.\"}\n");
    assertThat(captures).extracting(Capture::id).containsExactly("2");
    assertThat(rejections).containsExactly(new Rejection("in:1", "longer than 20 MB: not read"));
  }

  @Test
  void readsAClippedFileUpToTheDamage() throws IOException {
    byte[] packed = gzip("{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\"2\",\"te".getBytes(UTF_8));
    read(java.util.Arrays.copyOf(packed, packed.length - 8));
    assertThat(captures).extracting(Capture::id).containsExactly("1");
    assertThat(rejections).isNotEmpty();
  }

  @Test
  void stepsOverWhatIsNoRegularFileInAFolder(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.txt"), "The ferry sank.");
    var address = java.net.UnixDomainSocketAddress.of(folder.resolve("b.sock"));
    var channel = java.nio.channels.ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX);
    try (channel) {
      channel.bind(address);
      CaptureReaders.standard().read(folder, captures::add, rejections::add);
    }
    assertThat(captures).hasSize(1);
    assertThat(rejections).extracting(Rejection::reason).containsExactly("no regular file");
  }

  @Test
  void readsSeveralObjectsOfOneLine() throws IOException {
    read("{\"text\":\"One.\"}{\"text\":\"Two.\"}\r{\"text\":\"Three.\"}\n{\"text\":\"Four.\"} x\n");
    assertThat(captures).extracting(Capture::id).doesNotHaveDuplicates().hasSize(4);
    assertThat(rejections).hasSize(1);
  }

  @Test
  void readsJapaneseOfShiftsWhateverIsSaid() throws IOException {
    byte[] page =
        "<html><head><meta charset=utf-8></head><body><p>閘門が故障した。</p></body></html>"
            .getBytes(java.nio.charset.Charset.forName("ISO-2022-JP"));
    assertThat(Charsets.decode(page, null, true).text()).contains("閘門が故障した");
  }

  @Test
  void saysWhatASitemapIsFor() throws IOException {
    read("<?xml version=\"1.0\"?><urlset><url><loc>https://p.example/1</loc></url></urlset>");
    assertThat(rejections)
        .extracting(Rejection::reason)
        .containsExactly("a sitemap lists pages; use annals follow");
  }
}
