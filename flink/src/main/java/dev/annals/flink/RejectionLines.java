package dev.annals.flink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.capture.Rejection;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.flink.api.common.serialization.Encoder;

/** What could not be read, as JSON Lines. */
final class RejectionLines implements Encoder<Rejection> {

  private static final long serialVersionUID = 1;

  private static final JsonFactory JSON =
      JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  @Override
  public void encode(Rejection rejection, OutputStream out) throws IOException {
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("origin", rejection.origin());
      json.writeStringField("reason", rejection.reason());
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
