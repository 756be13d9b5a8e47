package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LemmasTest {

  @ParameterizedTest
  @CsvSource({
    "evacuated, evacuate",
    "storming, storm",
    "stopped, stop",
    "closes, close",
    "carried, carry",
    "overran, overrun",
    "resumed, resume",
    "visited, visit",
    "treated, treat",
    "marches, march",
    "was, be"
  })
  void givesDictionaryFormOfVerb(String form, String lemma) {
    assertThat(Lemmas.verb(form)).isEqualTo(lemma);
  }

  @Test
  void givesSingularOfNoun() {
    assertThat(Lemmas.noun("sessions")).isEqualTo("session");
    assertThat(Lemmas.noun("ferries")).isEqualTo("ferry");
    assertThat(Lemmas.noun("women")).isEqualTo("woman");
    assertThat(Lemmas.noun("congress")).isEqualTo("congress");
  }
}
