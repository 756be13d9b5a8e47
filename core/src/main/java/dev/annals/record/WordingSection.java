package dev.annals.record;

import dev.annals.annotation.Quote;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words that reports use for the same people or deeds, side by side. What counts as the same is
 * a class in {@code wording.en.txt}: {@code crowd: mob}. A class is shown when reports of at least
 * two lineages use it and not all use the same words. Words inside quotation marks are shown apart,
 * with whose they are.
 */
final class WordingSection {

  /** Cites kept for each word. */
  private static final int CITES_KEPT = 30;

  /** Likeness of two sentences from which the words in them mean the same people or deeds. */
  private static final double NEAR = 0.1;

  /** A word's class, and the form under which its other forms are counted. */
  record Choice(String kind, String word) {}

  /** Any form of a word, in lower case. */
  private static final Map<String, Choice> CHOICES = choices();

  private static Map<String, Choice> choices() {
    var choices = new HashMap<String, Choice>();
    for (String line : TextResources.lines(WordingSection.class, "wording.en.txt")) {
      int colon = line.indexOf(':');
      for (String word : line.substring(colon + 1).split(",")) {
        String[] forms = word.strip().split(" ");
        for (String form : forms) {
          choices.put(form, new Choice(line.substring(0, colon).strip(), forms[0]));
        }
      }
    }
    return Map.copyOf(choices);
  }

  /** The class of a word in lower case, or null. */
  static @Nullable Choice choice(String word) {
    return CHOICES.get(word);
  }

  /** A word that belongs to a class, where an article uses it. */
  record Use(String kind, String word, int start, int end) {}

  List<StoryRecord.Disagreement> compile(StoryContext context) {
    if (context.lineages() < 2) {
      return List.of();
    }
    var byClass = new TreeMap<String, Map<String, List<Cite>>>();
    var said = new ArrayList<Said>();
    for (ArticleParts parts : context.parts()) {
      StoryArticle article = parts.article();
      var quotes = article.annotations().quotes();
      for (Use use : parts.wordings.get(null, () -> uses(parts))) {
        String value = value(context, article, use.word(), quotes, use.start());
        if (value != null) {
          var cites =
              byClass
                  .computeIfAbsent(use.kind(), k -> new LinkedHashMap<>())
                  .computeIfAbsent(value, v -> new ArrayList<>());
          if (cites.size() < CITES_KEPT) {
            cites.add(context.cite(article, use.start(), use.end()));
            said.add(new Said(use.kind(), value, parts, terms(context, parts, use)));
          }
        }
      }
    }
    var disagreements = new ArrayList<StoryRecord.Disagreement>();
    byClass.forEach(
        (kind, words) -> {
          words.keySet().retainAll(sameThing(context, kind, said));
          var all = new ArrayList<Cite>();
          words.values().forEach(all::addAll);
          if (differ(words.keySet()) && context.sources(all) > 1) {
            var versions = new ArrayList<StoryRecord.Version>();
            words.forEach(
                (word, cites) ->
                    versions.add(
                        new StoryRecord.Version(word, context.sources(cites), new Cites(cites))));
            versions.sort(
                (a, b) -> Integer.compare(b.cites().places().size(), a.cites().places().size()));
            disagreements.add(new StoryRecord.Disagreement(kind, "wording", false, versions));
          }
        });
    return disagreements;
  }

  /** A version with the words around it. */
  private record Said(String kind, String value, ArticleParts article, TermVector terms) {}

  private static TermVector terms(StoryContext context, ArticleParts parts, Use use) {
    Tokens tokens = parts.tokens();
    int sentence = tokens.sentence(Math.min(tokens.at(use.start()), tokens.size() - 1));
    return context
        .vectors()
        .of(parts.article(), tokens.sentenceFirst(sentence), tokens.sentenceEnd(sentence));
  }

  /** The versions that reports of two lineages use for one thing: in sentences much alike. */
  private static Set<String> sameThing(StoryContext context, String kind, List<Said> said) {
    var same = new HashSet<String>();
    for (int i = 0; i < said.size(); i++) {
      Said a = said.get(i);
      for (int j = 0; j < i && a.kind().equals(kind); j++) {
        Said b = said.get(j);
        if (b.kind().equals(kind)
            && !word(a.value()).equals(word(b.value()))
            && context.lineageOf(a.article().id()) != context.lineageOf(b.article().id())
            && a.terms().dot(b.terms()) >= NEAR) {
          same.add(a.value());
          same.add(b.value());
        }
      }
    }
    return same;
  }

  /** A version without whose it is. */
  private static String word(String version) {
    return version.contains(" ") ? version.substring(0, version.indexOf(' ')) : version;
  }

  /** The words of an article that belong to a class. */
  private static List<Use> uses(ArticleParts article) {
    var uses = new ArrayList<Use>();
    Tokens tokens = article.tokens();
    for (int t = 0; t < tokens.size(); t++) {
      if (!Character.isLetter(tokens.first(t))) {
        continue;
      }
      Choice choice = StoryWord.of(tokens, t).choice();
      if (choice == null) {
        continue;
      }
      Role role = StoryContext.roleAt(article.article().article(), tokens.start(t));
      if (role.isBody() || role == Role.CAPTION || role == Role.STANDFIRST) {
        uses.add(new Use(choice.kind(), choice.word(), tokens.start(t), tokens.end(t)));
      }
    }
    return List.copyOf(uses);
  }

  /** Whether more than one word was chosen; whose it is makes no other word of it. */
  private static boolean differ(Set<String> versions) {
    return versions.stream().map(WordingSection::word).distinct().count() > 1;
  }

  /**
   * The word as a version: itself in the outlet's own voice, with the speaker when it is quoted.
   */
  private static @Nullable String value(
      StoryContext context, StoryArticle article, String word, List<Quote> quotes, int offset) {
    for (Quote quote : quotes) {
      if (quote.content().contains(offset)) {
        String speaker = QuoteSection.speakerName(context, article, quote.speaker());
        if (quote.kind() == dev.annals.annotation.QuoteKind.INDIRECT) {
          return word;
        }
        return speaker == null ? null : word + " (" + speaker + ")";
      }
    }
    return word;
  }
}
