package dev.annals.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Learns the join decision from articles whose stories are known. */
final class JoinTrainer {

  /** Where log odds of zero lie best for the clusters, by cross-validation over stories. */
  static final double PAIR_SHIFT = 0.5;

  static final double CONTEXT_SHIFT = 1.25;

  private static final int PAIR_TREES = 100;
  private static final int CONTEXT_TREES = 60;
  private static final double RATE = 0.1;
  private static final double LEAST_WEIGHT = 15;
  private static final double RIDGE = 5;
  private static final int DEPTH = 3;

  /** True and false pairs of a corpus weigh this much in all, whatever its size. */
  private static final double TRUE_WEIGHT = 2000;

  private static final double FALSE_WEIGHT = 6000;

  private JoinTrainer() {}

  /** Articles in the order of their file, with their true stories. */
  record Corpus(String name, List<StoryFeatures> articles, Map<String, String> truth) {

    /**
     * The same articles as if they had come over a month, each story within a few days; null when
     * they have dates of their own. Without it big stories would be known undated only, and the
     * model would take a date for a sign of a small story.
     */
    @Nullable Corpus dated() {
      if (articles.stream().anyMatch(article -> article.time() != null)) {
        return null;
      }
      var dated = new ArrayList<StoryFeatures>();
      for (StoryFeatures a : articles) {
        int story = Math.floorMod(Hashing.of("day " + truth.get(a.id())), DAYS);
        int late = Math.floorMod(Hashing.of("late " + a.id()), 8);
        // most on the first two days, as in print
        int day = story + (late < 4 ? 0 : late < 7 ? 1 : 3);
        dated.add(
            new StoryFeatures(
                a.id(),
                a.source(),
                a.title(),
                1_900_000_000L + day * 86_400L,
                null,
                a.language(),
                a.headline(),
                a.lead(),
                a.body(),
                a.names(),
                a.numbers(),
                a.days(),
                a.forms(),
                a.signature()));
      }
      dated.sort(Comparator.comparing(a -> Objects.requireNonNull(a.time())));
      return new Corpus(name + "-dated", dated, truth);
    }
  }

  private static final int DAYS = 30;

  /** The corpora, and those without dates again with dates. */
  private static List<Corpus> withDated(List<Corpus> corpora) {
    var all = new ArrayList<>(corpora);
    for (Corpus corpus : corpora) {
      Corpus dated = corpus.dated();
      if (dated != null) {
        all.add(dated);
      }
    }
    return all;
  }

  /**
   * Trains on some of the stories.
   *
   * @param learnt whether a story is to be learnt from
   * @param views of {@link PairFeatures} to use
   */
  static JoinModel train(List<Corpus> given, Predicate<String> learnt, boolean[] views) {
    List<Corpus> corpora = withDated(given);
    var pairRows = new ArrayList<TreeBooster.Row>();
    for (Corpus corpus : corpora) {
      pairRows.addAll(pairRows(corpus, learnt));
    }
    TreeModel pair =
        new TreeBooster(DEPTH, PAIR_TREES, RATE, LEAST_WEIGHT, RIDGE, PairFeatures.NAMES, views)
            .train(pairRows)
            .shifted(-PAIR_SHIFT);
    var contextRows = new ArrayList<TreeBooster.Row>();
    for (Corpus corpus : corpora) {
      contextRows.addAll(contextRows(corpus, new JoinModel(pair, null), learnt));
    }
    boolean[] all = new boolean[PairContext.NAMES.length];
    Arrays.fill(all, true);
    TreeModel context =
        new TreeBooster(DEPTH, CONTEXT_TREES, RATE, LEAST_WEIGHT, RIDGE, PairContext.NAMES, all)
            .train(contextRows)
            .shifted(CONTEXT_SHIFT);
    return new JoinModel(pair, context);
  }

  /** Pairs as the clusterer meets them: each article with those that came near before it. */
  private static List<TreeBooster.Row> pairRows(Corpus corpus, Predicate<String> learnt) {
    var weights = new TermWeights();
    var index = new RecentArticles();
    var rows = new ArrayList<TreeBooster.Row>();
    long number = 0;
    for (StoryFeatures features : corpus.articles()) {
      var node = new Node(number++, weights.weigh(features));
      weights.observe(features);
      for (Node near : index.near(node, Stories.NEAR)) {
        boolean same = same(corpus, node, near);
        // two in three of the false pairs are left out: there are plenty
        if (learnt(corpus, node, near, learnt)
            && (same || Math.floorMod(node.number * 31 + near.number * 17, 3L) == 0)) {
          double[] x = PairFeatures.of(node.member, near.member);
          if (same || x[1] > 0.08) {
            rows.add(new TreeBooster.Row(x, same, 1));
          }
        }
      }
      index.add(node);
    }
    return weighed(rows);
  }

  /** Pairs as the second look meets them, after all articles came. */
  private static List<TreeBooster.Row> contextRows(
      Corpus corpus, JoinModel model, Predicate<String> learnt) {
    var stories =
        new Stories(StorySettings.defaults(), StoryArchive.NONE, new TermWeights(), model);
    corpus.articles().forEach(stories::add);
    var context = new PairContext();
    var rows = new ArrayList<TreeBooster.Row>();
    for (Node node : stories.nodes()) {
      for (int i = 0; i < node.edges(); i++) {
        Node other = node.other(i);
        if (other.number < node.number
            && node.odds(i) >= PairContext.HOPELESS
            && learnt(corpus, node, other, learnt)) {
          rows.add(new TreeBooster.Row(context.of(node, i), same(corpus, node, other), 1));
        }
      }
    }
    return weighed(rows);
  }

  private static boolean learnt(Corpus corpus, Node a, Node b, Predicate<String> learnt) {
    return learnt.test(corpus.truth().get(a.member.article()))
        && learnt.test(corpus.truth().get(b.member.article()));
  }

  private static boolean same(Corpus corpus, Node a, Node b) {
    return corpus.truth().get(a.member.article()).equals(corpus.truth().get(b.member.article()));
  }

  private static List<TreeBooster.Row> weighed(List<TreeBooster.Row> rows) {
    double positive = rows.stream().filter(TreeBooster.Row::positive).count();
    double negative = rows.size() - positive;
    return rows.stream()
        .map(
            row ->
                new TreeBooster.Row(
                    row.x(),
                    row.positive(),
                    row.positive() ? TRUE_WEIGHT / positive : FALSE_WEIGHT / negative))
        .toList();
  }

  static boolean[] allViews() {
    boolean[] used = new boolean[PairFeatures.NAMES.length];
    Arrays.fill(used, true);
    return used;
  }
}
