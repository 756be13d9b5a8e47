package dev.annals.story;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides which story an article belongs to. A pure function of what it is given: it keeps nothing.
 * Safe for use by several threads as long as its weights are.
 */
public final class StoryClusterer {

  /** Members of a story that an article is compared with. */
  static final int COMPARED = 24;

  /** Mean log odds above which an article joins. Set on the benchmark sets, see docs/stories.md. */
  static final double JOIN = 0;

  private final TermWeights weights;
  private final JoinModel model;

  /** A clusterer that weighs words by the background table only. */
  public StoryClusterer() {
    this(new TermWeights());
  }

  /** A clusterer that weighs words by these weights, which it does not change. */
  public StoryClusterer(TermWeights weights) {
    this(weights, JoinModel.standard());
  }

  StoryClusterer(TermWeights weights, JoinModel model) {
    this.weights = weights;
    this.model = model;
  }

  /**
   * Places an article: in the candidate that fits best, or in a story of its own.
   *
   * @param candidates stories that it may belong to, as a {@link StoryIndex} finds them
   */
  public Placement place(StoryFeatures features, List<Story> candidates) {
    Member article = weights.weigh(features);
    var probe = new PairProbe(article, PairSide.of(article));
    Story best = null;
    double most = JOIN;
    for (Story story : candidates) {
      double sum = 0;
      List<Member> compared = compared(story.members());
      for (Member member : compared) {
        sum += model.logOdds(probe, member, PairSide.of(member));
      }
      double mean = sum / compared.size();
      if (mean > most) {
        most = mean;
        best = story;
      }
    }
    if (best == null) {
      String id =
          StoryIds.of(
              features.title(),
              features.id(),
              taken -> candidates.stream().anyMatch(story -> story.id().equals(taken)));
      return new Placement(features.id(), id, true, Explanation.OPENED);
    }
    return new Placement(
        features.id(),
        best.id(),
        false,
        Explanation.joined(features, article, closest(probe, best.members())));
  }

  private Member closest(PairProbe article, List<Member> members) {
    Member closest = members.get(0);
    double most = Double.NEGATIVE_INFINITY;
    for (Member member : compared(members)) {
      double odds = model.logOdds(article, member, PairSide.of(member));
      if (odds > most) {
        most = odds;
        closest = member;
      }
    }
    return closest;
  }

  /** All members of a small story; of a big one the first few and the latest. */
  static <T> List<T> compared(List<T> members) {
    int size = members.size();
    if (size <= COMPARED) {
      return members;
    }
    var some = new ArrayList<T>(members.subList(0, COMPARED / 4));
    some.addAll(members.subList(size - (COMPARED - COMPARED / 4), size));
    return some;
  }
}
