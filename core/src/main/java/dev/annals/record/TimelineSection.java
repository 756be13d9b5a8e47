package dev.annals.record;

import dev.annals.annotation.Modality;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Compiles the timeline: sentences that tell one event are one entry, worded by the best of them,
 * dated by when it happened, weighed by the day, by how many independent sources tell it, by where
 * they tell it and by how near it is to what the story is about.
 */
final class TimelineSection {

  private static final int MOST_ENTRIES = 400;
  private static final int MOST_DAYS = 250;
  private static final int MOST_OF_GREAT_DAY = 5;
  // tellings of one day that are compared with each other
  private static final int MOST_COMPARED = 160;
  private static final int MOST_COMPARED_IN_LONG_STORY = 40;
  private static final int MOST_CITES = 12;
  // what a report begins with says what happened and to whom
  private static final double LEADING = 0.2;
  // a sentence that begins with "they" or "but" is not understood alone
  private static final double LEANING = 0.4;
  // a sentence that tells nothing by itself words an entry only where no other can
  private static final double UNFIT = 3;
  // a story of a few articles has no more events than this and so many more for each article
  private static final int LEAST_ENTRIES = 8;
  private static final int ENTRIES_AN_ARTICLE = 4;
  // from so many articles a day that is only named in passing is worth an entry
  private static final int LONG_STORY = 12;
  // how much of a day's weight all days of a short story have alike
  private static final double EVEN = 0.8;
  private static final double SIMILAR_TO_CHOSEN = 0.6;
  // "defended his decision", "defended it in a series of posts": what comes of telling a deed twice
  private static final double TWIN = 1.2;
  private static final double LEAST_ALIKE = 0.1;
  private static final double ALIKE = 0.25;
  private static final double SAME = 0.5;
  private static final double AGAIN = 0.5;
  // a month or a year is of what led up to the story
  private static final double COARSE = 0.6;
  // of what has no day these tell how things are, or what a writer thinks
  private static final double UNSURE = 0.6;

  /** A cluster of tellings on its way to an entry. */
  private record Candidate(LocalDate day, List<Telling> members, Telling best, double worth) {}

  private record Weighed(Telling telling, double weight) {}

  List<StoryRecord.Entry> compile(StoryContext context) {
    var times = context.times();
    var vectors = context.vectors();
    var collector = new Tellings(context, times, vectors);
    var tellings = new ArrayList<>(collector.collect());
    var centre = centre(tellings, vectors.size());
    var byDay = Tellings.byDay(tellings);
    if (context.articles().size() >= LONG_STORY) {
      var inPassing = collector.inPassing(byDay.keySet());
      tellings.addAll(inPassing);
      Tellings.byDay(inPassing, byDay);
    }
    var weights = new DayWeights(context, times);
    List<LocalDate> days = days(weights, byDay);
    int compared = days.size() > 20 ? MOST_COMPARED_IN_LONG_STORY : MOST_COMPARED;
    int perDay = Math.max(MOST_OF_GREAT_DAY, MOST_ENTRIES / Math.max(1, days.size()));
    var entries = new ArrayList<StoryRecord.Entry>();
    var ofDay = new HashMap<LocalDate, List<Candidate>>();
    double top = 0.1;
    for (LocalDate day : days) {
      var candidates = candidates(context, day, byDay.get(day), compared, centre);
      ofDay.put(day, candidates);
      for (Candidate candidate : candidates) {
        top = Math.max(top, candidate.worth());
      }
    }
    boolean isShort = context.articles().size() < LONG_STORY;
    for (LocalDate day : days) {
      // a story of a few reports is told by its events, a long one by its days
      double weight = isShort ? EVEN + (1 - EVEN) * weights.of(day) : weights.of(day);
      for (StoryRecord.Entry entry :
          ranked(
              context,
              ofDay.getOrDefault(day, List.of()),
              weights.isBackground(day) ? weights.of(day) : weight,
              isShort ? top : 0,
              most(weights.of(day), perDay))) {
        entries.add(weights.isBackground(day) ? background(entry) : entry);
      }
    }
    undated(context, weights, tellings, centre, compared, entries);
    entries.sort(
        Comparator.comparingDouble(StoryRecord.Entry::importance)
            .reversed()
            .thenComparing(StoryRecord.Entry::text));
    int most =
        Math.min(MOST_ENTRIES, LEAST_ENTRIES + ENTRIES_AN_ARTICLE * context.articles().size());
    var kept = new ArrayList<>(entries.subList(0, Math.min(most, entries.size())));
    kept.sort(
        Comparator.comparing((StoryRecord.Entry e) -> e.date() == null ? "~" : e.date())
            .thenComparing(e -> e.time() == null ? "" : e.time())
            .thenComparing(Comparator.comparingDouble(StoryRecord.Entry::importance).reversed())
            .thenComparing(StoryRecord.Entry::text));
    return List.copyOf(kept);
  }

