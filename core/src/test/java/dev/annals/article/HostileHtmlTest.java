package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.capture.Capture;
import dev.annals.capture.CaptureReaders;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Rejection;
import dev.annals.capture.Source;
import dev.annals.capture.Stated;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that were made to break a reader, or are broken, are read or rejected, and soon. */
class HostileHtmlTest {

  private static final String REPORT =
      "<p>The gate of the upper lock failed on Tuesday, and boats had to wait for two days, the "
          + "canal office said in a statement.</p><p>Engineers lowered the water by three metres, "
          + "according to the office, and found that a hinge had rusted through.</p>";

  private static final Duration SOON = Duration.ofSeconds(60);

  private static Article read(byte[] html, String charset) throws IOException {
    return new ArticleExtractor()
        .extract(new Capture("x", "x", null, null, MediaKind.HTML, charset, html, Stated.NOTHING));
  }

  private static Article read(String body) throws IOException {
    String html = "<html lang=en><title>Lock gate fails</title><body>" + body + "</body></html>";
    return read(html.getBytes(StandardCharsets.UTF_8), null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<p><a><b><i>", "<button>"})
  void readsWhatStandsInsideAHundredThousandElements(String element) {
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> {
          String deep = element.repeat(100_000 / (element.split("<").length - 1));
          try {
            assertThat(read(deep + REPORT.repeat(5)).text()).contains("hinge had rusted");
          } catch (IOException e) {
            assertThat(e).hasMessageContaining("no article"); // nothing but a button
          }
        });
  }

  @Test
  void rejectsPagesOfMoreBlocksThanAnyReportHas() {
    Assertions.assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatThrownBy(() -> read("<p>The gate failed.</p>".repeat(Page.MOST_BLOCKS + 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("blocks of text"));
  }

  @Test
  void isSoonDoneWithManyPicturesDatesAndTimes() {
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> {
          var body = new StringBuilder(REPORT.repeat(4));
          for (int i = 0; i < 3_000; i++) {
            body.append("<div><img src=a" + i + ".jpg data-caption='Boats at the lock " + i + "'>")
                .append("<em>Boats below lock " + i + "</em><time>4 March 2031</time></div>");
          }
          body.append("<em>").append("<img src=a.jpg>at the lock<br><br>".repeat(3_000));
          assertThat(read(body + REPORT.repeat(4)).text()).contains("hinge had rusted");
        });
  }

  @Test
  void recordsWhatWasStatedOfTheCharactersOtherwise() throws IOException {
    String html =
        "<html lang=fr><head><meta charset=utf-8><title>Écluse</title></head><body>"
            + ("<p>L’écluse supérieure a été fermée mardi après une défaillance, a déclaré "
                    + "l’office du canal à Orrin, où l’on répare déjà.</p>")
                .repeat(4)
            + "</body></html>";
    Article article = read(html.replace('’', '\'').getBytes(StandardCharsets.ISO_8859_1), "utf-8");
    assertThat(article.text()).contains("fermée");
    assertThat(article.charsetNote()).contains("UTF-8");
    assertThat(read(html.getBytes(StandardCharsets.UTF_8), "utf-8").charsetNote()).isNull();
  }

  @Test
  void expandsNoXmlBomb() {
    var bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
    }
    bomb.append("]><rss><channel><item><title>&a11;</title><description>Lock &a11; closed.")
        .append("</description></item></channel></rss>");
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> {
          var captures = new ArrayList<Capture>();
          var rejections = new ArrayList<Rejection>();
          byte[] bytes = bomb.toString().getBytes(StandardCharsets.UTF_8);
          CaptureReaders.standard()
              .read(
                  new Source("bomb", "bomb", new ByteArrayInputStream(bytes)),
                  captures::add,
                  rejections::add);
          assertThat(captures).hasSize(1);
          assertThat(captures.get(0).content().length).isLessThan(1000);
        });
  }

  @Test
  void readsOrRejectsDamagedPages() throws IOException {
    var random = new Random(5);
    var lines =
        Files.readAllLines(Path.of("src/test/resources/fixtures/article/pictures/cases.txt"));
    var page =
        new StringBuilder("<html><head><title>Lock gate</title><script type=\"application/ld");
    page.append("+json\">{\"@type\":\"LiveBlogPosting\",\"datePublished\":\"2031-03-05\",")
        .append(
            "\"liveBlogUpdate\":[{\"headline\":\"a\",\"datePublished\":\"2031-03-05\"}]}</script>")
        .append("</head><body><h1>Lock gate</h1><time datetime=\"2031-03-04\">4 March 2031</time>");
    lines.stream().filter(line -> line.startsWith("<")).forEach(l -> page.append(REPORT).append(l));
    byte[] whole = page.toString().getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 150; round++) {
      byte[] bytes = whole.clone();
      for (int hit = random.nextInt(200); hit >= 0; hit--) {
        int at = random.nextInt(bytes.length);
        int kind = random.nextInt(3);
        bytes[at] = kind == 0 ? (byte) random.nextInt(256) : bytes[random.nextInt(bytes.length)];
        if (kind == 2) {
          int length = Math.min(random.nextInt(60), bytes.length - at - 1);
          System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length), length);
        }
      }
      try {
        Article article = read(bytes, null);
        for (Picture picture : article.pictures()) {
          assertThat(article.text().substring(picture.start(), picture.end()))
              .isEqualTo(picture.caption());
        }
      } catch (IOException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }
}
