package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds names and spreads them over the document. The tagger's labels are the start; forms of
 * address, possessive marks and credits are taken off, what was named once is found again, and
 * every name gets its fullest form.
 */
final class MentionFinder {

  private static final MentionType[] TYPES = MentionType.values();

  List<Mention> find(Article article, Tokens tokens, Tags tags) {
    var found = new ArrayList<FoundName>();
    var credits = new NameCredits(article, tokens);
    for (int i = 0; i < tokens.size(); i++) {
      int label = tags.label(i).ordinal();
      if (label % 2 == 1) {
        int last = i;
        while (last + 1 < tokens.size() && tags.label(last + 1).ordinal() == label + 1) {
          last++;
        }
        if (label / 2 < TYPES.length) {
          add(found, tokens, credits, new FoundName(i, last, TYPES[label / 2]));
        }
        i = last;
      }
    }
    NameTypes.correct(tokens, found);
    new NameSpread(tokens, tags, found).spread();
    StormNames.remove(tokens, found);
    var names = new FullNames(tokens, found);
    var mentions = new ArrayList<Mention>(found.size());
    for (int i = 0; i < found.size(); i++) {
      var name = found.get(i);
      var span = tokens.span(name.first(), name.last());
      boolean tagged = tags.label(name.first()) != NameLabel.OUTSIDE;
      mentions.add(
          new Mention(
              span.start(), span.end(), name.type(), names.of(i), tagged ? "tagger" : "spread"));
    }
    return mentions;
  }

  private static void add(
      List<FoundName> found, Tokens tokens, NameCredits credits, FoundName name) {
    int first = name.first();
    int last = name.last();
    while (first < last && isTrimmedBefore(tokens, first, name.type())) {
      first++;
    }
    while (first < last && isTrimmedAfter(tokens, last)) {
      last--;
    }
    var type = isDateline(tokens, first, last) ? MentionType.PLACE : name.type();
    var trimmed = new FoundName(first, last, type);
    if (!credits.holds(trimmed) && !isParty(tokens, first, last) && hasLetter(tokens, first)) {
      found.add(trimmed);
    }
  }

  /** "NORTHPORT (Reuters) -": what an agency reports from is a place. */
  private static boolean isDateline(Tokens tokens, int first, int last) {
    return first == tokens.sentenceFirst(tokens.sentence(first))
        && last + 3 < tokens.size()
        && tokens.is(last + 1, "(")
        && NameWords.AGENCIES.contains(tokens.word(last + 2))
        && tokens.is(last + 3, ")");
  }

  private static boolean isTrimmedBefore(Tokens tokens, int token, MentionType type) {
    return type == MentionType.PERSON && NameWords.HONORIFICS.contains(tokens.word(token))
        || isMark(tokens, token);
  }

  private static boolean isTrimmedAfter(Tokens tokens, int token) {
    char c = tokens.first(token);
    return isMark(tokens, token) && c != ')' || tokens.is(token, "'s") || tokens.is(token, "’s");
  }

  private static boolean isMark(Tokens tokens, int token) {
    return tokens.end(token) - tokens.start(token) == 1
        && !Character.isLetterOrDigit(tokens.first(token));
  }

  private static boolean hasLetter(Tokens tokens, int token) {
    return Character.isLetterOrDigit(tokens.first(token))
        || tokens.end(token) - tokens.start(token) > 1;
  }

  /** "(D-Pa.)", ", R-Ohio,", ", Democrat of Norland,": a party and a state, no actor. */
  private static boolean isParty(Tokens tokens, int first, int last) {
    if (first == 0 || !tokens.is(first - 1, "(") && !tokens.is(first - 1, ",")) {
      return false;
    }
    String word = tokens.word(first);
    if (last > first
        && tokens.is(first + 1, Connectives.OF)
        && NameWords.PARTY_MEMBERS.contains(word.toLowerCase(Locale.ROOT))) {
      return true;
    }
    return word.length() > 3
        && Character.isUpperCase(word.charAt(0))
        && (word.charAt(1) == '-' || word.charAt(1) == '‑')
        && Character.isUpperCase(word.charAt(2))
        && (last + 1 >= tokens.size() || tokens.is(last + 1, ")") || tokens.is(last + 1, ","));
  }
}
