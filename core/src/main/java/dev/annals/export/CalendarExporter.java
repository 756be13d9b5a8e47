package dev.annals.export;

import dev.annals.annotation.Modality;
import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** iCalendar (RFC 5545): what is planned, one all-day event for each entry that has a day. */
final class CalendarExporter implements Exporter {

  private static final int LINE = 70;

  @Override
  public String name() {
    return "ics";
  }

  @Override
  public String mediaType() {
    return "text/calendar;charset=utf-8";
  }

  @Override
  public String extension() {
    return "ics";
  }

  @Override
  public void write(StoryRecord record, OutputStream out) throws IOException {
    var ics = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    line(ics, "BEGIN:VCALENDAR");
    line(ics, "VERSION:2.0");
    line(ics, "PRODID:-//Annals//record//EN");
    int number = 0;
    for (StoryRecord.Entry entry : record.timeline()) {
      LocalDate day = day(entry.date());
      if (entry.modality() != Modality.PLANNED || day == null) {
        continue;
      }
      line(ics, "BEGIN:VEVENT");
      line(ics, "UID:" + escape(record.id()) + "-" + number++ + "@annals");
      line(ics, "DTSTAMP:" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "T000000Z");
      line(ics, "DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
      line(ics, "SUMMARY:" + escape(entry.text()));
      String link = Markup.webLink(entry.cites().places().get(0).link());
      if (link != null && link.chars().allMatch(c -> c > ' ' && c < 127)) {
        line(ics, "URL:" + link);
      }
      line(ics, "END:VEVENT");
    }
    line(ics, "END:VCALENDAR");
    ics.flush();
  }

  private static @Nullable LocalDate day(@Nullable String date) {
    try {
      return date == null || date.length() < 10 ? null : LocalDate.parse(date.substring(0, 10));
    } catch (DateTimeException e) {
      return null; // a week, month or year is no day of a calendar
    }
  }

  private static String escape(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        out.append("\\n");
      } else if (c == ',' || c == ';' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && !Character.isSurrogate(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * Folds lines that are too long, as the standard asks; 70 characters are never more than 75
   * octets of Latin text.
   */
  private static void line(OutputStreamWriter ics, String line) throws IOException {
    int at = 0;
    while (at < line.length()) {
      int length = 0;
      int stop = at;
      while (stop < line.length() && length < LINE) {
        char c = line.charAt(stop++);
        length += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      }
      ics.write((at == 0 ? "" : " ") + line.substring(at, stop) + "\r\n");
      at = stop;
    }
  }
}
