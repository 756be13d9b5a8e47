package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.SentenceTimes.About;
import dev.annals.annotation.SentenceTimes.Source;
import dev.annals.article.ArticleDraft;
import dev.annals.article.Block;
import dev.annals.article.Role;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTimesTest {

  private static final SequenceTagger TAGGER = new SequenceTagger();

  /** Each text is a block; those that begin with "!" are captions. 5 March 2031 is a Wednesday. */
  private static List<About> abouts(String... texts) {
    var text = new StringBuilder();
    var blocks = new ArrayList<Block>();
    for (String part : texts) {
      boolean caption = part.startsWith("!");
      int start = text.length();
      text.append(caption ? part.substring(1) : part);
      blocks.add(new Block(caption ? Role.CAPTION : Role.PARAGRAPH, start, text.length()));
      text.append("\n\n");
    }
    var article =
        new ArticleDraft("made-up", text.toString())
            .language("en")
            .published("2031-03-05")
            .blocks(blocks)
            .article();
    var tokens = Tokens.of(article.text(), blocks.stream().map(Block::span).toList());
    var tags = TAGGER.tag(tokens);
    var times = new TimeFinder().find(article, tokens, tags);
    var sentenceTimes = new SentenceTimes(article, tokens, tags, new TimeAtoms(tokens), times);
    var abouts = new ArrayList<About>();
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      abouts.add(sentenceTimes.of(sentence));
    }
    return abouts;
  }

  @Test
  void statedDayIsCarriedOnThroughTheStory() {
    assertThat(abouts("The ferry sank on Monday. Divers found two bodies.", "The owner fled."))
        .containsExactly(
            new About("2031-03-03", Source.STATED, -1),
            new About("2031-03-03", Source.NARRATED, -1),
            new About("2031-03-03", Source.NARRATED, -1));
  }

  @Test
  void dayOfCaptionStaysInTheCaption() {
    assertThat(abouts("!The ferry in harbour on Feb. 3, 2031.", "The ferry sank near the island."))
        .extracting(About::source)
        .containsExactly(Source.STATED, Source.DATELINE);
  }

  @Test
  void backgroundIsNotDatedByTheReport() {
    assertThat(abouts("The ferry sank on Monday. It had failed two inspections."))
        .extracting(About::value)
        .containsExactly("2031-03-03", SentenceTimes.EARLIER);
  }

  @Test
  void whatIsToComeIsNotDatedByTheReport() {
    assertThat(abouts("The ferry sank on Monday. The court will hear the owner."))
        .last()
        .isEqualTo(new About(null, Source.UNKNOWN, 1));
  }

  @Test
  void oldBackgroundDayEndsWithItsParagraph() {
    assertThat(abouts("A sister ship burned on May 2, 2019.", "The owner denied any fault."))
        .last()
        .isEqualTo(new About("2031-03-05", Source.DATELINE, -1));
  }
}
