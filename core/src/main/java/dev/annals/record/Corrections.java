package dev.annals.record;

import java.util.ArrayList;
import java.util.List;

/**
 * Replays corrections on a compiled record. Merges and splits are done where stories are placed;
 * here they are only noted. Holds no state and is safe for use by several threads.
 */
public final class Corrections {

  private Corrections() {}

  /**
   * The record with its corrections.
   *
   * @param record as compiled
   * @param corrections those of this story, oldest first
   */
  public static StoryRecord apply(StoryRecord record, List<Correction> corrections) {
    if (corrections.isEmpty()) {
      return record;
    }
    var timeline = new ArrayList<>(record.timeline());
    var tracks = new ArrayList<>(record.tracks());
    var quotes = new ArrayList<>(record.quotes());
    var claims = new ArrayList<>(record.claims());
    var notes = new ArrayList<StoryRecord.CorrectionNote>();
    for (Correction correction : corrections) {
      String target = correction.target().strip();
      switch (correction.kind()) {
        case SPEAKER -> quotes.replaceAll(q -> withSpeaker(q, correction));
        case DROP -> {
          timeline.removeIf(e -> e.text().strip().equals(target));
          quotes.removeIf(q -> q.text().strip().equals(target));
          claims.removeIf(c -> c.text().strip().equals(target));
          tracks.replaceAll(t -> without(t, target));
          tracks.removeIf(t -> t.states().isEmpty());
        }
        case MERGE, SPLIT -> {
          // done in the placement of articles
        }
      }
      notes.add(
          new StoryRecord.CorrectionNote(correction.at(), correction.author(), correction.text()));
    }
    return new StoryRecord(
        record.id(),
        record.title(),
        record.start(),
        record.end(),
        record.languages(),
        record.articles(),
        record.lineages(),
        record.independentSources(),
        timeline,
        tracks,
        quotes,
        record.people(),
        record.organizations(),
        record.places(),
        claims,
        record.disagreements(),
        record.pictures(),
        notes);
  }

  private static StoryRecord.QuoteEntry withSpeaker(
      StoryRecord.QuoteEntry quote, Correction correction) {
    if (!quote.text().strip().equals(correction.target().strip())) {
      return quote;
    }
    var speaker =
        correction.value() == null ? null : new StoryRecord.QuoteSpeaker(correction.value(), null);
    return new StoryRecord.QuoteEntry(
        quote.text(),
        speaker,
        quote.kind(),
        quote.venue(),
        quote.variants(),
        quote.sources(),
        quote.cites());
  }

  private static StoryRecord.Track without(StoryRecord.Track track, String target) {
    var states =
        track.states().stream()
            .filter(s -> !(track.subject() + ": " + s.state()).equals(target))
            .toList();
    return new StoryRecord.Track(track.subject(), states);
  }
}
