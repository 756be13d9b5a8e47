package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationMarksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"The bridge stays shut,\" she said. | The bridge stays shut,",
        "“The bridge stays shut,” she said. | The bridge stays shut,",
        "``The bridge stays shut,'' she said. | The bridge stays shut,",
        "''The bridge stays shut,'' she said. | The bridge stays shut,",
        "‘The bridge stays shut,’ she said. | The bridge stays shut,",
        "'The bridge stays shut,' she said. | The bridge stays shut,",
        "«The bridge stays shut», she said. | The bridge stays shut",
        "»The bridge stays shut«, she said. | The bridge stays shut",
        "„The bridge stays shut“, she said. | The bridge stays shut",
        "”The bridge stays shut”, she said. | The bridge stays shut",
        "“The bridge stays shut,\" she said. | The bridge stays shut,",
        "\"The bridge stays shut,” she said. | The bridge stays shut,",
        "He said 'the workers' rights come first' and left. | the workers' rights come first",
      })
  void pairsTheMarksInUse(String text, String content) {
    assertThat(contents(text)).containsExactly(content);
  }

  @Test
  void givesTheOutermostSpanOfNestedOnes() {
    assertThat(contents("“She told me, ‘Go home,’ and I went,” he said."))
        .containsExactly("She told me, ‘Go home,’ and I went,");
  }

  @Test
  void takesNoApostropheForAMark() {
    assertThat(contents("The ferries' crews don't work in the '90s style o' the owners'."))
        .isEmpty();
  }

  @Test
  void takesNoInchesAndNoMarkupForMarks() {
    assertThat(contents("The plank is 6\" wide. <a href=\"x\" id='7'>here</a> \"Yes,\" he said."))
        .containsExactly("Yes,");
  }

  @Test
  void carriesAQuotationOverParagraphs() {
    var spans = find("“We wait.\n\n“We wait again.\n\n“We go,” he said.");
    assertThat(spans).extracting(QuotedSpan::continues).containsExactly(false, true, true);
    assertThat(spans).extracting(QuotedSpan::closed).containsExactly(false, false, true);
  }

  @Test
  void losesOnlyTheStrayMarkOfAnUnbalancedParagraph() {
    assertThat(contents("He paid \"40 crowns for a “small” boat and a “big” one."))
        .containsExactly("small", "big");
  }

  @Test
  void staysLinearOnTenThousandNestedMarks() {
    for (String mark : List.of("“", "\"", "‘", "'", "«", "„", "``", "“‘", "\"'")) {
      String text = mark.repeat(10_000) + "a" + "”".repeat(10_000);
      long before = System.nanoTime();
      find(text);
      assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
    }
  }

  @Test
  void survivesAnythingAndKeepsItsSpansInOrder() {
    var random = new Random(5);
    String alphabet = "ab s.,:\n\"'“”‘’«»„`=-—(9";
    for (int round = 0; round < 3000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int end = 0;
      for (QuotedSpan span : find(text.toString())) {
        assertThat(span.open()).isGreaterThanOrEqualTo(end);
        assertThat(span.content().end()).isLessThanOrEqualTo(span.close());
        end = span.close();
      }
    }
  }

  private static List<String> contents(String text) {
    return find(text).stream().map(s -> s.content().of(text)).toList();
  }

  private static List<QuotedSpan> find(String text) {
    var paragraphs = new ArrayList<Span>();
    int from = 0;
    for (int i = text.indexOf("\n\n"); i >= 0; i = text.indexOf("\n\n", from)) {
      paragraphs.add(new Span(from, i));
      from = i + 2;
    }
    paragraphs.add(new Span(from, text.length()));
    return QuotationMarks.find(text, paragraphs);
  }
}
