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

  private static final int LINE = 74;
  private static final int SUMMARY = 1000;

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
      line(ics, "UID:" + Markup.urn("story", record.id()) + ":" + number++);
      line(ics, "DTSTAMP:" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "T000000Z");
      line(ics, "DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
      line(ics, "SUMMARY:" + escape(Markup.shorten(entry.text(), SUMMARY)));
      String link = Markup.address(entry.cites().places().get(0).link());
      if (link != null) {
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
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                out.append("\\n");
              } else if (c == ',' || c == ';' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (c >= ' ' && c != 127 && !loneSurrogate(c) && !Markup.turns(c)) {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static boolean loneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** Folds lines of more than 75 octets, as the standard asks, never within a letter. */
  private static void line(OutputStreamWriter ics, String line) throws IOException {
    int at = 0;
    while (at < line.length()) {
      int length = 0;
      int stop = at;
      while (stop < line.length()) {
        int c = line.codePointAt(stop);
        length += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (length > LINE) {
          break;
        }
        stop += Character.charCount(c);
      }
      ics.write((at == 0 ? "" : " ") + line.substring(at, stop) + "\r\n");
      at = stop;
    }
  }
}
