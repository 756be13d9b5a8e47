package dev.annals.flink;

import dev.annals.export.RecordJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.Encoder;

/**
 * Records as JSON Lines. The last line of a story counts; a story that is no more is {@code
 * {"id":"…","gone":true}}.
 */
final class RecordLines implements Encoder<Outcome> {

  private static final long serialVersionUID = 1;

  @Override
  public void encode(Outcome outcome, OutputStream out) throws IOException {
    out.write(line(outcome));
  }

  /** One line, with its end. */
  static byte[] line(Outcome outcome) {
    if (outcome.gone()) {
      String id = outcome.story().replace("\\", "\\\\").replace("\"", "\\\"");
      return ("{\"id\":\"" + id + "\",\"gone\":true}\n").getBytes(StandardCharsets.UTF_8);
    }
    var bytes = new ByteArrayOutputStream();
    try {
      RecordJson.write(Steps.RECORDS.decode(outcome.record()), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
