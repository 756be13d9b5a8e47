package dev.annals.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stories of several outlets with the tracks that an editor wants of them: {@code story.txt} has
 * one report after another, {@code tracks.txt} each thing with its states. {@code -Dgolden.update}
 * writes the latter anew.
 */
class TracksTest {

  private static final Path STORIES = Path.of("src/test/resources/fixtures/record/tracks");

  static Stream<Path> stories() throws IOException {
    return Files.list(STORIES).filter(Files::isDirectory).sorted();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void aStoryHasTheTracksThatAnEditorWants(Path story) throws IOException {
    String tracks =
        tracks(WrittenReports.record(WrittenReports.reports(story.resolve("story.txt"))));
    Path expected = story.resolve("tracks.txt");
    if (System.getProperty("golden.update") != null) {
      Files.writeString(expected, tracks);
    }
    assertThat(tracks).isEqualTo(Files.readString(expected));
  }

  @Test
  void whoResignedIsThePersonAndNotThePlace() {
    assertThat(
            told(
                WrittenReports.article(
                    "a", "2031-05-01", "Karsk mayor Tomas Vell resigned on Thursday."),
                WrittenReports.article(
                    "b",
                    "2031-05-01",
                    "The mayor of Karsk, Tomas Vell, stepped down on Thursday, the council said.")))
        .containsExactly("Tomas Vell", "resigned 2031-05-01 ASSERTED 2");
  }

  @Test
  void closedAndOpenOnOneDayAreADisagreementAndTwoStates() {
    var record =
        WrittenReports.record(
            WrittenReports.article(
                "a", "2031-06-01", "The harbour bridge was closed on Sunday, the port said."),
            WrittenReports.article(
                "b", "2031-06-01", "The harbour bridge remains open, the mayor said on Sunday."));
    assertThat(tracks(record))
        .contains("closed 2031-06-01 ASSERTED 1", "open 2031-06-01 ASSERTED 1");
    assertThat(record.disagreements()).anyMatch(d -> d.kind().equals("status"));
  }

  @Test
  void whatAReportIsTakenBackForIsDenied() {
    assertThat(
            told(
                WrittenReports.article(
                    "a",
                    "2031-05-03",
                    "Rumour Sheet has retracted its report of May 1 that Tomas Vell was"
                        + " arrested.")))
        .noneMatch(line -> line.contains("ASSERTED"));
  }

  private static List<String> told(StoryArticle... reports) {
    return tracks(WrittenReports.record(reports)).lines().map(String::strip).toList();
  }

  private static String tracks(StoryRecord record) {
    var lines = new StringBuilder();
    for (StoryRecord.Track track : record.tracks()) {
      lines.append(track.subject()).append('\n');
      for (StoryRecord.State state : track.states()) {
        lines
            .append("  ")
            .append(state.state())
            .append(' ')
            .append(state.date())
            .append(' ')
            .append(state.modality())
            .append(' ')
            .append(state.sources())
            .append('\n');
      }
    }
    return lines.toString();
  }
}
