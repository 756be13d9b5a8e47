package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.text.Tokens;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WordTraitTest {

  @Test
  void isAskedOnceForAWordOfSeveralTexts() {
    var asked = new AtomicInteger();
    var trait =
        WordTrait.ofLower(
            word -> {
              asked.incrementAndGet();
              return word.equals("ferry");
            });
    for (int time = 0; time < 3; time++) {
      var tokens = Tokens.of("The ferry left the harbour, a ferry of the line.");
      assertThat(trait.has(tokens, 1)).isTrue();
      assertThat(trait.has(tokens, 7)).isTrue();
      assertThat(trait.has(tokens, 4)).isFalse();
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void keepsTheAnswersOfSeveralQuestionsApart() {
    var lengthy = WordTrait.of(word -> word.text().length() > 5);
    var capital = WordTrait.of(word -> Character.isUpperCase(word.text().charAt(0)));
    var tokens = Tokens.of("Norland closed it");
    assertThat(lengthy.has(tokens, 0)).isTrue();
    assertThat(capital.has(tokens, 0)).isTrue();
    assertThat(lengthy.has(tokens, 1)).isTrue();
    assertThat(capital.has(tokens, 1)).isFalse();
    assertThat(lengthy.has(tokens, 2)).isFalse();
    assertThat(capital.has(tokens, 2)).isFalse();
  }
}
