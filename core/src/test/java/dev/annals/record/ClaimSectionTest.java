package dev.annals.record;

import static dev.annals.record.WrittenReports.article;
import static dev.annals.record.WrittenReports.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which words of reports are claims, and which are only cut out of one. */
class ClaimSectionTest {

  private static List<String> claims(String... paragraphs) {
    return record(article("post", "2031-05-06T09:00:00Z", paragraphs)).claims().stream()
        .map(StoryRecord.ClaimEntry::text)
        .toList();
  }

  @Test
  void whatIsClaimedStandsWithItsClaimant() {
    var record =
        record(
            article(
                "post",
                "2031-05-06T09:00:00Z",
                "Mayor Ada Okoro claimed that the council had lied about the flood gates, even"
                    + " though the council never spoke of them."));
    assertThat(record.claims())
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.by()).isEqualTo("Ada Okoro");
              assertThat(claim.text())
                  .contains("the council had lied about the flood gates")
                  .doesNotContain("even though");
            });
  }

  @Test
  void nobodyClaimsNothing() {
    assertThat(
            claims(
                "No group claimed responsibility for the fire at the Karsk depot.",
                "An earlier version of this report falsely said that the depot had burned twice."))
        .isEmpty();
  }

  @Test
  void guessesAndPlansAreNoClaims() {
    assertThat(
            claims(
                "Prosecutor Jon Vell said he would examine whether the clerk lied.",
                "Analyst Mia Tolle said it is possible that the clerk lied to the board."))
        .isEmpty();
  }

  @Test
  void otherSensesOfContestedWordsAreNoClaims() {
    assertThat(
            claims(
                "\"I saw our teacher lying on the floor,\" said Ivo Brandt.",
                "\"The men stole two cars and a boat on Monday,\" said officer Ilan Sorek.",
                "\"The house lies between the river and the road,\" said Ivo Brandt."))
        .isEmpty();
  }

  @Test
  void aDenialThatDoesNotSayOfWhatIsNone() {
    assertThat(
            claims(
                "The agency denied 300 permits because a check found errors.",
                "Minister Edda Marn dismissed climate reports."))
        .isEmpty();
    assertThat(claims("Minister Edda Marn denied that she had met the rebel leader in Velden."))
        .hasSize(1);
  }
}
