package dev.annals.record;

import dev.annals.annotation.Mention;
import dev.annals.annotation.MentionType;
import dev.annals.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A name as one article uses it.
 *
 * @param key what names of one thing have in common
 * @param parts its words, in plain letters
 * @param byType number of mentions of each type
 * @param told number of mentions where the article speaks of the story
 * @param first the first of those
 * @param surfaces the forms it has there, with their numbers
 * @param titles titles before a first name, as "sir", that stand before it or begin it
 */
record NamedIn(
    String name,
    String key,
    List<String> parts,
    int[] byType,
    int told,
    Span first,
    Map<String, Integer> surfaces,
    Set<String> titles) {

  private static final int LONGEST_TITLE = 12;

  private static final class Count {
    private final int[] byType = new int[MentionType.values().length];
    private final Map<String, Integer> surfaces = new TreeMap<>();
    private final Set<String> titles = new TreeSet<>();
    private Span first;
    private int told;

    Count(Span first) {
      this.first = first;
    }
  }

  /** The names of an article, in the order in which it first speaks of them. */
  static List<NamedIn> of(StoryArticle article) {
    var counts = new LinkedHashMap<String, Count>();
    String text = article.article().text();
    for (Mention mention : article.annotations().mentions()) {
      boolean told =
          ActorSection.speaksOfTheStory(StoryContext.roleAt(article.article(), mention.start()));
      Count count = counts.get(mention.name());
      if (count == null) {
        count = new Count(mention.span());
        counts.put(mention.name(), count);
      } else if (told && count.told == 0) {
        // takes its place where the story is spoken of
        counts.remove(mention.name());
        counts.put(mention.name(), count);
      }
      count.byType[mention.type().ordinal()]++;
      if (mention.type() == MentionType.PERSON) {
        addTitle(wordBefore(text, mention.start()), count.titles);
      }
      if (told) {
        if (count.told++ == 0) {
          count.first = mention.span();
        }
        count.surfaces.merge(mention.span().of(text), 1, Integer::sum);
      }
    }
    var names = new ArrayList<NamedIn>();
    counts.forEach(
        (name, count) -> {
          addTitle(name.substring(0, Math.max(0, name.indexOf(' '))), count.titles);
          names.add(
              new NamedIn(
                  name,
                  StoryNames.thingKey(name),
                  StoryNames.parts(name),
                  count.byType,
                  count.told,
                  count.first,
                  count.surfaces,
                  Set.copyOf(count.titles)));
        });
    return List.copyOf(names);
  }

  private static void addTitle(String word, Set<String> titles) {
    if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
      String plain = StoryNames.normal(word);
      if (StoryNames.isGivenNameTitle(plain)) {
        titles.add(plain);
      }
    }
  }

  /** The word right before a place in a text, or nothing. */
  private static String wordBefore(String text, int start) {
    int end = start - 1;
    if (end <= 0 || text.charAt(end) != ' ') {
      return "";
    }
    int first = end;
    while (first > 0 && end - first < LONGEST_TITLE && Character.isLetter(text.charAt(first - 1))) {
      first--;
    }
    return text.substring(first, end);
  }
}
