package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.article.Block;
import dev.annals.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimFinderTest {

  @Test
  void takesAContestedPropositionFromADirectQuote() {
    var claim = find("\"The vote on the new pier was rigged,\" Peter Lund said.").get(0);
    assertThat(claim.by()).isEqualTo("Peter Lund");
    assertThat(claim.stance()).isEqualTo(Stance.ASSERTS);
  }

  @Test
  void tellsADenialFromAnAssertion() {
    var claim = find("\"There was no fraud in this town,\" Anna Berg said.").get(0);
    assertThat(claim.by()).isEqualTo("Anna Berg");
    assertThat(claim.stance()).isEqualTo(Stance.DENIES);
  }

  @Test
  void takesTheReportersMarkerAsADisputeOfTheSpeaker() {
    String text = "Peter Lund spoke for an hour. He repeated false claims about the harbour fund.";
    var claims = find(text);
    assertThat(claims)
        .anySatisfy(
            claim -> {
              assertThat(text.substring(claim.start(), claim.end()))
                  .isEqualTo("false claims about the harbour fund");
              assertThat(claim.by()).isNull();
              assertThat(claim.about()).isEqualTo("Peter Lund");
              assertThat(claim.stance()).isEqualTo(Stance.DISPUTES);
              assertThat(claim.marker()).isEqualTo("false claims");
            });
  }

  @Test
  void givesADisputeInsideAQuoteToItsSpeaker() {
    var claims = find("Anna Berg said there was no evidence that the fund was empty.");
    assertThat(claims)
        .anySatisfy(
            claim -> {
              assertThat(claim.by()).isEqualTo("Anna Berg");
              assertThat(claim.stance()).isEqualTo(Stance.DISPUTES);
            });
  }

  @Test
  void findsDenialsAndWithdrawals() {
    assertThat(find("Anna Berg denied that she had sold the boats."))
        .anySatisfy(claim -> assertThat(claim.stance()).isEqualTo(Stance.DENIES));
    assertThat(find("On Friday Peter Lund withdrew the claim about the missing boats."))
        .anySatisfy(
            claim -> {
              assertThat(claim.stance()).isEqualTo(Stance.WITHDRAWS);
              assertThat(claim.by()).isEqualTo("Peter Lund");
            });
  }

  @Test
  void claimsOfLivesAndPassiveRejectionsClaimNothing() {
    assertThat(find("The storm claimed twelve lives.")).isEmpty();
    assertThat(find("Anna Berg said the appeal had been rejected in June.")).isEmpty();
    assertThat(find("A group called Grey Tide claimed responsibility for the fire."))
        .anySatisfy(claim -> assertThat(claim.stance()).isEqualTo(Stance.ASSERTS));
  }

  @Test
  void offencesAndPapersAreNoClaims() {
    assertThat(find("Anna Berg said the captain was charged with wire fraud.")).isEmpty();
    assertThat(find("Anna Berg pleaded guilty to a fraud charge.")).isEmpty();
    assertThat(find("The harbour office filed false reports.")).isEmpty();
    assertThat(find("The bureau has not accused Anna Berg of any wrongdoing.")).isEmpty();
  }

  @Test
  void opinionsDemandsAndWishesAreNoClaims() {
    assertThat(find("Anna Berg insisted that the town must build a new pier.")).isEmpty();
    assertThat(find("Peter Lund tried to blame the harbour board for the loss.")).isEmpty();
    assertThat(find("Many voters blame the harbour board for the loss of the pier.")).isEmpty();
    assertThat(find("The plan was quickly rejected by the harbour board.")).isEmpty();
    assertThat(find("Peter Lund did not claim that the gate was locked.")).isEmpty();
    assertThat(find("Anna Berg insisted that she had never seen the letter."))
        .anySatisfy(claim -> assertThat(claim.stance()).isEqualTo(Stance.ASSERTS));
  }

  @Test
  void tellsAnAccusationWithItsVerb() {
    String text = "Peter Lund accused Anna Berg of hiding the letter.";
    assertThat(find(text))
        .anySatisfy(
            claim -> {
              assertThat(text.substring(claim.start(), claim.end()))
                  .startsWith("accused Anna Berg of hiding");
              assertThat(claim.by()).isEqualTo("Peter Lund");
            });
    assertThat(find("Six women accused Peter Lund last year.")).isEmpty();
    assertThat(find("The man accused of hiding the letter plans to represent himself."))
        .noneMatch(claim -> claim.stance() == Stance.ASSERTS);
  }

  @Test
  void aDayWithdrawsNothing() {
    assertThat(find("Peter Lund on Thursday withdrew his claim that the gate was locked."))
        .noneMatch(claim -> "Thursday".equals(claim.by()));
  }

  @Test
  void tellsWhoseClaimIsDenied() {
    assertThat(find("Anna Berg denied Peter Lund's claim that the gate was locked."))
        .anySatisfy(
            claim -> {
              assertThat(claim.stance()).isEqualTo(Stance.DENIES);
              assertThat(claim.by()).isEqualTo("Anna Berg");
              assertThat(claim.about()).isEqualTo("Peter Lund");
            });
  }

  @Test
  void findsThatThereWasNoWay() {
    String text = "Peter Lund wanted to stop the count. There was no way he might stop it by law.";
    assertThat(find(text))
        .anySatisfy(
            claim -> {
              assertThat(claim.by()).isNull();
              assertThat(claim.about()).isEqualTo("Peter Lund");
            });
  }

  @Test
  void findsNothingInPlainReport() {
    assertThat(find("The bridge was opened on Monday. Two boats sailed under it.")).isEmpty();
  }

  private static List<Claim> find(String text) {
    var article = QuoteFinderTest.article(text);
    var tokens = Tokens.of(text, article.blocks().stream().map(Block::span).toList());
    var tags = new SequenceTagger().tag(tokens);
    var mentions = new MentionFinder().find(article, tokens, tags);
    var roles = new RoleFinder().find(article, tokens, tags, mentions);
    var quotes = new QuoteFinder().find(article, tokens, tags, mentions, roles);
    return new ClaimFinder().find(article, tokens, tags, mentions, quotes);
  }
}
