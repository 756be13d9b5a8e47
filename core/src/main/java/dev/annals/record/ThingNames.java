package dev.annals.record;

import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Joins long and short names of one organisation or place. */
final class ThingNames {

  /** What papers are called for short. */
  static final List<String> PAPERS = list("paper-nouns.en.txt");

  /** "Department" of "Harbour Police Department". */
  private static final Set<String> ENDINGS = Set.copyOf(list("body-endings.en.txt"));

  /** "Senate" of "Senate Committee" is a body of its own. */
  private static final Set<String> LOOSE = Set.copyOf(list("loose-bodies.en.txt"));

  /** "Roads Committee" of "Senate Roads Committee". */
  private static final List<String> BODIES = list("body-nouns.en.txt");

  private static final String AND = "and ";
  private static final String OF_A = " of ";
  private static final List<String> TURNED = list("turned-nouns.en.txt");
  private static final Set<String> SMALL = Set.copyOf(list("small-words.en.txt"));
  private static final Set<String> OF = Set.copyOf(list("of.en.txt"));

  /** What joined what, by keys. */
  private final Map<String, String> homeOf = new HashMap<>();

  /** Names by their keys; the groups grow. */
  private final TreeMap<String, List<String>> byKey = new TreeMap<>();

  ThingNames(Map<String, String> keys) {
    new TreeMap<>(keys)
        .forEach((name, key) -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(name));
  }

  private static List<String> list(String file) {
    return TextResources.lines(ThingNames.class, file);
  }

  /** The names of each thing. */
  List<List<String>> groups(boolean organizations) {
    var byInitials = byInitials();
    if (organizations) {
      turned();
      beginnings();
      endings();
    }
    acronyms(byInitials);
    papers();
    return List.copyOf(byKey.values());
  }

  private void join(String key, String other) {
    String home = end(other);
    var group = key.equals(home) ? null : byKey.remove(key);
    if (group != null) {
      homeOf.put(key, home);
      Objects.requireNonNull(byKey.get(home)).addAll(group);
    }
  }

  /** "Department of Roads" is "Roads Department", with the land or house before both too. */
  private void turned() {
    for (String phrase : TURNED) {
      String noun = phrase.substring(0, phrase.indexOf(' '));
      String inside = ' ' + phrase + ' ';
      for (String key : List.copyOf(byKey.keySet())) {
        int at = key.startsWith(inside.substring(1)) ? 0 : key.indexOf(inside) + 1;
        if (at > 0 || key.startsWith(inside.substring(1))) {
          String purpose = StoryNames.thingKey(key.substring(at + inside.length() - 1));
          String turned = key.substring(0, at) + purpose + ' ' + noun;
          if (byKey.containsKey(turned)) {
            join(key, turned);
          }
        }
      }
    }
  }

  /**
   * "Harbour Police" is the one body of the story whose name goes on with "Department" or the like;
   * "Department of Roads" was cut off before "and Bridges".
   */
  private void beginnings() {
    for (String key : List.copyOf(byKey.keySet())) {
      if (LOOSE.contains(key)) {
        continue;
      }
      String home = null;
      int homes = 0;
      String from = key + ' ';
      for (String longer : byKey.tailMap(from, true).keySet()) {
        if (!longer.startsWith(from)) {
          break;
        }
        String rest = longer.substring(from.length());
        boolean cut = key.contains(OF_A) && rest.startsWith(AND) && !isName(rest);
        if (cut || ENDINGS.contains(rest)) {
          home = longer;
          homes++;
        }
      }
      if (home != null && homes == 1) {
        join(key, home);
      }
    }
  }

  private boolean isName(String rest) {
    return byKey.containsKey(StoryNames.thingKey(rest.substring(AND.length())));
  }

  /** "Roads Committee" is the "Senate Roads Committee" where there is no other. */
  private void endings() {
    var homes = new HashMap<String, String>();
    var several = new HashSet<String>();
    for (String key : byKey.keySet()) {
      if (!isBody(key)) {
        continue;
      }
      for (int blank = key.indexOf(' '); blank >= 0; blank = key.indexOf(' ', blank + 1)) {
        int word = key.lastIndexOf(' ', blank - 1) + 1;
        if (isLink(key.substring(word, blank))) {
          break; // "Friends of the Roads Department" are others
        }
        String ending = key.substring(blank + 1);
        if (homes.putIfAbsent(ending, key) != null) {
          several.add(ending);
        }
      }
    }
    for (String key : List.copyOf(byKey.keySet())) {
      String home = homes.get(key);
      if (home != null && key.indexOf(' ') > 0 && !several.contains(key)) {
        join(key, home);
      }
    }
  }

  private static boolean isLink(String word) {
    return OF.contains(word) || SMALL.contains(word);
  }

  private static boolean isBody(String key) {
    for (String noun : BODIES) {
      if (key.equals(noun) || key.endsWith(' ' + noun)) {
        return true;
      }
    }
    return false;
  }

  /** An acronym joins the one name that it abbreviates. */
  private void acronyms(Map<String, List<String>> byInitials) {
    for (String key : List.copyOf(byKey.keySet())) {
      var group = Objects.requireNonNull(byKey.get(key));
      if (isAcronym(group.get(0))) {
        var homes =
            byInitials.getOrDefault(key, List.of()).stream()
                .map(this::end)
                .filter(home -> !home.equals(key))
                .distinct()
                .limit(2)
                .toList();
        if (homes.size() == 1) {
          join(key, homes.get(0));
        }
      }
    }
  }

  /** The key whose group holds the names of a key by now. */
  private String end(String key) {
    String end = key;
    for (String next = homeOf.get(end); next != null; next = homeOf.get(end)) {
      end = next;
    }
    return end;
  }

  private Map<String, List<String>> byInitials() {
    var byInitials = new HashMap<String, List<String>>();
    for (String key : byKey.keySet()) {
      byInitials.computeIfAbsent(initials(key, false), k -> new ArrayList<>()).add(key);
      byInitials.computeIfAbsent(initials(key, true), k -> new ArrayList<>()).add(key);
    }
    return byInitials;
  }

  /** "The Post" is the one paper of the story with that last word. */
  private void papers() {
    for (String paper : PAPERS) {
      var homes =
          byKey.keySet().stream().filter(key -> key.endsWith(' ' + paper)).limit(2).toList();
      if (byKey.containsKey(paper) && homes.size() == 1) {
        join(paper, homes.get(0));
      }
    }
  }

  private static boolean isAcronym(String name) {
    return name.length() >= 2
        && name.length() <= 6
        && name.chars().allMatch(Character::isUpperCase);
  }

  /** First letters: of all words ("DOR" for "Department of Roads") or of all but small ones. */
  private static String initials(String key, boolean small) {
    var initials = new StringBuilder();
    for (String part : key.split(" ")) {
      if (part.length() > 3
          || !part.isEmpty() && small
          || part.length() > 1 && !SMALL.contains(part)) {
        initials.append(part.charAt(0));
      }
    }
    return initials.length() < 2 ? "" : initials.toString();
  }
}
