package dev.annals.record;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Mention;
import dev.annals.annotation.MentionType;
import dev.annals.text.TextResources;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Names that mean the same throughout a story. Persons are merged when the surname is the same and
 * the given names agree ("George W. Bush", "George Bush", "G. Bush"); a bare surname goes to the
 * one person who has it and stays alone when there are two. Organisations and places are merged
 * when they differ only in "the", full stops, or case, or when one is short for the other. Names
 * that are no actor's, as those of laws and prizes, are left out.
 */
final class StoryNames {

  private static final int SURFACES_KEPT = 8;

  /** So many times more is spoken of somebody who needs no first name. */
  private static final double OUTSTANDING = 1.5;

  /** So many times more is told of a person than of a body with the bare surname. */
  private static final int TOLD_OF_PERSON = 2;

  /** What stands before a surname and is left out at times: "al-". */
  private static final List<String> SURNAME_PREFIXES =
      TextResources.lines(StoryNames.class, "surname-prefixes.en.txt");

  /**
   * Words before the name of a thing that one report prints and another leaves out: "the", "US".
   */
  private static final List<String> PREFIXES =
      TextResources.lines(StoryNames.class, "name-prefixes.en.txt");

  /** "Sir" before "Anders": with it a first name is enough. */
  private static final Set<String> GIVEN_TITLES =
      Set.copyOf(TextResources.lines(StoryNames.class, "given-name-titles.en.txt"));

  /** "Imam" before "Anders" or "Holm". */
  private static final Set<String> EITHER_TITLES =
      Set.copyOf(TextResources.lines(StoryNames.class, "either-name-titles.en.txt"));

  /** "Pope" before "Lucius", who has no other name. */
  private static final Set<String> ROYAL_TITLES =
      Set.copyOf(TextResources.lines(StoryNames.class, "royal-titles.en.txt"));

  /** "Lord" before "Holm". */
  private static final Set<String> SURNAME_TITLES =
      Set.copyOf(TextResources.lines(StoryNames.class, "surname-titles.en.txt"));

  /** First names and what they are shortened to, by the number of their line. */
  private static final Map<String, Integer> NICKNAMES = nicknames();

  private static Map<String, Integer> nicknames() {
    var numbers = new HashMap<String, Integer>();
    int number = 0;
    for (String line : TextResources.lines(Annotations.class, "nicknames.en.txt")) {
      for (String name : line.split(" ")) {
        numbers.putIfAbsent(name, number);
      }
      number++;
    }
    return Map.copyOf(numbers);
  }

  /** What reports call a thing for short, as keys. */
  private static final Map<String, String> SHORT_FORMS = shortForms();

  /**
   * One person, organisation or place.
   *
   * @param name the form used most among the fullest ones
   * @param surfaces all forms in the articles, most used first
   */
  record Name(MentionType type, String name, List<String> surfaces, int mentions) {}

  private final Map<MentionType, Map<String, String>> canonicalOf =
      new EnumMap<>(MentionType.class);
  private final Map<MentionType, List<Name>> names = new EnumMap<>(MentionType.class);
  private final Map<String, MentionType> typeOf = new HashMap<>();
  // made when first asked for
  private @Nullable Set<String> surnames;

  /** How often a name stands in the story, and in which forms. */
  private static final class Count {
    private final NamedIn any;
    private final Map<String, Integer> surfaces = new TreeMap<>();
    private final Set<String> titles = new TreeSet<>();
    private int mentions;

    Count(NamedIn any) {
      this.any = any;
    }
  }

