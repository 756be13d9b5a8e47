package dev.annals.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.article.Cite;
import dev.annals.record.RecordChange;
import dev.annals.record.RecordChanges;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Writes what changed in records, as JSON or as lines for reading. Safe for several threads. */
public final class ChangesJson {

  private ChangesJson() {}

  /** An array with an object for each story. */
  public static void write(Collection<RecordChanges> stories, OutputStream out) throws IOException {
    try (var json = JsonOut.to(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      for (RecordChanges story : stories) {
        json.writeStartObject();
        json.writeStringField("id", story.id());
        json.writeStringField("title", story.title());
        json.writeArrayFieldStart("changes");
        for (RecordChange change : story.changes()) {
          change(change, json);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  private static void change(RecordChange change, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("section", change.section());
    json.writeStringField("change", change.added() ? "added" : "gone");
    json.writeStringField("text", change.text());
    json.writeArrayFieldStart("cites");
    for (Cite cite : change.cites()) {
      json.writeStartObject();
      json.writeStringField("article", cite.article());
      json.writeNumberField("start", cite.start());
      json.writeNumberField("end", cite.end());
      json.writeStringField("text", cite.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The title, then a line for each statement: {@code +} came, {@code -} went. */
  public static void writeLines(RecordChanges story, OutputStream out) throws IOException {
    var text = new StringBuilder();
    text.append("# ").append(line(story.title())).append(" (").append(story.id()).append(")\n\n");
    for (RecordChange change : story.changes()) {
      text.append(change.added() ? "+ " : "- ")
          .append(change.section())
          .append(": ")
          .append(line(change.text()))
          .append('\n');
    }
    text.append('\n');
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(String text) {
    return text.replace('\n', ' ');
  }
}
