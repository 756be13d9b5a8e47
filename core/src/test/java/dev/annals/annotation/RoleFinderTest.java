package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleFinderTest {

  private static final SequenceTagger TAGGER = new SequenceTagger();

  @Test
  void readsTitlesBeforeNames() {
    assertThat(roles("House Speaker Helen Marsh met the Harbour Authority spokeswoman Lena Fisk."))
        .containsExactly(
            "Helen Marsh: House Speaker (CURRENT)",
            "Lena Fisk: Harbour Authority spokeswoman (CURRENT)");
    assertThat(roles("Rep. Helen Marsh (D-Pa.) left early."))
        .containsExactly("Helen Marsh: Rep. (CURRENT)");
  }

  @Test
  void tellsRolesThatAreOverOrToCome() {
    assertThat(
            roles("The former US President John Harker met President-elect Paul Reed on Monday."))
        .containsExactly(
            "John Harker: US President (FORMER)", "Paul Reed: President-elect (COMING)");
    assertThat(roles("On Monday ex-president John Harker spoke."))
        .containsExactly("John Harker: president (FORMER)");
  }

  @Test
  void readsAppositionsAfterNames() {
    assertThat(
            roles(
                "Helen Marsh, a Republican lawmaker and military veteran, voted against it."
                    + " \"No,\" said Paul Reed, president of the Farmers Union."))
        .containsExactly(
            "Helen Marsh: Republican lawmaker and military veteran (CURRENT)",
            "Paul Reed: president of the Farmers Union (CURRENT)");
    assertThat(roles("Peter Harker, 45, the mayor of Nairobi, resigned on Monday."))
        .containsExactly("Peter Harker: mayor of Nairobi (CURRENT)");
  }

  @Test
  void readsAppositionsBeforeNames() {
    assertThat(roles("His deputy, Helen Marsh, declined to comment."))
        .containsExactly("Helen Marsh: deputy (CURRENT)");
  }

  @Test
  void readsTitlesWithOf() {
    assertThat(roles("Secretary of State John Harker spoke on Monday."))
        .containsExactly("John Harker: Secretary of State (CURRENT)");
  }

  @Test
  void bothTitleAndAppositionAreKept() {
    assertThat(roles("Sen. Helen Marsh, chairwoman of the panel, said so."))
        .containsExactly(
            "Helen Marsh: Sen. (CURRENT)", "Helen Marsh: chairwoman of the panel (CURRENT)");
  }

  @Test
  void wordsThatOnlyStandBesideATitleAreNoPartOfIt() {
    assertThat(roles("The time President Harker spent in Norland was short."))
        .containsExactly("Harker: President (CURRENT)");
    assertThat(roles("WATCHED Sen. Helen Marsh warns of a flood."))
        .containsExactly("Helen Marsh: Sen. (CURRENT)");
  }

  @Test
  void aLaterTheMayorMeansTheOnlyMayor() {
    assertThat(roles("Mayor Peter Harker spoke on Monday. Later the mayor left."))
        .containsExactly("Peter Harker: Mayor (CURRENT)", "Peter Harker: mayor (CURRENT)");
    assertThat(
            roles(
                "Mayor Peter Harker met Mayor Helen Marsh on Monday. Later the mayor left the"
                    + " room."))
        .hasSize(2);
  }

  @Test
  void staysLinearWhateverTheText() {
    for (String piece :
        List.of("Mr. A B, the ", "KING OF THE ", "mayor of ", "(\"Ada's/AP ", "No. ")) {
      roles(piece.repeat(40_000));
    }
  }

  private static List<String> roles(String text) {
    var article = NamedArticles.of(text);
    var tokens = Tokens.of(text);
    var tags = TAGGER.tag(tokens);
    var mentions = new MentionFinder().find(article, tokens, tags);
    return new RoleFinder()
        .find(article, tokens, tags, mentions).stream()
            .peek(
                role -> assertThat(text.substring(role.start(), role.end())).isEqualTo(role.role()))
            .map(role -> role.name() + ": " + role.role() + " (" + role.tense() + ")")
            .toList();
  }
}
