package dev.annals.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Measures the join decision on stories it has not learnt: the stories are dealt into folds, each
 * fold is scored with a model of the others while the whole stream is clustered, so that precision
 * counts wrong company from every story.
 */
final class StoryCrossValidation {

  private final int folds;
  private final int deals;

  /**
   * A measurement.
   *
   * @param folds of one deal
   * @param deals ways to deal the stories: with one alone, figures move by up to 0.006 with the
   *     slightest change of what is learnt from
   */
  StoryCrossValidation(int folds, int deals) {
    this.folds = folds;
    this.deals = deals;
  }

  /** A line for each corpus: B³ F1 and pair F1. */
  List<String> lines(List<JoinTrainer.Corpus> corpora) {
    var tallies = new LinkedHashMap<String, double[]>();
    for (int deal = 0; deal < deals; deal++) {
      for (int fold = 0; fold < folds; fold++) {
        Predicate<String> left = left(deal, fold);
        JoinModel model = JoinTrainer.train(corpora, left.negate(), JoinTrainer.allViews());
        for (JoinTrainer.Corpus corpus : corpora) {
          add(tallies.computeIfAbsent(corpus.name(), name -> new double[6]), corpus, model, left);
        }
      }
    }
    var lines = new ArrayList<String>();
    new TreeMap<>(tallies)
        .forEach(
            (name, t) ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "%-22s B3 F1 %.4f  pair F1 %.4f",
                        name,
                        f1(t[0] / t[2], t[1] / t[2]),
                        2 * t[3] / Math.max(1, t[4] + t[5]))));
    return lines;
  }

  /** The stories that are left out in a fold of a deal. */
  private Predicate<String> left(int deal, int fold) {
    String salt = deal == 0 ? "fold " : "fold " + deal + ' ';
    return story -> Math.floorMod(Hashing.of(salt + story), folds) == fold;
  }

  private void add(
      double[] tally, JoinTrainer.Corpus corpus, JoinModel model, Predicate<String> left) {
    var stories =
        new Stories(StorySettings.defaults(), StoryArchive.NONE, new TermWeights(), model);
    corpus.articles().forEach(stories::add);
    stories.settle();
    Map<String, List<String>> found = new HashMap<>();
    Map<String, List<String>> gold = new HashMap<>();
    for (StoryFeatures article : corpus.articles()) {
      String id = article.id();
      found.computeIfAbsent(stories.storyOf(id).orElse(id), s -> new ArrayList<>()).add(id);
      gold.computeIfAbsent(corpus.truth().get(id), s -> new ArrayList<>()).add(id);
    }
    for (List<String> cluster : found.values()) {
      Map<String, Integer> shares = new HashMap<>();
      cluster.forEach(id -> shares.merge(corpus.truth().get(id), 1, Integer::sum));
      for (var share : shares.entrySet()) {
        int size = gold.get(share.getKey()).size();
        double n = share.getValue();
        if (left.test(share.getKey())) {
          tally[0] += n * n / cluster.size();
          tally[1] += n * n / size;
          tally[2] += n;
          tally[3] += n * (n - 1) / 2;
          // a pair with one article of the fold counts half, so that all folds together count it
          // once
          tally[4] += n * (n - 1) / 2 + n * (cluster.size() - n) / 2;
        }
      }
    }
    gold.forEach(
        (story, articles) -> {
          if (left.test(story)) {
            tally[5] += articles.size() * (articles.size() - 1) / 2.0;
          }
        });
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}
