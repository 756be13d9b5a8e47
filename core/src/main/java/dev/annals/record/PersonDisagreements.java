package dev.annals.record;

import dev.annals.annotation.Mention;
import dev.annals.annotation.MentionType;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds people to whom reports give two ages, and names that they spell in two ways. */
final class PersonDisagreements {

  private static final int MOST_CITES = 6;
  private static final int OLDEST = 115;
  // tokens from "19-year-old" to the name: "19-year-old student Lena Brask"
  private static final int REACH = 3;
  // days between reports within which a birthday is no matter
  private static final long BIRTHDAY = 2;
  // letters of a word from which two that differ by one letter can be one name
  private static final int LEAST_LETTERS = 4;

  /** Endings of "19-year-old". */
  private static final List<String> YEAR_OLD = list("year-old-endings");

  private static final Set<String> AGED = Set.copyOf(list("aged-words"));
  private static final Set<String> CLOSING = Set.copyOf(list("age-closings"));

  /** An age as one article gives it. */
  record Aged(ArticleParts parts, String name, int age, Span sentence) {}

  /** A full name as one article spells it, and its words in plain letters. */
  record Spelled(ArticleParts parts, NamedIn named, String plain) {}

  private final StoryContext context;

  PersonDisagreements(StoryContext context) {
    this.context = context;
  }

  private static List<String> list(String name) {
    return TextResources.lines(PersonDisagreements.class, name + ".en.txt");
  }

  List<StoryRecord.Disagreement> find() {
    var found = new ArrayList<StoryRecord.Disagreement>();
    ages(found);
    spellings(found);
    return found;
  }

  private void ages(List<StoryRecord.Disagreement> found) {
    var byPerson = new TreeMap<String, TreeMap<Integer, List<Aged>>>();
    for (ArticleParts article : context.parts()) {
      for (Aged aged : article.ages.get(null, () -> ages(article))) {
        String person = context.personName(article.id(), aged.name());
        if (person.indexOf(' ') > 0) {
          byPerson
              .computeIfAbsent(person, key -> new TreeMap<>())
              .computeIfAbsent(aged.age(), key -> new ArrayList<>())
              .add(aged);
        }
      }
    }
    byPerson.forEach(
        (person, byAge) -> {
          if (byAge.size() > 1 && areApart(byAge.values()) && !isBirthday(byAge)) {
            var versions = new ArrayList<StoryRecord.Version>();
            byAge.forEach(
                (age, told) ->
                    versions.add(
                        context.version(
                            age.toString(),
                            told.stream()
                                .map(t -> new StoryContext.Place(t.parts().article(), t.sentence()))
                                .toList(),
                            MOST_CITES)));
            found.add(new StoryRecord.Disagreement("age of " + person, "figure", false, versions));
          }
        });
  }

