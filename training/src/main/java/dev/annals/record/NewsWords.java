package dev.annals.record;

import dev.annals.annotation.Event;
import dev.annals.text.Tokens;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts which words and kinds of events stand in what reports begin with, and which farther on.
 * Names are left out: news is made by others tomorrow.
 */
final class NewsWords {

  private static final int LEAD = 2;
  private static final int BODY = 4;
  private static final int LEAST = 150;
  private static final double SMOOTHING = 20;

  private static final class Counts {
    private int lead;
    private int body;
  }

  private final Map<String, Counts> words = new TreeMap<>();
  private long leads;
  private long bodies;

  void add(StoryArticle article) {
    Tokens tokens = new ArticleParts(article, new TermTable()).tokens();
    var quoted = Lead.quoted(article, tokens);
    int body = 0;
    int event = 0;
    var events = article.annotations().events();
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      var span = tokens.sentenceSpan(sentence);
      var there = new HashSet<String>();
      while (event < events.size() && events.get(event).sentence().start() <= span.start()) {
        Event told = events.get(event++);
        if (told.sentence().start() == span.start() && !told.rule().equals("noun")) {
          there.add(EntryModel.KIND + told.kind());
        }
      }
      if (!StoryContext.roleAt(article.article(), span.start()).isBody()) {
        continue;
      }
      for (int i = tokens.sentenceFirst(sentence); i < tokens.sentenceEnd(sentence); i++) {
        if (!quoted.get(i) && Character.isLowerCase(tokens.first(i))) {
          there.add(tokens.lower(i));
        }
      }
      boolean lead = body < LEAD;
      boolean later = body >= BODY;
      body++;
      leads += lead ? 1 : 0;
      bodies += later ? 1 : 0;
      for (String word : there) {
        Counts counts = words.computeIfAbsent(word, key -> new Counts());
        counts.lead += lead ? 1 : 0;
        counts.body += later ? 1 : 0;
      }
    }
  }

  /** Log odds of each word that is not rare, with two digits. */
  Map<String, Float> weights() {
    var weights = new TreeMap<String, Float>();
    double usual = (double) leads / bodies;
    words.forEach(
        (word, counts) -> {
          if (counts.lead + counts.body >= LEAST) {
            double odds =
                Math.log((counts.lead + SMOOTHING * usual) / (counts.body + SMOOTHING) / usual);
            weights.put(word, Float.parseFloat(String.format(Locale.ROOT, "%.2f", odds)));
          }
        });
    return weights;
  }
}
