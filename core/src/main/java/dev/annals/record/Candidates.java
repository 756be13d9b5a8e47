package dev.annals.record;

import dev.annals.article.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Joins tellings of one event and finds the sentence that words it best. */
final class Candidates {

  // what a report begins with says what happened and to whom
  private static final double LEADING = 0.2;
  // a sentence that begins with "they" or "but" is not understood alone
  private static final double LEANING = 0.4;
  // a sentence that tells nothing by itself words an entry only where no other can
  private static final double UNFIT = 3;

  private record Weighed(Telling telling, double weight) {}

  private final double[] centre;

  /**
   * For a story.
   *
   * @param tellings all of the story
   * @param terms number of different terms
   */
  Candidates(List<Telling> tellings, int terms) {
    centre = centre(tellings, terms);
  }

  /** What the story is about, by terms. */
  double[] centre() {
    return centre;
  }

  /** What the story is about: the mean of the sentences that its articles begin with. */
  private static double[] centre(List<Telling> tellings, int size) {
    var centre = new double[size];
    var touched = new ArrayList<Integer>();
    for (Telling telling : tellings) {
      if (telling.position() < 8 && telling.role() != Role.CAPTION) {
        double weight = 1.0 / (1 + telling.position());
        int[] terms = telling.terms().terms();
        float[] weights = telling.terms().weights();
        for (int i = 0; i < terms.length; i++) {
          if (centre[terms[i]] == 0) {
            touched.add(terms[i]);
          }
          centre[terms[i]] += weight * weights[i];
        }
      }
    }
    // added up in the order of the articles: another order gives another last digit
    double squares = 0;
    for (int term : touched) {
      squares += centre[term] * centre[term];
    }
    double norm = squares > 0 ? Math.sqrt(squares) : 1;
    for (int term : touched) {
      centre[term] /= norm;
    }
    return centre;
  }

  /**
   * The events of a day.
   *
   * @param compared tellings that are compared with each other, the most promising ones
   */
  List<Candidate> of(LocalDate day, List<Telling> tellings, int compared) {
    var candidates = new ArrayList<Candidate>();
    for (TellingClusters.Cluster of : TellingClusters.of(best(tellings, compared))) {
      List<Telling> cluster = of.members();
      Telling worded = worded(of);
      if (worded.quoted() || worded.words() < 4 || !worded.reports() || !tells(worded)) {
        continue;
      }
      candidates.add(new Candidate(day, cluster, worded, worth(cluster)));
    }
    return candidates;
  }

  /** Those that promise most, the best first. */
  private List<Telling> best(List<Telling> tellings, int most) {
    var weights = new double[tellings.size()];
    for (int i = 0; i < weights.length; i++) {
      Telling telling = tellings.get(i);
      weights[i] = -telling.promise() - telling.terms().dot(centre);
    }
    double bound = Double.MAX_VALUE;
    if (weights.length > most) {
      double[] sorted = weights.clone();
      Arrays.sort(sorted);
      bound = sorted[most - 1];
    }
    var best = new ArrayList<Weighed>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] <= bound) {
        best.add(new Weighed(tellings.get(i), weights[i]));
      }
    }
    best.sort(
        Comparator.comparingDouble(Weighed::weight)
            .thenComparingInt(w -> w.telling().article())
            .thenComparing(w -> w.telling().sentence()));
    return best.stream().limit(most).map(Weighed::telling).toList();
  }

  /** Whether a verb tells an event, or a day that nothing else tells of is named in passing. */
  private static boolean tells(Telling telling) {
    return telling.telling() || telling.kinds().isEmpty() && telling.background();
  }

  /** The sentence that words a cluster: short, near to the others, told as fact in the body. */
  private Telling worded(TellingClusters.Cluster of) {
    List<Telling> cluster = of.members();
    Telling best = cluster.get(0);
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < cluster.size(); i++) {
      Telling telling = cluster.get(i);
      double worth =
          of.near()[i] / cluster.size()
              + 0.5 * telling.terms().dot(centre)
              + 0.5 * telling.promise()
              + (telling.position() == 0 ? LEADING : 0)
              - (telling.leans() ? LEANING : 0)
              - (telling.reports() && tells(telling) ? 0 : UNFIT)
              - Math.max(0, telling.words() - 22) / 40.0
              - Math.max(0, 8 - telling.words()) / 10.0;
      if (worth > most) {
        most = worth;
        best = telling;
      }
    }
    return best;
  }

  private double worth(List<Telling> cluster) {
    var lineages = new HashSet<Integer>();
    var articles = new HashSet<Integer>();
    double promise = Double.NEGATIVE_INFINITY;
    double central = 0;
    boolean told = false;
    for (Telling telling : cluster) {
      articles.add(telling.article());
      lineages.add(telling.told().lineage());
      promise = Math.max(promise, telling.promise());
      central = Math.max(central, telling.terms().dot(centre));
      told |= telling.role() != Role.CAPTION;
    }
    double worth =
        0.9 * Math.log(1 + lineages.size()) / Math.log(2)
            + 0.4 * Math.log(articles.size())
            + 0.15 * Math.log(cluster.size())
            + promise
            + 1.2 * central;
    return told ? worth : worth - 0.3;
  }
}
