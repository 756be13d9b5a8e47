package dev.annals.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermTableTest {

  private static Tokens tokens(String text) {
    return Tokens.of(text, List.of(new Span(0, text.length())));
  }

  @Test
  void theOrderOfTermsIsTheirOwn() {
    assertThat("tran".hashCode()).isEqualTo("trc0".hashCode());
    String said = "Harbour trc0 ferry tran harbour";
    var first = new TermTable();
    var second = new TermTable();
    second.terms(tokens("Tran left. The ferry sank."));
    int[] one = first.inOrder(first.terms(tokens(said)));
    int[] other = second.inOrder(second.terms(tokens(said)));
    assertThat(one).hasSize(4);
    assertThat(Arrays.stream(one).mapToObj(first::stem))
        .containsExactlyElementsOf(Arrays.stream(other).mapToObj(second::stem).toList());
  }
}
