package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fullest form of each name of a document. A bare surname takes the person last seen before it
 * with a full name, else the one seen first after it; an acronym takes the organisation whose
 * initials it is.
 */
final class FullNames {

  /** Persons of one surname that are told apart; more stand in lists that are no reports. */
  private static final int FORMS = 40;

  private final Tokens tokens;
  private final List<FoundName> found;
  private final List<String[]> words = new ArrayList<>();
  private final Map<String, List<Integer>> byLastWord = new HashMap<>();
  private final Map<String, List<Integer>> inPlay = new HashMap<>();
  private final Map<String, List<Integer>> byFirstWord = new HashMap<>();
  private final Map<String, List<Integer>> forms = new HashMap<>();
  private final Map<String, Integer> fullest = new HashMap<>();
  private final Map<String, Integer> byInitials = new HashMap<>();
  private final Map<String, Integer> byShortName = new HashMap<>();

  FullNames(Tokens tokens, List<FoundName> found) {
    this.tokens = tokens;
    this.found = found;
    for (int i = 0; i < found.size(); i++) {
      var name = found.get(i);
      String[] parts = parts(name);
      words.add(parts);
      if (parts.length > 1) {
        if (name.type() == MentionType.PERSON) {
          byLastWord.computeIfAbsent(surname(parts), key -> new ArrayList<>()).add(i);
          byFirstWord.computeIfAbsent(lower(parts[0]), key -> new ArrayList<>()).add(i);
          var same = forms.computeIfAbsent(surname(parts), key -> new ArrayList<>());
          if (same.size() < FORMS && fullest.putIfAbsent(joined(parts), -1) == null) {
            same.add(i);
          }
        } else if (name.type() == MentionType.ORGANIZATION) {
          byInitials.putIfAbsent(initials(parts), i);
          byShortName.putIfAbsent(lower(shortName(parts)), i);
        }
      }
    }
    leaveOutKin();
  }

  /**
   * Those of a surname that a bare surname may mean: "his son, Joe Lind," who is not named in full
   * again is left to his father.
   */
  private void leaveOutKin() {
    for (var entry : byLastWord.entrySet()) {
      var kept = new ArrayList<Integer>();
      for (int i : entry.getValue()) {
        if (!isKin(i) || times(entry.getValue(), i) > 1) {
          kept.add(i);
        }
      }
      if (!kept.isEmpty() && kept.size() < entry.getValue().size()) {
        inPlay.put(entry.getKey(), kept);
      }
    }
  }

  /** How often a person is named with this first name, as far as that matters. */
  private int times(List<Integer> bearers, int at) {
    int times = 0;
    for (int other : bearers.subList(0, Math.min(FORMS, bearers.size()))) {
      times += lower(words.get(other)[0]).equals(lower(words.get(at)[0])) ? 1 : 0;
    }
    return times;
  }

  /** Whether a word for a relative stands before a name, with or without a comma. */
  private boolean isKin(int at) {
    int before = found.get(at).first() - 1;
    if (before >= 0 && tokens.is(before, ",")) {
      before--;
    }
    return before >= 0
        && tokens.sentence(before) == tokens.sentence(found.get(at).first())
        && NameWords.KIN.contains(tokens.word(before));
  }

  /** The fullest form of a name. */
  String of(int at) {
    return text(found.get(full(at)));
  }

  private int full(int at) {
    var name = found.get(at);
    String[] parts = words.get(at);
    return switch (name.type()) {
      case PERSON -> person(at, parts);
      case ORGANIZATION -> organization(at, parts);
      case PLACE -> at;
    };
  }

  private int person(int at, String[] parts) {
    int title = title(at);
    if (parts.length == 2 && NameWords.FIRST_NAME_TITLES.contains(parts[0])) {
      return titled(at, parts[0], lower(parts[1]));
    }
    if (parts.length > 1) {
      return fullest(at);
    }
    return title >= 0 && NameWords.FIRST_NAME_TITLES.contains(tokens.word(title))
        ? titled(at, tokens.word(title), lower(parts[0]))
        : bearer(at, parts[0]);
  }

