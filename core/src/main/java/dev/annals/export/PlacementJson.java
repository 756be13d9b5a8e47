package dev.annals.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes which story an article belongs to as a JSON line. */
public final class PlacementJson {

  private PlacementJson() {}

  /** One line: {@code {"id": …, "story": …}}. */
  public static void write(String article, String story, OutputStream out) throws IOException {
    try (var json = JsonOut.to(out)) {
      json.writeStartObject();
      json.writeStringField("id", article);
      json.writeStringField("story", story);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
