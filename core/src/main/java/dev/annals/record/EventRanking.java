package dev.annals.record;

import dev.annals.article.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Entries of a story of a few articles: its events, those first that an editor would put first. How
 * likely that is, and that an entry is right at all, a model says that was learnt from entries of
 * other stories; what is rather wrong than right is left out.
 */
final class EventRanking {

  /** A candidate with what the model says of it. */
  record Scored(Candidate candidate, boolean background, double right, double weighty) {

    /**
     * What it is ranked by, from 0 to 1.
     *
     * @param top the greatest worth in the story
     */
    double score(double top) {
      double learnt = (weighty + RIGHT * right) / (1 + RIGHT);
      double score = (1 - RULES) * learnt + RULES * Math.max(0, candidate.worth() / top);
      if (candidate.members().stream().allMatch(t -> t.role() == Role.CAPTION)) {
        return CAPTION * score;
      }
      // few of the entries that were learnt from have more than one source: what more of them
      // add is set by hand, as the share that they take from what speaks against an entry
      long sources =
          candidate.members().stream().mapToInt(t -> t.told().lineage()).distinct().count();
      return 1 - (1 - score) / (1 + SOURCE * (sources - 1));
    }
  }

  /** A candidate that was chosen, and how much it weighs beside what was chosen before. */
  record Chosen(Scored scored, double weight) {}

  // tellings of one day that are compared with each other
  private static final int MOST_COMPARED = 160;
  // how much it matters that an entry is right beside that it is weighty
  private static final double RIGHT = 0.5;
  // of marked entries with less than this more were wrong than right
  private static final double LEAST_RIGHT = 0.2;
  // what telling a deed twice takes from an entry
  private static final double REPEATED = 1;
  private static final double ALIKE = 0.12;
  private static final double TWIN = 0.5;
  // how much the rules count that know of leads, sources and nearness to the story's subject:
  // stories of other countries and kinds than those that were learnt from are ranked by them too
  private static final double RULES = 0.15;
  // what pictures show beside what reports tell: the stories that were learnt from have few
  private static final double CAPTION = 0.6;
  private static final double SOURCE = 0.3;
  // a weight that tells nothing
  private static final double LEAST_WEIGHT = 0.01;

  private final EntryModel model;

  EventRanking(EntryModel model) {
    this.model = model;
  }

  List<StoryRecord.Entry> entries(
      StoryContext context,
      List<Telling> tellings,
      Map<LocalDate, List<Telling>> byDay,
      Candidates candidates,
      DayWeights weights) {
    var entries = new ArrayList<StoryRecord.Entry>();
    var scored = new ArrayList<Scored>();
    for (Candidate candidate : all(tellings, byDay, candidates)) {
      scored.add(score(context, candidate, candidates, weights));
    }
    for (Chosen chosen : ranked(scored)) {
      var entry =
          Entries.of(context, chosen.scored().candidate(), Math.max(LEAST_WEIGHT, chosen.weight()));
      entries.add(chosen.scored().background() ? Entries.background(entry) : entry);
    }
    return entries;
  }

  /** All events of a story: day by day, then those of a month or a year, then those without. */
  static List<Candidate> all(
      List<Telling> tellings, Map<LocalDate, List<Telling>> byDay, Candidates candidates) {
    var all = new ArrayList<Candidate>();
    new TreeMap<>(byDay).forEach((day, of) -> all.addAll(candidates.of(day, of, MOST_COMPARED)));
    var byDate = new TreeMap<String, List<Telling>>();
    for (Telling telling : tellings) {
      if (telling.when().day() == null && telling.telling()) {
        String date = telling.when().date();
        byDate.computeIfAbsent(date == null ? "" : date, key -> new ArrayList<>()).add(telling);
      }
    }
    byDate.forEach((date, of) -> all.addAll(candidates.of(LocalDate.MIN, of, MOST_COMPARED)));
    return all;
  }

  private Scored score(
      StoryContext context, Candidate candidate, Candidates candidates, DayWeights weights) {
    double[] x = EntryFeatures.of(context, model, candidate, candidates.centre(), weights);
    return new Scored(
        candidate, isBackground(candidate, weights), model.right(x), model.weighty(x));
  }

  /** Whether its day, month or year is long before the story. */
  static boolean isBackground(Candidate candidate, DayWeights weights) {
    StoryTimes.When when = candidate.when();
    if (when.day() != null) {
      return weights.isBackground(when.day());
    }
    boolean coarse = when.precision().equals("year") || when.precision().equals("month");
    return coarse && weights.isBackground(Entries.last(when));
  }

  /** The weightiest first; what repeats a weightier one comes later. */
  static List<Chosen> ranked(List<Scored> all) {
    var left = new ArrayList<Scored>();
    for (Scored scored : all) {
      if (scored.right() >= LEAST_RIGHT) {
        left.add(scored);
      }
    }
    double top = left.stream().mapToDouble(s -> s.candidate().worth()).max().orElse(1);
    var scores = left.stream().mapToDouble(s -> s.score(Math.max(top, LEAST_WEIGHT))).toArray();
    var chosen = new ArrayList<Chosen>();
    // how much each repeats of what was chosen
    var repeated = new double[left.size()];
    var gone = new boolean[left.size()];
    while (chosen.size() < left.size()) {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < repeated.length; i++) {
        double weight = scores[i] - REPEATED * Math.max(0, repeated[i] - ALIKE);
        if (!gone[i] && weight > most) {
          most = weight;
          best = i;
        }
      }
      gone[best] = true;
      Candidate next = left.get(best).candidate();
      chosen.add(new Chosen(left.get(best), most));
      for (int i = 0; i < repeated.length; i++) {
        if (!gone[i]) {
          Candidate other = left.get(i).candidate();
          double alike = next.best().terms().dot(other.best().terms());
          repeated[i] = Math.max(repeated[i], alike + (other.isTwin(next, alike) ? TWIN : 0));
        }
      }
    }
    return chosen;
  }
}
