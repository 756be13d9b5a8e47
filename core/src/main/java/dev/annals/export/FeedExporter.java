package dev.annals.export;

import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An Atom feed (RFC 4287) of a story: one entry for each line of the timeline. */
final class FeedExporter implements Exporter {

  private static final int HEADLINE = 300;
  private static final int TITLE = 120;

  @Override
  public String name() {
    return "atom";
  }

  @Override
  public String mediaType() {
    return "application/atom+xml;charset=utf-8";
  }

  @Override
  public String extension() {
    return "atom";
  }

  @Override
  public void write(StoryRecord record, OutputStream out) throws IOException {
    var xml = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    xml.write(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    line(xml, "id", Markup.urn("story", record.id()));
    line(xml, "title", Markup.shorten(record.title(), HEADLINE));
    line(xml, "updated", instant(record.end()));
    xml.write("<author><name>Annals</name></author>\n");
    int number = 0;
    for (StoryRecord.Entry entry : record.timeline()) {
      xml.write("<entry>\n");
      line(xml, "id", Markup.urn("story", record.id()) + ":" + number++);
      line(xml, "title", Markup.shorten(entry.text(), TITLE));
      line(xml, "updated", instant(entry.date()));
      for (var cite : entry.cites().places()) {
        String link = Markup.address(cite.link());
        if (link != null) {
          xml.write("<link rel=\"related\" href=\"" + Markup.escape(link) + "\"/>\n");
        }
      }
      line(xml, "summary", (entry.date() == null ? "" : entry.date() + ": ") + entry.text());
      xml.write("</entry>\n");
    }
    xml.write("</feed>\n");
    xml.flush();
  }

  private static void line(OutputStreamWriter xml, String name, String text) throws IOException {
    xml.write("<" + name + ">" + Markup.escape(text) + "</" + name + ">\n");
  }

  /**
   * Atom asks for a time; a day is given as its beginning in UTC, an unknown one as the beginning
   * of the era of the web.
   */
  private static String instant(@Nullable String date) {
    return date != null && date.length() >= 10 && Character.isDigit(date.charAt(8))
        ? date.substring(0, 10) + "T00:00:00Z"
        : "1970-01-01T00:00:00Z";
  }
}
