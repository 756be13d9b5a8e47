package dev.annals.annotation;

import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article as the finders of quotes see it: tokens with their words' hashes, reporting verbs,
 * quoted spans, paragraphs and noun phrases. Made once an article.
 */
final class QuoteScene {

  /** Number in feature values for what lies outside the text. */
  static final int NOTHING = 7;

  final Tokens tokens;
  final Tags tags;
  final List<QuotedSpan> spans;
  final List<NounPhrase> phrases = new ArrayList<>();

  /** By token: hash of the word in lower case. */
  final int[] word;

  private final int[] symbol;

  /** By token: the reporting verb it is a form of, or null. */
  final CueLexicon.@Nullable Verb[] verb;

  /** By token: hash of the verb's base form, or of the word where it is no verb. */
  final int[] lemma;

  /** By token: whether it is a noun that reports. */
  final boolean[] cueNoun;

  /** By token: number of the quoted span it stands in, marks included, or -1. */
  final int[] spanOf;

  /** By token: number of the noun phrase it stands in, or -1. */
  final int[] phraseOf;

  /** By token: number of the paragraph. */
  final int[] paragraphOf;

  /** By span: first token of the content, and token after it. */
  final int[] spanFirst;

  final int[] spanEnd;

  private final List<Span> paragraphs;

  QuoteScene(
      Tokens tokens,
      Tags tags,
      List<Span> paragraphs,
      List<QuotedSpan> spans,
      List<Mention> mentions) {
    this.tokens = tokens;
    this.tags = tags;
    this.spans = spans;
    this.paragraphs = paragraphs;
    int size = tokens.size();
    word = new int[size];
    symbol = new int[size];
    verb = new CueLexicon.Verb[size];
    lemma = new int[size];
    cueNoun = new boolean[size];
    spanOf = new int[size];
    phraseOf = new int[size];
    paragraphOf = new int[size];
    spanFirst = new int[spans.size()];
    spanEnd = new int[spans.size()];
    for (int i = 0; i < size; i++) {
      var senses = WordSenses.of(tokens, i);
      word[i] = senses.hash;
      symbol[i] = symbolOf(i);
      CueLexicon.Verb reporting = senses.verb;
      verb[i] = reporting;
      cueNoun[i] = senses.cueNoun;
      lemma[i] =
          reporting != null
              ? reporting.lemma().hashCode()
              : tags.part(i).isVerb() ? WordSenses.verbLemma(tokens, i).hashCode() : word[i];
      spanOf[i] = -1;
      phraseOf[i] = -1;
    }
    placeParagraphs();
    placeSpans();
    new PhraseChunker(this, mentions).chunk();
  }

  private void placeParagraphs() {
    int paragraph = 0;
    for (int i = 0; i < tokens.size(); i++) {
      while (paragraph + 1 < paragraphs.size()
          && paragraphs.get(paragraph + 1).start() <= tokens.start(i)) {
        paragraph++;
      }
      paragraphOf[i] = paragraph;
    }
  }

  private void placeSpans() {
    for (int s = 0; s < spans.size(); s++) {
      QuotedSpan span = spans.get(s);
      int token = tokens.at(span.open());
      while (token < tokens.size() && tokens.start(token) < span.close()) {
        spanOf[token++] = s;
      }
      spanFirst[s] = Math.min(tokens.at(span.content().start()), token);
      int end = tokens.at(span.content().end() - 1) + 1;
      spanEnd[s] = Math.max(spanFirst[s], Math.min(end, token));
    }
  }

  /** First token after a span and its closing mark. */
  int afterSpan(int s) {
    int token = spanEnd[s];
    while (token < tokens.size() && spanOf[token] == s) {
      token++;
    }
    return token;
  }

  /** Last token before a span's opening mark, or -1. */
  int beforeSpan(int s) {
    int token = Math.min(spanFirst[s], tokens.size()) - 1;
    while (token >= 0 && spanOf[token] == s) {
      token--;
    }
    return token;
  }

  int size() {
    return tokens.size();
  }

  PartOfSpeech part(int token) {
    return tags.part(token);
  }

  /** Number of a part of speech, or of a punctuation mark by itself. */
  int symbol(int token) {
    return token < 0 || token >= symbol.length ? NOTHING : symbol[token];
  }

  private int symbolOf(int token) {
    char c = tokens.first(token);
    if (!Character.isLetterOrDigit(c) && c != '$' && c != '\'' && c != '’') {
      return 1000 + c;
    }
    return 100 + tags.part(token).ordinal();
  }

  int word(int token) {
    return token < 0 || token >= word.length ? NOTHING : word[token];
  }

  boolean samePlace(int a, int b) {
    return a >= 0
        && b >= 0
        && a < tokens.size()
        && b < tokens.size()
        && paragraphOf[a] == paragraphOf[b];
  }

  boolean is(int token, char c) {
    return token >= 0
        && token < tokens.size()
        && tokens.first(token) == c
        && tokens.end(token) - tokens.start(token) == 1;
  }

  /** Numbers for names, the same for the same name. */
  static final class Entities {
    private final HashMap<String, Integer> numbers = new HashMap<>();

    int of(Mention mention) {
      return numbers.computeIfAbsent(mention.name(), name -> numbers.size());
    }
  }
}
