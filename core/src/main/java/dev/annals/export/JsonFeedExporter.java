package dev.annals.export;

import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;

/** JSON Feed 1.1 of a story: one item for each line of the timeline. */
final class JsonFeedExporter implements Exporter {

  private static final int HEADLINE = 300;

  @Override
  public String name() {
    return "jsonfeed";
  }

  @Override
  public String mediaType() {
    return "application/feed+json";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public void write(StoryRecord record, OutputStream out) throws IOException {
    try (var json = JsonOut.to(out)) {
      json.writeStartObject();
      json.writeStringField("version", "https://jsonfeed.org/version/1.1");
      json.writeStringField("title", Markup.shorten(record.title(), HEADLINE));
      json.writeArrayFieldStart("items");
      int number = 0;
      for (StoryRecord.Entry entry : record.timeline()) {
        json.writeStartObject();
        json.writeStringField("id", record.id() + ":" + number++);
        json.writeStringField("content_text", entry.text());
        String link = Markup.address(entry.cites().places().get(0).link());
        if (link != null) {
          json.writeStringField("external_url", link);
        }
        if (entry.date() != null && entry.date().matches("\\d{4}-\\d{2}-\\d{2}.*")) {
          json.writeStringField("date_published", entry.date().substring(0, 10) + "T00:00:00Z");
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