  /** Whether no lineage gives two of the ages: one that does tells of two people. */
  private static boolean areApart(Iterable<List<Aged>> given) {
    var lineages = new HashSet<Integer>();
    for (List<Aged> same : given) {
      var own = new HashSet<Integer>();
      same.forEach(aged -> own.add(aged.parts().lineage()));
      for (Integer lineage : own) {
        if (!lineages.add(lineage)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the higher age is one more and that of a later report. */
  private static boolean isBirthday(TreeMap<Integer, List<Aged>> byAge) {
    if (byAge.lastKey() - byAge.firstKey() > 1) {
      return false;
    }
    Instant younger = byAge.firstEntry().getValue().get(0).parts().order();
    Instant older = byAge.lastEntry().getValue().get(0).parts().order();
    return younger.equals(Instant.MAX)
        || older.equals(Instant.MAX)
        || ChronoUnit.DAYS.between(younger, older) > BIRTHDAY;
  }

  private static List<Aged> ages(ArticleParts parts) {
    var found = new ArrayList<Aged>();
    Tokens tokens = parts.tokens();
    for (Mention mention : parts.article().annotations().mentions()) {
      if (mention.type() != MentionType.PERSON || mention.end() <= mention.start()) {
        continue;
      }
      int first = tokens.at(mention.start());
      int last = tokens.at(mention.end() - 1);
      if (last >= tokens.size()) {
        continue;
      }
      int age = after(tokens, last);
      age = age > 0 ? age : before(tokens, first);
      if (age > 0) {
        found.add(
            new Aged(parts, mention.name(), age, tokens.sentenceSpan(tokens.sentence(first))));
      }
    }
    return List.copyOf(found);
  }

  /** "Lena Brask, 17, …", "Lena Brask (17)", "Lena Brask, aged 17", "Lena Brask, who was 17". */
  private static int after(Tokens tokens, int last) {
    int sentence = tokens.sentence(last);
    int t = last + 1;
    if (t + 1 >= tokens.size() || tokens.first(t) != ',' && tokens.first(t) != '(') {
      return 0;
    }
    t++;
    int words = 0;
    while (t < tokens.size() && AGED.contains(tokens.lower(t)) && words < REACH) {
      t++;
      words++;
    }
    if (t + 1 >= tokens.size() || tokens.sentence(t) != sentence) {
      return 0;
    }
    boolean closed = words > 0 || CLOSING.contains(tokens.lower(t + 1));
    return closed ? age(tokens.lower(t)) : 0;
  }

  /** "19-year-old Lena Brask". */
  private static int before(Tokens tokens, int first) {
    int sentence = tokens.sentence(first);
    for (int t = first - 1; t >= 0 && t >= first - REACH && tokens.sentence(t) == sentence; t--) {
      String word = tokens.lower(t);
      for (String ending : YEAR_OLD) {
        if (word.endsWith(ending)) {
          return age(word.substring(0, word.length() - ending.length()));
        }
      }
      if (!Character.isLetter(tokens.first(t))) {
        return 0;
      }
    }
    return 0;
  }

  private static int age(String digits) {
    int age = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9' || age > OLDEST) {
        return 0;
      }
      age = age * 10 + c - '0';
    }
    return age > OLDEST ? 0 : age;
  }

  /** Full names that differ by a letter or two of one word, each in reports of its own. */
  private void spellings(List<StoryRecord.Disagreement> found) {
    var byName = new TreeMap<String, List<Spelled>>();
    for (ArticleParts article : context.parts()) {
      for (Spelled spelled : article.spelled.get(null, () -> spelled(article))) {
        byName.computeIfAbsent(spelled.plain(), key -> new ArrayList<>()).add(spelled);
      }
    }
    var byRest = new LinkedHashMap<String, Set<String>>();
    for (var entry : byName.entrySet()) {
      var words = entry.getValue().get(0).named().parts();
      for (int i = 0; i < words.size(); i++) {
        var rest = new ArrayList<>(words);
        rest.set(i, "*");
        byRest.computeIfAbsent(String.join(" ", rest), key -> new TreeSet<>()).add(entry.getKey());
      }
    }
    for (Map.Entry<String, Set<String>> entry : byRest.entrySet()) {
      var names = List.copyOf(entry.getValue());
      for (int i = 0; i < names.size(); i++) {
        for (int j = 0; j < i; j++) {
          var one = byName.getOrDefault(names.get(j), List.of());
          var other = byName.getOrDefault(names.get(i), List.of());
          if (areSpellings(one.get(0).named(), other.get(0).named()) && areOthers(one, other)) {
            found.add(spelling(one, other));
          }
        }
      }
    }
  }

  private static List<Spelled> spelled(ArticleParts article) {
    var found = new ArrayList<Spelled>();
    for (NamedIn named : article.names()) {
      if (named.told() > 0
          && named.parts().size() > 1
          && named.byType()[MentionType.PERSON.ordinal()] > 0) {
        found.add(new Spelled(article, named, String.join(" ", named.parts())));
      }
    }
    return List.copyOf(found);
  }

  private StoryRecord.Disagreement spelling(List<Spelled> one, List<Spelled> other) {
    String name = one.get(0).named().name();
    String about = context.personName(one.get(0).parts().id(), name);
    return new StoryRecord.Disagreement(
        "spelling of " + about, "wording", false, List.of(version(one), version(other)));
  }

  private StoryRecord.Version version(List<Spelled> spelled) {
    return context.version(
        spelled.get(0).named().name(),
        spelled.stream().map(s -> new StoryContext.Place(s.parts().article(), whole(s))).toList(),
        MOST_CITES);
  }

  /** Where the name is spelled out first. */
  private static Span whole(Spelled spelled) {
    StoryArticle article = spelled.parts().article();
    for (Mention mention : article.annotations().mentions()) {
      if (mention.name().equals(spelled.named().name())
          && mention.span().length() >= mention.name().length()) {
        return mention.span();
      }
    }
    return spelled.named().first();
  }

  private static boolean areOthers(List<Spelled> one, List<Spelled> other) {
    var lineages = new HashSet<Integer>();
    one.forEach(s -> lineages.add(s.parts().lineage()));
    return other.stream().noneMatch(s -> lineages.contains(s.parts().lineage()));
  }

  private static boolean areSpellings(NamedIn a, NamedIn b) {
    for (int i = 0; i < a.parts().size(); i++) {
      String left = a.parts().get(i);
      String right = b.parts().get(i);
      if (!left.equals(right)) {
        return isNear(left, right);
      }
    }
    return false;
  }

  /** One letter more, less or another, the first and no ending for a pet name apart. */
  private static boolean isNear(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = a.length() <= b.length() ? b : a;
    if (shorter.length() < LEAST_LETTERS
        || longer.length() - shorter.length() > 1
        || shorter.charAt(0) != longer.charAt(0)
        || longer.startsWith(shorter)) {
      return false;
    }
    int from = 0;
    while (from < shorter.length() && shorter.charAt(from) == longer.charAt(from)) {
      from++;
    }
    int next = shorter.length() == longer.length() ? from + 1 : from;
    return shorter.substring(next).equals(longer.substring(from + 1));
  }
}
