package dev.annals.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compiles where reports disagree on figures, times, places and states. */
final class DisagreementSection {

  private static final int MOST = 40;

  List<StoryRecord.Disagreement> compile(StoryContext context) {
    if (context.lineages() < 2) {
      return List.of(); // nobody disagrees with himself
    }
    var times = context.times();
    var vectors = context.vectors();
    var found = new ArrayList<StoryRecord.Disagreement>();
    found.addAll(new FigureDisagreements(context).find(times, vectors));
    found.addAll(new StatusDisagreements(context).find());
    found.addAll(new VoteDisagreements(context).find());
    found.addAll(new PersonDisagreements(context).find());
    found.addAll(new LifeDisagreements(context).find());
    var told = ToldEvent.of(context);
    found.addAll(new TimeDisagreements(context).find(told));
    found.addAll(new PlaceDisagreements(context).find(told));
    found.sort(
        Comparator.comparing(StoryRecord.Disagreement::kind)
            .thenComparing(StoryRecord.Disagreement::update)
            .thenComparingInt(DisagreementSection::weight)
            .thenComparing(StoryRecord.Disagreement::about));
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  private static int weight(StoryRecord.Disagreement disagreement) {
    int sources = 0;
    for (StoryRecord.Version version : disagreement.versions()) {
      sources += version.sources();
    }
    return -sources;
  }
}
