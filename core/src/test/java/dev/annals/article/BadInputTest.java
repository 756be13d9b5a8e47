package dev.annals.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.capture.Capture;
import dev.annals.capture.CaptureReaders;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Rejection;
import dev.annals.capture.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Whatever comes in, a document or a reason comes out. */
class BadInputTest {

  private static final String TEXT =
      "date 2031-03-04 The pier of Port Sorrel was closed.\n\nDockers watch the crane. (AFP)\n\n"
          + "Read more: Who owns the pier?\n\nBy Ada Banner\n\nImage source, Reuters\n\nImage caption, A crane\n\n"
          + "— With AAP.\n\n(Reporting by Ada Banner; Editing by Cy Dewey)\n\nЕщё видео\n\n"
          + "Last Update: Tuesday, 04 March 2031 KSA 02:10 - GMT 23:10";

  private static final List<String> SAMPLES =
      List.of(
          TEXT,
          "{\"id\":\"1\",\"text\":\"One. \\u00e9\",\"published\":\"2031-03-04\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n",
          "[{\"text\":\"One.\"},{\"html\":\"<p>Two.</p>\"}]",
          "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel><title>T</title><item>"
              + "<title>A</title><link>https://e.example/</link><description>One &amp; two.</description></item></channel></rss>",
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.example/\r\nContent-Length: 75\r\n\r\n"
              + "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nOne.\r\n0\r\n\r\n\r\n\r\n",
          "{\"uri\":\"urn:1\",\"versioncreated\":\"2031-03-04\",\"body_text\":\"One.\"}");

  private final List<Capture> captures = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();

  private void read(byte[] bytes) throws IOException {
    var source = new Source("in", "in", new ByteArrayInputStream(bytes));
    CaptureReaders.standard().read(source, captures::add, rejections::add);
  }

  @Test
  void readsOrRejectsWhateverIsDamaged() throws IOException {
    var random = new Random(7);
    for (String sample : SAMPLES) {
      byte[] plain = sample.getBytes(UTF_8);
      for (byte[] bytes : List.of(plain, gzip(plain))) {
        for (int round = 0; round < 150; round++) {
          captures.clear();
          rejections.clear();
          read(damage(bytes, random));
          assertThat(captures.size() + rejections.size()).isPositive();
          for (Capture capture : captures) {
            check(capture);
          }
          for (Rejection rejection : rejections) {
            assertThat(rejection.reason()).isNotBlank().doesNotContain("\n");
          }
        }
      }
    }
  }

  @Test
  void coversTextOfAnyShapeWithBlocks() throws IOException {
    var random = new Random(11);
    String[] pieces = TEXT.split("(?<= )|(?=\n)");
    for (int round = 0; round < 400; round++) {
      var text = new StringBuilder();
      for (int piece = random.nextInt(60); piece >= 0; piece--) {
        text.append(pieces[random.nextInt(pieces.length)]);
        text.append(random.nextInt(9) == 0 ? "\uD83D" : "")
            .append(random.nextInt(12) == 0 ? "((" : "");
      }
      captures.clear();
      read(text.toString().getBytes(UTF_8));
      for (Capture capture : captures) {
        check(capture);
      }
    }
  }

  private static void check(Capture capture) {
    if (capture.kind() == MediaKind.HTML) {
      return;
    }
    Article article;
    try {
      article = new TextArticleReader().read(capture);
    } catch (IOException e) {
      assertThat(e).hasMessage("no text");
      return;
    }
    var open = new StringBuilder(article.text());
    for (Block block : article.blocks()) {
      assertThat(block.end()).isGreaterThan(block.start());
      for (int i = block.start(); i < block.end(); i++) {
        open.setCharAt(i, ' ');
      }
    }
    // between blocks are only spaces and the dashes between a caption and its credit
    assertThat(open.chars().filter(Character::isLetterOrDigit).count()).isZero();
    for (Picture picture : article.pictures()) {
      assertThat(article.text().substring(picture.start(), picture.end()))
          .isEqualTo(picture.caption());
    }
    CiteMaker.cite(article, 0, article.text().length());
  }

  private static byte[] damage(byte[] bytes, Random random) {
    var damaged = new ByteArrayOutputStream();
    int clip = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
    for (int i = 0; i < clip; i++) {
      int chance = random.nextInt(bytes.length);
      if (chance == 0) {
        damaged.write(random.nextInt(256));
      } else if (chance == 1) {
        damaged.write(bytes, i, Math.min(bytes.length - i, random.nextInt(20)));
      } else if (chance != 2) {
        damaged.write(bytes[i]);
      }
    }
    return damaged.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
