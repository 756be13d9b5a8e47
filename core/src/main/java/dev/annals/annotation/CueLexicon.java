package dev.annals.annotation;

import dev.annals.text.TextResources;
import java.util.HashMap;
import java.util.Map;

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

  static final CueLexicon ENGLISH = new CueLexicon("reporting-verbs.en.txt");

  private final Map<String, Verb> verbs = new HashMap<>();

  private CueLexicon(String file) {
    for (String line : TextResources.lines(CueLexicon.class, file)) {
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

  /** The verb a lower-case word is a form of, or null. */
  @org.jspecify.annotations.Nullable
  Verb verb(String word) {
    return verbs.get(word);
  }
}
