package dev.annals.record;

import dev.annals.annotation.Modality;
import dev.annals.article.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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
  // "Ruhl called for calm", "Ruhl called it a farce": who and the verb alone are not the event
  private static final double COMMON = 0.1;
  // a caption shows a moment of its own: names in common do not make it tell of another's event
  private static final double OTHER_CAPTION = 0.25;
  private static final double BOTH_CAPTIONS = 0.15;

  /** Tellings of one event, each with what it has in common with all of them, itself included. */
  record Cluster(List<Telling> members, double[] near) {}

  private final List<Telling> tellings;
  // what each has in common with those before it
  private final double[][] common;
  // the sum over the members of two clusters, kept where their first members meet
  private final double[][] links;
  private final int[] sizes;
  // the cluster behind this one that is nearest to it, or -1 for none near enough
  private final int[] nearest;

  private TellingClusters(List<Telling> tellings) {
    this.tellings = tellings;
    int size = tellings.size();
    links = new double[size][size];
    common = new double[size][];
    sizes = new int[size];
    nearest = new int[size];
    Arrays.fill(sizes, 1);
    var kinds = masks(tellings, Telling::kinds);
    var participants = masks(tellings, Telling::participants);
    var dense = size == 0 ? new float[0] : new float[tellings.get(0).terms().table().size()];
    for (int i = 0; i < size; i++) {
      TermVector mine = tellings.get(i).terms();
      mine.spread(dense);
      common[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        common[i][j] = tellings.get(j).terms().dotSpread(dense);
      }
      mine.gather(dense);
      for (int j = 0; j < i; j++) {
        links[i][j] =
            similarity(
                tellings.get(i),
                tellings.get(j),
                common[i][j],
                (kinds[i] & kinds[j]) != 0,
                (participants[i] & participants[j]) != 0);
        links[j][i] = links[i][j];
      }
    }
  }

  /** One bit for each word, not always its own: sets without a common bit have no common word. */
  private static long[] masks(List<Telling> tellings, Function<Telling, Set<String>> words) {
    var masks = new long[tellings.size()];
    for (int i = 0; i < masks.length; i++) {
      for (String word : words.apply(tellings.get(i))) {
        masks[i] |= 1L << (word.hashCode() * 0x9E3779B9 >>> 26);
      }
    }
    return masks;
  }

  /** The clusters, in the order of their first members. */
  static List<Cluster> of(List<Telling> tellings) {
    return new TellingClusters(tellings).join();
  }

  private List<Cluster> join() {
    var members = new ArrayList<List<Integer>>();
    for (int i = 0; i < sizes.length; i++) {
      members.add(new ArrayList<>(List.of(i)));
      nearest[i] = nearest(i);
    }
    while (true) {
      int left = -1;
      double best = JOIN;
      for (int i = 0; i < sizes.length; i++) {
        if (sizes[i] > 0 && nearest[i] >= 0 && link(i, nearest[i]) > best) {
          best = link(i, nearest[i]);
          left = i;
        }
      }
      if (left < 0) {
        break;
      }
      int right = nearest[left];
      members.get(left).addAll(members.get(right));
      join(left, right);
    }
    var result = new ArrayList<Cluster>();
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > 0) {
        result.add(cluster(members.get(i)));
      }
    }
    return result;
  }

  private Cluster cluster(List<Integer> members) {
    int[] sorted = members.stream().mapToInt(i -> i).sorted().toArray();
    var of = new ArrayList<Telling>();
    var near = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      of.add(tellings.get(sorted[i]));
      for (int other : sorted) {
        near[i] += common[Math.max(sorted[i], other)][Math.min(sorted[i], other)];
      }
    }
    return new Cluster(of, near);
  }

  private double link(int i, int j) {
    return links[i][j] / ((double) sizes[i] * sizes[j]);
  }

  private int nearest(int i) {
    int found = -1;
    double best = JOIN;
    for (int j = i + 1; j < sizes.length; j++) {
      if (sizes[j] > 0 && link(i, j) > best) {
        best = link(i, j);
        found = j;
      }
    }
    return found;
  }

  private void join(int into, int from) {
    for (int k = 0; k < sizes.length; k++) {
      if (sizes[k] > 0) {
        links[into][k] += links[from][k];
        links[k][into] = links[into][k];
      }
    }
    sizes[into] += sizes[from];
    sizes[from] = 0;
    nearest[into] = nearest(into);
    // an average is never nearer than the nearer of its parts: the others keep theirs
    for (int i = 0; i < from; i++) {
      if (sizes[i] > 0 && (nearest[i] == into || nearest[i] == from)) {
        nearest[i] = nearest(i);
      }
    }
  }

  private static double similarity(
      Telling a, Telling b, double common, boolean mayShareKind, boolean mayShareParticipant) {
    boolean denial = (a.modality() == Modality.DENIED) != (b.modality() == Modality.DENIED);
    boolean plan = (a.modality() == Modality.PLANNED) != (b.modality() == Modality.PLANNED);
    if (denial || plan) {
      // far enough apart that no average brings them together
      return -10;
    }
    double similarity = common;
    if (a.role() == Role.CAPTION && b.role() == Role.CAPTION) {
      // two that "sit in the hall" are two pictures: only the same words show the same
      return similarity - BOTH_CAPTIONS;
    }
    boolean kind = mayShareKind && !Collections.disjoint(a.kinds(), b.kinds());
    boolean participant =
        mayShareParticipant && !Collections.disjoint(a.participants(), b.participants());
    if (kind) {
      similarity += SAME_KIND;
    }
    if (kind && participant && common >= COMMON) {
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
