package dev.annals.record;

import dev.annals.annotation.MentionType;
import dev.annals.annotation.PersonRole;
import dev.annals.annotation.RoleHead;
import dev.annals.annotation.RoleTense;
import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who has which role in a story, so that "the mayor" of one report is the one another names. */
final class RoleHolders {

  /** So many times as often as any other is somebody called the holder of an office. */
  private static final int OUTSTANDING = 3;

  private static final List<String> DEFINITE =
      TextResources.lines(RoleHolders.class, "definite.en.txt");
  private static final Set<String> OF =
      Set.copyOf(TextResources.lines(RoleHolders.class, "of.en.txt"));

  /**
   * The short form of a role, "mayor" of "mayor of Selden", and its whole form, then who has it.
   */
  private final Map<String, TreeMap<String, Integer>> holders = new HashMap<>();

  /** The words of all roles that a person has. */
  private final Map<String, Set<String>> words = new HashMap<>();

  /** A role that an article gives somebody: its whole form, its short ones and its words. */
  record Held(String name, String whole, String head, String noun, List<String> words) {}

  RoleHolders(List<ArticleParts> articles, StoryNames names) {
    var often = new HashSet<String>();
    for (StoryNames.Name name : names.of(MentionType.PERSON)) {
      if (name.mentions() > 1) {
        often.add(name.name());
      }
    }
    for (ArticleParts article : articles) {
      for (Held role : article.roles()) {
        String person = names.canonical(MentionType.PERSON, role.name());
        add(role.whole(), person);
        add(role.head(), person);
        // whoever is named once in passing, as the president of elsewhere, is not "the president"
        if (role.whole().startsWith(role.noun()) || often.contains(person)) {
          add(role.noun(), person);
        }
        words.computeIfAbsent(person, key -> new HashSet<>()).addAll(role.words());
      }
    }
  }

  /** The roles that an article gives people who have them now. */
  static List<Held> held(StoryArticle article) {
    var held = new ArrayList<Held>();
    for (PersonRole role : article.annotations().roles()) {
      if (role.tense() == RoleTense.CURRENT) {
        String whole = StoryNames.normal(role.role());
        held.add(
            new Held(
                role.name(),
                whole,
                head(whole),
                RoleHead.of(role.role()),
                List.of(whole.split(" "))));
      }
    }
    return List.copyOf(held);
  }

  private void add(String role, String person) {
    if (!role.isEmpty()) {
      holders.computeIfAbsent(role, key -> new TreeMap<>()).merge(person, 1, Integer::sum);
    }
  }

  /** The words before "of", "at", "for". */
  private static String head(String role) {
    var head = new StringBuilder();
    for (String word : role.split(" ")) {
      if (OF.contains(word)) {
        break;
      }
      head.append(head.length() == 0 ? "" : " ").append(word);
    }
    return head.toString();
  }

  @Nullable String holder(String phrase) {
    String office = office(phrase);
    return office == null ? null : of(office);
  }

  /** The one person of the story who holds an office, as {@link #office} words it, or null. */
  @Nullable String of(String office) {
    var found = holders.get(office);
    if (found != null) {
      return outstanding(found);
    }
    // "the mayor of Selden" is who is called "Selden mayor"
    String head = head(office);
    var heads = head.equals(office) ? null : holders.get(head);
    if (heads == null || heads.size() != 1) {
      return null;
    }
    String person = heads.firstKey();
    var known = words.getOrDefault(person, Set.of());
    for (String word : office.split(" ")) {
      if (!known.contains(word) && !OF.contains(word) && !DEFINITE.contains(word)) {
        return null;
      }
    }
    return person;
  }

  /** The one holder, or the one whom reports give the office far more often than all others. */
  private static @Nullable String outstanding(TreeMap<String, Integer> holders) {
    String best = null;
    int most = 0;
    int next = 0;
    for (var holder : holders.entrySet()) {
      if (holder.getValue() > most) {
        next = most;
        most = holder.getValue();
        best = holder.getKey();
      } else {
        next = Math.max(next, holder.getValue());
      }
    }
    return most >= OUTSTANDING * next ? best : null;
  }

  /** The office that a phrase points at: "mayor" of "the mayor"; null when it points at none. */
  static @Nullable String office(String phrase) {
    String words = StoryNames.normal(phrase);
    for (String article : DEFINITE) {
      if (words.length() > article.length()
          && words.startsWith(article)
          && words.charAt(article.length()) == ' ') {
        return words.substring(article.length() + 1);
      }
    }
    return null;
  }
}
