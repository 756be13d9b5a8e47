package dev.annals.annotation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What was learnt of quotes: which verbs report, which marks hold words of another, who speaks,
 * where content without marks begins and ends. Immutable and safe for use by several threads.
 *
 * @param cue scores {@link CueScorer} features
 * @param screen scores {@link SpanScreen} features
 * @param speaker scores {@link SpeakerScorer} features of quoted spans
 * @param source scores those of cues without quotation marks
 * @param start scores where {@link ContentScorer} lets content begin
 * @param end scores where it ends
 */
record QuoteModel(
    LinearModel cue,
    LinearModel screen,
    LinearModel speaker,
    LinearModel source,
    LinearModel start,
    LinearModel end) {

  static final String RESOURCE = "quotes.en.model";

  private static final class Loaded {
    static final QuoteModel ENGLISH = load();
  }

  /** The model that stands beside this class, read once. */
  static QuoteModel english() {
    return Loaded.ENGLISH;
  }

  private static QuoteModel load() {
    try (var in = QuoteModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FileNotFoundException(RESOURCE);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static QuoteModel read(InputStream stream) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream), 1 << 16));
    return new QuoteModel(
        LinearModel.read(in),
        LinearModel.read(in),
        LinearModel.read(in),
        LinearModel.read(in),
        LinearModel.read(in),
        LinearModel.read(in));
  }

  void write(OutputStream stream) throws IOException {
    try (var out = new DataOutputStream(new GZIPOutputStream(stream))) {
      cue.write(out);
      screen.write(out);
      speaker.write(out);
      source.write(out);
      start.write(out);
      end.write(out);
    }
  }
}
