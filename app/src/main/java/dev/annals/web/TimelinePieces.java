package dev.annals.web;

import dev.annals.record.StoryRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The pieces in which a long timeline is leafed through, the weightiest entries first. An entry is
 * named by its number in the record's timeline.
 */
final class TimelinePieces {

  static final String PART = "timeline";

  /** Entries of a piece. */
  static final int SHOWN = 200;

  private final String story;
  private final List<Integer> weightiest = new ArrayList<>();
  private final int[] ranks;

  TimelinePieces(StoryRecord record) {
    story = Links.story(record.id());
    for (int i = 0; i < record.timeline().size(); i++) {
      weightiest.add(i);
    }
    weightiest.sort(
        Comparator.comparingDouble((Integer i) -> -record.timeline().get(i).importance())
            .thenComparing(i -> i));
    ranks = new int[weightiest.size()];
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[weightiest.get(rank)] = rank;
    }
  }

  /** The entries of a piece, in the order of the timeline. */
  List<Integer> of(PartPage piece) {
    return piece.of(PART, weightiest, SHOWN).stream().sorted().toList();
  }

  /** Where an entry is listed, seen from any page. */
  String link(int entry) {
    int page = ranks[entry] / SHOWN + 1;
    String query = page == 1 ? "" : "?part=" + PART + "&page=" + page;
    return story + query + "#e" + entry;
  }
}
