package dev.annals.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stories of several outlets with the disagreements that an editor wants of them, and with what
 * only looks like one: {@code story.txt} has one report after another, {@code disagreements.txt}
 * what they disagree on. {@code -Dgolden.update} writes the latter anew.
 */
class DisagreementsTest {

  private static final Path STORIES = Path.of("src/test/resources/fixtures/record/disagreements");

  static Stream<Path> stories() throws IOException {
    return Files.list(STORIES).filter(Files::isDirectory).sorted();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void aStoryHasTheDisagreementsThatAnEditorWants(Path story) throws IOException {
    var record = WrittenReports.record(WrittenReports.reports(story.resolve("story.txt")));
    Path expected = story.resolve("disagreements.txt");
    if (System.getProperty("golden.update") != null) {
      Files.writeString(expected, lines(record));
    }
    assertThat(lines(record)).isEqualTo(Files.readString(expected));
  }

  private static String lines(StoryRecord record) {
    var lines = new StringBuilder();
    for (StoryRecord.Disagreement told : record.disagreements()) {
      lines.append(told.kind()).append(told.update() ? " update: " : ": ").append(told.about());
      lines.append('\n');
      for (StoryRecord.Version version : told.versions()) {
        var articles = new TreeSet<String>();
        version.cites().places().forEach(cite -> articles.add(cite.article()));
        lines.append("  ").append(version.value()).append(' ').append(articles).append('\n');
      }
    }
    return lines.toString();
  }
}
