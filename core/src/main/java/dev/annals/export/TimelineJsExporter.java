package dev.annals.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;

/** TimelineJS JSON: one slide an entry that has a day. */
final class TimelineJsExporter implements Exporter {

  private static final int HEADLINE = 90;

  @Override
  public String name() {
    return "timelinejs";
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
      json.writeObjectFieldStart("title");
      text(json, record.title(), "");
      json.writeEndObject();
      json.writeArrayFieldStart("events");
      for (StoryRecord.Entry entry : record.timeline()) {
        if (entry.date() != null
            && entry.date().length() >= 4
            && Character.isDigit(entry.date().charAt(0))) {
          event(json, entry);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void event(JsonGenerator json, StoryRecord.Entry entry) throws IOException {
    String date = entry.date() == null ? "" : entry.date();
    json.writeStartObject();
    json.writeObjectFieldStart("start_date");
    json.writeNumberField("year", Integer.parseInt(date.substring(0, 4)));
    if (date.matches("\\d{4}-\\d{2}.*")) {
      json.writeNumberField("month", Integer.parseInt(date.substring(5, 7)));
      if (date.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
        json.writeNumberField("day", Integer.parseInt(date.substring(8, 10)));
        String time = entry.time();
        if (time != null && time.matches("\\d{2}:\\d{2}.*")) {
          json.writeNumberField("hour", Integer.parseInt(time.substring(0, 2)));
          json.writeNumberField("minute", Integer.parseInt(time.substring(3, 5)));
        }
      }
    }
    json.writeEndObject();
    var sources = new StringBuilder();
    for (var cite : entry.cites().places()) {
      String words = Markup.escape(cite.text());
      String link = Markup.webLink(cite.link());
      sources.append(
          link == null
              ? "<p>“" + words + "”</p>"
              : "<p><a href=\""
                  + Markup.escape(link)
                  + "\" rel=\"noopener noreferrer\">“"
                  + words
                  + "”</a></p>");
    }
    text(json, Markup.shorten(entry.text(), HEADLINE), sources.toString());
    if (entry.background()) {
      json.writeStringField("group", "background");
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String headline, String html) throws IOException {
    json.writeObjectFieldStart("text");
    json.writeStringField("headline", Markup.escape(headline));
    json.writeStringField("text", html);
    json.writeEndObject();
  }
}
