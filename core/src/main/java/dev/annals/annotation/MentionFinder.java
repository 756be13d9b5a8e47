package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Finds names and spreads them over the document. */
final class MentionFinder {

  private static final MentionType[] TYPES = MentionType.values();

  List<Mention> find(Article article, Tokens tokens, Tags tags) {
    var found = new ArrayList<FoundName>();
    for (int i = 0; i < tokens.size(); i++) {
      int label = tags.label(i).ordinal();
      if (label % 2 == 1 && label / 2 < TYPES.length) {
        int last = i;
        while (last + 1 < tokens.size() && tags.label(last + 1).ordinal() == label + 1) {
          last++;
        }
        found.add(new FoundName(i, last, TYPES[label / 2]));
        i = last;
      }
    }
    var names = new FullNames(tokens, found);
    var mentions = new ArrayList<Mention>();
    for (FoundName name : found) {
      mentions.add(
          new Mention(
              tokens.start(name.first()),
              tokens.end(name.last()),
              name.type(),
              names.of(name),
              "tagger"));
    }
    return mentions;
  }
}