  StoryNames(List<ArticleParts> articles) {
    var types = types(articles);
    asPersons(articles, types);
    // each document-level name, sorted for a fixed order
    var counts = new EnumMap<MentionType, TreeMap<String, Count>>(MentionType.class);
    for (MentionType type : MentionType.values()) {
      counts.put(type, new TreeMap<>());
      canonicalOf.put(type, new HashMap<>());
    }
    for (ArticleParts article : articles) {
      for (NamedIn named : article.names()) {
        MentionType type = Objects.requireNonNull(types.get(named.key()));
        typeOf.put(named.name(), type);
        if (named.told() > 0) {
          var count =
              Objects.requireNonNull(counts.get(type))
                  .computeIfAbsent(named.name(), n -> new Count(named));
          count.mentions += named.told();
          count.titles.addAll(named.titles());
          named.surfaces().forEach((form, n) -> count.surfaces.merge(form, n, Integer::sum));
        }
      }
    }
    counts.forEach(
        (type, of) -> {
          var merged = new ArrayList<Name>();
          for (List<String> group : type == MentionType.PERSON ? persons(of) : things(type, of)) {
            Name name = merge(type, group, of);
            if (group.stream().noneMatch(n -> isNoActor(type, count(of, n).any.key(), types))) {
              merged.add(name);
            }
          }
          merged.sort(Comparator.comparingInt((Name n) -> -n.mentions()).thenComparing(Name::name));
          names.put(type, List.copyOf(merged));
        });
  }

  private static boolean isNoActor(MentionType type, String key, Map<String, MentionType> types) {
    return NameKinds.isNoActor(type, key) || NameKinds.isPair(key, types);
  }

  /**
   * The type that most mentions of a name have: one slip of the tagger makes no second thing of it.
   */
  private static Map<String, MentionType> types(List<ArticleParts> articles) {
    var counts = new HashMap<String, int[]>();
    for (ArticleParts article : articles) {
      for (NamedIn named : article.names()) {
        int[] byType =
            counts.computeIfAbsent(named.key(), k -> new int[MentionType.values().length]);
        for (int i = 0; i < byType.length; i++) {
          byType[i] += named.byType()[i];
        }
      }
    }
    var types = new HashMap<String, MentionType>();
    counts.forEach(
        (name, byType) -> {
          int best = 0;
          for (int i = 1; i < byType.length; i++) {
            best = byType[i] > byType[best] ? i : best;
          }
          MentionType type = MentionType.values()[best];
          types.put(
              name,
              type == MentionType.ORGANIZATION && NameKinds.isVenue(name)
                  ? MentionType.PLACE
                  : type);
        });
    return types;
  }

  /**
   * A place or body with the first and last name of a person is that person, and so is a bare
   * surname that was taken for a body's name where far more is told of who has it; "Fox" beside
   * "Fox News" is none, where nobody has that surname.
   */
  private static void asPersons(List<ArticleParts> articles, Map<String, MentionType> types) {
    var persons = new HashSet<String>();
    var surnames = new HashMap<String, Integer>();
    var bare = new HashMap<String, Integer>();
    var bodies = new HashSet<String>();
    for (ArticleParts article : articles) {
      for (NamedIn named : article.names()) {
        MentionType type = types.get(named.key());
        List<String> parts = named.parts();
        if (type == MentionType.PERSON && parts.size() > 1) {
          persons.add(parts.get(0) + ' ' + parts.get(parts.size() - 1));
          surnames.merge(parts.get(parts.size() - 1), named.told(), Integer::sum);
        } else if (type == MentionType.ORGANIZATION && parts.size() > 1) {
          bodies.add(parts.get(0));
        } else if (type == MentionType.ORGANIZATION && parts.size() == 1) {
          bare.merge(parts.get(0), named.told(), Integer::sum);
        }
      }
    }
    for (ArticleParts article : articles) {
      for (NamedIn named : article.names()) {
        MentionType type = types.get(named.key());
        List<String> parts = named.parts();
        boolean full =
            type != MentionType.PERSON
                && parts.size() == 2
                && persons.contains(parts.get(0) + ' ' + parts.get(1));
        boolean surname =
            type == MentionType.ORGANIZATION
                && parts.size() == 1
                && !bodies.contains(parts.get(0))
                && surnames.getOrDefault(parts.get(0), 0)
                    >= TOLD_OF_PERSON * bare.getOrDefault(parts.get(0), 0);
        if (full || surname) {
          types.put(named.key(), MentionType.PERSON);
        } else if (type == MentionType.PERSON
            && parts.size() == 1
            && bodies.contains(parts.get(0))
            && !surnames.containsKey(parts.get(0))) {
          types.put(named.key(), MentionType.ORGANIZATION);
        }
      }
    }
  }

