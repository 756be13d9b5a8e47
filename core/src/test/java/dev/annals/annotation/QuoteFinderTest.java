package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.article.Article;
import dev.annals.article.ArticleDraft;
import dev.annals.article.Block;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuoteFinderTest {

  @Test
  void attributesAQuoteToTheNameAfterIt() {
    var quote =
        direct("\"The harbour will open again on Monday,\" said Helen Marsh, the port's manager.")
            .get(0);
    assertThat(quote.speaker()).isNotNull();
    assertThat(quote.speaker().name()).isEqualTo("Helen Marsh");
    assertThat(quote.speaker().type()).isEqualTo(SpeakerType.PERSON);
    assertThat(quote.kind()).isEqualTo(QuoteKind.DIRECT);
    assertThat(quote.rule()).isEqualTo("cue-after");
  }

  @Test
  void tellsWhomThePronounMeans() {
    String text =
        "Mayor Helen Marsh opened the bridge on Tuesday.\n\n"
            + "\"This is a good day for the town,\" she said.";
    var speaker = direct(text).get(0).speaker();
    assertThat(speaker).isNotNull();
    assertThat(text.substring(speaker.start(), speaker.end())).isEqualTo("she");
    assertThat(speaker.name()).endsWith("Helen Marsh");
  }

  @Test
  void takesAnUnnamedSpeaker() {
    String text =
        "As the gates closed, one protester climbed the wall and yelled: \"The mill is ours.\"";
    var speaker = direct(text).get(0).speaker();
    assertThat(speaker).isNotNull();
    assertThat(text.substring(speaker.start(), speaker.end())).isEqualTo("one protester");
    assertThat(speaker.type()).isEqualTo(SpeakerType.UNNAMED);
  }

  @Test
  void keepsTheSpeakerOverParagraphs() {
    String text =
        "\"We had a fair vote,\" Peter Lund said.\n\n"
            + "\"But now the count has to stop. We want the boxes sealed.\n\n"
            + "\"Nobody leaves the hall tonight.\"";
    var quotes = direct(text);
    assertThat(quotes).extracting(Quote::continues).containsExactly(false, false, true);
    assertThat(quotes)
        .extracting(q -> q.speaker() == null ? null : q.speaker().name())
        .containsOnly("Peter Lund");
  }

  @Test
  void marksTheSecondHalfOfABrokenSentenceAsContinuing() {
    var quotes =
        direct("\"The dam is safe,\" Anna Berg told reporters, \"but the road below it is not.\"");
    assertThat(quotes).extracting(Quote::continues).containsExactly(false, true);
  }

  @Test
  void leavesOutScareQuotesAndTitles() {
    assertThat(direct("The night went \"wild\" in the old town, as the paper had it for years."))
        .isEmpty();
    assertThat(direct("She starred in the television series \"Harbour Nights\" and two films."))
        .isEmpty();
  }

  @Test
  void findsAPartialQuoteWithItsVenue() {
    String text =
        "In a letter to the council on Friday, Ms Okoro said she had no \"sole power to decide"
            + " which boats may land\".";
    var quote = direct(text).get(0);
    assertThat(quote.kind()).isEqualTo(QuoteKind.PARTIAL);
    assertThat(quote.venue()).isEqualTo("a letter to the council");
    assertThat(quote.speaker()).isNotNull();
    assertThat(quote.speaker().name()).endsWith("Okoro");
  }

  @Test
  void theMayorOfTheTownSpeaksAndNotTheTown() {
    var quotes = direct("\"The gate will open at noon tomorrow,\" the mayor of the town said.");
    assertThat(quotes.get(0).speaker()).isNotNull();
    assertThat(quotes.get(0).speaker().name()).isEqualTo("the mayor");
  }

  @Test
  void takesTheVenueFromTheSentenceBefore() {
    var quotes =
        direct(
            "On Friday, Mayor Helen Marsh posted a video message on her page.\n\n"
                + "\"The ferry will sail tonight, and nobody will stop it,\" she said.");
    assertThat(quotes.get(0).venue()).isEqualTo("a video message");
  }

  @Test
  void givesRepeatedWordsTheirSpeaker() {
    var quotes =
        direct(
            "\"This is not a harbour, it is a swamp, it is a shame,\" Anna Berg said.\n\n"
                + "Read more: \"It is a swamp, it is a shame\": what went wrong at the pier");
    assertThat(quotes).hasSize(2);
    assertThat(quotes.get(1).speaker()).isNotNull();
    assertThat(quotes.get(1).speaker().name()).isEqualTo("Anna Berg");
  }

  @Test
  void findsWhatIsReportedWithoutMarks() {
    String text = "Police said on Sunday that two boats had sunk near the northern pier.";
    var quotes = find(text);
    assertThat(quotes).hasSize(1);
    assertThat(quotes.get(0).kind()).isEqualTo(QuoteKind.INDIRECT);
    assertThat(quotes.get(0).content().of(text))
        .isEqualTo("that two boats had sunk near the northern pier");
    assertThat(quotes.get(0).speaker()).isNotNull();
    assertThat(quotes.get(0).speaker().name()).isEqualTo("Police");
  }

  @Test
  void survivesAMegabyteOfMarks() {
    var random = new Random(3);
    String alphabet = "ab s.,:\"'“”‘’«»„`- \u05d0\u0627";
    var text = new StringBuilder();
    while (text.length() < 1 << 20) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    find(text.toString());
    find("“".repeat(10_000) + "said Anna" + "”".repeat(10_000));
  }

  static List<Quote> direct(String text) {
    return find(text).stream().filter(q -> q.kind() != QuoteKind.INDIRECT).toList();
  }

  static List<Quote> find(String text) {
    Article article = article(text);
    var tokens = Tokens.of(text, article.blocks().stream().map(Block::span).toList());
    var tags = new SequenceTagger().tag(tokens);
    var mentions = new MentionFinder().find(article, tokens, tags);
    var roles = new RoleFinder().find(article, tokens, tags, mentions);
    return new QuoteFinder().find(article, tokens, tags, mentions, roles);
  }

  static Article article(String text) {
    return new ArticleDraft("test", text).language("en").article();
  }

  static Span span(String text, String words) {
    int start = text.indexOf(words);
    return new Span(start, start + words.length());
  }
}
