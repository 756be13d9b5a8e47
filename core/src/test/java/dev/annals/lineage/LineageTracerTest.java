package dev.annals.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.article.ArticleDraft;
import dev.annals.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineageTracerTest {

  private static final String AGENCY =
      "PORT SELDEN (Norland News Agency) - A ferry with 140 people on board ran aground near the harbour of Port Selden on"
          + " Tuesday, the coastguard said.\n\n"
          + "Two tugs pulled the vessel free shortly before noon, and all passengers were brought ashore unhurt.\n\n"
          + "The harbour authority opened an inquiry into the navigation system, which had been replaced in spring.";

  private static final String OWN =
      "All passengers of a ferry that struck a sandbank off Port Selden are safe, rescuers told this newspaper.\n\n"
          + "The captain had reported a failure of the radar minutes earlier, according to the harbour office.";

  static TracedArticle article(String id, String source, String text, String... credits) {
    return new TracedArticle(
        new ArticleDraft(id, text)
            .source(source)
            .language("en")
            .published("2031-03-04")
            .credits(List.of(credits))
            .article(),
        List.of());
  }

  @Test
  void copiesOfAnAgencyTextAreOneSource() {
    String cut = AGENCY.substring(0, AGENCY.lastIndexOf("\n\n"));
    var lineages =
        new LineageTracer()
            .trace(
                List.of(
                    article("a", "Harbour Post", AGENCY),
                    article(
                        "b", "Selden Courier", cut + "\n\nThe ferry company could not be reached."),
                    article("c", "Norland Times", OWN)));
    assertThat(lineages)
        .extracting(Lineage::articles)
        .containsExactly(List.of("a", "b"), List.of("c"));
    assertThat(lineages.get(0).how()).isEqualTo(Lineage.How.SHARED_SENTENCES);
    assertThat(lineages.get(0).evidence()).isNotEmpty();
    assertThat(lineages.get(1).how()).isEqualTo(Lineage.How.NONE_STATED);
  }

  @Test
  void theArticleBeforeItsNameMakesNoOtherOutlet() {
    var lineages =
        new LineageTracer()
            .trace(
                List.of(
                    article("a", "The Harbour Post", AGENCY), article("b", "Harbour Post", OWN)));
    assertThat(lineages).hasSize(1);
    assertThat(lineages.get(0).how()).isEqualTo(Lineage.How.SAME_OUTLET);
  }

  @Test
  void aCreditNamesTheOriginAndIsCited() {
    String text = OWN + "\n\n[Text: Norland Radio]";
    var lineages = new LineageTracer().trace(List.of(article("a", null, text, "Norland Radio")));
    assertThat(lineages.get(0).origin()).isEqualTo("Norland Radio");
    var evidence = lineages.get(0).evidence().get(0);
    assertThat(text.substring(evidence.start(), evidence.end())).contains("Norland Radio");
  }

  @Test
  void theCreditedOutletAndItsRepostAreOneSource() {
    var lineages =
        new LineageTracer()
            .trace(
                List.of(
                    article(
                        "a",
                        "Norland Radio",
                        "Dockers went on strike in Port Selden on Monday over new shifts and pay."),
                    article("b", "Clip Channel", OWN, "Norland Radio")));
    assertThat(lineages).hasSize(1);
  }

  @Test
  void aQuoteThatBothPrintIsNoCopy() {
    String quote =
        "“We will examine every bolt of that ship before it leaves the harbour again, and we will publish what we find”";
    String one =
        "Inspector Mara Lindqvist spoke after the landing. " + quote + ", she said on the pier.";
    String two =
        "There will be no sailing this week. " + quote + ", the inspector told reporters at noon.";
    var a = article("a", "Harbour Post", one);
    var b = article("b", "Norland Times", two);
    var lineages =
        new LineageTracer()
            .trace(
                List.of(
                    new TracedArticle(
                        a.article(), List.of(new Span(one.indexOf('“'), one.indexOf('”') + 1))),
                    new TracedArticle(
                        b.article(), List.of(new Span(two.indexOf('“'), two.indexOf('”') + 1)))));
    assertThat(lineages).hasSize(2);
  }

  @Test
  void oneOutletIsOneVoice() {
    var lineages =
        new LineageTracer()
            .trace(
                List.of(article("a", "Harbour Post", AGENCY), article("b", "Harbour Post", OWN)));
    assertThat(lineages).hasSize(1);
    assertThat(lineages.get(0).how()).isEqualTo(Lineage.How.SAME_OUTLET);
  }
}
