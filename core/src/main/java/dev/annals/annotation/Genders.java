package dev.annals.annotation;

import dev.annals.text.TextResources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which persons of a scene are men and which are women, by titles and given names. */
final class Genders {

  /** What is not known. */
  static final char UNKNOWN = '?';

  private static final Set<String> FEMALE = names("first-names-female.en.txt");
  private static final Set<String> MALE = names("first-names-male.en.txt");

  /** Words before a name that tell a man from a woman. */
  private static final Map<String, Character> TITLES = letters("gendered-titles.en.txt");

  private final QuoteScene scene;
  private final Map<Integer, Character> told = new HashMap<>();

  Genders(QuoteScene scene) {
    this.scene = scene;
    for (NounPhrase phrase : scene.phrases) {
      if (phrase.kind() == NounPhrase.Kind.PERSON) {
        learn(phrase);
      }
    }
  }

  /** "Ms. Okoro", "Chairwoman Ada Okoro"; who is called both is neither. */
  private void learn(NounPhrase phrase) {
    int first = scene.tokens.at(Objects.requireNonNull(phrase.mention()).start());
    if (first == 0 || scene.tokens.sentence(first - 1) != scene.tokens.sentence(first)) {
      return;
    }
    Character gender = TITLES.get(scene.tokens.lower(first - 1));
    if (gender != null) {
      told.merge(phrase.entity(), gender, (known, now) -> known.equals(now) ? known : UNKNOWN);
    }
  }

  /** {@code m}, {@code f}, or {@link #UNKNOWN}. */
  char of(NounPhrase person) {
    Mention mention = person.mention();
    if (mention == null) {
      return UNKNOWN;
    }
    Character known = told.get(person.entity());
    if (known != null) {
      return known;
    }
    String name = mention.name();
    int blank = name.indexOf(' ');
    Character given =
        ofName((blank < 0 ? name : name.substring(0, blank)).toLowerCase(Locale.ROOT));
    return given == null ? UNKNOWN : given;
  }

  /** What a word before a name tells: "ms." a woman; null when nothing. */
  static @Nullable Character ofTitle(String title) {
    return TITLES.get(title);
  }

  /** What a given name tells, or null. */
  static @Nullable Character ofName(String name) {
    boolean female = FEMALE.contains(name);
    return female == MALE.contains(name) ? null : Character.valueOf(female ? 'f' : 'm');
  }

  private static Set<String> names(String file) {
    return new HashSet<>(TextResources.lines(Genders.class, file));
  }

  /** Words with a letter each. */
  static Map<String, Character> letters(String file) {
    var map = new HashMap<String, Character>();
    for (String line : TextResources.lines(Genders.class, file)) {
      int blank = line.indexOf(' ');
      map.put(line.substring(0, blank), line.charAt(blank + 1));
    }
    return map;
  }
}
