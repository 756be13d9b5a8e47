package dev.annals.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** TimelineJS JSON: one slide an entry that has a day. */
final class TimelineJsExporter implements Exporter {

  private static final int TITLE = 300;
  private static final int HEADLINE = 90;
  private static final List<String> PARTS = List.of("year", "month", "day", "hour", "minute");

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
      text(json, Markup.shorten(record.title(), TITLE), "");
      json.writeEndObject();
      json.writeArrayFieldStart("events");
      for (StoryRecord.Entry entry : record.timeline()) {
        TimeSpan span = TimeSpan.of(entry.date(), entry.time());
        if (span != null) {
          event(json, entry, span);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void event(JsonGenerator json, StoryRecord.Entry entry, TimeSpan span)
      throws IOException {
    String date = entry.date() == null ? "" : entry.date();
    json.writeStartObject();
    int parts = date.length() == 4 ? 1 : date.length() == 7 && date.charAt(5) < 'A' ? 2 : 3;
    date(json, "start_date", span.from(), span.exact() ? 5 : parts);
    if (parts == 3 && span.longerThanADay()) {
      date(json, "end_date", span.to() - TimeSpan.DAY, 3);
      json.writeStringField("display_date", date);
    }
    var sources = new StringBuilder();
    for (var cite : entry.cites().places()) {
      String words = Markup.escape(cite.text());
      String link = Markup.address(cite.link());
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

  private static void date(JsonGenerator json, String field, long minute, int parts)
      throws IOException {
    var time = LocalDateTime.ofEpochSecond(minute * 60, 0, ZoneOffset.UTC);
    int[] values = {
      time.getYear(), time.getMonthValue(), time.getDayOfMonth(), time.getHour(), time.getMinute()
    };
    json.writeObjectFieldStart(field);
    for (int i = 0; i < parts; i++) {
      json.writeNumberField(PARTS.get(i), values[i]);
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
