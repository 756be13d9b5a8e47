package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Word lists about names. */
final class NameWords {

  static final Set<String> HONORIFICS = list("honorifics.en.txt");
  static final Set<String> COMPANY_ENDINGS = list("company-endings.en.txt");
  static final Set<String> NAME_ENDINGS = list("name-endings.en.txt");

  /** Words by which a page offers its films and other pages. */
  static final Set<String> PAGE_WORDS = list("page-words.en.txt");

  /** Titles of those whom reports name without a first name. */
  static final Set<String> WELL_KNOWN = list("well-known-titles.en.txt");

  /** Titles before a first name, with which it is enough. */
  static final Set<String> FIRST_NAME_TITLES = list("first-name-titles.en.txt");

  static final Set<String> PARTY_MEMBERS = list("party-members.en.txt");

  /** Words for a relative: "his son". */
  static final Set<String> KIN = list("kin-nouns.en.txt");

  /** Agencies of news and of pictures, in every form. */
  static final Set<String> AGENCIES = agencies();

  /** Words of a picture's credit line. */
  static final Set<String> CREDIT_WORDS = words(Article.class, "picture-words.en.txt");

  private static final Map<String, List<String>> NICKNAMES = nicknames();

  private static final List<String> NOTES =
      TextResources.lines(NameWords.class, "signing-openings.en.txt");

  private NameWords() {}

  /** Whether a note of who wrote or edited begins at a token: "Reporting by". */
  static boolean opensNote(Tokens tokens, int from, int to) {
    if (from >= to) {
      return false;
    }
    for (String note : NOTES) {
      if (tokens.text().regionMatches(true, tokens.start(from), note, 0, note.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether two first names may be one person's: "Joe" and "Joseph", "J." and "Joseph". */
  static boolean compatible(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    if (a.equals(b)) {
      return true;
    }
    if (a.charAt(0) == b.charAt(0) && (isInitial(a) || isInitial(b))) {
      return true;
    }
    for (String line : NICKNAMES.getOrDefault(a, List.of())) {
      if (NICKNAMES.getOrDefault(b, List.of()).contains(line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInitial(String word) {
    return word.length() == 1 || word.length() == 2 && word.charAt(1) == '.';
  }

  private static Set<String> list(String file) {
    return Set.copyOf(TextResources.lines(NameWords.class, file));
  }

  private static Set<String> words(Class<?> owner, String file) {
    var words = new HashSet<String>();
    for (String line : TextResources.lines(owner, file)) {
      words.addAll(List.of(line.toLowerCase(Locale.ROOT).split("[ =|+]+")));
    }
    return Set.copyOf(words);
  }

  private static Set<String> agencies() {
    var names = new HashSet<String>();
    for (String file : List.of("agencies.en.txt", "picture-agencies.en.txt")) {
      for (String line : TextResources.lines(Article.class, file)) {
        for (String name : line.split(" = | \\| ")) {
          names.add(name);
          names.add(name.toUpperCase(Locale.ROOT));
        }
      }
    }
    return Set.copyOf(names);
  }

  private static Map<String, List<String>> nicknames() {
    var names = new HashMap<String, List<String>>();
    for (String line : TextResources.lines(NameWords.class, "nicknames.en.txt")) {
      for (String name : line.split(" ")) {
        names.merge(
            name,
            List.of(line),
            (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
      }
    }
    return Map.copyOf(names);
  }
}
