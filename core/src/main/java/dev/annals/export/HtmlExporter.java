package dev.annals.export;

import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One web page that needs nothing else: style and drawing are in it, it asks no other address for
 * anything and runs no script, so it can be sent, kept and printed. Every statement leads to the
 * sentences at its end.
 */
final class HtmlExporter implements Exporter {

  @Override
  public String name() {
    return "html";
  }

  @Override
  public String mediaType() {
    return "text/html;charset=utf-8";
  }

  @Override
  public String extension() {
    return "html";
  }

  @Override
  public void write(StoryRecord record, OutputStream out) throws IOException {
    out.write(new HtmlPage(record, style()).html().getBytes(StandardCharsets.UTF_8));
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlExporter.class.getResourceAsStream("record.css")) {
      if (in == null) {
        throw new IOException("no record.css in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
