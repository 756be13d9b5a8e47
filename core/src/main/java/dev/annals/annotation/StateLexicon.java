package dev.annals.annotation;

import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that tell changes of state, from {@code state-verbs.en.txt} and {@code state-nouns.en.txt}:
 * a new verb is a line there.
 */
final class StateLexicon {

  /** Who of those around the verb changes. */
  enum Undergoer {
    /** The object, or the subject of a passive. */
    OBJECT,
    /** The subject. */
    SUBJECT,
    /** The object where there is one, else the subject: "they resumed the game", "it resumed". */
    EITHER,
    /** What the last preposition leads to: "broke into the hall". */
    PREPOSITIONAL
  }

  /**
   * A verb pattern.
   *
   * @param words what follows the verb, "*" for its object
   * @param classes the things it can happen to
   */
  record VerbPattern(List<String> words, Undergoer undergoer, String state, List<String> classes) {}

  /** A noun: "the postponement of the vote". */
  record NounPattern(String state, List<String> classes) {}

  static final Map<String, List<VerbPattern>> VERBS = verbs();
  static final Map<String, NounPattern> NOUNS = nouns();

  private StateLexicon() {}

  private static Map<String, List<VerbPattern>> verbs() {
    var verbs = new HashMap<String, List<VerbPattern>>();
    for (String line : TextResources.lines(StateLexicon.class, "state-verbs.en.txt")) {
      int colon = line.lastIndexOf(" : ");
      int sign = signAt(line);
      var pattern = Arrays.asList(line.substring(0, sign).strip().split(" "));
      var undergoer =
          switch (line.charAt(sign)) {
            case '>' -> Undergoer.OBJECT;
            case '<' -> Undergoer.SUBJECT;
            case '=' -> Undergoer.EITHER;
            default -> Undergoer.PREPOSITIONAL;
          };
      verbs
          .computeIfAbsent(pattern.get(0), key -> new ArrayList<>())
          .add(
              new VerbPattern(
                  List.copyOf(pattern.subList(1, pattern.size())),
                  undergoer,
                  line.substring(sign + 1, colon).strip(),
                  List.of(line.substring(colon + 3).strip().split(" "))));
    }
    // the longest pattern is the most telling
    verbs.values().forEach(list -> list.sort(Comparator.comparingInt(p -> -p.words().size())));
    return verbs;
  }

  private static int signAt(String line) {
    for (int i = 0; i < line.length(); i++) {
      if ("<>=@".indexOf(line.charAt(i)) >= 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("no sign in state-verbs: " + line);
  }

  private static Map<String, NounPattern> nouns() {
    var nouns = new HashMap<String, NounPattern>();
    for (String line : TextResources.lines(StateLexicon.class, "state-nouns.en.txt")) {
      int colon = line.indexOf(" : ");
      int blank = line.indexOf(' ');
      nouns.put(
          line.substring(0, blank),
          new NounPattern(
              line.substring(blank + 1, colon),
              List.of(line.substring(colon + 3).strip().split(" "))));
    }
    return nouns;
  }
}
