package dev.annals.record;

import dev.annals.annotation.Quote;
import dev.annals.annotation.QuoteKind;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words that reports use for the same people or deeds, side by side: of one class of {@code
 * wording.en.txt}, for the same actor ("the Norra government", "the Norra regime") or in sentences
 * that tell the same. Shown when two lineages choose differently and one of the words takes sides.
 * Words inside quotation marks are shown apart, with whose they are.
 */
final class WordingSection {

  /** Cites kept for each word. */
  private static final int CITES_KEPT = 30;

  /** Likeness of two sentences that share a name from which they tell of the same. */
  private static final double NEAR = 0.1;

  /** The same for sentences without a name in common. */
  private static final double NEARER = 0.2;

  /** A version with where it stands and the words around it. */
  private record Said(
      WordingUse use, String value, ArticleParts article, Set<String> actor, TermVector terms) {}

  List<StoryRecord.Disagreement> compile(StoryContext context) {
    if (context.lineages() < 2) {
      return List.of();
    }
    var byClass = new TreeMap<String, List<Said>>();
    for (ArticleParts parts : context.parts()) {
      var uses = parts.wordings.get(null, () -> WordingUse.of(parts));
      for (WordingUse use : uses) {
        String value = value(context, parts.article(), use);
        var said = byClass.computeIfAbsent(use.kind(), k -> new ArrayList<>());
        if (value != null && count(said, value) < CITES_KEPT) {
          said.add(
              new Said(use, value, parts, actor(use, uses), terms(context, parts, use.sentence())));
        }
      }
    }
    var disagreements = new ArrayList<StoryRecord.Disagreement>();
    byClass.forEach((kind, said) -> disagree(context, kind, said, disagreements));
    return disagreements;
  }

  private static int count(List<Said> said, String value) {
    int count = 0;
    for (Said one : said) {
      if (one.value().equals(value)) {
        count++;
      }
    }
    return count;
  }

  /** Whom a word means: by the names beside it, or beside the same word in the same report. */
  private static Set<String> actor(WordingUse use, List<WordingUse> uses) {
    if (!use.actor().isEmpty() || use.named()) {
      return use.actor();
    }
    Set<String> common = Set.of();
    for (WordingUse other : uses) {
      if (other.word().equals(use.word()) && !other.actor().isEmpty()) {
        if (common.isEmpty()) {
          common = other.actor();
        } else if (Collections.disjoint(common, other.actor())) {
          return Set.of(); // the word is used of two
        }
      }
    }
    return common;
  }

  private static TermVector terms(StoryContext context, ArticleParts parts, int sentence) {
    var tokens = parts.tokens();
    return context
        .vectors()
        .of(parts.article(), tokens.sentenceFirst(sentence), tokens.sentenceEnd(sentence));
  }

  private static void disagree(
      StoryContext context,
      String kind,
      List<Said> said,
      List<StoryRecord.Disagreement> disagreements) {
    int[] group = new int[said.size()];
    var actors = new ArrayList<Set<String>>();
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      actors.add(new TreeSet<>(said.get(i).actor()));
    }
    for (int i = 0; i < group.length; i++) {
      for (int j = 0; j < i; j++) {
        int left = Math.min(root(group, i), root(group, j));
        int right = Math.max(root(group, i), root(group, j));
        if (left != right
            && !areOthers(actors.get(left), actors.get(right))
            && areOne(context, said.get(i), said.get(j))) {
          group[right] = left;
          actors.get(left).addAll(actors.get(right));
        }
      }
    }
    var groups = new TreeMap<Integer, List<Said>>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(root(group, i), g -> new ArrayList<>()).add(said.get(i));
    }
    for (List<Said> one : groups.values()) {
      if (areChosen(context, one)) {
        disagreements.add(disagreement(context, kind, one));
      }
    }
  }

  private static boolean areOthers(Set<String> left, Set<String> right) {
    return !left.isEmpty() && !right.isEmpty() && Collections.disjoint(left, right);
  }

  private static int root(int[] group, int of) {
    int at = of;
    while (group[at] != at) {
      at = group[at];
    }
    return at;
  }

  /** Whether two words mean the same people or deed. */
  private static boolean areOne(StoryContext context, Said a, Said b) {
    boolean named = !a.actor().isEmpty() && !b.actor().isEmpty();
    boolean shared = named && !Collections.disjoint(a.actor(), b.actor());
    if (a.use().named() || named) {
      return shared;
    }
    if (context.lineageOf(a.article().id()) == context.lineageOf(b.article().id())) {
      return false;
    }
    double likeness = a.terms().dot(b.terms());
    boolean bare = a.actor().isEmpty() && b.actor().isEmpty();
    return likeness >= NEARER
        || bare && likeness >= NEAR && !Collections.disjoint(a.use().names(), b.use().names());
  }

  /** Whether two lineages choose differently, and one of the words takes sides. */
  private static boolean areChosen(StoryContext context, List<Said> said) {
    var words = new TreeMap<Integer, Set<String>>();
    for (Said one : said) {
      words
          .computeIfAbsent(context.lineageOf(one.article().id()), l -> new TreeSet<>())
          .add(one.use().word());
    }
    for (Said a : said) {
      for (Said b : said) {
        if (!a.use().word().equals(b.use().word())
            && !(a.use().neutral() && b.use().neutral())
            && lacks(words, context.lineageOf(a.article().id()), b.use().word())
            && lacks(words, context.lineageOf(b.article().id()), a.use().word())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean lacks(TreeMap<Integer, Set<String>> words, int lineage, String word) {
    return !words.getOrDefault(lineage, Set.of()).contains(word);
  }

  private static StoryRecord.Disagreement disagreement(
      StoryContext context, String kind, List<Said> said) {
    var words = new LinkedHashMap<String, List<Cite>>();
    for (Said one : said) {
      words
          .computeIfAbsent(one.value(), v -> new ArrayList<>())
          .add(context.cite(one.article().article(), one.use().start(), one.use().end()));
    }
    var versions = new ArrayList<StoryRecord.Version>();
    words.forEach(
        (word, cites) ->
            versions.add(new StoryRecord.Version(word, context.sources(cites), new Cites(cites))));
    versions.sort((a, b) -> Integer.compare(b.cites().places().size(), a.cites().places().size()));
    return new StoryRecord.Disagreement(kind, "wording", false, versions);
  }

  /**
   * The word as a version: itself in the outlet's own voice, with the speaker when it is quoted.
   */
  private static @Nullable String value(
      StoryContext context, StoryArticle article, WordingUse use) {
    Collection<Quote> quotes = article.annotations().quotes();
    for (Quote quote : quotes) {
      if (quote.content().contains(use.start())) {
        String speaker = QuoteSection.speakerName(context, article, quote.speaker());
        if (quote.kind() == QuoteKind.INDIRECT) {
          return use.word();
        }
        return speaker == null ? null : use.word() + " (" + speaker + ")";
      }
    }
    return use.word();
  }
}
