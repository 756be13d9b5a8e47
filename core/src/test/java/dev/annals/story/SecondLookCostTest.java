package dev.annals.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What makes comparing and grouping cheap changes nothing about what comes out. */
class SecondLookCostTest {

  private static final TreeModel CONTEXT = JoinModel.standard().plainContext();

  @Test
  void aTableOfFewArticlesGroupsAsTheQueueForManyDoes() {
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      List<Node> nodes = nodes(random, 3 + random.nextInt(50), random);
      var queue = new AverageLink(0, SecondLook.UNCOMPARED, null, (a, b) -> 0, 0);
      var table = new AverageLink(0, SecondLook.UNCOMPARED, null, (a, b) -> 0, 96);
      assertThat(table.group(nodes, false)).isEqualTo(queue.group(nodes, false));
    }
  }

  @Test
  void whatIsKeptOfNeighboursIsWhatIsCountedAnew() {
    var random = new Random(5);
    var nodes = new ArrayList<Node>();
    var kept = new AverageLink(0, SecondLook.UNCOMPARED, CONTEXT, (a, b) -> 0);
    var context = new PairContext();
    for (int step = 0; step < 150; step++) {
      var node = new Node(step, member(random, "article-" + step));
      for (Node other : nodes) {
        if (random.nextInt(3) > 0) {
          Node.connect(node, other, random.nextGaussian() * 2);
        }
      }
      nodes.add(node);
      if (random.nextInt(8) == 0) {
        nodes.remove(random.nextInt(nodes.size())).disconnect();
      }
      if (random.nextInt(3) > 0) {
        int from = Math.max(0, nodes.size() - 40);
        kept.group(nodes.subList(from, nodes.size()), true);
      }
    }
    var last = new ArrayList<double[]>();
    for (Node node : nodes) {
      context.begin(node);
      for (int edge = 0; edge < node.edges(); edge++) {
        last.add(context.plain(node, edge, true).clone());
      }
    }
    nodes.forEach(Node::forgetStanding);
    int at = 0;
    for (Node node : nodes) {
      for (int edge = 0; edge < node.edges(); edge++) {
        double[] anew = context.of(node, edge);
        for (int i = 0; i < anew.length; i++) {
          double plain = last.get(at)[i];
          assertThat(PairContext.LOGGED[i] ? Math.log1p(plain) : plain).isEqualTo(anew[i]);
        }
        at++;
      }
    }
  }

  @Test
  void treesOverAmountsDecideAsTreesOverTheirLogarithms() {
    var random = new Random(3);
    TreeModel learnt = JoinModel.standard().context();
    for (int i = 0; i < 20_000; i++) {
      double[] plain = new double[PairContext.NAMES.length];
      double[] logged = new double[plain.length];
      for (int f = 0; f < plain.length; f++) {
        plain[f] =
            PairContext.LOGGED[f]
                ? random.nextBoolean() ? random.nextInt(160) : random.nextDouble() * 60
                : random.nextGaussian() * 3;
        logged[f] = PairContext.LOGGED[f] ? Math.log1p(plain[f]) : plain[f];
      }
      assertThat(CONTEXT.logOdds(plain)).isEqualTo(learnt.logOdds(logged));
    }
  }

  @Test
  void oneWalkOverTheWordsGivesWhatEachViewGivesByItself() {
    var random = new Random(11);
    for (int i = 0; i < 300; i++) {
      Member a = member(random, "a");
      Member b = member(random, "b");
      double[] x = PairFeatures.of(a, b);
      assertThat(x[0]).isEqualTo(a.lead().cosine(b.lead()));
      assertThat(x[1]).isEqualTo(a.body().cosine(b.body()));
      assertThat(x[2]).isEqualTo(a.headline().cosine(b.headline()));
      assertThat(x[3]).isEqualTo(a.names().cosine(b.names()));
      assertThat(x[4]).isEqualTo(a.numbers().cosine(b.numbers()));
      assertThat(x[6]).isEqualTo((a.lead().cosine(b.body()) + a.body().cosine(b.lead())) / 2);
      assertThat(x[10])
          .isEqualTo((a.headline().cosine(b.lead()) + a.lead().cosine(b.headline())) / 2);
      assertThat(x[PairFeatures.PLAIN]).isCloseTo(plain(a, b, a.body(), b.body()), within(1e-12));
      assertThat(x[PairFeatures.PLAIN_LEAD])
          .isCloseTo(plain(a, b, a.lead(), b.lead()), within(1e-12));
      assertThat(PairFeatures.of(b, a)).isEqualTo(x);
    }
  }

  private static double plain(Member a, Member b, SparseVector x, SparseVector y) {
    SparseVector u = without(a, b, x);
    SparseVector v = without(a, b, y);
    double both = 0;
    for (int i = 0; i < u.terms().length; i++) {
      int at = Arrays.binarySearch(v.terms(), u.terms()[i]);
      both += at < 0 ? 0 : u.weights()[i] * v.weights()[at];
    }
    double lengths = Math.sqrt(square(u) * square(v));
    return lengths == 0 ? 0 : both / lengths;
  }

  private static double square(SparseVector vector) {
    double sum = 0;
    for (float weight : vector.weights()) {
      sum += weight * weight;
    }
    return sum;
  }

  private static SparseVector without(Member a, Member b, SparseVector vector) {
    var terms = new ArrayList<Integer>();
    var weights = new ArrayList<Float>();
    for (int i = 0; i < vector.terms().length; i++) {
      int term = vector.terms()[i];
      boolean special = false;
      for (SparseVector names : List.of(a.names(), b.names(), a.numbers(), b.numbers())) {
        special |= Arrays.binarySearch(names.terms(), term) >= 0;
      }
      if (!special) {
        terms.add(term);
        weights.add(vector.weights()[i]);
      }
    }
    float[] kept = new float[weights.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = weights.get(i);
    }
    return new SparseVector(terms.stream().mapToInt(term -> term).toArray(), kept);
  }

  private static List<Node> nodes(Random random, int size, Random odds) {
    var nodes = new ArrayList<Node>();
    for (int i = 0; i < size; i++) {
      var node = new Node(i, member(random, "article-" + i));
      for (Node other : nodes) {
        if (random.nextInt(3) > 0) {
          Node.connect(node, other, Math.rint(odds.nextGaussian() * 6 + 1) / 2); // many ties
        }
      }
      nodes.add(node);
    }
    return nodes;
  }

  private static Member member(Random random, String id) {
    return new Member(
        id,
        null,
        null,
        random.nextBoolean() ? null : (Long) (long) random.nextInt(1_000_000),
        null,
        "en",
        vector(random, 6),
        vector(random, 40),
        vector(random, 90),
        vector(random, 12),
        vector(random, 5),
        vector(random, 2),
        new int[MinHash.SLOTS],
        1);
  }

  /** Of few enough words that any two have many in common. */
  private static SparseVector vector(Random random, int most) {
    int size = random.nextInt(most + 1);
    int[] terms = random.ints(size, -150, 150).map(Hashing::nonZero).distinct().sorted().toArray();
    float[] weights = new float[terms.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 0.01f + random.nextFloat() / 8;
    }
    return new SparseVector(terms, weights);
  }
}
