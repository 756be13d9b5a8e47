package dev.annals.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

  @Test
  void keepsPartyAndStateWhole() {
    assertThat(words("Rep. Okoro (D-Pa.) and Sen. Fisk (R-N.C.) left."))
        .containsExactly(
            "Rep.", "Okoro", "(", "D-Pa.", ")", "and", "Sen.", "Fisk", "(", "R-N.C.", ")", "left",
            ".");
  }

  @Test
  void noIsAnAbbreviationBeforeANumberOnly() {
    assertThat(sentences("He said no. No. Then he went to pier No. 2 alone."))
        .containsExactly("He said no.", "No.", "Then he went to pier No. 2 alone.");
  }

  @Test
  void splitsSentencesWithALostBlankBetweenThem() {
    assertThat(
            sentences(
                "\"The mill is shut,\" he said.\"It stays shut.\"The council met.Nobody came."))
        .containsExactly(
            "\"The mill is shut,\" he said.",
            "\"It stays shut.\"",
            "The council met.",
            "Nobody came.");
    assertThat(sentences("The council met in Karsk.It voted. Is it shut?\"No,\" he said."))
        .containsExactly(
            "The council met in Karsk.", "It voted.", "Is it shut?", "\"No,\" he said.");
  }

  @Test
  void keepsAddressesWhole() {
    assertThat(words("Write to ada.Ruhl@quay.example or see www.quay.Example or Quay.Com"))
        .contains("www.quay.Example", "Quay.Com");
  }

  @Test
  void aLineIsASentenceUnlessTheTextIsWrapped() {
    assertThat(sentences("Ferry late again\nHarbour closed\nMayor angry")).hasSize(3);
    assertThat(sentences("The ferry was late\nagain on Monday because the\nharbour was closed."))
        .hasSize(1);
  }

  @Test
  void aDecimalMayBeginWithItsPoint() {
    assertThat(words("He drew a .45-caliber pistol. .5 of it rose (.2 fell)."))
        .containsExactly(
            "He",
            "drew",
            "a",
            ".45-caliber",
            "pistol",
            ".",
            ".5",
            "of",
            "it",
            "rose",
            "(",
            ".2",
            "fell",
            ")",
            ".");
    assertThat(sentences("He drew a .45-caliber pistol. It was late.")).hasSize(2);
    assertThat(sentences("It was late.45 men left.")).hasSizeBetween(1, 2);
  }

  @Test
  void splitsPossessivesAndNegations() {
    assertThat(words("Okoro's men didn’t say they'll go."))
        .containsExactly("Okoro", "'s", "men", "did", "n’t", "say", "they", "'ll", "go", ".");
  }

  @Test
  void takesTextThatIsAlreadySplit() {
    assertThat(words("Okoro 's men did n't come , they 'll wait ."))
        .containsExactly(
            "Okoro", "'s", "men", "did", "n't", "come", ",", "they", "'ll", "wait", ".");
  }

  @Test
  void staysLinearOnOneLongParagraph() {
    var tokens = Tokens.of("No. (A.B.\" '' ".repeat(80_000));
    assertThat(tokens.size()).isPositive();
  }

  private static List<String> words(String text) {
    var tokens = Tokens.of(text);
    var words = new ArrayList<String>();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.word(i));
    }
    return words;
  }

  private static List<String> sentences(String text) {
    return Sentences.of(text).stream().map(span -> span.of(text)).toList();
  }

  @Test
  void headlinesThatAreRunTogetherWithANameAreLeftOut() {
    String text =
        "A letter of Sen. Ada Ruhl Ada Maria RuhlStorm shuts ferry line Karsk votes again MORE (I)"
            + " reached the council.";
    var tokens = Tokens.of(text);
    var words = new java.util.ArrayList<String>();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.word(i));
    }
    assertThat(String.join(" ", words))
        .isEqualTo("A letter of Sen. Ada Ruhl ( I ) reached the council .");
    assertThat(tokens.sentences()).isEqualTo(1);
  }

  @Test
  void tokensOfSomeBlocksAreThoseOfTheseBlocksAlone() {
    String text =
        "Gate shut\n\nThe gate was shut. Nobody left.\n\nRead more\n\nIt opens on 4 March. So he said.";
    var blocks = List.of(new Span(0, 9), new Span(11, 42), new Span(44, 53), new Span(55, 87));
    var all = Tokens.of(text, blocks);
    all.word(3);
    var some = all.only(new boolean[] {true, true, false, true});
    var alone = Tokens.ofAll(text, List.of(blocks.get(0), blocks.get(1), blocks.get(3)));
    assertThat(some.size()).isEqualTo(alone.size());
    assertThat(some.sentences()).isEqualTo(alone.sentences());
    for (int t = 0; t < some.size(); t++) {
      assertThat(some.word(t)).isEqualTo(alone.word(t));
      assertThat(some.start(t)).isEqualTo(alone.start(t));
      assertThat(some.sentence(t)).isEqualTo(alone.sentence(t));
    }
    for (int sentence = 0; sentence < some.sentences(); sentence++) {
      assertThat(some.sentenceSpan(sentence)).isEqualTo(alone.sentenceSpan(sentence));
    }
    assertThat(all.isWhole()).isTrue();
    assertThat(all.only(new boolean[] {true, true, true, true})).isSameAs(all);
  }
}
