package dev.annals.lineage;

import dev.annals.article.Block;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Makes the {@link SentencePrint}s of an article: body sentences, quoted words left out. */
final class SentencePrinter {

  static final int SHINGLE = 5;

  private static final Set<String> STOPWORDS =
      Set.copyOf(TextResources.lines(SentencePrinter.class, "stopwords.en.txt"));

  private SentencePrinter() {}

  static List<SentencePrint> prints(TracedArticle traced) {
    var article = traced.article();
    var spans = new ArrayList<Span>();
    for (Block block : article.blocks()) {
      if (block.role() == Role.PARAGRAPH || block.role() == Role.LIST) {
        spans.add(block.span());
      }
    }
    var tokens = Tokens.of(article.text(), spans);
    var prints = new ArrayList<SentencePrint>(tokens.sentences());
    int quote = 0;
    var quoted = traced.quoted();
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      var words = new ArrayList<String>();
      for (int t = tokens.sentenceFirst(sentence); t < tokens.sentenceEnd(sentence); t++) {
        while (quote < quoted.size() && quoted.get(quote).end() <= tokens.start(t)) {
          quote++;
        }
        boolean inQuote = quote < quoted.size() && quoted.get(quote).contains(tokens.start(t));
        if (!inQuote && Character.isLetterOrDigit(tokens.first(t))) {
          words.add(tokens.lower(t));
        }
      }
      prints.add(print(tokens.sentenceSpan(sentence), words));
    }
    return prints;
  }

  private static SentencePrint print(Span span, List<String> words) {
    long[] shingles = new long[Math.max(0, words.size() - SHINGLE + 1)];
    for (int i = 0; i < shingles.length; i++) {
      long hash = 1125899906842597L;
      for (int k = i; k < i + SHINGLE; k++) {
        hash = hash * 1000003 + words.get(k).hashCode();
      }
      shingles[i] = hash;
    }
    int[] content =
        words.stream()
            .filter(w -> w.length() > 2 && !STOPWORDS.contains(w))
            .mapToInt(SentencePrinter::stemHash)
            .distinct()
            .sorted()
            .toArray();
    int[] numbers =
        words.stream()
            .filter(w -> Character.isDigit(w.charAt(0)))
            .mapToInt(String::hashCode)
            .distinct()
            .sorted()
            .toArray();
    return new SentencePrint(
        span, Arrays.stream(shingles).distinct().sorted().toArray(), content, numbers);
  }

  /** The first six letters: enough to make "evacuated" and "evacuation" one. */
  private static int stemHash(String word) {
    return (word.length() > 6 ? word.substring(0, 6) : word).hashCode();
  }
}