  private static StoryRecord.Entry background(StoryRecord.Entry entry) {
    return new StoryRecord.Entry(
        entry.date(),
        entry.time(),
        entry.precision(),
        entry.text(),
        entry.importance(),
        entry.sources(),
        true,
        entry.modality(),
        entry.dateFrom(),
        entry.cites());
  }

  /** Days that matter get more entries; a day in passing gets one. */
  private static int most(double weight, int perDay) {
    return Math.max(1, (int) Math.round(perDay * weight));
  }

  private static List<LocalDate> days(DayWeights weights, Map<LocalDate, List<Telling>> byDay) {
    var days = new ArrayList<>(byDay.keySet());
    days.sort(
        Comparator.comparingDouble((LocalDate day) -> -weights.of(day))
            .thenComparing(Comparator.naturalOrder()));
    return days.subList(0, Math.min(MOST_DAYS, days.size()));
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

  private List<Candidate> candidates(
      StoryContext context, LocalDate day, List<Telling> tellings, int compared, double[] centre) {
    var candidates = new ArrayList<Candidate>();
    for (TellingClusters.Cluster of : TellingClusters.of(best(tellings, compared, centre))) {
      List<Telling> cluster = of.members();
      Telling worded = worded(of, centre);
      if (worded.quoted() || worded.words() < 4 || !worded.reports() || !tells(worded)) {
        continue;
      }
      candidates.add(new Candidate(day, cluster, worded, worth(context, cluster, centre)));
    }
    return candidates;
  }

  /** Those that promise most, the best first. */
  private static List<Telling> best(List<Telling> tellings, int most, double[] centre) {
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
  private static Telling worded(TellingClusters.Cluster of, double[] centre) {
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

  private static double worth(StoryContext context, List<Telling> cluster, double[] centre) {
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

  /** Entries of one day, best first; what repeats a better one comes later. */
  private static List<StoryRecord.Entry> ranked(
      StoryContext context, List<Candidate> candidates, double weight, double full, int most) {
    var left = new ArrayList<>(candidates);
    var chosen = new ArrayList<Candidate>();
    var entries = new ArrayList<StoryRecord.Entry>();
    double top = 0;
    while (!left.isEmpty() && entries.size() < most) {
      Candidate best = null;
      boolean again = false;
      double bestWorth = Double.NEGATIVE_INFINITY;
      for (Candidate candidate : left) {
        double repeated = 0;
        boolean twin = false;
        for (Candidate other : chosen) {
          double alike = candidate.best().terms().dot(other.best().terms());
          repeated = Math.max(repeated, alike);
          twin |= isTwin(candidate.best(), other.best(), alike);
        }
        double worth =
            candidate.worth()
                - (repeated > 0.2 ? SIMILAR_TO_CHOSEN * repeated * 3 : 0)
                - (twin || repeated > SAME ? TWIN : 0);
        if (worth > bestWorth) {
          bestWorth = worth;
          best = candidate;
          again = twin || repeated > SAME;
        }
      }
      if (best == null) {
        break;
      }
      left.remove(best);
      chosen.add(best);
      if (entries.isEmpty()) {
        top = full > 0 ? full : Math.max(bestWorth, 0.1);
      }
      double share = Math.max(0.02, Math.min(1, bestWorth / top));
      double sure = (full > 0 ? best.best().sure() : 1) * (again ? AGAIN : 1);
      entries.add(entry(context, best, weight * (0.25 + 0.75 * share) * sure));
    }
    return entries;
  }

  /** Whether two sentences seem to tell one deed of one day in other words. */
  private static boolean isTwin(Telling a, Telling b, double alike) {
    if (alike < LEAST_ALIKE || Collections.disjoint(a.kinds(), b.kinds())) {
      return false;
    }
    var shared = new HashSet<>(a.participants());
    shared.retainAll(b.participants());
    return shared.size() >= 2 || !shared.isEmpty() && alike >= ALIKE;
  }

  private static StoryRecord.Entry entry(
      StoryContext context, Candidate candidate, double importance) {
    Telling best = candidate.best();
    var cites = cites(context, candidate.members(), best);
    boolean background = candidate.members().stream().allMatch(Telling::background);
    StoryTimes.When when = when(candidate);
    return new StoryRecord.Entry(
        when.date(),
        when.time(),
        when.precision(),
        cites.get(0).text(),
        Math.round(importance * 10_000) / 10_000.0,
        context.sources(cites),
        background,
        best.modality(),
        when.from(),
        new Cites(cites));
  }

  /** The most trusted date among the members: stated before narrated, finer before coarser. */
  private static StoryTimes.When when(Candidate candidate) {
    StoryTimes.When best = candidate.best().when();
    for (Telling telling : candidate.members()) {
      if (rank(telling.when()) < rank(best)) {
        best = telling.when();
      }
    }
    return best;
  }

  private static int rank(StoryTimes.When when) {
    int from =
        switch (when.from()) {
          case "stated" -> 0;
          case "narrated" -> 1;
          case "story" -> 2;
          default -> 3;
        };
    return from;
  }

  /** The wording sentence first, then one per article, then the rest. */
  private static List<Cite> cites(StoryContext context, List<Telling> members, Telling best) {
    var ordered = new ArrayList<Telling>();
    ordered.add(best);
    var seen = new HashMap<Integer, Boolean>();
    seen.put(best.article(), true);
    var rest = new ArrayList<Telling>();
    for (Telling telling : members) {
      if (telling == best) {
        continue;
      }
      if (seen.putIfAbsent(telling.article(), true) == null) {
        ordered.add(telling);
      } else {
        rest.add(telling);
      }
    }
    ordered.addAll(rest);
    var cites = new ArrayList<Cite>();
    for (Telling telling : ordered.subList(0, Math.min(MOST_CITES, ordered.size()))) {
      cites.add(
          context.cite(
              telling.told().article(), telling.sentence().start(), telling.sentence().end()));
    }
    return cites;
  }

  /** What has a month or a year, or no date at all, comes after the days. */
  private void undated(
      StoryContext context,
      DayWeights weights,
      List<Telling> tellings,
      double[] centre,
      int compared,
      List<StoryRecord.Entry> entries) {
    var undated = new ArrayList<Telling>();
    for (Telling telling : tellings) {
      if (telling.when().day() == null
          && telling.telling()
          && telling.sure() >= UNSURE
          && !telling.background()
          && telling.modality() == Modality.ASSERTED) {
        undated.add(telling);
      }
    }
    var byDate = new java.util.TreeMap<String, List<Telling>>();
    for (Telling telling : undated) {
      String date = telling.when().date();
      byDate.computeIfAbsent(date == null ? "" : date, key -> new ArrayList<>()).add(telling);
    }
    double weight = entries.isEmpty() ? 1 : 0.05;
    int most = entries.isEmpty() ? 40 : 3;
    for (List<Telling> group : byDate.values()) {
      StoryTimes.When when = group.get(0).when();
      boolean coarse = when.precision().equals("year") || when.precision().equals("month");
      for (StoryRecord.Entry entry :
          ranked(
              context,
              candidates(context, LocalDate.MIN, group, compared, centre),
              coarse ? weight * COARSE : weight,
              0,
              when.date() == null ? 2 * most : most)) {
        entries.add(coarse && weights.isBackground(last(when)) ? background(entry) : entry);
      }
    }
  }

  /** The last day of a month or year. */
  private static LocalDate last(StoryTimes.When when) {
    String date = String.valueOf(when.date());
    int year = Integer.parseInt(date.substring(0, 4));
    return date.length() < 7
        ? LocalDate.of(year, 12, 31)
        : YearMonth.of(year, month(date)).atEndOfMonth();
  }

  private static int month(String date) {
    return Math.max(1, Math.min(12, Integer.parseInt(date.substring(5, 7))));
  }
}
