package dev.annals.record;

import dev.annals.article.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is known of tellings that would make an entry, as numbers. */
final class EntryFeatures {

  /** Names of all features, those of the wording sentence first. */
  static final String[] NAMES = names();

  private static final int OWN = TellingTraits.NAMES.size();

  private EntryFeatures() {}

  private static String[] names() {
    var names = new ArrayList<>(TellingTraits.NAMES);
    names.addAll(
        List.of(
            "articles-of-story",
            "tellings",
            "articles",
            "lineages",
            "share-of-lineages",
            "central",
            "own-central",
            "day-weight",
            "background-day",
            "best-headline",
            "leads",
            "first-position",
            "stated-by",
            "promise",
            "in-body",
            "worth"));
    return names.toArray(String[]::new);
  }

  static double[] of(
      StoryContext context,
      EntryModel model,
      Candidate candidate,
      double[] centre,
      DayWeights weights) {
    var x = new double[NAMES.length];
    Telling best = candidate.best();
    StoryArticle article = best.told().article();
    StoryTimes times = context.times();
    Set<String> words = TellingTraits.words(best);
    double[] own =
        TellingTraits.of(best, words, times.published(article), times.isEssay(article), model);
    System.arraycopy(own, 0, x, 0, OWN);
    var lineages = new HashSet<Integer>();
    var articles = new HashSet<Integer>();
    double central = 0;
    double promise = Double.NEGATIVE_INFINITY;
    int leads = 0;
    int first = Integer.MAX_VALUE;
    int stated = 0;
    int body = 0;
    for (Telling telling : candidate.members()) {
      articles.add(telling.article());
      lineages.add(telling.told().lineage());
      central = Math.max(central, telling.terms().dot(centre));
      promise = Math.max(promise, telling.promise());
      leads += telling.position() < Lead.SENTENCES ? 1 : 0;
      first = Math.min(first, telling.position());
      stated += telling.when().from().equals("stated") ? 1 : 0;
      body += telling.role() != Role.CAPTION ? 1 : 0;
    }
    boolean dated = !candidate.day().equals(LocalDate.MIN);
    double headline = 0;
    for (ArticleParts parts : context.parts()) {
      headline = Math.max(headline, TellingTraits.shared(words, parts.titleWords()));
    }
    int i = OWN;
    x[i++] = context.articles().size();
    x[i++] = candidate.members().size();
    x[i++] = articles.size();
    x[i++] = lineages.size();
    x[i++] = (double) lineages.size() / Math.max(1, context.lineages());
    x[i++] = central;
    x[i++] = best.terms().dot(centre);
    x[i++] = dated ? weights.of(candidate.day()) : 0;
    x[i++] = dated && weights.isBackground(candidate.day()) ? 1 : 0;
    x[i++] = headline;
    x[i++] = leads;
    x[i++] = first;
    x[i++] = stated;
    x[i++] = promise;
    x[i++] = body > 0 ? 1 : 0;
    x[i] = candidate.worth();
    return x;
  }
}
