package dev.annals.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds of every kind give their titles, links and dates. */
class FeedShapesTest {

  private static final Path FOLDER = Path.of("src/test/resources/fixtures/capture/feeds");

  static List<String> feeds() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("feeds")
  void givesTitlesLinksAndDates(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(name));
    var captures = new ArrayList<Capture>();
    var rejections = new ArrayList<Rejection>();
    CaptureReaders.standard()
        .read(
            new Source(name, name, new ByteArrayInputStream(bytes)),
            captures::add,
            rejections::add);
    var lines = new ArrayList<String>();
    for (Capture capture : captures) {
      var stated = capture.stated();
      lines.add(stated.title() + " | " + capture.url() + " | " + stated.published());
    }
    var expected = Files.readAllLines(FOLDER.resolve(name.replace(".xml", ".txt")));
    assertThat(lines).startsWith(expected.toArray(new String[0]));
    assertThat(rejections).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 04 Mar 2031 09:30:00 GMT | 2031-03-04T09:30:00Z",
        "Tue, 04 Mar 2031 09:30:00 UT | 2031-03-04T09:30:00Z",
        "Tue, 04 Mar 2031 09:30 -0500 | 2031-03-04T09:30-05:00",
        "Tue, 4 Mar 31 09:30:00 PST | 2031-03-04T09:30:00-08:00",
        "4 March 2031 09:30:00 CEST | 2031-03-04T09:30:00+02:00",
        "Tuesday, March 4, 2031 9:30:05 PM EST | 2031-03-04T21:30:05-05:00",
        "Tue, 04 Mar 2031 09:30:00 GMT+01:00 | 2031-03-04T09:30:00+01:00",
        "Tue, 04 Mar 2031 23:59:60 GMT | 2031-03-04T23:59:59Z",
        "Tue Mar 04 09:30:00 EST 2031 | 2031-03-04T09:30:00-05:00",
        "Tue Mar 4 2031 09:30:00 +0200 | 2031-03-04T09:30:00+02:00",
        "Tue, 2031/03/04 09:30:00 EDT | 2031-03-04T09:30:00-04:00",
        "2031-03-04T09:30:00.5+01:00 | 2031-03-04T09:30:00+01:00",
        "2031-03-04 09:30:00.0 | 2031-03-04T09:30:00",
        "2031-03-04T0930Z | 2031-03-04T09:30Z",
        "20310304T093000Z | 2031-03-04T09:30:00Z",
        "2031-03-04T09:30 | 2031-03-04T09:30",
        "2031-03-04 | 2031-03-04",
        "20310304 | 2031-03-04",
        "2031-063 | 2031-03-04",
        "2031063 | 2031-03-04",
        "31-03-04 | 2031-03-04",
        "2031년 03월 04일 오후 09:30:00 | 2031-03-04T21:30:00",
        "2031-03-04 오전 09:30:00 | 2031-03-04T09:30:00",
        "Tue, 4 März 2031 09:30:00 +0100 | 2031-03-04T09:30:00+01:00",
        "Di, 04 Mrz 2031 09:30:00 +0100 | 2031-03-04T09:30:00+01:00",
        "lun., 8 déc. 2031 09:30 | 2031-12-08T09:30",
        "lun, 06 ene 2031 09:30:00 +0100 | 2031-01-06T09:30:00+01:00",
        "Пн, 10 авг 2031 09:30:00 +0400 | 2031-08-10T09:30:00+04:00",
        "Παρ, 11 Ιούλ 2031 09:30:00 EST | 2031-07-11T09:30:00-05:00",
        "2031-július-13T9:15-05:00 | 2031-07-13T09:15-05:00",
        "2031-Mar-04 09:30 | 2031-03-04T09:30",
        "2031 March 04 | 2031-03-04",
        "2031年3月4日 下午9:30 | 2031-03-04T21:30",
        "2031-03-04 오후 11:23:17 | 2031-03-04T23:23:17",
        "09:30 04.03.2031 -0700 | 2031-03-04T09:30-07:00",
        "Tue, 04 Mar 2031 09.30.00 GMT | 2031-03-04T09:30:00Z",
        "Tue, 4 Mar 2031 9:5:3 -0700 GMT | 2031-03-04T09:05:03-07:00",
        "Tue, 04 Mar 2031 09 -0700 | 2031-03-04T09:00-07:00",
        "Tue, 04 Mar 2031 09:30:00 --0700 | 2031-03-04T09:30:00-07:00",
        "2031-03-04T09:30:00:-0700 | 2031-03-04T09:30:00-07:00",
        "Tue, 04 Mar 2031 09:30:00 Etc/GMT | 2031-03-04T09:30:00Z",
        "Tue, 04 Mar 2031 24:00:00 +0000 | 2031-03-05T00:00:00+00:00",
        "04.03.2031 09:30 | 2031-03-04T09:30"
      })
  void readsDatesAsFeedsHaveThem(String stated, String iso) {
    assertThat(FeedDates.iso(stated)).isEqualTo(iso);
  }

  @Test
  void readsNoDateFromWhatNamesNoDay() {
    for (String none :
        new String[] {
          "", "yesterday", "0", "2031", "2031-03", "2031-13", "99999999", "31-02-30", ":::"
        }) {
      assertThat(FeedDates.iso(none)).as(none).isNull();
    }
  }
}
