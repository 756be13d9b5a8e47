package dev.annals.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Writes records as JSON. Holds no state and is safe for use by several threads. */
public final class RecordJson {

  private RecordJson() {}

  /** One record on one line. */
  public static void write(StoryRecord record, OutputStream out) throws IOException {
    try (var json = JsonOut.to(out)) {
      write(record, record.timeline(), json);
      json.writeRaw('\n');
    }
  }

  /** One record on one line, the most important entry of its timeline first. */
  public static void writeByImportance(StoryRecord record, OutputStream out) throws IOException {
    var entries = new java.util.ArrayList<>(record.timeline());
    entries.sort(Comparator.comparingDouble(StoryRecord.Entry::importance).reversed());
    try (var json = JsonOut.to(out)) {
      write(record, entries, json);
      json.writeRaw('\n');
    }
  }

  /** Several records as an array, indented for reading. */
  public static void write(Collection<StoryRecord> records, OutputStream out) throws IOException {
    try (var json = JsonOut.to(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      for (StoryRecord record : records) {
        write(record, record.timeline(), json);
      }
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  /** One record, indented for reading. */
  static void writeIndented(StoryRecord record, OutputStream out) throws IOException {
    try (var json = JsonOut.to(out)) {
      json.useDefaultPrettyPrinter();
      write(record, record.timeline(), json);
      json.writeRaw('\n');
    }
  }

  private static void write(
      StoryRecord record, List<StoryRecord.Entry> timeline, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", record.id());
    json.writeStringField("title", record.title());
    var retracted = record.retracted();
    JsonOut.text(json, "start", record.start());
    JsonOut.text(json, "end", record.end());
    JsonOut.texts(json, "languages", record.languages());
    articles(record, json);
    json.writeNumberField("independentSources", record.independentSources());
    json.writeArrayFieldStart("timeline");
    for (StoryRecord.Entry entry : timeline) {
      entry(entry, json, retracted);
    }
    json.writeEndArray();
    tracks(record, json);
    quotes(record, json);
    actors("people", record.people(), json, retracted);
    actors("organizations", record.organizations(), json, retracted);
    actors("places", record.places(), json, retracted);
    claims(record, json);
    disagreements(record, json);
    pictures(record, json);
    json.writeArrayFieldStart("corrections");
    for (StoryRecord.CorrectionNote note : record.corrections()) {
      json.writeStartObject();
      json.writeStringField("at", note.at());
      json.writeStringField("author", note.author());
      json.writeStringField("text", note.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonOut.texts(json, "rejected", List.of());
    json.writeEndObject();
  }

  private static void articles(StoryRecord record, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("articles");
    for (StoryRecord.Member article : record.articles()) {
      json.writeStartObject();
      json.writeStringField("id", article.id());
      JsonOut.text(json, "source", article.source());
      JsonOut.text(json, "url", article.url());
      JsonOut.text(json, "title", article.title());
      JsonOut.text(json, "published", article.published());
      JsonOut.text(json, "placed", article.placed());
      JsonOut.text(json, "modified", article.modified());
      json.writeNumberField("lineage", article.lineage());
      json.writeStringField("why", article.why());
      JsonOut.text(json, "notice", article.notice());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("lineages");
    for (StoryRecord.LineageGroup lineage : record.lineages()) {
      json.writeStartObject();
      json.writeNumberField("id", lineage.id());
      JsonOut.text(json, "origin", lineage.origin());
      JsonOut.texts(json, "articles", lineage.articles());
      json.writeStringField("how", lineage.how());
      cites("cites", lineage.cites(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void entry(StoryRecord.Entry entry, JsonGenerator json, Set<String> retracted)
      throws IOException {
    json.writeStartObject();
    JsonOut.text(json, "date", entry.date());
    JsonOut.text(json, "time", entry.time());
    json.writeStringField("precision", entry.precision());
    json.writeStringField("text", entry.text());
    json.writeNumberField("importance", entry.importance());
    json.writeNumberField("sources", entry.sources());
    json.writeBooleanField("background", entry.background());
    json.writeStringField("modality", JsonOut.label(entry.modality()));
    json.writeStringField("dateFrom", entry.dateFrom());
    cites(entry.cites(), json, retracted);
    json.writeEndObject();
  }

  private static void tracks(StoryRecord record, JsonGenerator json) throws IOException {
    var retracted = record.retracted();
    json.writeArrayFieldStart("tracks");
    for (StoryRecord.Track track : record.tracks()) {
      json.writeStartObject();
      json.writeStringField("subject", track.subject());
      json.writeArrayFieldStart("states");
      for (StoryRecord.State state : track.states()) {
        json.writeStartObject();
        json.writeStringField("state", state.state());
        JsonOut.text(json, "date", state.date());
        json.writeStringField("modality", JsonOut.label(state.modality()));
        json.writeNumberField("sources", state.sources());
        cites(state.cites(), json, retracted);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void quotes(StoryRecord record, JsonGenerator json) throws IOException {
    var retracted = record.retracted();
    json.writeArrayFieldStart("quotes");
    for (StoryRecord.QuoteEntry quote : record.quotes()) {
      json.writeStartObject();
      json.writeStringField("text", quote.text());
      StoryRecord.QuoteSpeaker speaker = quote.speaker();
      if (speaker == null) {
        json.writeNullField("speaker");
      } else {
        json.writeObjectFieldStart("speaker");
        json.writeStringField("name", speaker.name());
        JsonOut.text(json, "role", speaker.role());
        json.writeEndObject();
      }
      json.writeStringField("kind", JsonOut.label(quote.kind()));
      JsonOut.text(json, "venue", quote.venue());
      JsonOut.texts(json, "variants", quote.variants());
      json.writeNumberField("sources", quote.sources());
      cites(quote.cites(), json, retracted);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void actors(
      String field, List<StoryRecord.Actor> actors, JsonGenerator json, Set<String> retracted)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (StoryRecord.Actor actor : actors) {
      json.writeStartObject();
      json.writeStringField("name", actor.name());
      JsonOut.texts(json, "aliases", actor.aliases());
      json.writeArrayFieldStart("roles");
      for (StoryRecord.ActorRole role : actor.roles()) {
        json.writeStartObject();
        json.writeStringField("role", role.role());
        json.writeStringField("tense", JsonOut.label(role.tense()));
        json.writeNumberField("sources", role.sources());
        cites(role.cites(), json, retracted);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberField("mentions", actor.mentions());
      cites(actor.cites(), json, retracted);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void claims(StoryRecord record, JsonGenerator json) throws IOException {
    var retracted = record.retracted();
    json.writeArrayFieldStart("claims");
    for (StoryRecord.ClaimEntry claim : record.claims()) {
      json.writeStartObject();
      json.writeStringField("text", claim.text());
      JsonOut.text(json, "by", claim.by());
      if (rest(claim.asserted(), retracted)) {
        json.writeBooleanField("retracted", true);
      }
      cites("asserted", claim.asserted(), json);
      json.writeArrayFieldStart("disputed");
      for (StoryRecord.Dispute dispute : claim.disputed()) {
        json.writeStartObject();
        json.writeStringField("by", dispute.by());
        cites(dispute.cites(), json, retracted);
        json.writeEndObject();
      }
      json.writeEndArray();
      cites("withdrawn", claim.withdrawn(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void disagreements(StoryRecord record, JsonGenerator json) throws IOException {
    var retracted = record.retracted();
    json.writeArrayFieldStart("disagreements");
    for (StoryRecord.Disagreement disagreement : record.disagreements()) {
      json.writeStartObject();
      json.writeStringField("about", disagreement.about());
      json.writeStringField("kind", disagreement.kind());
      json.writeBooleanField("update", disagreement.update());
      json.writeArrayFieldStart("versions");
      for (StoryRecord.Version version : disagreement.versions()) {
        json.writeStartObject();
        json.writeStringField("value", version.value());
        json.writeNumberField("sources", version.sources());
        cites(version.cites(), json, retracted);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void pictures(StoryRecord record, JsonGenerator json) throws IOException {
    var retracted = record.retracted();
    json.writeArrayFieldStart("pictures");
    for (StoryRecord.PictureEntry picture : record.pictures()) {
      json.writeStartObject();
      json.writeStringField("caption", picture.caption());
      JsonOut.text(json, "credit", picture.credit());
      JsonOut.text(json, "photographer", picture.photographer());
      JsonOut.text(json, "src", picture.src());
      json.writeNumberField("sources", picture.sources());
      cites(picture.cites(), json, retracted);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void cites(Cites cites, JsonGenerator json, Set<String> retracted)
      throws IOException {
    if (rest(cites.places(), retracted)) {
      json.writeBooleanField("retracted", true);
    }
    cites("cites", cites.places(), json);
  }

  /** Whether a statement rests on retracted articles alone. */
  private static boolean rest(List<Cite> cites, Set<String> retracted) {
    return !cites.isEmpty() && cites.stream().allMatch(c -> retracted.contains(c.article()));
  }

  private static void cites(String field, List<Cite> cites, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(field);
    for (Cite cite : cites) {
      json.writeStartObject();
      json.writeStringField("article", cite.article());
      json.writeNumberField("start", cite.start());
      json.writeNumberField("end", cite.end());
      json.writeStringField("role", cite.role().label());
      json.writeStringField("text", cite.text());
      JsonOut.text(json, "link", cite.link());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
