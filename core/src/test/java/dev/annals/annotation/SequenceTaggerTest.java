package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceTaggerTest {

  private final SequenceTagger tagger = new SequenceTagger();

  @Test
  void tellsTheVerbFromTheMonth() {
    assertThat(partOf("march", "The strikers plan to march on the town hall."))
        .isEqualTo(PartOfSpeech.VB);
    assertThat(partOf("March", "The council met in March.")).isEqualTo(PartOfSpeech.NNP);
  }

  @Test
  void findsPeopleOrganisationsAndPlaces() {
    assertThat(names("Peter Marlowe, a farmer from Nairobi, sued General Motors on Tuesday."))
        .containsExactly("PERSON Peter Marlowe", "PLACE Nairobi", "ORGANIZATION General Motors");
  }

  @Test
  void givesEveryTokenOfAnyTextItsTags() {
    var text = "\u0000\ud800 'ʼ ... ((((“ NUL 7,000 \u202eabc\n\n\n—–-- A. B. c";
    var tokens = Tokens.of(text);
    var tags = tagger.tag(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      assertThat(tags.part(i)).isNotNull();
      assertThat(tags.label(i)).isNotNull();
    }
  }

  private PartOfSpeech partOf(String word, String text) {
    var tokens = Tokens.of(text);
    return tagger.tag(tokens).part(tokens.at(text.indexOf(word)));
  }

  private List<String> names(String text) {
    var tokens = Tokens.of(text);
    var names = new ArrayList<String>();
    for (Mention mention :
        new MentionFinder().find(NamedArticles.of(text), tokens, tagger.tag(tokens))) {
      names.add(mention.type() + " " + mention.span().of(text));
    }
    return names;
  }
}
