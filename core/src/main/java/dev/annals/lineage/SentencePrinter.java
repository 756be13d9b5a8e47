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
import java.util.function.IntUnaryOperator;

/** Makes the {@link SentencePrint}s of an article: body sentences, quoted words left out. */
final class SentencePrinter {

  static final int SHINGLE = 5;

  private static final Set<String> STOPWORDS =
      Set.copyOf(TextResources.lines(SentencePrinter.class, "stopwords.en.txt"));

  private static final int STEM = 6;
  private static final int[] NONE = {};

  private final List<Span> quoted;
  private final Tokens tokens;
  private final IntUnaryOperator compared;
  private int quote;
  // of the sentence that is printed
  private int[] hashes = new int[128];
  private int[] content = new int[128];
  private int[] numbers = new int[128];

  private SentencePrinter(List<Span> quoted, Tokens tokens, IntUnaryOperator compared) {
    this.quoted = quoted;
    this.tokens = tokens;
    this.compared = compared;
  }

  static List<SentencePrint> prints(TracedArticle traced) {
    var article = traced.article();
    var blocks = article.blocks().stream().map(Block::span).toList();
    var tokens = Tokens.of(article.text(), blocks);
    return prints(traced, tokens, token -> compared(tokens, token));
  }

  /** The first six letters: enough to make "evacuated" and "evacuation" one. */
  private static int compared(Tokens tokens, int token) {
    String word = tokens.lower(token);
    return word.length() < TracedArticle.LETTERS || STOPWORDS.contains(word)
        ? TracedArticle.NOT_COMPARED
        : (word.length() > STEM ? word.substring(0, STEM) : word).hashCode();
  }

  /**
   * The same of tokens that there are already.
   *
   * @param tokens of all blocks
   */
  static List<SentencePrint> prints(
      TracedArticle traced, Tokens tokens, IntUnaryOperator compared) {
    var printer = new SentencePrinter(traced.quoted(), tokens, compared);
    var blocks = traced.article().blocks();
    var prints = new ArrayList<SentencePrint>(tokens.sentences());
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      int block = tokens.block(tokens.sentenceFirst(sentence));
      Role role = block < blocks.size() ? blocks.get(block).role() : Role.OTHER;
      if (role == Role.PARAGRAPH || role == Role.LIST) {
        prints.add(printer.print(sentence));
      }
    }
    return List.copyOf(prints);
  }

  private SentencePrint print(int sentence) {
    int words = 0;
    int contents = 0;
    int digits = 0;
    reserve(tokens.sentenceEnd(sentence) - tokens.sentenceFirst(sentence));
    for (int t = tokens.sentenceFirst(sentence); t < tokens.sentenceEnd(sentence); t++) {
      int start = tokens.start(t);
      while (quote < quoted.size() && quoted.get(quote).end() <= start) {
        quote++;
      }
      boolean inQuote = quote < quoted.size() && quoted.get(quote).contains(start);
      if (inQuote || !Character.isLetterOrDigit(tokens.first(t))) {
        continue;
      }
      String lower = tokens.lower(t);
      hashes[words++] = lower.hashCode();
      int stem = compared.applyAsInt(t);
      if (stem != TracedArticle.NOT_COMPARED) {
        content[contents++] = stem;
      }
      if (Character.isDigit(lower.charAt(0))) {
        numbers[digits++] = lower.hashCode();
      }
    }
    return new SentencePrint(
        tokens.sentenceSpan(sentence),
        shingles(words),
        distinct(content, contents),
        distinct(numbers, digits));
  }

  private void reserve(int tokens) {
    if (hashes.length < tokens) {
      hashes = new int[tokens * 2];
      content = new int[tokens * 2];
      numbers = new int[tokens * 2];
    }
  }

  private long[] shingles(int words) {
    long[] shingles = new long[Math.max(0, words - SHINGLE + 1)];
    for (int i = 0; i < shingles.length; i++) {
      long hash = 1125899906842597L;
      for (int k = i; k < i + SHINGLE; k++) {
        hash = hash * 1000003 + hashes[k];
      }
      shingles[i] = hash;
    }
    Arrays.sort(shingles);
    int count = 0;
    for (int i = 0; i < shingles.length; i++) {
      if (i == 0 || shingles[i] != shingles[i - 1]) {
        shingles[count++] = shingles[i];
      }
    }
    return count == shingles.length ? shingles : Arrays.copyOf(shingles, count);
  }

  private static int[] distinct(int[] some, int size) {
    if (size == 0) {
      return NONE;
    }
    Arrays.sort(some, 0, size);
    int count = 1;
    for (int i = 1; i < size; i++) {
      if (some[i] != some[i - 1]) {
        some[count++] = some[i];
      }
    }
    return Arrays.copyOf(some, count);
  }
}
