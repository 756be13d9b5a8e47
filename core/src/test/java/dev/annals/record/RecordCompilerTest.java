package dev.annals.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Annotator;
import dev.annals.annotation.Claim;
import dev.annals.annotation.Mention;
import dev.annals.annotation.MentionType;
import dev.annals.annotation.PersonRole;
import dev.annals.annotation.Quote;
import dev.annals.annotation.QuoteKind;
import dev.annals.annotation.RoleTense;
import dev.annals.annotation.Speaker;
import dev.annals.annotation.SpeakerType;
import dev.annals.annotation.Stance;
import dev.annals.article.Article;
import dev.annals.article.ArticleDraft;
import dev.annals.article.Cite;
import dev.annals.article.Picture;
import dev.annals.article.Role;
import dev.annals.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordCompilerTest {

  private static final String POST =
      "Mayor Ada Okoro said: “The bridge will stay closed until every cable has been checked.”\n\n"
          + "Okoro rejected false claims about bribes.";
  private static final String COURIER =
      "“The bridge will stay closed until every cable is checked,” said Ms Okoro.\n\n"
          + "“Bribes were paid for the cables,” Ivo Brandt told reporters. A mob blocked the road.";

  private final RecordCompiler compiler = new RecordCompiler();

  private static Article article(String id, String source, String published, String text) {
    return new ArticleDraft(id, text)
        .url("https://example.org/" + id)
        .source(source)
        .language("en")
        .published(published)
        .article();
  }

  private static Span span(String text, String words) {
    int at = text.indexOf(words);
    return new Span(at, at + words.length());
  }

  private static Mention person(String text, String words, String name) {
    var span = span(text, words);
    return new Mention(span.start(), span.end(), MentionType.PERSON, name, "test");
  }

  private static Quote quote(String text, String words, String mention, String name) {
    var speaker = span(text, mention);
    return new Quote(
        span(text, words),
        QuoteKind.DIRECT,
        false,
        new Speaker(speaker.start(), speaker.end(), name, null, SpeakerType.PERSON),
        null,
        null,
        "test");
  }

  private static StoryArticle post() {
    var role = span(POST, "Mayor");
    var claim = span(POST, "false claims about bribes");
    return new StoryArticle(
        article("post", "Harbour Post", "2031-03-05", POST),
        new Annotations(
            List.of(person(POST, "Ada Okoro", "Ada Okoro")),
            List.of(
                new PersonRole(
                    "Ada Okoro", "Mayor", role.start(), role.end(), RoleTense.CURRENT, "test")),
            List.of(),
            List.of(
                quote(
                    POST,
                    "The bridge will stay closed until every cable has been checked.",
                    "Ada Okoro",
                    "Ada Okoro")),
            List.of(
                new Claim(
                    claim.start(),
                    claim.end(),
                    "Ada Okoro",
                    Stance.DISPUTES,
                    null,
                    "false claims",
                    "test")),
            List.of(),
            List.of(),
            List.of()),
        "opened the story");
  }

  private static StoryArticle courier() {
    var claim = span(COURIER, "Bribes were paid for the cables,");
    return new StoryArticle(
        article("courier", "Selden Courier", null, COURIER),
        new Annotations(
            List.of(person(COURIER, "Okoro", "Okoro"), person(COURIER, "Ivo Brandt", "Ivo Brandt")),
            List.of(),
            List.of(),
            List.of(
                quote(
                    COURIER,
                    "The bridge will stay closed until every cable is checked,",
                    "Okoro",
                    "Okoro"),
                quote(COURIER, "Bribes were paid for the cables,", "Ivo Brandt", "Ivo Brandt")),
            List.of(
                new Claim(
                    claim.start(), claim.end(), "Ivo Brandt", Stance.ASSERTS, null, null, "test")),
            List.of(),
            List.of(),
            List.of()),
        "shared names");
  }

  @Test
  void mergesASurnameWithTheFullNameOfAnotherReport() {
    var record = compiler.compile("bridge", List.of(post(), courier()));
    assertThat(record.people())
        .extracting(StoryRecord.Actor::name)
        .containsExactly("Ada Okoro", "Ivo Brandt");
    assertThat(record.people().get(0).roles().get(0).role()).isEqualTo("Mayor");
    assertThat(record.people().get(0).cites().places()).hasSize(2);
  }

  @Test
  void mergesTwoWordingsOfOneQuoteAndKeepsTheVariant() {
    var record = compiler.compile("bridge", List.of(post(), courier()));
    var quote = record.quotes().get(0);
    assertThat(quote.sources()).isEqualTo(2);
    assertThat(quote.variants()).hasSize(1);
    assertThat(quote.speaker()).isEqualTo(new StoryRecord.QuoteSpeaker("Ada Okoro", null));
  }

  @Test
  void setsADisputeBesideTheClaimItIsAbout() {
    var record = compiler.compile("bridge", List.of(post(), courier()));
    assertThat(record.claims()).hasSize(1);
    var claim = record.claims().get(0);
    assertThat(claim.by()).isEqualTo("Ivo Brandt");
    assertThat(claim.asserted()).hasSize(1);
    assertThat(claim.disputed()).extracting(StoryRecord.Dispute::by).containsExactly("Ada Okoro");
  }

  @Test
  void placesAnUndatedArticleByItsStoryAndSaysSo() {
    var record = compiler.compile("bridge", List.of(post(), courier()));
    var undated = record.articles().get(1);
    assertThat(undated.published()).isNull();
    assertThat(undated.placed()).isEqualTo("2031-03-05");
    assertThat(undated.why()).contains("placed on 2031-03-05");
  }

  @Test
  void orderOfArrivalDoesNotShow() {
    var articles = new ArrayList<>(List.of(post(), courier()));
    var one = compiler.compile("bridge", articles);
    Collections.reverse(articles);
    assertThat(compiler.compile("bridge", articles)).isEqualTo(one);
  }

  @Test
  void everyCiteGivesTheExactWords() {
    var record = compiler.compile("bridge", List.of(post(), courier()));
    for (var quote : record.quotes()) {
      for (Cite cite : quote.cites().places()) {
        String text = cite.article().equals("post") ? POST : COURIER;
        assertThat(cite.text()).isEqualTo(text.substring(cite.start(), cite.end()));
      }
    }
  }

  @Test
  void onePictureInTwoReportsIsOneEntry() {
    var entries =
        compiler
            .compile(
                "bridge",
                List.of(
                    withPicture(
                        "a",
                        "Engineers inspect a cable of the harbour bridge in Port Selden on March 4, 2031."),
                    withPicture(
                        "b",
                        "Engineers inspect a cable of the harbour bridge in Port Selden, March 4, 2031.")))
            .pictures();
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).sources()).isEqualTo(2);
  }

  @Test
  void onePictureUnderThreeFormsOfItsDayIsOneEntry() {
    var entries =
        compiler
            .compile(
                "bridge",
                List.of(
                    captioned("a", "Engineers inspect a cable of the bridge on March 4, 2031."),
                    captioned("b", "Engineers inspect a cable of the bridge, 4 Mar 2031."),
                    captioned("c", "Engineers inspect a cable of the bridge on Tuesday.")))
            .pictures();
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).sources()).isEqualTo(3);
  }

  @Test
  void likePicturesOfTwoDaysAreTwo() {
    var entries =
        compiler
            .compile(
                "bridge",
                List.of(
                    captioned("a", "Engineers inspect a cable of the bridge on March 4, 2031."),
                    captioned("b", "Engineers inspect a cable of the bridge on March 3, 2031.")))
            .pictures();
    assertThat(entries).hasSize(2);
  }

  private static StoryArticle captioned(String id, String caption) {
    var article = withPicture(id, caption).article();
    return new StoryArticle(article, new Annotator().annotate(article), "");
  }

  private static StoryArticle withPicture(String id, String caption) {
    var picture = new Picture(caption, 0, caption.length(), "Norland News", null, null);
    return new StoryArticle(
        new ArticleDraft(id, caption)
            .source(id)
            .language("en")
            .published("2031-03-05")
            .whole(Role.CAPTION)
            .pictures(List.of(picture))
            .article(),
        Annotations.NONE,
        "");
  }
}
