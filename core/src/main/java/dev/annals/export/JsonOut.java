package dev.annals.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes JSON in the one style of all that Annals gives out. */
final class JsonOut {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonOut() {}

  /**
   * A generator that leaves the stream open. Surrogates are escaped: a lone one, which UTF-8 cannot
   * hold, comes through unharmed, and offsets stay true.
   */
  static JsonGenerator to(OutputStream out) throws IOException {
    var json = FACTORY.createGenerator(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setHighestNonEscapedChar(0xD7FF);
    return json;
  }

  static void text(JsonGenerator json, String field, @Nullable String value) throws IOException {
    if (value == null) {
      json.writeNullField(field);
    } else {
      json.writeStringField(field, value);
    }
  }

  static void texts(JsonGenerator json, String field, List<String> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** A number; null where it has no bound. */
  static void number(JsonGenerator json, String field, double value) throws IOException {
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      json.writeNullField(field);
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      json.writeNumberField(field, (long) value);
    } else {
      json.writeNumberField(field, value);
    }
  }

  static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
