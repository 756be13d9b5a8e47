package dev.annals.record;

import dev.annals.annotation.MentionType;
import dev.annals.text.TextResources;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What names say of themselves by their first and last words: a place, a law, a prize, a page. */
final class NameKinds {

  private static final Set<String> VENUES = list("venue-nouns.en.txt");
  private static final Set<String> NO_VENUES = list("venue-namesakes.en.txt");
  private static final Set<String> NO_ACTORS = list("no-actors.en.txt");
  private static final Set<String> NO_ACTOR_NOUNS = list("no-actor-nouns.en.txt");
  private static final Set<String> NO_BODY_NOUNS = list("no-organization-nouns.en.txt");
  private static final Set<String> NO_PERSONS = list("no-persons.en.txt");
  private static final List<String> NO_ACTOR_OPENINGS =
      TextResources.lines(NameKinds.class, "no-actor-openings.en.txt");
  private static final Set<String> OF =
      Set.copyOf(TextResources.lines(RoleHolders.class, "of.en.txt"));
  private static final String AND = " and ";
  private static final String OF_A = " of ";

  private NameKinds() {}

  private static Set<String> list(String file) {
    return Set.copyOf(TextResources.lines(NameKinds.class, file));
  }

  /**
   * "Harbour Hall", "Blue Room of the Palace": a name, as a key, that ends in a word for a place.
   */
  static boolean isVenue(String key) {
    int of = key.indexOf(OF_A);
    return !NO_VENUES.contains(key)
        && (endsIn(key, VENUES) || of > 0 && endsIn(key.substring(0, of), VENUES));
  }

  /** A law, a prize, an event, a word of the page: neither a person nor an organisation. */
  static boolean isNoActor(MentionType type, String key) {
    if (NO_ACTORS.contains(key) && type != MentionType.PERSON || endsIn(key, NO_ACTOR_NOUNS)) {
      return true;
    }
    if (type == MentionType.ORGANIZATION && endsIn(key, NO_BODY_NOUNS)
        || type == MentionType.PERSON && (NO_PERSONS.contains(key) || endsIn(key, NO_PERSONS))) {
      return true;
    }
    for (String opening : NO_ACTOR_OPENINGS) {
      if (key.length() > opening.length()
          && key.startsWith(opening)
          && key.charAt(opening.length()) == ' ') {
        return type != MentionType.PERSON;
      }
    }
    return false;
  }

  /** "Harbour Board and Senate", where the story names both: no third body. */
  static boolean isPair(String key, Map<String, MentionType> types) {
    int and = key.indexOf(AND);
    if (and < 0) {
      return false;
    }
    String one = key.substring(0, and);
    String other = key.substring(and + AND.length());
    // "Department of Roads and Bridges", where there is a Mr Bridges, is one
    boolean maybeOne = one.contains(OF_A) && other.indexOf(' ') < 0;
    return !maybeOne
        && !one.equals(other)
        && types.containsKey(one)
        && types.containsKey(StoryNames.thingKey(other));
  }

  /** By its last word, or its last two; "School of Law" is what it is before "of". */
  private static boolean endsIn(String key, Set<String> nouns) {
    int last = key.lastIndexOf(' ');
    if (last <= 0) {
      return false;
    }
    int before = key.lastIndexOf(' ', last - 1);
    if (OF.contains(key.substring(before + 1, last))) {
      return false;
    }
    return nouns.contains(key.substring(last + 1)) || nouns.contains(key.substring(before + 1));
  }
}
