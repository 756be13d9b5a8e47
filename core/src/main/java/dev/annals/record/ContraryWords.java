package dev.annals.record;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Lemmas;
import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells wordings that share most of their words and yet say something else: "was closed" and "was
 * reopened", "40 boats" and "60 boats", "we will" and "we will not".
 */
final class ContraryWords {

  /** The longer wording has so many words for one of the shorter when they are as long. */
  private static final double AS_LONG = 1.34;

  private static final Map<String, Set<String>> OPPOSITES = opposites();
  private static final Set<String> NEGATORS =
      Set.copyOf(TextResources.lines(Annotations.class, "negators.en.txt"));
  private static final List<String> NEGATED =
      TextResources.lines(ContraryWords.class, "negated-endings.en.txt");

  /** Number words with what they mean, where they mean one number. */
  private static final Map<String, String> NUMBERS = numbers();

  private ContraryWords() {}

  private static Map<String, Set<String>> opposites() {
    var opposites = new HashMap<String, Set<String>>();
    for (String line : TextResources.lines(ContraryWords.class, "contrary-words.en.txt")) {
      int sign = line.indexOf(" / ");
      String left = line.substring(0, sign);
      String right = line.substring(sign + 3);
      opposites.computeIfAbsent(left, key -> new HashSet<>()).add(right);
      opposites.computeIfAbsent(right, key -> new HashSet<>()).add(left);
    }
    return Map.copyOf(opposites);
  }

  private static Map<String, String> numbers() {
    var numbers = new HashMap<String, String>();
    for (String line : TextResources.lines(Annotations.class, "numbers.en.txt")) {
      String[] parts = line.split(" ");
      // "one" and "a" are pronouns and articles as often
      if (parts[1].equals(parts[2]) && !parts[1].equals("1")) {
        numbers.put(parts[0], parts[1]);
      }
    }
    return Map.copyOf(numbers);
  }

  /** Whether two wordings, in plain words, cannot be of one utterance. */
  static boolean differ(List<String> one, List<String> other) {
    List<String> shorter = one.size() <= other.size() ? one : other;
    List<String> longer = shorter == one ? other : one;
    List<String> mine = without(shorter, longer);
    List<String> theirs = without(longer, shorter);
    boolean asLong = longer.size() <= AS_LONG * shorter.size() + 1;
    if (isNegated(mine) && !isNegated(longer)
        || asLong && isNegated(theirs) && !isNegated(shorter)) {
      return true;
    }
    return !mine.isEmpty() && (hasOtherNumber(mine, theirs) || hasOpposite(mine, theirs));
  }

  /** The words of one that the other lacks. */
  private static List<String> without(List<String> words, List<String> others) {
    var left = new ArrayList<String>();
    var known = Set.copyOf(new HashSet<>(others));
    for (String word : words) {
      if (!known.contains(word)) {
        left.add(word);
      }
    }
    return left;
  }

  private static boolean isNegated(List<String> words) {
    for (String word : words) {
      if (NEGATORS.contains(word)) {
        return true;
      }
      for (String ending : NEGATED) {
        if (word.endsWith(ending)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasOtherNumber(List<String> mine, List<String> theirs) {
    var numbers = new HashSet<String>();
    for (String word : theirs) {
      numbers.add(number(word));
    }
    numbers.remove("");
    for (String word : mine) {
      String number = number(word);
      if (!number.isEmpty() && !numbers.isEmpty() && !numbers.contains(number)) {
        return true;
      }
    }
    return false;
  }

  /** The digits of a number, or nothing. */
  private static String number(String word) {
    return Character.isDigit(word.charAt(0)) ? word : NUMBERS.getOrDefault(word, "");
  }

  private static boolean hasOpposite(List<String> mine, List<String> theirs) {
    var others = new HashSet<String>();
    for (String word : theirs) {
      others.add(word);
      others.add(Lemmas.verb(word));
    }
    for (String word : mine) {
      for (String form : List.of(word, Lemmas.verb(word))) {
        for (String opposite : OPPOSITES.getOrDefault(form, Set.of())) {
          if (others.contains(opposite)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
