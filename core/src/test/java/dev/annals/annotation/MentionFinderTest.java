package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionFinderTest {

  private static final SequenceTagger TAGGER = new SequenceTagger();

  @Test
  void bareSurnameTakesThePersonSeenWithFullName() {
    assertThat(
            found(
                "Harold Winslow told reporters on Monday that he would resign. \"I am tired,\""
                    + " Winslow said."))
        .containsExactly("Harold Winslow = Harold Winslow", "Winslow = Harold Winslow");
  }

  @Test
  void namesakesAreKeptApart() {
    assertThat(
            found(
                "Harold Winslow spoke first. Mr. Winslow left early. Then Margaret Winslow spoke."
                    + " Mrs. Winslow stayed."))
        .containsExactly(
            "Harold Winslow = Harold Winslow",
            "Winslow = Harold Winslow",
            "Margaret Winslow = Margaret Winslow",
            "Winslow = Margaret Winslow");
  }

  @Test
  void anOrganisationSaysSoByItsEndingOrTheNounBeforeIt() {
    var text =
        "Ivo Brandt leads the citizens' group Free Karsk. The ship of Norland Lines sank."
            + " Critics of Free Karsk were silent.";
    var blocks = List.of(new Block(Role.PARAGRAPH, 0, text.length()));
    var tokens = Tokens.of(text);
    var article = NamedArticles.of(text, blocks);
    assertThat(new MentionFinder().find(article, tokens, TAGGER.tag(tokens)))
        .filteredOn(mention -> mention.type() == MentionType.ORGANIZATION)
        .extracting(Mention::name)
        .containsExactly("Free Karsk", "Norland Lines", "Free Karsk");
  }

  @Test
  void fullestFormOfOnePersonIsTakenAcrossNicknames() {
    assertThat(
            found(
                "Joe Winslow, a senator, spoke on Monday. Joseph R. Winslow was elected in 1990."
                    + " Winslow smiled."))
        .containsExactly(
            "Joe Winslow = Joseph R. Winslow",
            "Joseph R. Winslow = Joseph R. Winslow",
            "Winslow = Joseph R. Winslow");
  }

  @Test
  void titlesPartiesAndPossessivesAreNoPartOfAName() {
    assertThat(found("Rep. Harold Winslow (D-Pa.) read Dr. Margaret Tyler's letter aloud."))
        .containsExactly("Harold Winslow = Harold Winslow", "Margaret Tyler = Margaret Tyler");
  }

  @Test
  void acronymInBracketsMeansTheOrganisationBeforeIt() {
    assertThat(
            found(
                "The World Harbour Council (WHC) met in Lisbon on Friday. The WHC said the"
                    + " talks would go on."))
        .contains("WHC = World Harbour Council");
  }

  @Test
  void agencyInADatelineOrCreditIsNoActor() {
    assertThat(found("NAIROBI (AP) — Harold Winslow left Kenya on Monday."))
        .containsExactly("NAIROBI = NAIROBI", "Harold Winslow = Harold Winslow", "Kenya = Kenya");
    String text = "Harold Winslow waves in Nairobi. (Photo by Jane Tyler/Getty Images)";
    assertThat(found(text, List.of(new Block(Role.CAPTION, 0, text.length()))))
        .containsExactly("Harold Winslow = Harold Winslow", "Nairobi = Nairobi");
  }

  @Test
  void aPartyAndStateIsNoActor() {
    assertThat(found("Rep. Harold Winslow, D-Calif., left early on Monday."))
        .containsExactly("Harold Winslow = Harold Winslow");
  }

  @Test
  void whoeverHasAFormOfAddressIsAPerson() {
    assertThat(found("On Monday Mr. Qux said nothing.")).containsExactly("Qux = Qux");
  }

  @Test
  void namesOnBothSidesOfACreditsSlashAreNoActors() {
    assertThat(found("Workers wave in Nairobi on Monday. REUTERS/Jane Tyler"))
        .containsExactly("Nairobi = Nairobi");
  }

  @Test
  void whoWroteAndEditedIsNoActor() {
    assertThat(
            found(
                "Workers waved in Nairobi on Monday.\n\n(Reporting by Jane Tyler and Harold Winslow in"
                    + " London; Editing by Margaret Tyler)"))
        .containsExactly("Nairobi = Nairobi");
  }

  @Test
  void namesInHeadlinesEndWhereTheirVerbsBegin() {
    assertThat(
            found(
                "Winslow Sues General Motors Over Faulty Brakes\n\nHarold Winslow sued General"
                    + " Motors on Monday."))
        .containsExactly(
            "Winslow = Harold Winslow",
            "General Motors = General Motors",
            "Harold Winslow = Harold Winslow",
            "General Motors = General Motors");
  }

  @Test
  void oneSurnameTenThousandTimesTakesLinearTime() {
    assertThat(found("Harold Winslow met Margaret Winslow. ".repeat(10_000))).hasSize(20_000);
  }

  private static List<String> found(String text) {
    return found(text, List.of(new Block(Role.PARAGRAPH, 0, text.length())));
  }

  private static List<String> found(String text, List<Block> blocks) {
    Article article = NamedArticles.of(text, blocks);
    var tokens = Tokens.of(text, blocks.stream().map(Block::span).toList());
    return new MentionFinder()
        .find(article, tokens, TAGGER.tag(tokens)).stream()
            .map(
                mention ->
                    new Span(mention.start(), mention.end()).of(text) + " = " + mention.name())
            .toList();
  }

  @Test
  void aStormIsNobodyAndNoPlace() {
    assertThat(
            found(
                "Hurricane Florence reached Norland on Monday. Florence tore down trees, mayor Ada"
                    + " Okoro said."))
        .noneMatch(name -> name.contains("Florence"))
        .anyMatch(name -> name.contains("Ada Okoro"));
  }
}
