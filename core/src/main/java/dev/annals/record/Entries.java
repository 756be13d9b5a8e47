package dev.annals.record;

import dev.annals.article.Cite;
import dev.annals.article.Cites;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Makes entries of a timeline from what was chosen for it. */
final class Entries {

  private static final int MOST_CITES = 12;

  private Entries() {}

  static StoryRecord.Entry of(StoryContext context, Candidate candidate, double importance) {
    Telling best = candidate.best();
    var cites = cites(context, candidate.members(), best);
    boolean background = candidate.members().stream().allMatch(Telling::background);
    StoryTimes.When when = candidate.when();
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

  /** The same entry as what led up to the story. */
  static StoryRecord.Entry background(StoryRecord.Entry entry) {
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

  /** The last day of a month or year. */
  static LocalDate last(StoryTimes.When when) {
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
