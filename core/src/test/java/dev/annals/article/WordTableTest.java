package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordTableTest {

  @Test
  void findsWordsWhereTheyStandInALine() {
    var table = WordTable.of(Map.of("gate", 3, "harbour", 5));

    assertThat(table.get("the harbour gate", 4, 11)).isEqualTo(5);
    assertThat(table.get("the harbour gate", 12, 16)).isEqualTo(3);
    assertThat(table.get("the harbour gate", 4, 10)).isZero();
    assertThat(table.get("the harbour gate", 0, 3)).isZero();
    assertThat(table.get("gate", 2, 2)).isZero();
  }

  @Test
  void phrasesAreFoundByTheirFirstCharacter() {
    var table = new PhraseTable(List.of("read more", "read", "über uns"));

    assertThat(table.opens("read less", 0)).isTrue();
    assertThat(table.opens("we read", 0)).isFalse();
    assertThat(table.holds("mehr über uns")).isTrue();
    assertThat(table.holds("")).isFalse();
    assertThat(table.at('r')).containsExactly("read more", "read");
  }
}
