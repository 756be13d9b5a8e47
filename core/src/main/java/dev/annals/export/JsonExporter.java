package dev.annals.export;

import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;

/** The record as JSON, indented for reading. */
final class JsonExporter implements Exporter {

  @Override
  public String name() {
    return "json";
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
    RecordJson.writeIndented(record, out);
  }
}
