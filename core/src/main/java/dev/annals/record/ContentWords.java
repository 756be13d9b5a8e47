package dev.annals.record;

import dev.annals.lineage.LineageTracer;
import dev.annals.text.TextResources;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The words that say what a text is about, cut to stems of six letters. */
final class ContentWords {

  private static final Set<String> STOPWORDS =
      Set.copyOf(TextResources.lines(LineageTracer.class, "stopwords.en.txt"));

  private static final int STEM = 6;

  private ContentWords() {}

  static Set<String> of(String text) {
    var words = new TreeSet<String>();
    for (String word : StoryNames.normal(text).split(" ")) {
      if (word.length() > 2 && !STOPWORDS.contains(word)) {
        words.add(word.length() > STEM ? word.substring(0, STEM) : word);
      }
    }
    return Collections.unmodifiableSet(words);
  }

  static boolean isStopword(String word) {
    return STOPWORDS.contains(word);
  }
}
