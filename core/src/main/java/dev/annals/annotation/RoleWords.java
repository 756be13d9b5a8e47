package dev.annals.annotation;

import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Word lists about roles. */
final class RoleWords {

  private static final Set<String> NOUNS = list("role-nouns.en.txt");
  private static final Set<String> ABBREVIATIONS = list("role-abbreviations.en.txt");
  private static final Set<String> OPENINGS = list("role-openings.en.txt");
  private static final Set<String> COPULAS = list("role-copulas.en.txt");
  private static final Set<String> DEPUTIES = list("role-deputies.en.txt");
  private static final Set<String> CALENDAR = list("role-calendar.en.txt");
  private static final List<String> ENDINGS =
      TextResources.lines(RoleWords.class, "role-endings.en.txt");
  private static final Map<String, RoleTense> TENSES = tenses();

  private RoleWords() {}

  /** Whether a token names what a person is or does: "Speaker", "Sen.", "mayor-elect". */
  static boolean isRole(Tokens tokens, int token) {
    String word = tokens.word(token);
    if (ABBREVIATIONS.contains(word)) {
      return true;
    }
    if (!Character.isLetter(word.charAt(0))) {
      return false;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (NOUNS.contains(lower)) {
      return true;
    }
    String core = lower.substring(prefix(lower), lower.length() - suffix(lower));
    if (NOUNS.contains(core)) {
      return true;
    }
    int hyphen = core.lastIndexOf('-');
    return hyphen > 0 && NOUNS.contains(core.substring(hyphen + 1));
  }

  /** Whether a noun that stands in no list ends as nouns for persons do. */
  static boolean looksLikeRole(String word) {
    for (String ending : ENDINGS) {
      if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** What a word of its own says of the role's tense, or null. */
  static @Nullable RoleTense tense(String word) {
    return TENSES.get(word.toLowerCase(Locale.ROOT));
  }

  /** The tense that a role's own word carries: "ex-mayor", "mayor-elect". */
  static RoleTense own(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (var entry : TENSES.entrySet()) {
      String part = entry.getKey();
      if (part.startsWith("-") && lower.endsWith(part)
          || part.endsWith("-") && lower.startsWith(part)) {
        return entry.getValue();
      }
    }
    return RoleTense.CURRENT;
  }

  /** Length of "ex-" and the like at a word's start. */
  static int prefix(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (String part : TENSES.keySet()) {
      if (part.endsWith("-") && lower.startsWith(part) && lower.length() > part.length()) {
        return part.length();
      }
    }
    return 0;
  }

  private static int suffix(String lower) {
    for (String part : TENSES.keySet()) {
      if (part.startsWith("-") && lower.endsWith(part) && lower.length() > part.length() + 3) {
        return part.length();
      }
    }
    return 0;
  }

  static boolean isOpening(String word) {
    return OPENINGS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** "vice", "deputy": the role is not that of its head. */
  static boolean isDeputy(String word) {
    return DEPUTIES.contains(word.toLowerCase(Locale.ROOT));
  }

  /** "on Monday President Okoro": the day is no part of the role. */
  static boolean isCalendar(String word) {
    return CALENDAR.contains(word);
  }

  static boolean isCopula(String word) {
    return COPULAS.contains(word);
  }

  private static Set<String> list(String file) {
    return Set.copyOf(TextResources.lines(RoleWords.class, file));
  }

  private static Map<String, RoleTense> tenses() {
    var tenses = new HashMap<String, RoleTense>();
    for (String line : TextResources.lines(RoleWords.class, "role-tenses.en.txt")) {
      int blank = line.indexOf(' ');
      tenses.put(line.substring(0, blank), RoleTense.valueOf(line.substring(blank + 1)));
    }
    return Map.copyOf(tenses);
  }
}
