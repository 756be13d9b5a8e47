package dev.annals.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.Modality;
import dev.annals.annotation.QuoteKind;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

  private static final Cites CITES =
      new Cites(List.of(new Cite("a", 0, 4, Role.PARAGRAPH, "Work", null)));

  private static StoryRecord record() {
    return new StoryRecord(
        "s",
        "Bridge closed",
        null,
        null,
        List.of("en"),
        List.of(),
        List.of(),
        1,
        List.of(
            new StoryRecord.Entry(
                "2031-03-05",
                null,
                "day",
                "The bridge was closed.",
                1,
                1,
                false,
                Modality.ASSERTED,
                "stated",
                CITES)),
        List.of(
            new StoryRecord.Track(
                "the bridge",
                List.of(
                    new StoryRecord.State("closed", "2031-03-05", Modality.ASSERTED, 1, CITES)))),
        List.of(
            new StoryRecord.QuoteEntry(
                "Work goes on.", null, QuoteKind.DIRECT, null, List.of(), 1, CITES)),
        List.of(new StoryRecord.Actor("Ada Okoro", List.of(), List.of(), 2, CITES)),
        List.of(),
        List.of(new StoryRecord.Actor("Work", List.of(), List.of(), 1, CITES)),
        List.of(),
        List.of(new StoryRecord.Disagreement("people on the bridge", "figure", false, List.of())),
        List.of(new StoryRecord.PictureEntry("A lorry turns back.", null, null, null, 1, CITES)),
        List.of());
  }

  private static Correction correction(Correction.Kind kind, String target, String value) {
    return new Correction(
        "2031-03-06T08:00:00Z", "J. Editor", kind, "s", target, value, "read again");
  }

  @Test
  void setsASpeakerAndSaysSo() {
    var corrected =
        Corrections.apply(
            record(), List.of(correction(Correction.Kind.SPEAKER, "Work goes on.", "Ada Okoro")));
    assertThat(corrected.quotes().get(0).speaker().name()).isEqualTo("Ada Okoro");
    assertThat(corrected.corrections().get(0).text())
        .isEqualTo("speaker of “Work goes on.” set to Ada Okoro (read again)");
  }

  @Test
  void dropsAStatementAndSaysSo() {
    var corrected =
        Corrections.apply(
            record(),
            List.of(
                correction(Correction.Kind.DROP, "The bridge was closed.", null),
                correction(Correction.Kind.DROP, "the bridge: closed", null)));
    assertThat(corrected.timeline()).isEmpty();
    assertThat(corrected.tracks()).isEmpty();
    assertThat(corrected.corrections()).hasSize(2);
  }

  @Test
  void dropsADisagreementAPictureAndAName() {
    var corrected =
        Corrections.apply(
            record(),
            List.of(
                correction(Correction.Kind.DROP, "people on the bridge", null),
                correction(Correction.Kind.DROP, "a lorry turns back", null),
                correction(Correction.Kind.DROP, "Work", null)));
    assertThat(corrected.disagreements()).isEmpty();
    assertThat(corrected.pictures()).isEmpty();
    assertThat(corrected.places()).isEmpty();
    assertThat(corrected.people()).hasSize(1);
    assertThat(corrected.quotes()).hasSize(1);
  }

  @Test
  void withoutCorrectionsTheRecordIsTheSame() {
    var record = record();
    assertThat(Corrections.apply(record, List.of())).isSameAs(record);
  }

  @Test
  void meansAStatementByItsWordsOrSomeOfThem() {
    for (String target : List.of("work goes on", "“Work goes on,”", "WORK  goes on.")) {
      var correction = correction(Correction.Kind.SPEAKER, target, "Ada Okoro");
      assertThat(Corrections.means(record(), correction)).as(target).isTrue();
      assertThat(Corrections.apply(record(), List.of(correction)).quotes().get(0).speaker())
          .isNotNull();
    }
    var part = correction(Correction.Kind.DROP, "bridge was closed", null);
    assertThat(Corrections.means(record(), part)).isTrue();
    assertThat(Corrections.apply(record(), List.of(part)).timeline()).isEmpty();
    assertThat(Corrections.apply(record(), List.of(part)).tracks()).hasSize(1);
  }

  @Test
  void meansNothingByWordsThatNoStatementHas() {
    for (String target : List.of("closed", "the ferry sank", "bridge was close", "…")) {
      var correction = correction(Correction.Kind.DROP, target, null);
      assertThat(Corrections.means(record(), correction)).as(target).isFalse();
      assertThat(Corrections.apply(record(), List.of(correction)).timeline()).hasSize(1);
    }
  }
}