  /** "Sir Anders" is the one Anders who is named in full with that title, and nobody else. */
  private int titled(int at, String title, String firstName) {
    int found = -1;
    for (int i : first(byFirstWord.get(firstName))) {
      int own = title(i);
      if (own >= 0 && tokens.is(own, title)) {
        if (found >= 0 && !sameSurname(found, i)) {
          return at;
        }
        found = found < 0 ? i : found;
      }
    }
    for (int i : first(byFirstWord.get(lower(title)))) {
      if (words.get(i).length > 2 && lower(words.get(i)[1]).equals(firstName)) {
        if (found >= 0 && !sameSurname(found, i)) {
          return at;
        }
        found = found < 0 ? i : found;
      }
    }
    return found < 0 ? at : fullest(found);
  }

  private static List<Integer> first(@Nullable List<Integer> names) {
    return names == null ? List.of() : names.subList(0, Math.min(FORMS, names.size()));
  }

  private boolean sameSurname(int one, int other) {
    return surname(words.get(one)).equals(surname(words.get(other)));
  }

  /** Whom a bare surname, or else a bare first name, means. */
  private int bearer(int at, String word) {
    int title = title(at);
    String surname = lower(word);
    Character gender = title < 0 ? null : Genders.ofTitle(tokens.lower(title));
    if (isAnother(at, title, surname)) {
      return at;
    }
    List<Integer> bearers = fitting(byLastWord.get(surname), gender);
    Integer bySurname = nearest(fitting(inPlay.get(surname), gender), at);
    if (bySurname == null) {
      bySurname = nearest(bearers, at);
    }
    if (bySurname != null) {
      return fullest(bySurname);
    }
    if (byLastWord.containsKey(surname)) {
      return at; // "Mr. Lind", and all of that name are women
    }
    Integer first = nearest(byFirstWord.get(surname), at);
    if (first == null || surnames(surname) > 1) {
      return at;
    }
    return fullest(first);
  }

  /** Those of a surname that may be a man, or a woman; null for none. */
  private @Nullable List<Integer> fitting(
      @Nullable List<Integer> bearers, @Nullable Character gender) {
    if (bearers == null || gender == null || bearers.size() > FORMS) {
      return bearers;
    }
    var fitting = new ArrayList<Integer>();
    for (int bearer : bearers) {
      Character theirs = Genders.ofName(lower(words.get(bearer)[0]));
      if (theirs == null || theirs.equals(gender)) {
        fitting.add(bearer);
      }
    }
    return fitting.isEmpty() ? null : fitting;
  }

  /**
   * "President Lind", before anybody of that surname is named in full, is none of those who are
   * named later without that title.
   */
  private boolean isAnother(int at, int title, String surname) {
    var bearers = byLastWord.get(surname);
    if (bearers == null || title < 0 || !NameWords.WELL_KNOWN.contains(tokens.word(title))) {
      return false;
    }
    for (int other : bearers.subList(0, Math.min(FORMS, bearers.size()))) {
      if (other < at || hasTitle(other, title) || sameSentence(other, at)) {
        return false;
      }
    }
    return true;
  }

  private boolean sameSentence(int one, int other) {
    return tokens.sentence(found.get(one).first()) == tokens.sentence(found.get(other).first());
  }

  /** The word with a capital right before a name, or -1. */
  private int title(int at) {
    int before = found.get(at).first() - 1;
    boolean capital =
        before >= 0
            && tokens.sentence(before) == tokens.sentence(before + 1)
            && Character.isUpperCase(tokens.first(before));
    return capital ? before : -1;
  }

  private boolean hasTitle(int at, int title) {
    int own = title(at);
    return own >= 0 && RoleHead.of(tokens.word(own)).equals(RoleHead.of(tokens.word(title)));
  }

