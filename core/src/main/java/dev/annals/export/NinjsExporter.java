package dev.annals.export;

import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;

/**
 * IPTC ninjs 3: the record as one text item with people, organisations, places and the articles it
 * rests on.
 */
final class NinjsExporter implements Exporter {

  @Override
  public String name() {
    return "ninjs";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public void write(StoryRecord record, OutputStream out) throws IOException {
    try (var json = JsonOut.to(out)) {
      json.writeStartObject();
      json.writeStringField("uri", Markup.urn("story", record.id()));
      json.writeObjectFieldStart("standard");
      json.writeStringField("name", "ninjs");
      json.writeStringField("version", "3.1");
      json.writeEndObject();
      json.writeStringField("type", "text");
      json.writeStringField("profile", "record");
      json.writeStringField(
          "language", record.languages().isEmpty() ? "und" : record.languages().get(0));
      json.writeArrayFieldStart("headlines");
      json.writeStartObject();
      json.writeStringField("role", "main");
      json.writeStringField("value", record.title());
      json.writeEndObject();
      json.writeEndArray();
      var body = new StringBuilder();
      for (StoryRecord.Entry entry : record.timeline()) {
        body.append(entry.date() == null ? "" : entry.date() + ": ")
            .append(entry.text())
            .append("\n");
      }
      json.writeArrayFieldStart("bodies");
      json.writeStartObject();
      json.writeStringField("role", "main");
      json.writeStringField("contentType", "text/plain");
      json.writeStringField("value", body.toString());
      json.writeEndObject();
      json.writeEndArray();
      names(json, "people", record.people());
      names(json, "organisations", record.organizations());
      names(json, "places", record.places());
      json.writeArrayFieldStart("associations");
      for (StoryRecord.Member article : record.articles()) {
        json.writeStartObject();
        json.writeStringField("name", article.id());
        String address = Markup.address(article.url());
        json.writeStringField(
            "uri", address == null ? Markup.urn("article", article.id()) : address);
        json.writeStringField("type", "text");
        json.writeArrayFieldStart("headlines");
        json.writeStartObject();
        json.writeStringField("role", "main");
        json.writeStringField("value", article.title() == null ? article.id() : article.title());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void names(
      com.fasterxml.jackson.core.JsonGenerator json,
      String field,
      java.util.List<StoryRecord.Actor> actors)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (StoryRecord.Actor actor : actors) {
      json.writeStartObject();
      json.writeStringField("name", actor.name());
      json.writeStringField("rel", "about");
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
