package dev.annals.record;

import dev.annals.annotation.Modality;
import dev.annals.record.Tracks.Merged;
import dev.annals.record.Tracks.Told;
import dev.annals.text.TextResources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds states of one thing that cannot both hold on one day: told as fact by one lineage and
 * denied by another, or opposites ("cancelled", "held") that no article tells one after the other.
 */
final class StatusDisagreements {

  private static final int MOST_CITES = 6;
  private static final Set<String> OPPOSITES = opposites();

  private final StoryContext context;

  StatusDisagreements(StoryContext context) {
    this.context = context;
  }

  private static Set<String> opposites() {
    var opposites = new HashSet<String>();
    for (String line : TextResources.lines(StatusDisagreements.class, "state-opposites.en.txt")) {
      int sign = line.indexOf(" / ");
      String left = line.substring(0, sign);
      String right = line.substring(sign + 3);
      opposites.add(left + '/' + right);
      opposites.add(right + '/' + left);
    }
    return Set.copyOf(opposites);
  }

  List<StoryRecord.Disagreement> find() {
    var found = new ArrayList<StoryRecord.Disagreement>();
    for (Merged merged : context.tracks()) {
      var byDay = new TreeMap<LocalDate, TreeMap<String, List<Told>>>();
      for (Told told : merged.told()) {
        LocalDate day = told.when().day();
        Modality modality = told.change().modality();
        if (day != null && (modality == Modality.ASSERTED || modality == Modality.DENIED)) {
          String state = told.change().state();
          byDay
              .computeIfAbsent(day, key -> new TreeMap<>())
              .computeIfAbsent(
                  modality == Modality.DENIED ? "not " + state : state, key -> new ArrayList<>())
              .add(told);
        }
      }
      for (var states : byDay.values()) {
        compare(merged.subject(), states, found);
      }
    }
    return found;
  }

  private void compare(
      String subject, TreeMap<String, List<Told>> states, List<StoryRecord.Disagreement> found) {
    for (var left : states.entrySet()) {
      for (var right : states.tailMap(left.getKey(), false).entrySet()) {
        boolean denied =
            right.getKey().equals("not " + left.getKey())
                || left.getKey().equals("not " + right.getKey());
        if ((denied || OPPOSITES.contains(left.getKey() + '/' + right.getKey()))
            && areApart(left.getValue(), right.getValue())) {
          found.add(
              new StoryRecord.Disagreement(
                  subject,
                  "status",
                  false,
                  List.of(
                      version(left.getKey(), left.getValue()),
                      version(right.getKey(), right.getValue()))));
        }
      }
    }
  }

  /** Whether no lineage tells both: one that does tells a sequence. */
  private boolean areApart(List<Told> left, List<Told> right) {
    var lineages = new TreeSet<Integer>();
    for (Told told : left) {
      lineages.add(context.lineageOf(told.article().article().id()));
    }
    for (Told told : right) {
      if (lineages.contains(context.lineageOf(told.article().article().id()))) {
        return false;
      }
    }
    return true;
  }

  private StoryRecord.Version version(String state, List<Told> told) {
    return context.version(
        state,
        told.stream().map(t -> new StoryContext.Place(t.article(), t.sentence())).toList(),
        MOST_CITES);
  }
}
