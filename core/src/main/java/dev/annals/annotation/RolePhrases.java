package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the words of a role before and after a person's name. */
final class RolePhrases {

  /** Tokens of the longest role that is read. */
  private static final int LONGEST = 20;

  private final Tokens tokens;
  private final Tags tags;
  private final int[] mentionStart;
  private final boolean[] person;

  RolePhrases(Tokens tokens, Tags tags, List<Mention> mentions) {
    this.tokens = tokens;
    this.tags = tags;
    this.mentionStart = new int[tokens.size()];
    this.person = new boolean[tokens.size()];
    Arrays.fill(mentionStart, -1);
    for (Mention mention : mentions) {
      int first = tokens.at(mention.start());
      for (int i = first; i < tokens.size() && tokens.start(i) < mention.end(); i++) {
        mentionStart[i] = first;
        person[i] = mention.type() == MentionType.PERSON;
      }
    }
  }

  /** Whether a token stands in a name. */
  boolean isNamed(int token) {
    return token < tokens.size() && mentionStart[token] >= 0;
  }

  /** "House Speaker" before a name that begins at a token. */
  @Nullable RolePhrase before(int name) {
    int from = tokens.sentenceFirst(tokens.sentence(name));
    int head = name - 1;
    if (head >= from && NameWords.HONORIFICS.contains(tokens.word(head)) && !isRole(head)) {
      head--;
    }
    if (head < from || person[head]) {
      return null;
    }
    if (!isRole(head) && !isUnlistedRole(head)) {
      return ofTitle(head, from);
    }
    return extended(head, head, head, from);
  }

  private boolean isRole(int token) {
    var part = tags.part(token);
    return !person[token]
        && (part.isNoun() || part.isAdjective())
        && RoleWords.isRole(tokens, token);
  }

  private boolean isUnlistedRole(int token) {
    return tags.part(token) == PartOfSpeech.NN
        && mentionStart[token] < 0
        && Character.isLowerCase(tokens.first(token))
        && RoleWords.looksLikeRole(tokens.word(token));
  }

  /** "Secretary of State": the head stands before "of". */
  private @Nullable RolePhrase ofTitle(int last, int from) {
    boolean linked = false;
    for (int i = last; i >= from && last - i < 8; i--) {
      var part = tags.part(i);
      if (person[i]) {
        return null;
      }
      if (linked && isRole(i)) {
        return Character.isUpperCase(tokens.first(last)) || Character.isLowerCase(tokens.first(i))
            ? extended(i, i, last, from)
            : null;
      }
      linked = part == PartOfSpeech.IN && i < last || linked && part == PartOfSpeech.DT;
      boolean inside =
          part.isNoun()
              || part == PartOfSpeech.IN && i < last
              || part == PartOfSpeech.DT
              || part == PartOfSpeech.CC
              || part.isAdjective();
      if (!inside || last == i && !tags.part(i).isProperNoun() && !tags.part(i).isNoun()) {
        return null;
      }
      if (part == PartOfSpeech.DT) {
        linked = i > from && tags.part(i - 1) == PartOfSpeech.IN;
        if (!linked) {
          return null;
        }
        linked = false;
      }
    }
    return null;
  }

  /** Takes in the modifiers before a head: nouns, adjectives, whole names. */
  private RolePhrase extended(int head, int start, int last, int from) {
    int first = start;
    var tense = RoleWords.own(tokens.word(head));
    boolean whole = RoleWords.prefix(tokens.word(head)) > 0;
    while (!whole && first > from && last - first < LONGEST) {
      int before = first - 1;
      var said = RoleWords.tense(tokens.word(before));
      if (said != null) {
        tense = said;
        break;
      }
      if (person[before]) {
        break;
      }
      if (mentionStart[before] >= 0) {
        int name = Math.max(from, mentionStart[before]);
        if (name > from && tags.part(name - 1) == PartOfSpeech.IN && name - 1 == from) {
          break;
        }
        first = name;
        continue;
      }
      if (tags.part(before) == PartOfSpeech.CC
          && before - 1 >= from
          && isRole(before - 1)
          && !tokens.is(before, "&")) {
        first = before - 1;
        continue;
      }
      if (!isModifier(before) || isOfAnother(before, first)) {
        break;
      }
      first = before;
    }
    while (first < head && mentionStart[first] < 0 && RoleWords.isOpening(tokens.word(first))) {
      first++; // "New Norland" is no new one
    }
    return new RolePhrase(first, last, head, tense);
  }

  /** "The time President Voss spent": a small noun right before a capital is no part of a title. */
  private boolean isOfAnother(int before, int first) {
    return tags.part(before) == PartOfSpeech.NN
        && Character.isLowerCase(tokens.first(before))
        && tokens.word(before).indexOf('-') < 0
        && Character.isUpperCase(tokens.first(first))
        && mentionStart[first] < 0
        && !isRole(before)
        && !RoleWords.isDeputy(tokens.word(before));
  }

  private boolean isModifier(int token) {
    var part = tags.part(token);
    boolean word = Character.isLetterOrDigit(tokens.first(token));
    return word
        && !RoleWords.isCalendar(tokens.word(token))
        && !NameWords.PAGE_WORDS.contains(tokens.word(token))
        && (part == PartOfSpeech.NN
            || part.isProperNoun()
            || part == PartOfSpeech.JJ
            || part == PartOfSpeech.VBN && tokens.word(token).indexOf('-') > 0
            || part == PartOfSpeech.NNS && Character.isLowerCase(tokens.first(token)));
  }

