package dev.annals.annotation;

import dev.annals.text.TextResources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The verbs that report what somebody says, thinks, wants, shows or denies, by every form they
 * take. Immutable and safe for use by several threads.
 */
final class CueLexicon {

  /** What a verb reports; the order is that of the numbers in feature values. */
  enum Class {
    SPEECH,
    THOUGHT,
    ATTITUDE,
    SHOW,
    DENY,
    WITHDRAW
  }

  /**
   * A verb of the list.
   *
   * @param lemma its base form
   * @param kind what it reports first of all
   */
  record Verb(String lemma, Class kind) {}

  static final CueLexicon ENGLISH = new CueLexicon("reporting-verbs.en.txt", "cue-nouns.en.txt");

  private final Map<String, Verb> verbs = new HashMap<>();

  private final Set<String> nouns;

  private CueLexicon(String verbFile, String nounFile) {
    nouns = new HashSet<>(TextResources.lines(CueLexicon.class, nounFile));
    for (String line : TextResources.lines(CueLexicon.class, verbFile)) {
      String[] words = line.split(" ");
      String kinds = words[1];
      int comma = kinds.indexOf(',');
      var kind =
          Class.valueOf(
              (comma < 0 ? kinds : kinds.substring(0, comma)).toUpperCase(java.util.Locale.ROOT));
      var verb = new Verb(words[0], kind);
      verbs.putIfAbsent(words[0], verb);
      for (int i = 2; i < words.length; i++) {
        verbs.putIfAbsent(words[i], verb);
      }
    }
  }

  /** Whether a lower-case word is a noun that reports as a verb does. */
  boolean isNoun(String word) {
    return nouns.contains(word);
  }

  /** The verb a lower-case word is a form of, or null. */
  @org.jspecify.annotations.Nullable
  Verb verb(String word) {
    return verbs.get(word);
  }
}
