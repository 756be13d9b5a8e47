package dev.annals.annotation;

import dev.annals.annotation.Clause.Phrase;
import dev.annals.text.Tokens;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Base noun phrases of a tokenisation, one pass from left to right: determiner, modifiers, nouns,
 * possessives included. Time expressions are no phrases of their own ("on Wednesday").
 */
final class Phrases {

  // longest noun phrase looked at, so that a text of nothing but nouns costs no more than others
  private static final int LONGEST = 24;

  private final Tokens tokens;
  private final Tags tags;
  private final int[] firstOf;
  private final int[] lastOf;
  private final boolean[] time;

  Phrases(Tokens tokens, Tags tags, List<TimeExpression> times) {
    this.tokens = tokens;
    this.tags = tags;
    this.firstOf = new int[tokens.size()];
    this.lastOf = new int[tokens.size()];
    this.time = new boolean[tokens.size()];
    Arrays.fill(firstOf, -1);
    for (TimeExpression expression : times) {
      for (int i = tokens.at(expression.start());
          i < tokens.size() && tokens.start(i) < expression.end();
          i++) {
        time[i] = true;
      }
    }
    chunk();
  }

  private void chunk() {
    int i = 0;
    while (i < tokens.size()) {
      int end = phraseEnd(i);
      if (end > i) {
        for (int k = i; k < end; k++) {
          firstOf[k] = i;
          lastOf[k] = end - 1;
        }
        i = end;
      } else {
        i++;
      }
    }
  }

  /** Token after the noun phrase that begins here, or the token itself when none does. */
  private int phraseEnd(int start) {
    PartOfSpeech part = tags.part(start);
    if (time[start] && !possessiveFollows(start)) {
      return start;
    }
    if (part == PartOfSpeech.PRP || part == PartOfSpeech.EX) {
      return start + 1;
    }
    int sentence = tokens.sentence(start);
    int block = tokens.block(start);
    int lastNoun = -1;
    int i = start;
    int stop = Math.min(tokens.size(), start + LONGEST);
    while (i < stop && tokens.sentence(i) == sentence && tokens.block(i) == block) {
      part = tags.part(i);
      if (time[i] && lastNoun >= 0 && !possessiveFollows(i)) {
        break;
      }
      if (part.isNoun()) {
        lastNoun = i;
      } else if (part == PartOfSpeech.POS && lastNoun == i - 1) {
        // goes on: "the council's vote"
        i++;
        continue;
      } else if (lastNoun >= 0 && !(tags.part(i - 1) == PartOfSpeech.POS)) {
        if (!isModifierInside(i, part)) {
          break;
        }
      } else if (!isModifier(part, i)) {
        break;
      } else if (part == PartOfSpeech.CD) {
        lastNoun = nounFollows(i) ? lastNoun : i;
      } else if (part == PartOfSpeech.DT && i > start) {
        break;
      }
      i++;
    }
    return lastNoun < 0 ? start : lastNoun + 1;
  }

  /** After a noun only a number or an adjective that leads to another noun keeps a phrase open. */
  private boolean isModifierInside(int i, PartOfSpeech part) {
    return (part == PartOfSpeech.CD || part.isAdjective())
        && i + 1 < tokens.size()
        && tags.part(i + 1).isNoun()
        && tags.part(i - 1).isProperNoun()
        && tags.part(i + 1).isProperNoun();
  }

  private boolean nounFollows(int i) {
    return i + 1 < tokens.size()
        && tokens.sentence(i + 1) == tokens.sentence(i)
        && (tags.part(i + 1).isNoun()
            || tags.part(i + 1).isAdjective()
            || tags.part(i + 1) == PartOfSpeech.CD
            || tags.part(i + 1) == PartOfSpeech.VBN
            || tags.part(i + 1) == PartOfSpeech.VBG);
  }

  private boolean possessiveFollows(int i) {
    return i + 1 < tokens.size() && tags.part(i + 1) == PartOfSpeech.POS;
  }

  private boolean isModifier(PartOfSpeech part, int i) {
    switch (part) {
      case DT, PDT, PRP$, CD, JJ, JJR, JJS, POS:
        return true;
      case VBN, VBG:
        // "the smashed window", "a blocked road", but no phrase begins with a verb
        return i > 0 && firstModifierBefore(i) && nounFollows(i);
      case RB, RBS, RBR:
        return i + 1 < tokens.size()
            && tags.part(i + 1).isAdjective()
            && i > 0
            && firstModifierBefore(i);
      default:
        return tokens.is(i, "$") || tokens.is(i, "£") || tokens.is(i, "€");
    }
  }

  private boolean firstModifierBefore(int i) {
    PartOfSpeech before = tags.part(i - 1);
    return before == PartOfSpeech.DT
        || before == PartOfSpeech.PRP$
        || before == PartOfSpeech.POS
        || before == PartOfSpeech.CD
        || before.isAdjective();
  }

  boolean isTime(int token) {
    return time[token];
  }

  boolean inPhrase(int token) {
    return firstOf[token] >= 0;
  }

  int firstOf(int token) {
    return firstOf[token];
  }

  /**
   * The phrase that begins at this token, with what "of" adds to it.
   *
   * @return null when none does
   */
  @Nullable Phrase from(int token) {
    if (token >= tokens.size() || firstOf[token] != token) {
      return null;
    }
    int last = lastOf[token];
    return new Phrase(token, withOf(last), last);
  }

  private int withOf(int last) {
    int end = last;
    for (int more = 0; more < 3; more++) {
      if (end + 2 < tokens.size()
          && isOf(end + 1)
          && firstOf[end + 2] == end + 2
          && tokens.sentence(end + 2) == tokens.sentence(last)) {
        end = lastOf[end + 2];
      } else {
        break;
      }
    }
    return end;
  }

  private boolean isOf(int token) {
    return tags.part(token) == PartOfSpeech.IN && tokens.is(token, Connectives.OF);
  }

  /**
   * The phrase that ends at this token; a phrase inside a prepositional one gives the phrase that
   * the preposition hangs on: "members" for "members of the council".
   *
   * @param floor first token that may belong to it
   */
  @Nullable Phrase endingAt(int token, int floor) {
    if (token < floor || firstOf[token] < floor || lastOf[token] != token) {
      return null;
    }
    int first = firstOf[token];
    int head = token;
    for (int more = 0; more < 4 && first - 2 >= floor; more++) {
      PartOfSpeech before = tags.part(first - 1);
      boolean joins =
          (before == PartOfSpeech.IN || before == PartOfSpeech.TO)
              && lastOf(first - 2) == first - 2
              && !Connectives.isSubordinator(word(first - 1));
      if (!joins) {
        break;
      }
      head = first - 2;
      first = firstOf[first - 2];
    }
    return new Phrase(first, token, head);
  }

  private int lastOf(int token) {
    return firstOf[token] < 0 ? -1 : lastOf[token];
  }

  private String word(int token) {
    return tokens.lower(token);
  }
}
