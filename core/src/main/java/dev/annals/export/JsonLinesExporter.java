package dev.annals.export;

import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;

/** The record as JSON on one line, for files that hold many. */
final class JsonLinesExporter implements Exporter {

  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public String mediaType() {
    return "application/x-ndjson";
  }

  @Override
  public String extension() {
    return "jsonl";
  }

  @Override
  public void write(StoryRecord record, OutputStream out) throws IOException {
    RecordJson.write(record, out);
  }
}
