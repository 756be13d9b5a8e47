package dev.annals.annotation;

import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that join clauses and phrases, by what they do: from {@code connectives.en.txt}, one role
 * and its words a line.
 */
final class Connectives {

  private static final Map<String, List<String>> ROLES = read();

  /** The preposition that ties a noun to the noun it is about. */
  static final String OF = ROLES.get("of").get(0);

  /** The preposition that leads to who did it. */
  static final String BY = ROLES.get("by").get(0);

  /** The word that leaves open what follows it. */
  static final String WHETHER = ROLES.get("open").get(0);

  /** The auxiliary of the perfect. */
  static final String HAVE = ROLES.get("perfect").get(0);

  private static final Set<String> ADVICE = words("advice");
  private static final Set<String> INTENTIONS = words("intention");
  private static final Set<String> NECESSITIES = words("necessity");
  private static final Set<String> COMPLEMENTIZERS = words("complementizer");
  private static final Set<String> UPCOMING = words("upcoming");
  private static final Set<String> INTERROGATIVES = words("interrogative");
  private static final Set<String> REFUSALS = words("refusal");
  private static final Set<String> LIMITS = words("limit");
  private static final Set<String> PASSIVE = words("passive");
  private static final Set<String> SUBORDINATORS = words("subordinator");
  private static final Set<String> CONDITIONS = words("condition");
  private static final Set<String> RELATIVES = words("relative");
  private static final WordTrait RELATIVE = WordTrait.ofLower(RELATIVES::contains);
  private static final Set<String> NEGATIONS = words("negation");
  private static final Set<String> ENDINGS = words("no-longer");
  private static final Set<String> BACKGROUND = words("background");

  private static final Set<String> PRIOR = words("prior");
  private static final Set<String> OCCASIONS = words("occasion");

  private static final Set<String> MEANWHILE = words("meanwhile");

  private static final Set<String> FORERUNNERS = words("forerunner");

  private Connectives() {}

  private static Map<String, List<String>> read() {
    var roles = new HashMap<String, List<String>>();
    for (String line : TextResources.lines(Connectives.class, "connectives.en.txt")) {
      int colon = line.indexOf(':');
      var words = new ArrayList<String>();
      for (String word : line.substring(colon + 1).strip().split(" ")) {
        words.add(word);
      }
      roles.put(line.substring(0, colon), List.copyOf(words));
    }
    return Map.copyOf(roles);
  }

  private static Set<String> words(String role) {
    return Set.copyOf(ROLES.getOrDefault(role, List.of()));
  }

  static boolean isAdvice(String modal) {
    return ADVICE.contains(modal);
  }

  /** Modals of what is to come, unless a condition stands beside them. */
  static boolean isIntention(String modal) {
    return INTENTIONS.contains(modal);
  }

  /** Modals of what is to come, whatever stands beside them. */
  static boolean isNecessity(String modal) {
    return NECESSITIES.contains(modal);
  }

  static boolean isSubordinator(String word) {
    return SUBORDINATORS.contains(word) || CONDITIONS.contains(word);
  }

  static boolean isCondition(String word) {
    return CONDITIONS.contains(word);
  }

  static boolean isRelative(String word) {
    return RELATIVES.contains(word);
  }

  static boolean isRelative(Tokens tokens, int token) {
    return RELATIVE.has(tokens, token);
  }

  /** Whether a relative word also opens what is said or thought. */
  static boolean isComplementizer(String word) {
    return COMPLEMENTIZERS.contains(word);
  }

  /** Whether the present after this word is still to come. */
  static boolean isUpcoming(String word) {
    return UPCOMING.contains(word);
  }

  /** Whether a word opens a question. */
  static boolean isInterrogative(String word) {
    return INTERROGATIVES.contains(word);
  }

  /** Whether a word before a verb says that it is not done: "declined to say". */
  static boolean isRefusal(String word) {
    return REFUSALS.contains(word);
  }

  /** Whether a time after this word says how long something lasts: "until Tuesday". */
  static boolean isLimit(String word) {
    return LIMITS.contains(word);
  }

  /** Whether a word is a form of the passive's auxiliary. */
  static boolean isBe(String word) {
    return PASSIVE.contains(word);
  }

  static boolean isNegation(String word) {
    return NEGATIONS.contains(word);
  }

  /** Whether this word with the one before it tells an end: "no longer". */
  static boolean isNoLonger(String word) {
    return ENDINGS.contains(word);
  }

  static boolean isBackground(String word) {
    return BACKGROUND.contains(word);
  }

  /** Whether the clause after this word tells what was before the news. */
  static boolean isPrior(String word) {
    return PRIOR.contains(word);
  }

  /** Whether a time in the phrase after this word is that of what the phrase names. */
  static boolean isOccasion(String word) {
    return OCCASIONS.contains(word);
  }

  /** Whether what the phrase after this word names is still to come: "before the vote". */
  static boolean isForerunner(String word) {
    return FORERUNNERS.contains(word);
  }

  /** Whether what the phrase after this word names goes on while something happens. */
  static boolean isMeanwhile(String word) {
    return MEANWHILE.contains(word);
  }
}
