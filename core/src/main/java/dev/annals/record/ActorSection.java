package dev.annals.record;

import dev.annals.annotation.MentionType;
import dev.annals.annotation.PersonRole;
import dev.annals.annotation.RoleHead;
import dev.annals.annotation.RoleTense;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who and what a story is about: people with their roles, organisations, places, once each. */
final class ActorSection {

  /** Cites kept for each actor and role: one an article, up to this many. */
  private static final int CITES_KEPT = 20;

  private static final int CODE = 7;

  /** Words that by themselves say nothing of what somebody is. */
  private static final Set<String> LOOSE =
      Set.copyOf(TextResources.lines(ActorSection.class, "loose-roles.en.txt"));

  /** Those of them that say whose they are and not what: "his Norland counterpart". */
  private static final Set<String> RELATIVE =
      Set.copyOf(TextResources.lines(ActorSection.class, "relative-roles.en.txt"));

  /**
   * Whether names in such a block belong to the story: those in promotion, credits and bylines do
   * not.
   */
  static boolean speaksOfTheStory(Role role) {
    return role.isBody()
        || role == Role.CAPTION
        || role == Role.HEADLINE
        || role == Role.STANDFIRST
        || role == Role.DATELINE
        || role == Role.RELATED;
  }

  List<StoryRecord.Actor> compile(StoryContext context, MentionType type) {
    var cites = new HashMap<String, List<Cite>>();
    var articlesSeen = new HashMap<String, Set<String>>();
    for (ArticleParts article : context.parts()) {
      for (NamedIn named : article.names()) {
        if (named.told() == 0 || context.names().type(named) != type) {
          continue;
        }
        String name = context.names().canonical(type, named.name());
        var seen = articlesSeen.computeIfAbsent(name, n -> new HashSet<>());
        if (seen.size() < CITES_KEPT && seen.add(article.id())) {
          cites
              .computeIfAbsent(name, n -> new ArrayList<>())
              .add(context.cite(article.article(), named.first().start(), named.first().end()));
        }
      }
    }
    var roles =
        type == MentionType.PERSON ? roles(context) : Map.<String, List<StoryRecord.ActorRole>>of();
    var actors = new ArrayList<StoryRecord.Actor>();
    for (StoryNames.Name name : context.names().of(type)) {
      var places = cites.get(name.name());
      if (places != null
          && isName(name, context)
          && places.stream().anyMatch(c -> c.role() != Role.RELATED)) {
        actors.add(
            new StoryRecord.Actor(
                name.name(),
                name.surfaces(),
                roles.getOrDefault(name.name(), List.of()),
                name.mentions(),
                new Cites(places)));
      }
    }
    return actors;
  }

  /** Not a handle, the code of a link, or several people of one name: "the Ruhls". */
  private static boolean isName(StoryNames.Name name, StoryContext context) {
    String text = name.name();
    if (text.length() < 2 || text.startsWith("@") || text.startsWith("#") || isCode(text)) {
      return false;
    }
    return !text.endsWith("s") || !context.names().isSurname(text.substring(0, text.length() - 1));
  }

  /** "xK7qLp20": letters of both cases and digits in one word. */
  private static boolean isCode(String text) {
    return text.length() >= CODE
        && text.indexOf(' ') < 0
        && text.indexOf('-') < 0
        && text.chars().anyMatch(Character::isDigit)
        && text.chars().skip(1).anyMatch(Character::isUpperCase)
        && text.chars().anyMatch(Character::isLowerCase);
  }

  private record RoleKey(String role, RoleTense tense) {}

  private Map<String, List<StoryRecord.ActorRole>> roles(StoryContext context) {
    var found = new LinkedHashMap<String, Map<RoleKey, List<Cite>>>();
    var wording = new HashMap<RoleKey, String>();
    for (StoryArticle article : context.articles()) {
      for (PersonRole role : article.annotations().roles()) {
        if (!speaksOfTheStory(context.role(article, role.start())) || isLoose(role.role())) {
          continue;
        }
        String person = context.names().canonical(MentionType.PERSON, role.name());
        var key = new RoleKey(roleKey(role.role()), role.tense());
        wording.putIfAbsent(key, role.role());
        var cites =
            found
                .computeIfAbsent(person, p -> new LinkedHashMap<>())
                .computeIfAbsent(key, k -> new ArrayList<>());
        if (cites.size() < CITES_KEPT
            && cites.stream().noneMatch(c -> c.article().equals(article.article().id()))) {
          cites.add(context.cite(article, role.start(), role.end()));
        }
      }
    }
    var result = new HashMap<String, List<StoryRecord.ActorRole>>();
    found.forEach(
        (person, byRole) -> {
          var list = new ArrayList<StoryRecord.ActorRole>();
          byRole.forEach(
              (key, cites) ->
                  list.add(
                      new StoryRecord.ActorRole(
                          wording.get(key),
                          key.tense(),
                          context.sources(cites),
                          new Cites(cites))));
          list.sort(
              Comparator.comparingInt((StoryRecord.ActorRole r) -> -r.cites().places().size())
                  .thenComparing(StoryRecord.ActorRole::role)
                  .thenComparing(StoryRecord.ActorRole::tense));
          result.put(person, list);
        });
    return result;
  }

  /** "My colleague Ivo Brandt", "the man": of whom he is one is not told. */
  private static boolean isLoose(String role) {
    String head = RoleHead.of(role);
    return LOOSE.contains(head) && (role.indexOf(' ') < 0 || RELATIVE.contains(head));
  }

  private static String roleKey(String role) {
    return role.toLowerCase(Locale.ROOT).replace(".", "").replace('-', ' ');
  }
}
