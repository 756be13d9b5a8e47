package dev.annals.record;

import dev.annals.annotation.Lemmas;
import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a report calls a thing, taken apart: "the joint session of the Council" is a session, told
 * from others by "council".
 *
 * @param head the noun, in the singular
 * @param many whether the noun is a plural
 * @param proper whether the noun is itself a name, of an unknown kind: "the Old Hall"
 * @param named words of a name before the noun: they always tell things apart
 * @param others other words that tell it apart
 * @param common names in it that the whole story is about
 */
record TrackSubject(
    String head,
    boolean many,
    boolean proper,
    Set<String> named,
    Set<String> others,
    Set<String> common) {

  private static final Map<String, Integer> SYNONYMS = synonyms();
  private static final Set<String> MODIFIERS =
      Set.copyOf(TextResources.lines(TrackSubject.class, "track-modifiers.en.txt"));
  private static final List<String> QUALITY_ENDINGS =
      TextResources.lines(TrackSubject.class, "quality-endings.en.txt");
  private static final Set<String> OF =
      Set.copyOf(TextResources.lines(TrackSubject.class, "of.en.txt"));

  /** Prepositions that tell nothing apart: "a ferry with 40 people". */
  private static final Set<String> LOOSE =
      Set.copyOf(TextResources.lines(TrackSubject.class, "loose-prepositions.en.txt"));

  private static Map<String, Integer> synonyms() {
    var sets = new HashMap<String, Integer>();
    int number = 0;
    for (String line : TextResources.lines(TrackSubject.class, "track-synonyms.en.txt")) {
      for (String word : line.split(" ")) {
        sets.put(word, number);
      }
      number++;
    }
    return sets;
  }

  /**
   * Takes the words apart.
   *
   * @param subject as the text has it
   * @param everywhere words that most articles of the story use: they tell nothing apart
   */
  static TrackSubject of(String subject, Set<String> everywhere) {
    var words = new ArrayList<String>();
    for (String word : subject.split("[\\s'’]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    int head = words.size() - 1;
    for (int i = 1; i < words.size(); i++) {
      if (OF.contains(words.get(i))) {
        head = i - 1;
        break;
      }
    }
    var named = new TreeSet<String>();
    var others = new TreeSet<String>();
    var common = new TreeSet<String>();
    String noun = head < 0 ? "" : Lemmas.noun(plain(words.get(head)));
    boolean many = head >= 0 && !noun.equals(plain(words.get(head)));
    boolean name = head >= 0 && Character.isUpperCase(words.get(head).charAt(0));
    boolean opens = head == 0 && words.size() > 1 && isLower(words); // "Schools in the town"
    boolean proper = name && !opens && !SYNONYMS.containsKey(noun);
    for (int i = 0; i < words.size(); i++) {
      String word = plain(words.get(i));
      if (i > head && LOOSE.contains(word)) {
        break;
      }
      if (i == head) {
        if (proper) {
          named.add(noun);
        }
      } else if (word.length() > 1 && !ContentWords.isStopword(word) && !isModifier(word)) {
        if (name && i < head && Character.isUpperCase(words.get(i).charAt(0))) {
          named.add(word);
        } else if (isEverywhere(word, everywhere)) {
          if (Character.isUpperCase(words.get(i).charAt(0))) {
            common.add(word);
          }
        } else if (i > head || !isQuality(words.get(i))) {
          others.add(word);
        }
      }
    }
    return new TrackSubject(noun, many, proper, named, others, common);
  }

  /** Whether no word but the first begins with a capital. */
  private static boolean isLower(List<String> words) {
    return words.stream().skip(1).noneMatch(word -> Character.isUpperCase(word.charAt(0)));
  }

  private static boolean isModifier(String word) {
    return MODIFIERS.contains(word) || Character.isDigit(word.charAt(0));
  }

  /** "The disputed bill", "the amended bill": one bill at several times. */
  private static boolean isQuality(String word) {
    for (String ending : QUALITY_ENDINGS) {
      if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** A handle is told by the names in it. */
  private static boolean isEverywhere(String word, Set<String> everywhere) {
    if (everywhere.contains(word)) {
      return true;
    }
    if (word.charAt(0) == '@') {
      for (String known : everywhere) {
        if (known.length() > 3 && word.contains(known)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String plain(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int end = lower.length();
    while (end > 0 && !Character.isLetterOrDigit(lower.charAt(end - 1))) {
      end--;
    }
    return lower.substring(0, end).replace(".", "");
  }

  /** Whether nothing tells it from others of its kind. */
  boolean isBare() {
    return named.isEmpty() && others.isEmpty();
  }

  /** Whether the nouns can mean one thing. */
  boolean hasKindOf(TrackSubject other) {
    if (head.equals(other.head) || named.contains(other.head) || other.named.contains(head)) {
      return true;
    }
    Integer set = SYNONYMS.get(head);
    return set != null && set.equals(SYNONYMS.get(other.head));
  }

  /** Whether a noun can stand for a name: "the building" for "the Old Hall". */
  boolean standsFor(TrackSubject other) {
    return hasKindOf(other) || other.proper && SYNONYMS.containsKey(head);
  }

  /**
   * Whether both are one kind of thing of somebody or some place that the whole story is about:
   * "the trial of Ann Lee", "the fraud trial of Ann Lee".
   */
  boolean isOfTheSame(TrackSubject other) {
    if (!head.equals(other.head) || many != other.many) {
      return false;
    }
    var mine = names();
    var its = other.names();
    return !mine.isEmpty() && !its.isEmpty() && (mine.containsAll(its) || its.containsAll(mine));
  }

  private Set<String> names() {
    var names = new TreeSet<>(named);
    names.addAll(common);
    names.remove(head);
    return names;
  }

  /** Whether both are told from others, and by words they share. */
  boolean sharesName(TrackSubject other) {
    var mine = distinct();
    for (String word : other.distinct()) {
      if (mine.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The words that tell it apart; a noun that others bear too only where it has no other. */
  private Set<String> distinct() {
    var words = new TreeSet<>(named);
    words.addAll(others);
    if (words.size() > 1) {
      words.remove(head);
    }
    return words;
  }
}