  /** The type that the story gives a name. */
  MentionType type(Mention mention) {
    return typeOf.getOrDefault(mention.name(), mention.type());
  }

  /** The type that the story gives a name of one of its articles. */
  MentionType type(NamedIn named) {
    return Objects.requireNonNull(typeOf.get(named.name()));
  }

  /** Whether a word is the surname of a person of the story. */
  boolean isSurname(String word) {
    Set<String> made = surnames;
    if (made == null) {
      made = new HashSet<>();
      for (Name person : of(MentionType.PERSON)) {
        String surname = surname(person.name());
        if (surname != null) {
          made.add(surname);
        }
      }
      surnames = made;
    }
    return made.contains(normal(word));
  }

  /** The names of a type, most mentioned first. */
  List<Name> of(MentionType type) {
    return names.getOrDefault(type, List.of());
  }

  /** The story's name for an article's name; the name itself when the story has no other. */
  String canonical(String articleId, String nameInArticle) {
    for (var names : canonicalOf.values()) {
      String canonical = names.get(nameInArticle);
      if (canonical != null) {
        return canonical;
      }
    }
    return nameInArticle;
  }

  /**
   * The story's name for an article's name of a known type; the name itself when the story has no
   * other.
   */
  String canonical(MentionType type, String nameInArticle) {
    return Objects.requireNonNull(canonicalOf.get(type)).getOrDefault(nameInArticle, nameInArticle);
  }

  private Name merge(MentionType type, List<String> group, Map<String, Count> counts) {
    int mentions = 0;
    var surfaces = new TreeMap<String, Integer>();
    for (String name : group) {
      Count count = count(counts, name);
      mentions += count.mentions;
      surfaces.merge(name, 0, Integer::sum);
      count.surfaces.forEach((surface, n) -> surfaces.merge(surface, n, Integer::sum));
    }
    String best = best(type, group, counts);
    var canonical = Objects.requireNonNull(canonicalOf.get(type));
    group.forEach(name -> canonical.put(name, best));
    var sorted = new ArrayList<>(surfaces.keySet());
    sorted.sort(Comparator.comparing((String s) -> -surfaces.get(s)).thenComparing(s -> s));
    sorted.remove(best);
    return new Name(
        type,
        best,
        List.copyOf(sorted.subList(0, Math.min(SURFACES_KEPT, sorted.size()))),
        mentions);
  }

  private static Count count(Map<String, Count> counts, String name) {
    return Objects.requireNonNull(counts.get(name));
  }

