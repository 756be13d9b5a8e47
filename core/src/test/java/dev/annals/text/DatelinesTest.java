package dev.annals.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatelinesTest {

  @Test
  void takesPlaceAndAgencyOff() {
    assertThat(Datelines.without("PORT SELDEN (NNA) - The ferry sank."))
        .isEqualTo("The ferry sank.");
    assertThat(Datelines.without("SARN \u2014 The ferry sank.")).isEqualTo("The ferry sank.");
  }

  @Test
  void leavesSentencesAlone() {
    for (String sentence :
        new String[] {
          "The ferry - a new one - sank.",
          "A - B is a line.",
          "NNA said that the ferry sank.",
          "MERROW-SARN ferries sank.",
          "FERRY SINKS",
          "SARN (that is the town - The old one",
          "",
          "-"
        }) {
      assertThat(Datelines.without(sentence)).isEqualTo(sentence);
    }
  }
}
