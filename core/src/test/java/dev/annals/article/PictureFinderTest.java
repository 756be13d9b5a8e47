package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Stated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PictureFinderTest {

  private record Case(String name, String html, String caption, String credit) {}

  @TestFactory
  List<DynamicTest> readsPicturesAsOutletsSetThem() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (Case one : cases()) {
      tests.add(DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }
    return tests;
  }

  private static void check(Case one) {
    Article article = read(one.html());
    String captions = "";
    var credit = new TreeSet<String>();
    for (Picture picture : article.pictures()) {
      captions += picture.caption();
      assertThat(article.text().substring(picture.start(), picture.end()))
          .isEqualTo(picture.caption());
      addWords(picture.credit(), credit);
      addWords(picture.photographer(), credit);
    }
    var expected = new TreeSet<String>();
    addWords(one.credit(), expected);
    assertThat(captions).isEqualTo(one.caption());
    if (!one.caption().isEmpty()) {
      assertThat(credit).containsAll(expected);
      assertThat(credit.size()).isLessThanOrEqualTo(expected.isEmpty() ? 0 : expected.size() + 3);
    }
  }

  private static void addWords(
      @org.jspecify.annotations.Nullable String words, TreeSet<String> to) {
    if (words != null) {
      for (String word : words.split("[^\\p{L}\\p{N}]+")) {
        if (!word.isEmpty()) {
          to.add(word);
        }
      }
    }
  }

  private static Article read(String picture) {
    String html =
        "<html lang=\"en\"><head><title>Lock gate fails at Orrin canal</title></head><body>"
            + "<article><h1>Lock gate fails at Orrin canal</h1>"
            + "<p>The gate of the upper lock failed on Tuesday, and boats had to wait for two days, "
            + "the canal office said in a statement.</p>"
            + picture
            + "<p>Engineers lowered the water by three metres, according to the office, and found "
            + "that a hinge had rusted through.</p><p>The lock was built in 1904 and was last "
            + "repaired nine years ago, when its walls were sealed.</p></article></body></html>";
    byte[] content = html.getBytes(StandardCharsets.UTF_8);
    try {
      return new HtmlArticleReader()
          .read(
              new Capture(
                  "lock", "lock", null, null, MediaKind.HTML, null, content, Stated.NOTHING));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Case> cases() throws IOException {
    var cases = new ArrayList<Case>();
    var lines =
        Files.readAllLines(Path.of("src/test/resources/fixtures/article/pictures/cases.txt"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("= ")) {
        cases.add(
            new Case(
                lines.get(i).substring(2),
                lines.get(i + 1),
                value(lines.get(i + 2), "caption: "),
                value(lines.get(i + 3), "credit: ")));
      }
    }
    return cases;
  }

  private static String value(String line, String label) {
    return line.startsWith(label) ? line.substring(label.length()) : "";
  }
}
