package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the person that "the mayor" means: the only one to whom the document has given a role of
 * that head before.
 */
final class RoleReferences {

  private final Tokens tokens;
  private final Tags tags;
  private final RolePhrases phrases;
  private final Map<String, Holder> holders = new HashMap<>();
  private final BitSet stated = new BitSet();

  RoleReferences(Tokens tokens, Tags tags, RolePhrases phrases) {
    this.tokens = tokens;
    this.tags = tags;
    this.phrases = phrases;
  }

  /** A role that points back to its holder. */
  record Reference(String name, RolePhrase phrase) {}

  private record Holder(String name, int since, RoleTense tense, boolean several) {}

  /** Remembers who has a role. */
  void learn(String name, RolePhrase phrase) {
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      stated.set(i);
    }
    holders.merge(
        head(phrase.head()),
        new Holder(name, phrase.head(), phrase.tense(), false),
        (known, added) ->
            known.name().equals(added.name())
                ? known
                : new Holder(known.name(), known.since(), known.tense(), true));
    if (phrase.head() > phrase.first() && RoleWords.isDeputy(tokens.word(phrase.head() - 1))) {
      // "the president" is not the vice president
      holders.computeIfPresent(
          head(phrase.head()),
          (key, known) -> new Holder(known.name(), known.since(), known.tense(), true));
    }
  }

  private String head(int token) {
    return tokens.lower(token);
  }

  List<Reference> find() {
    var found = new ArrayList<Reference>();
    for (int i = 1; i < tokens.size(); i++) {
      if (!tags.part(i).isNoun() || stated.get(i) || phrases.isNamed(i) || !isDefinite(i)) {
        continue;
      }
      var holder = holders.get(head(i));
      if (holder != null
          && !holder.several()
          && holder.tense() == RoleTense.CURRENT
          && holder.since() < i) {
        found.add(new Reference(holder.name(), new RolePhrase(i, i, i, holder.tense())));
      }
    }
    return found;
  }

  /** "the mayor", with nothing between or behind that could make it another one. */
  private boolean isDefinite(int i) {
    if (tags.part(i - 1) != PartOfSpeech.DT
        || Character.toLowerCase(tokens.first(i - 1)) != 't'
        || tokens.end(i - 1) - tokens.start(i - 1) != 3
        || tokens.sentence(i) != tokens.sentence(i - 1)) {
      return false;
    }
    if (i + 1 >= tokens.size() || tokens.sentence(i + 1) != tokens.sentence(i)) {
      return true;
    }
    var next = tags.part(i + 1);
    return !next.isNoun()
        && !next.isAdjective()
        && next != PartOfSpeech.POS
        && next != PartOfSpeech.IN
        && !phrases.isNamed(i + 1)
        && !(tokens.is(i + 1, ",") && phrases.isNamed(i + 2));
  }
}
