package dev.annals.record;

import dev.annals.annotation.Event;
import dev.annals.annotation.Modality;
import dev.annals.text.Tokens;
import java.util.BitSet;

/**
 * How an article tells, over all its sentences: a report names days and tells in the past what
 * others did, a comment weighs.
 *
 * @param stated times a sentence
 * @param news mean of how much oftener its words stand at the beginning of reports
 * @param personal share of sentences in which the writer speaks for himself or to the reader
 * @param past verbs in the past among those that tell facts
 */
record ArticleVoice(double stated, double news, double personal, double past) {

  static ArticleVoice of(StoryArticle article, Tokens tokens, BitSet quoted, EntryModel model) {
    double news = 0;
    int words = 0;
    int personal = 0;
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      boolean speaks = false;
      for (int i = tokens.sentenceFirst(sentence); i < tokens.sentenceEnd(sentence); i++) {
        if (!quoted.get(i) && Character.isLetter(tokens.first(i))) {
          news += model.newsOfWord(tokens.lower(i));
          words++;
          speaks |= StoryWord.of(tokens, i).personal();
        }
      }
      personal += speaks ? 1 : 0;
    }
    int past = 0;
    int facts = 0;
    for (Event event : article.annotations().events()) {
      if (event.modality() == Modality.ASSERTED && !event.rule().equals("noun")) {
        facts++;
        past += Tense.of(tokens, event) == Tense.PAST ? 1 : 0;
      }
    }
    double sentences = Math.max(1, tokens.sentences());
    return new ArticleVoice(
        article.annotations().times().size() / sentences,
        news / Math.max(1, words),
        personal / sentences,
        (double) past / Math.max(1, facts));
  }
}
