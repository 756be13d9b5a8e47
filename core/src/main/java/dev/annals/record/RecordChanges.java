package dev.annals.record;

import dev.annals.article.Cite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the record of a story between two compiles: statements that came, and statements
 * that went. One that has another date or speaker went and came.
 *
 * @param id id of the story
 * @param title its title, as it is now or was last
 * @param changes what went before what came, section by section
 */
public record RecordChanges(String id, String title, List<RecordChange> changes) {

  /** Copies the list. */
  public RecordChanges {
    changes = List.copyOf(changes);
  }

  /**
   * The changes from one record of a story to another.
   *
   * @param before null when there was none
   * @param after null when there is none any more
   */
  public static RecordChanges between(@Nullable StoryRecord before, @Nullable StoryRecord after) {
    StoryRecord named = after != null ? after : before;
    if (named == null) {
      throw new IllegalArgumentException("no record to compare");
    }
    var old = before == null ? Map.<Key, List<Cite>>of() : statements(before);
    var now = after == null ? Map.<Key, List<Cite>>of() : statements(after);
    var changes = new ArrayList<RecordChange>();
    old.forEach(
        (key, cites) -> {
          if (!now.containsKey(key)) {
            changes.add(new RecordChange(key.section(), false, key.text(), cites));
          }
        });
    now.forEach(
        (key, cites) -> {
          if (!old.containsKey(key)) {
            changes.add(new RecordChange(key.section(), true, key.text(), cites));
          }
        });
    return new RecordChanges(named.id(), named.title(), changes);
  }

  private record Key(String section, String text) {}

  private static Map<Key, List<Cite>> statements(StoryRecord record) {
    var all = new LinkedHashMap<Key, List<Cite>>();
    all.put(new Key("title", record.title()), List.of());
    for (StoryRecord.Member member : record.articles()) {
      String title = member.title() == null ? "" : ": " + member.title();
      all.put(new Key("articles", member.id() + title), List.of());
    }
    for (StoryRecord.Entry entry : record.timeline()) {
      all.put(
          new Key("timeline", stamp(entry.date(), entry.time()) + entry.text()),
          entry.cites().places());
    }
    for (StoryRecord.Track track : record.tracks()) {
      for (StoryRecord.State state : track.states()) {
        all.put(
            new Key(
                "tracks",
                stamp(state.date(), null)
                    + track.subject()
                    + ": "
                    + state.state()
                    + " ("
                    + state.modality().name().toLowerCase(Locale.ROOT)
                    + ")"),
            state.cites().places());
      }
    }
    for (StoryRecord.QuoteEntry quote : record.quotes()) {
      String speaker = quote.speaker() == null ? "" : " — " + quote.speaker().name();
      all.put(new Key("quotes", "“" + quote.text() + "”" + speaker), quote.cites().places());
    }
    actors("people", record.people(), all);
    actors("organizations", record.organizations(), all);
    actors("places", record.places(), all);
    for (StoryRecord.ClaimEntry claim : record.claims()) {
      String by = claim.by() == null ? "" : claim.by() + ": ";
      all.put(new Key("claims", by + claim.text()), claim.asserted());
      for (StoryRecord.Dispute dispute : claim.disputed()) {
        all.put(
            new Key("claims", claim.text() + ", disputed by " + dispute.by()),
            dispute.cites().places());
      }
    }
    for (StoryRecord.Disagreement disagreement : record.disagreements()) {
      for (StoryRecord.Version version : disagreement.versions()) {
        all.put(
            new Key(
                "disagreements",
                disagreement.about() + " (" + disagreement.kind() + "): " + version.value()),
            version.cites().places());
      }
    }
    for (StoryRecord.PictureEntry picture : record.pictures()) {
      all.put(new Key("pictures", picture.caption()), picture.cites().places());
    }
    return all;
  }

  private static void actors(
      String section, List<StoryRecord.Actor> actors, Map<Key, List<Cite>> all) {
    for (StoryRecord.Actor actor : actors) {
      all.put(new Key(section, actor.name()), actor.cites().places());
      for (StoryRecord.ActorRole role : actor.roles()) {
        all.put(new Key(section, actor.name() + ", " + role.role()), role.cites().places());
      }
    }
  }

  private static String stamp(@Nullable String date, @Nullable String time) {
    return date == null ? "" : date + (time == null ? "" : " " + time) + " ";
  }
}