  /** Persons: the most used form with given name and surname; others: the most used form. */
  private static String best(MentionType type, List<String> group, Map<String, Count> counts) {
    return group.stream()
        .max(
            Comparator.comparing(
                    (String n) ->
                        type == MentionType.PERSON
                            ? isFull(count(counts, n).any.parts())
                            : !ThingNames.PAPERS.contains(count(counts, n).any.key()))
                .thenComparing(n -> count(counts, n).mentions)
                .thenComparing(String::length)
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static boolean isFull(List<String> parts) {
    return parts.size() > 1 && parts.get(0).length() > 1;
  }

  private static List<List<String>> persons(Map<String, Count> counts) {
    var parts = new HashMap<String, List<String>>();
    counts.forEach((name, count) -> parts.put(name, count.any.parts()));
    // longest forms first, so that short ones find their full form
    var sorted = new ArrayList<>(counts.keySet());
    sorted.sort(
        Comparator.comparingInt((String n) -> -parts.get(n).size())
            .thenComparing(n -> -count(counts, n).mentions)
            .thenComparing(n -> n));
    var spelt = new HashMap<String, String>();
    var otherwise = new HashMap<String, List<String>>();
    sorted.removeIf(
        name -> {
          String first = spelt.putIfAbsent(squashed(name), name);
          if (first != null) {
            otherwise.computeIfAbsent(first, k -> new ArrayList<>()).add(name);
          }
          return first != null;
        });
    var groups = new ArrayList<List<String>>();
    var bySurname = new HashMap<String, List<List<String>>>();
    var byGivenName = new HashMap<String, List<List<String>>>();
    var single = new TreeMap<String, List<String>>();
    for (String name : sorted) {
      var own = parts.get(name);
      if (own.size() < 2) {
        single.computeIfAbsent(own.get(0), k -> new ArrayList<>()).add(name);
        continue;
      }
      var namesakes = bySurname.computeIfAbsent(own.get(own.size() - 1), k -> new ArrayList<>());
      var home = namesakes.stream().filter(g -> samePerson(parts.get(g.get(0)), own)).findFirst();
      if (home.isPresent()) {
        home.get().add(name);
      } else {
        List<String> group = new ArrayList<>(List.of(name));
        groups.add(group);
        namesakes.add(group);
        byGivenName.computeIfAbsent(own.get(0), k -> new ArrayList<>()).add(group);
      }
    }
    single.forEach(
        (key, names) -> {
          var home = home(key, names, bySurname, byGivenName, counts);
          if (home != null) {
            home.addAll(names);
          } else {
            groups.add(names);
          }
        });
    for (List<String> group : groups) {
      for (String name : List.copyOf(group)) {
        group.addAll(otherwise.getOrDefault(name, List.of()));
      }
    }
    return groups;
  }

  /** Whom one word means: who has that surname, or else that first name; null for somebody else. */
  private static @Nullable List<String> home(
      String word,
      List<String> names,
      Map<String, List<List<String>>> bySurname,
      Map<String, List<List<String>>> byGivenName,
      Map<String, Count> counts) {
    var namesakes = bySurname.getOrDefault(word, List.of());
    var givenSo = byGivenName.getOrDefault(word, List.of());
    var titles = titles(names, counts);
    if (!titles.isEmpty()) {
      var titled = titled(givenSo, titles, counts);
      if (titled.size() == 1) {
        return titled.get(0);
      }
      givenSo = List.of();
      if (Collections.disjoint(titles, EITHER_TITLES)) {
        namesakes = titled(namesakes, titles, counts);
      }
    }
    if (!namesakes.isEmpty()) {
      return outstanding(namesakes, counts);
    }
    var home = outstanding(givenSo, counts);
    // whoever is spoken of by the first name more than the other at all is somebody else
    return home != null && told(home, counts) > told(names, counts) ? home : null;
  }

  private static List<List<String>> titled(
      List<List<String>> groups, Set<String> titles, Map<String, Count> counts) {
    return groups.stream()
        .filter(group -> !Collections.disjoint(titles, titles(group, counts)))
        .toList();
  }

  private static Set<String> titles(List<String> names, Map<String, Count> counts) {
    var titles = new TreeSet<String>();
    names.forEach(name -> titles.addAll(count(counts, name).titles));
    return titles;
  }

  private static int told(List<String> names, Map<String, Count> counts) {
    int told = 0;
    for (String name : names) {
      told += count(counts, name).mentions;
    }
    return told;
  }

  /** Of several of one surname the one of whom the story speaks far more than of all others. */
  private static @Nullable List<String> outstanding(
      List<List<String>> homes, Map<String, Count> counts) {
    if (homes.size() == 1) {
      return homes.get(0);
    }
    List<String> best = null;
    int most = 0;
    int next = 0;
    for (List<String> home : homes) {
      int told = told(home, counts);
      if (told > most) {
        next = most;
        most = told;
        best = home;
      } else {
        next = Math.max(next, told);
      }
    }
    return most >= OUTSTANDING * next ? best : null;
  }

  /** "Bae Song-ho" is written "Bae Song Ho" too. */
  private static String squashed(String person) {
    return normal(person).replace("-", "").replace(" ", "");
  }

  /**
   * Same surname; given names equal, one an initial of the other; middle names agree where both
   * have them.
   */
  private static boolean samePerson(List<String> x, List<String> y) {
    if (!x.get(x.size() - 1).equals(y.get(y.size() - 1)) || !agree(x.get(0), y.get(0))) {
      return false;
    }
    if (x.size() > 2 && y.size() > 2) {
      return agree(x.get(1), y.get(1));
    }
    return true;
  }

  private static boolean agree(String a, String b) {
    if (a.length() > 1 && b.length() > 1 && !a.equals(b)) {
      Integer name = NICKNAMES.get(a);
      return name != null && name.equals(NICKNAMES.get(b));
    }
    return a.equals(b) || a.length() == 1 && b.startsWith(a) || b.length() == 1 && a.startsWith(b);
  }

  /** The words of a name, in plain letters. */
  static List<String> parts(String name) {
    var parts = new ArrayList<String>();
    for (String part : normal(name).split(" ")) {
      if (!part.isEmpty() && !part.equals("jr") && !part.equals("sr")) {
        parts.add(bare(part));
      }
    }
    if (parts.size() > 1 && isLeftOut(parts.get(0))) {
      parts.remove(0);
    }
    return parts.isEmpty() ? List.of(normal(name)) : parts;
  }

  private static boolean isLeftOut(String title) {
    return GIVEN_TITLES.contains(title)
        || EITHER_TITLES.contains(title)
        || SURNAME_TITLES.contains(title);
  }

  /** Whether a word, in plain letters, stands before a first name that is enough with it. */
  static boolean isGivenNameTitle(String word) {
    return GIVEN_TITLES.contains(word)
        || EITHER_TITLES.contains(word)
        || ROYAL_TITLES.contains(word);
  }

  /** "Al-Sarif" is "Sarif" too. */
  private static String bare(String part) {
    for (String prefix : SURNAME_PREFIXES) {
      if (part.length() > prefix.length() + 2 && part.startsWith(prefix)) {
        return part.substring(prefix.length());
      }
    }
    return part;
  }

  private static List<List<String>> things(MentionType type, Map<String, Count> counts) {
    var keys = new HashMap<String, String>();
    counts.forEach((name, count) -> keys.put(name, count.any.key()));
    return new ThingNames(keys).groups(type == MentionType.ORGANIZATION);
  }

  /** What names of one thing have in common. */
  static String thingKey(String name) {
    String key = normal(name);
    for (String prefix : PREFIXES) {
      if (key.length() > prefix.length() + 3
          && key.startsWith(prefix)
          && key.charAt(prefix.length()) == ' ') {
        key = key.substring(prefix.length() + 1);
        break;
      }
    }
    return SHORT_FORMS.getOrDefault(key, key);
  }

  private static Map<String, String> shortForms() {
    var forms = new HashMap<String, String>();
    for (String line : TextResources.lines(StoryNames.class, "short-forms.en.txt")) {
      int colon = line.indexOf(':');
      for (String form : line.substring(colon + 1).split(",")) {
        forms.put(form.strip(), line.substring(0, colon));
      }
    }
    return Map.copyOf(forms);
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private static String normalAscii(String name) {
    char[] out = new char[name.length()];
    int size = 0;
    boolean twoBlanks = false;
    for (int i = 0; i < out.length; i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out[size++] = (char) (c + ('a' - 'A'));
      } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '\'') {
        out[size++] = c;
      } else if (c != '.') {
        twoBlanks |= size > 0 && out[size - 1] == ' ';
        out[size++] = ' ';
      }
    }
    int from = 0;
    while (from < size && out[from] == ' ') {
      from++;
    }
    while (size > from && out[size - 1] == ' ') {
      size--;
    }
    String plain = new String(out, from, size - from);
    return twoBlanks ? plain.replace("  ", " ") : plain;
  }

  /** Lower case, no accents, no full stops, one blank between words. */
  static String normal(String name) {
    if (isAscii(name)) {
      return normalAscii(name);
    }
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD);
    var out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '-' || c == '\'' || c == '’') {
        out.append(c == '’' ? '\'' : c);
      } else if (c != '.' && Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(' ');
      }
    }
    return out.toString().toLowerCase(Locale.ROOT).strip().replace("  ", " ");
  }

  @Nullable String surname(String person) {
    var parts = parts(person);
    return parts.size() < 2 ? null : parts.get(parts.size() - 1);
  }
}
