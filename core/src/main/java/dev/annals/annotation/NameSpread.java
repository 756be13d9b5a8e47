package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds again what the document has already named: the surname of a person seen with full name, an
 * acronym that stands in brackets after the organisation it is made from.
 */
final class NameSpread {

  private final Tokens tokens;
  private final Tags tags;
  private final List<FoundName> found;
  private final boolean[] taken;
  private final Map<String, MentionType> known = new HashMap<>();
  private @Nullable Set<String> lowerCase;

  NameSpread(Tokens tokens, Tags tags, List<FoundName> found) {
    this.tokens = tokens;
    this.tags = tags;
    this.found = found;
    this.taken = new boolean[tokens.size()];
  }

  /** Adds what is found again to the names. */
  void spread() {
    for (FoundName name : found) {
      for (int i = name.first(); i <= name.last(); i++) {
        taken[i] = true;
      }
    }
    int before = found.size();
    for (int i = 0; i < before; i++) {
      acronym(found.get(i));
      surname(found.get(i));
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (!taken[i] && Character.isUpperCase(tokens.first(i)) && isFree(i)) {
        again(i);
      }
      if (!taken[i] && Character.isUpperCase(tokens.first(i))) {
        addressed(i);
      }
    }
    found.sort(java.util.Comparator.comparingInt(FoundName::first));
  }

  private void again(int i) {
    String word = tokens.word(i);
    MentionType type = known.get(word);
    if (type != null && !lowerCase().contains(word.toLowerCase(java.util.Locale.ROOT))) {
      found.add(new FoundName(i, i, type));
      taken[i] = true;
    }
  }

  /** The words that also stand in lower case. */
  private Set<String> lowerCase() {
    if (lowerCase == null) {
      var words = new HashSet<String>();
      for (int i = 0; i < tokens.size(); i++) {
        if (Character.isLowerCase(tokens.first(i))) {
          words.add(tokens.word(i));
        }
      }
      lowerCase = words;
    }
    return lowerCase;
  }

  /** A capitalised neighbour would make it part of another name. */
  private boolean isFree(int i) {
    return (!isName(i - 1) || isAddress(i - 1))
        && !isName(i + 1)
        && tags.label(i) == NameLabel.OUTSIDE;
  }

  /** "Mr. Okoro": whatever follows is a person, seen before or not. */
  private void addressed(int i) {
    if (i > 0
        && isAddress(i - 1)
        && !isAddress(i)
        && tokens.sentence(i) == tokens.sentence(i - 1)) {
      int last = i;
      while (last + 1 < tokens.size()
          && !taken[last + 1]
          && tokens.sentence(last + 1) == tokens.sentence(i)
          && tags.part(last + 1).isProperNoun()
          && Character.isUpperCase(tokens.first(last + 1))) {
        last++;
      }
      for (int k = i; k <= last; k++) {
        taken[k] = true;
      }
      found.add(new FoundName(i, last, MentionType.PERSON));
    }
  }

  private boolean isAddress(int i) {
    return i >= 0 && NameWords.HONORIFICS.contains(tokens.word(i));
  }

  private boolean isName(int i) {
    return i >= 0 && i < tokens.size() && (taken[i] || tags.part(i).isProperNoun());
  }

  private void surname(FoundName name) {
    if (name.type() == MentionType.PERSON && name.last() > name.first()) {
      String surname = tokens.word(name.last());
      if (surname.length() > 2 && Character.isUpperCase(surname.charAt(0))) {
        known.putIfAbsent(surname, MentionType.PERSON);
      }
    }
  }

  /** "World Harbour Council (WHC)". */
  private void acronym(FoundName name) {
    int open = name.last() + 1;
    if (name.type() != MentionType.ORGANIZATION
        || name.first() == name.last()
        || open + 2 >= tokens.size()
        || !tokens.is(open, "(")
        || !tokens.is(open + 2, ")")) {
      return;
    }
    String acronym = tokens.word(open + 1);
    if (acronym.length() >= 2 && acronym.chars().allMatch(Character::isUpperCase)) {
      known.put(acronym, MentionType.ORGANIZATION);
      if (!taken[open + 1]) {
        found.add(new FoundName(open + 1, open + 1, MentionType.ORGANIZATION));
        taken[open + 1] = true;
      }
    }
  }
}