  /** How many surnames go with a first name. */
  private long surnames(String firstName) {
    return byFirstWord.getOrDefault(firstName, List.of()).stream()
        .limit(FORMS)
        .map(i -> surname(words.get(i)))
        .distinct()
        .count();
  }

  /** The last one before a name, else the first one after it. */
  private static @Nullable Integer nearest(@Nullable List<Integer> candidates, int at) {
    if (candidates == null) {
      return null;
    }
    int place = -Collections.binarySearch(candidates, at) - 1;
    return candidates.get(Math.max(0, place - 1));
  }

  /** The longest form of a person's name in the document; the earliest of those as long. */
  private int fullest(int at) {
    String[] own = words.get(at);
    int known = fullest.getOrDefault(joined(own), -1);
    if (known >= 0) {
      return known;
    }
    int best = at;
    for (int other : forms.getOrDefault(surname(own), List.of())) {
      String[] parts = words.get(other);
      boolean longer =
          parts.length > words.get(best).length
              || parts.length == words.get(best).length && longerWords(parts, words.get(best));
      if (longer && NameWords.compatible(own[0], parts[0]) && middleFits(own, parts)) {
        best = other;
      }
    }
    fullest.put(joined(own), best);
    return best;
  }

  private static boolean longerWords(String[] one, String[] other) {
    return String.join(" ", one).length() > String.join(" ", other).length();
  }

  private static String joined(String[] parts) {
    return lower(String.join(" ", parts));
  }

  private static boolean middleFits(String[] one, String[] other) {
    return one.length < 3
        || other.length < 3
        || NameWords.NAME_ENDINGS.contains(one[one.length - 1])
        || NameWords.NAME_ENDINGS.contains(other[other.length - 1])
        || NameWords.compatible(one[1], other[1]);
  }

  private int organization(int at, String[] parts) {
    if (parts.length == 1) {
      Integer spelled = isAcronym(parts[0]) ? byInitials.get(lower(plain(parts[0]))) : null;
      if (spelled != null) {
        return spelled;
      }
    }
    return byShortName.getOrDefault(lower(String.join(" ", parts)), at);
  }

  private static boolean isAcronym(String word) {
    String plain = plain(word);
    return plain.length() >= 2 && plain.chars().filter(Character::isUpperCase).count() >= 2;
  }

  private static String plain(String word) {
    return word.replace(".", "");
  }

  /** First letters of the words that begin with a capital, in lower case. */
  private static String initials(String[] parts) {
    var letters = new StringBuilder();
    for (String part : parts) {
      if (Character.isUpperCase(part.charAt(0))) {
        letters.append(part.charAt(0));
      }
    }
    return lower(letters.toString());
  }

  /** A company's name without "Inc." and the like. */
  private static String shortName(String[] parts) {
    int end = parts.length;
    while (end > 1 && NameWords.COMPANY_ENDINGS.contains(parts[end - 1])) {
      end--;
    }
    return String.join(" ", List.of(parts).subList(0, end));
  }

  private static String surname(String[] parts) {
    int last = parts.length - 1;
    while (last > 1
        && (NameWords.NAME_ENDINGS.contains(parts[last]) || parts[last].length() == 1)) {
      last--;
    }
    return lower(parts[last]);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private String[] parts(FoundName name) {
    String[] parts = new String[name.last() - name.first() + 1];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = tokens.word(name.first() + i);
    }
    return parts;
  }

  /** The words of a name with single blanks. */
  private String text(FoundName name) {
    String text = tokens.span(name.first(), name.last()).of(tokens.text());
    var plain = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[' || c == ']') {
        continue; // "[Ada] Okoro"
      }
      if (Character.isWhitespace(c)) {
        blank = true;
      } else {
        if (blank) {
          plain.append(' ');
          blank = false;
        }
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
