package dev.annals.annotation;

import dev.annals.text.TextResources;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dictionary forms of verbs and nouns: a table of irregular forms, then a table of endings of which
 * the longest that fits wins. A word that the tables get wrong gets the same wrong form every time,
 * which is enough to compare by.
 */
public final class Lemmas {

  private static final Map<String, String> VERBS = table("irregular-verbs.en.txt");
  private static final Map<String, String> PLURALS = table("irregular-plurals.en.txt");
  private static final Map<String, String> ENDINGS = table("word-endings.en.txt");
  private static final int ENDING_MASK = (1 << 16) - 1;
  private static final BitSet ENDING_HASHES = endingHashes();
  // the longest ending in the table
  private static final int LONGEST = 12;

  // forms met of late: the tables are asked a dozen times for a form they do not have
  private static final int KEPT = 1 << 12;
  private static final @Nullable Known[] VERB_FORMS = new Known[KEPT];
  private static final @Nullable Known[] NOUN_FORMS = new Known[KEPT];

  private Lemmas() {}

  private record Known(String form, String lemma) {}

  static Map<String, String> table(String name) {
    var forms = new HashMap<String, String>();
    for (String line : TextResources.lines(Lemmas.class, name)) {
      int blank = line.indexOf(' ');
      forms.put(line.substring(0, blank), line.substring(blank + 1));
    }
    return Map.copyOf(forms);
  }

  /**
   * Dictionary form of a verb.
   *
   * @param form in lower case
   */
  public static String verb(String form) {
    Known known = VERB_FORMS[place(form)];
    if (known == null || !known.form().equals(form)) {
      String irregular = VERBS.get(form);
      known = new Known(form, irregular == null ? cut(form) : irregular);
      VERB_FORMS[place(form)] = known;
    }
    return known.lemma();
  }

  private static int place(String form) {
    int hash = form.hashCode();
    return (hash ^ hash >>> 12) & KEPT - 1;
  }

  /**
   * Singular of a noun.
   *
   * @param form in lower case
   */
  public static String noun(String form) {
    Known known = NOUN_FORMS[place(form)];
    if (known == null || !known.form().equals(form)) {
      String irregular = PLURALS.get(form);
      boolean plural = !form.isEmpty() && form.charAt(form.length() - 1) == 's';
      known = new Known(form, irregular != null ? irregular : plural ? cut(form) : form);
      NOUN_FORMS[place(form)] = known;
    }
    return known.lemma();
  }

  private static String cut(String form) {
    int least = Math.max(0, form.length() - LONGEST);
    // of most endings nothing is known: their hashes, made from the last letter on, say so
    int hash = 0;
    int power = 1;
    int likely = 0;
    for (int at = form.length() - 1; at >= least; at--) {
      hash += form.charAt(at) * power;
      power *= 31;
      likely |= ENDING_HASHES.get(hash & ENDING_MASK) ? 1 << at - least : 0;
    }
    for (int at = least; likely >> at - least != 0; at++) {
      String instead = (likely >> at - least & 1) == 0 ? null : ENDINGS.get(form.substring(at));
      if (instead != null && (at >= 2 || at + instead.length() >= 3)) {
        return instead.equals("-") ? form.substring(0, at) : form.substring(0, at) + instead;
      }
    }
    return form;
  }

  private static BitSet endingHashes() {
    var hashes = new BitSet(ENDING_MASK + 1);
    for (String ending : ENDINGS.keySet()) {
      hashes.set(ending.hashCode() & ENDING_MASK);
    }
    return hashes;
  }
}
