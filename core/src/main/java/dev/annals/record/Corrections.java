package dev.annals.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Replays corrections on a compiled record. Merges and splits are done where stories are placed;
 * here they are only noted. A statement is meant by its words, whatever their case and punctuation:
 * by all of them, or, where no statement has just these, by three or more of them in a row. Holds
 * no state and is safe for use by several threads.
 */
public final class Corrections {

  private Corrections() {}

  /** Fewer words in a row may stand in statements that are not meant. */
  private static final int FEWEST = 3;

  /**
   * Whether a record has a statement that a correction means. Merges and splits mean none.
   *
   * @param record the record before the correction
   */
  public static boolean means(StoryRecord record, Correction correction) {
    var statements = new Statements(record);
    var texts = new ArrayList<String>();
    statements.quotes.forEach(q -> texts.add(words(q.text())));
    if (correction.kind() == Correction.Kind.DROP) {
      texts.addAll(statements.texts());
    }
    return texts.stream().anyMatch(matcher(texts, correction.target()));
  }

  /** Tells the texts that are meant by some words. */
  private static Predicate<String> matcher(List<String> texts, String target) {
    String wanted = words(target);
    if (wanted.isBlank() || texts.contains(wanted) || wanted.strip().split(" ").length < FEWEST) {
      return text -> !wanted.isBlank() && text.equals(wanted);
    }
    return text -> text.contains(wanted);
  }

  /** Letters and digits in small letters, with a space around each word. */
  private static String words(String text) {
    var words = new StringBuilder(text.length() + 2).append(' ');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
      boolean inside = (c == '\'' || c == '\u2019') && i > 0 && i + 1 < text.length();
      if (word) {
        words.append(Character.toLowerCase(c));
      } else if (!inside && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.charAt(words.length() - 1) == ' '
        ? words.toString()
        : words.append(' ').toString();
  }

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
    var statements = new Statements(record);
    var notes = new ArrayList<StoryRecord.CorrectionNote>();
    for (Correction correction : corrections) {
      switch (correction.kind()) {
        case SPEAKER -> statements.setSpeaker(correction);
        case DROP -> statements.drop(correction);
        case MERGE, SPLIT -> {
          // done in the placement of articles
        }
      }
      notes.add(
          new StoryRecord.CorrectionNote(correction.at(), correction.author(), correction.text()));
    }
    return statements.corrected(notes);
  }

  private static StoryRecord.QuoteEntry withSpeaker(
      StoryRecord.QuoteEntry quote, Correction correction) {
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

  private static String stated(StoryRecord.Track track, StoryRecord.State state) {
    return track.subject() + ": " + state.state();
  }

  private static StoryRecord.Track without(StoryRecord.Track track, Predicate<String> meant) {
    var states = track.states().stream().filter(s -> !meant.test(words(stated(track, s)))).toList();
    return new StoryRecord.Track(track.subject(), states);
  }

  /** The statements of a record while it is corrected. */
  private static final class Statements {

    private final StoryRecord record;
    private final List<StoryRecord.Entry> timeline;
    private final List<StoryRecord.Track> tracks;
    private final List<StoryRecord.QuoteEntry> quotes;
    private final List<StoryRecord.Actor> people;
    private final List<StoryRecord.Actor> organizations;
    private final List<StoryRecord.Actor> places;
    private final List<StoryRecord.ClaimEntry> claims;
    private final List<StoryRecord.Disagreement> disagreements;
    private final List<StoryRecord.PictureEntry> pictures;

    Statements(StoryRecord record) {
      this.record = record;
      timeline = new ArrayList<>(record.timeline());
      tracks = new ArrayList<>(record.tracks());
      quotes = new ArrayList<>(record.quotes());
      people = new ArrayList<>(record.people());
      organizations = new ArrayList<>(record.organizations());
      places = new ArrayList<>(record.places());
      claims = new ArrayList<>(record.claims());
      disagreements = new ArrayList<>(record.disagreements());
      pictures = new ArrayList<>(record.pictures());
    }

    /** The words of all that can be dropped. */
    List<String> texts() {
      var texts = new ArrayList<String>();
      quotes.forEach(q -> texts.add(words(q.text())));
      timeline.forEach(e -> texts.add(words(e.text())));
      claims.forEach(c -> texts.add(words(c.text())));
      tracks.forEach(t -> t.states().forEach(s -> texts.add(words(stated(t, s)))));
      disagreements.forEach(d -> texts.add(words(d.about())));
      pictures.forEach(p -> texts.add(words(p.caption())));
      for (var actors : List.of(people, organizations, places)) {
        actors.forEach(a -> texts.add(words(a.name())));
      }
      return texts;
    }

    void setSpeaker(Correction correction) {
      var texts = quotes.stream().map(q -> words(q.text())).toList();
      var meant = matcher(texts, correction.target());
      quotes.replaceAll(q -> meant.test(words(q.text())) ? withSpeaker(q, correction) : q);
    }

    void drop(Correction correction) {
      var meant = matcher(texts(), correction.target());
      timeline.removeIf(e -> meant.test(words(e.text())));
      quotes.removeIf(q -> meant.test(words(q.text())));
      claims.removeIf(c -> meant.test(words(c.text())));
      tracks.replaceAll(t -> without(t, meant));
      tracks.removeIf(t -> t.states().isEmpty());
      disagreements.removeIf(d -> meant.test(words(d.about())));
      pictures.removeIf(p -> meant.test(words(p.caption())));
      for (var actors : List.of(people, organizations, places)) {
        actors.removeIf(a -> meant.test(words(a.name())));
      }
    }

    StoryRecord corrected(List<StoryRecord.CorrectionNote> notes) {
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
          people,
          organizations,
          places,
          claims,
          disagreements,
          pictures,
          notes);
    }
  }
}
