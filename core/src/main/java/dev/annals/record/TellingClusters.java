package dev.annals.record;

import dev.annals.annotation.Modality;
import dev.annals.article.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Joins tellings of one event: average link over the similarity of their words, the class of what
 * they tell and who takes part, with a veto where one tells as fact what the other denies.
 */
final class TellingClusters {

  // set by eye on made stories: below 0.3 different events of a day fall together
  private static final double JOIN = 0.36;
  private static final double SAME_KIND = 0.16;
  private static final double OTHER_KIND = 0.06;
  private static final double SAME_PARTICIPANT = 0.18;
  // a caption shows a moment of its own: names in common do not make it tell of another's event
  private static final double OTHER_CAPTION = 0.25;

  private TellingClusters() {}

  /** The clusters, in the order of their first members. */
  static List<List<Telling>> of(List<Telling> tellings) {
    int size = tellings.size();
    var similarity = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        similarity[i][j] = similarity(tellings.get(i), tellings.get(j));
        similarity[j][i] = similarity[i][j];
      }
    }
    var clusters = new ArrayList<List<Integer>>();
    for (int i = 0; i < size; i++) {
      clusters.add(new ArrayList<>(List.of(i)));
    }
    while (true) {
      int left = -1;
      int right = -1;
      double best = JOIN;
      for (int i = 0; i < clusters.size(); i++) {
        for (int j = i + 1; j < clusters.size(); j++) {
          // similarity holds the sum over members while clusters grow
          double link =
              similarity[clusters.get(i).get(0)][clusters.get(j).get(0)]
                  / ((double) clusters.get(i).size() * clusters.get(j).size());
          if (link > best) {
            best = link;
            left = i;
            right = j;
          }
        }
      }
      if (left < 0) {
        break;
      }
      int into = clusters.get(left).get(0);
      int from = clusters.get(right).get(0);
      for (List<Integer> other : clusters) {
        int k = other.get(0);
        similarity[into][k] += similarity[from][k];
        similarity[k][into] = similarity[into][k];
      }
      clusters.get(left).addAll(clusters.get(right));
      clusters.remove(right);
    }
    var result = new ArrayList<List<Telling>>();
    for (List<Integer> cluster : clusters) {
      Collections.sort(cluster);
      result.add(cluster.stream().map(tellings::get).toList());
    }
    return result;
  }

  static double similarity(Telling a, Telling b) {
    boolean denial = (a.modality() == Modality.DENIED) != (b.modality() == Modality.DENIED);
    boolean plan = (a.modality() == Modality.PLANNED) != (b.modality() == Modality.PLANNED);
    if (denial || plan) {
      // far enough apart that no average brings them together
      return -10;
    }
    double similarity = a.terms().dot(b.terms());
    boolean kind = !Collections.disjoint(a.kinds(), b.kinds());
    boolean participant = !Collections.disjoint(a.participants(), b.participants());
    if (kind) {
      similarity += SAME_KIND;
    }
    if (kind && participant) {
      similarity += SAME_PARTICIPANT;
    }
    if (!kind && a.telling() && b.telling() && !a.kinds().isEmpty() && !b.kinds().isEmpty()) {
      similarity -= OTHER_KIND;
    }
    if (!kind && (a.role() == Role.CAPTION || b.role() == Role.CAPTION)) {
      similarity -= OTHER_CAPTION;
    }
    return similarity;
  }
}