  /** ", a Republican lawmaker and military veteran," after a name that ends at a token. */
  @Nullable RolePhrase after(int name) {
    int to = tokens.sentenceEnd(tokens.sentence(name));
    int i = name + 1;
    if (i < to && tokens.is(i, "(")) {
      while (i < to && i - name < 8 && !tokens.is(i, ")")) {
        i++;
      }
      i++;
    }
    if (i >= to || !tokens.is(i, ",")) {
      return null;
    }
    i++;
    if (i + 1 < to && tags.part(i) == PartOfSpeech.CD && tokens.is(i + 1, ",")) {
      i += 2;
    }
    if (i + 1 < to && tags.part(i) == PartOfSpeech.WP && RoleWords.isCopula(tokens.word(i + 1))) {
      return nounPhrase(i + 2, to, false);
    }
    return nounPhrase(i, to, true);
  }

  /** "is the mayor of Northport" after a name. */
  @Nullable RolePhrase copula(int name) {
    int to = tokens.sentenceEnd(tokens.sentence(name));
    int i = name + 1;
    return i + 1 < to && RoleWords.isCopula(tokens.word(i)) ? nounPhrase(i + 1, to, false) : null;
  }

  /** A role from its article on, with what follows "of" and "and". */
  private @Nullable RolePhrase nounPhrase(int start, int to, boolean closed) {
    int i = start;
    boolean opened = false;
    while (i < to
        && (tags.part(i) == PartOfSpeech.DT || tags.part(i) == PartOfSpeech.PRP$)
        && i - start < 2) {
      opened = true;
      i++;
    }
    if (!closed && !opened) {
      return null;
    }
    int owner = possessive(i, to);
    i = owner > i ? owner : i;
    RoleTense tense = null;
    int first = i;
    while (i < to
        && (RoleWords.isOpening(tokens.word(i)) || RoleWords.tense(tokens.word(i)) != null)) {
      var said = RoleWords.tense(tokens.word(i));
      tense = said != null ? said : tense;
      i++;
      first = i;
    }
    int head = -1;
    while (i < to && i - start < LONGEST && (isModifier(i) || isNamed(i) && !person[i])) {
      if (isRole(i) || opened && isUnlistedRole(i)) {
        head = i;
      }
      i++;
    }
    if (head < 0 || head != i - 1) {
      return null;
    }
    int last = head;
    while (i < to && i - start < LONGEST) {
      int next = continued(i, to);
      if (next < 0) {
        break;
      }
      last = next;
      i = next + 1;
    }
    if (closed && !closes(last + 1, to)) {
      return null;
    }
    return new RolePhrase(
        first, last, head, tense != null ? tense : RoleWords.own(tokens.word(head)));
  }

  /** Behind a possessive mark: "the company's", "Brazil's". */
  private int possessive(int i, int to) {
    for (int k = i; k < to && k - i < 6; k++) {
      var part = tags.part(k);
      if (part == PartOfSpeech.POS) {
        return k + 1;
      }
      if (!part.isNoun() && !part.isAdjective()) {
        break;
      }
    }
    return i;
  }

  /** Last token of "of the harbour authority" or "and military veteran", or -1. */
  private int continued(int i, int to) {
    var part = tags.part(i);
    if (part != PartOfSpeech.IN && part != PartOfSpeech.CC && part != PartOfSpeech.TO
        || person[i]) {
      return -1;
    }
    int k = i + 1;
    while (k < to
        && (tags.part(k) == PartOfSpeech.DT
            || tags.part(k) == PartOfSpeech.PRP$
            || RoleWords.tense(tokens.word(k)) != null)) {
      k++;
    }
    int first = k;
    while (k < to
        && k - i < LONGEST
        && !person[k]
        && (isModifier(k)
            || isNamed(k)
            || tags.part(k) == PartOfSpeech.NNS
            || tags.part(k) == PartOfSpeech.POS)) {
      k++;
    }
    if (k == first || k < to && person[k]) {
      return -1;
    }
    if (part == PartOfSpeech.CC && isRole(i - 1) && !isRole(k - 1)) {
      return -1;
    }
    return k - 1;
  }

  private boolean closes(int i, int to) {
    if (i >= to) {
      return true;
    }
    var part = tags.part(i);
    return part == PartOfSpeech.PUNCTUATION
        || part == PartOfSpeech.WP
        || part == PartOfSpeech.WDT
        || part == PartOfSpeech.VBG;
  }

  /** "The mayor of Northport, " before a name that a comma or the sentence's end closes. */
  @Nullable RolePhrase appositionBefore(int name, int last) {
    int from = tokens.sentenceFirst(tokens.sentence(name));
    int to = tokens.sentenceEnd(tokens.sentence(name));
    if (name - 2 < from
        || !tokens.is(name - 1, ",")
        || last + 1 < to && tags.part(last + 1) != PartOfSpeech.PUNCTUATION) {
      return null;
    }
    int comma = name - 1;
    for (int i = comma - 1; i >= from && comma - i < 14; i--) {
      var part = tags.part(i);
      boolean opens =
          part == PartOfSpeech.DT || part == PartOfSpeech.PRP$ || part == PartOfSpeech.POS;
      if (opens && (i == from || tags.part(i - 1) != PartOfSpeech.IN || part == PartOfSpeech.POS)) {
        var phrase = nounPhrase(part == PartOfSpeech.POS ? i + 1 : i, to, true);
        return phrase != null && phrase.last() == comma - 1 ? phrase : null;
      }
      boolean inside =
          opens
              || isModifier(i)
              || isNamed(i) && !person[i]
              || part == PartOfSpeech.IN
              || part == PartOfSpeech.CC
              || RoleWords.tense(tokens.word(i)) != null;
      if (!inside) {
        return null;
      }
    }
    return null;
  }
}
