package dev.annals.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentNamesTest {

  @ParameterizedTest
  @CsvSource({
    "week.warc.gz,week",
    "0054d6d3.html.gz,0054d6d3",
    "www.example.org.html,www.example.org",
    "report.dat,report",
    "Vol. 3 of the report,Vol. 3 of the report",
    ".gz,.gz",
  })
  void namesDocumentsAfterTheirFiles(String file, String name) {
    assertThat(DocumentNames.of(file)).isEqualTo(name);
  }
}
