package dev.annals.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2031-03-04 | 2031-03-04",
        "2031-03-04T09:30 | 2031-03-04T09:30",
        "2031-03-04T09:30:15.123Z | 2031-03-04T09:30:15Z",
        "2031-03-04 09:30:15+00:00 | 2031-03-04T09:30:15+00:00",
        "2031-03-04T09:30:15-0500 | 2031-03-04T09:30:15-05:00",
        "2031-03-04T09:30:15+03 | 2031-03-04T09:30:15+03:00",
        "20310304 | 2031-03-04",
        "20310304T093015Z | 2031-03-04T09:30:15Z",
        "20310304093015 | 2031-03-04T09:30:15",
        "1930383015 | 2031-03-04T09:30:15Z",
        "Tue, 04 Mar 2031 09:30:15 GMT | 2031-03-04T09:30:15Z",
        "Tue, 4 Mar 31 09:30 EST | 2031-03-04T09:30-05:00",
        "March 4th, 2031 | 2031-03-04",
        "Sept. 4, 2031 9:30 p.m. | 2031-09-04T21:30",
        "4 March 2031 at 12:05 AM | 2031-03-04T00:05",
        "2031/3/4 | 2031-03-04",
        "31/3/2031 | 2031-03-31",
        "3/31/2031 | 2031-03-31",
        "4.3.2031 | 2031-03-04",
        "04/03/2031 | -",
        "30 February 2031 | -",
        "2031-03 | -",
        "yesterday | -",
        "12345 | -",
        "99999999 | -",
        "2031-03-04T25:00 | -",
      })
  void bringsDatesToIso8601AsStated(String stated, String iso) {
    assertThat(StatedTime.iso(stated)).isEqualTo(iso);
  }
}
