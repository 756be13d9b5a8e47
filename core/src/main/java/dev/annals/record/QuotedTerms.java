package dev.annals.record;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Quote;
import dev.annals.annotation.QuoteKind;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells terms and names in quotation marks from what somebody said: a few words that the report
 * also uses without marks, that stand beside no verb of speech, or that belong to a question.
 */
final class QuotedTerms {

  /** Words of a term at most. */
  private static final int LONGEST = 4;

  /** Words of a term that the report also uses as its own. */
  private static final int LONGEST_USED = 3;

  /** Where a short text is looked for. */
  private static final int FURTHEST = 60_000;

  /** Characters before a quotation in which its verb is looked for. */
  private static final int NEAR = 30;

  /** The rules of quotes that no cue gives to their speaker. */
  private static final Set<String> LOOSE_RULES = Set.of("nearby", "marks");

  private static final Set<String> COPULAS =
      Set.copyOf(TextResources.lines(Annotations.class, "role-copulas.en.txt"));

  private static final Set<String> REPORTING = reporting();

  private final StoryArticle article;
  private final String text;

  QuotedTerms(StoryArticle article) {
    this.article = article;
    String all = article.article().text();
    this.text = all.substring(0, Math.min(FURTHEST, all.length())).toLowerCase(Locale.ROOT);
  }

  /** All forms of the verbs and nouns that report. */
  private static Set<String> reporting() {
    var words = new HashSet<String>();
    for (String line : TextResources.lines(Annotations.class, "reporting-verbs.en.txt")) {
      String[] parts = line.split(" ");
      words.add(parts[0]);
      for (int i = 2; i < parts.length; i++) {
        words.add(parts[i]);
      }
    }
    for (String list : new String[] {"cue-nouns.en.txt", "calling-verbs.en.txt"}) {
      words.addAll(TextResources.lines(Annotations.class, list));
    }
    return Set.copyOf(words);
  }

  /**
   * Whether nobody is told to have said the words.
   *
   * @param words how many they are
   */
  boolean holds(Quote quote, int words) {
    if (quote.kind() != QuoteKind.PARTIAL) {
      return false;
    }
    if (quote.rule().equals(Quote.QUESTION)) {
      return true;
    }
    return words <= LONGEST && (LOOSE_RULES.contains(quote.rule()) || isUnreported(quote))
        || words <= LONGEST_USED && !isPredicate(quote) && isUsed(quote.content());
  }

  /** "Gave “useful” information": the verb before the words is none of speech. */
  private boolean isUnreported(Quote quote) {
    Span cue = quote.cue();
    if (cue == null) {
      return false;
    }
    String words = cue.of(article.article().text()).toLowerCase(Locale.ROOT);
    return words.indexOf(' ') < 0 && !REPORTING.contains(words) && !isReportedNear(quote);
  }

  /** "Which he called “a stroke of luck”": whether a verb of speech stands close before. */
  private boolean isReportedNear(Quote quote) {
    int end = Math.min(quote.content().start(), text.length());
    String before = text.substring(Math.max(0, end - NEAR), end);
    for (String word : before.split("\\W+")) {
      if (REPORTING.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** "Said she is a “great judge”": a judgement, not a term. */
  private boolean isPredicate(Quote quote) {
    Span cue = quote.cue();
    int end = Math.min(quote.content().start(), text.length());
    if (cue == null || cue.end() > end || end - cue.end() > 2 * NEAR) {
      return false;
    }
    for (String word : text.substring(cue.end(), end).split("\\W+")) {
      if (COPULAS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the report uses the words without marks too. */
  private boolean isUsed(Span content) {
    String words = plain(content.of(article.article().text()).toLowerCase(Locale.ROOT));
    for (int at = words.isEmpty() ? -1 : text.indexOf(words);
        at >= 0;
        at = text.indexOf(words, at + words.length())) {
      int end = at + words.length();
      boolean whole =
          (at == 0 || Character.isWhitespace(text.charAt(at - 1)))
              && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      if (whole && !isQuoted(at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isQuoted(int at) {
    for (Quote quote : article.annotations().quotes()) {
      if (quote.kind() != QuoteKind.INDIRECT
          && quote.content().start() <= at
          && at < quote.content().end()) {
        return true;
      }
    }
    return false;
  }

  /** Without the comma or full stop at the end. */
  private static String plain(String words) {
    int end = words.length();
    while (end > 0 && !Character.isLetterOrDigit(words.charAt(end - 1))) {
      end--;
    }
    return words.substring(0, end);
  }
}
