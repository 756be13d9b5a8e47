package dev.annals.annotation;

import dev.annals.text.TextResources;
import java.util.HashMap;
import java.util.Map;

/**
 * Dictionary forms of verbs and nouns: a table of irregular forms, then a table of endings of which
 * the longest that fits wins. A word that the tables get wrong gets the same wrong form every time,
 * which is enough to compare by.
 */
public final class Lemmas {

  private static final Map<String, String> VERBS = table("irregular-verbs.en.txt");
  private static final Map<String, String> PLURALS = table("irregular-plurals.en.txt");
  private static final Map<String, String> ENDINGS = table("word-endings.en.txt");
  // the longest ending in the table
  private static final int LONGEST = 12;

  private Lemmas() {}

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
    String irregular = VERBS.get(form);
    return irregular == null ? cut(form) : irregular;
  }

  /**
   * Singular of a noun.
   *
   * @param form in lower case
   */
  public static String noun(String form) {
    String irregular = PLURALS.get(form);
    if (irregular != null) {
      return irregular;
    }
    return form.isEmpty() || form.charAt(form.length() - 1) != 's' ? form : cut(form);
  }

  private static String cut(String form) {
    for (int at = Math.max(0, form.length() - LONGEST); at < form.length(); at++) {
      String instead = ENDINGS.get(form.substring(at));
      if (instead != null && (at >= 2 || at + instead.length() >= 3)) {
        return instead.equals("-") ? form.substring(0, at) : form.substring(0, at) + instead;
      }
    }
    return form;
  }
}
