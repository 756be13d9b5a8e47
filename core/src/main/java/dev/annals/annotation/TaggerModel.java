package dev.annals.annotation;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * All that training has learnt for one language. Immutable and safe for use by several threads.
 *
 * @param words classes of words
 * @param tree coarser classes of the classes
 * @param known part + 1 of words that are always the same part of speech
 * @param parts weights of parts of speech
 * @param linkers words in lower case that stand in names
 * @param names what the first reading of names goes by
 * @param again what the second goes by, which knows the outcome of the first
 */
record TaggerModel(
    WordClasses words,
    ClassTree tree,
    WordClasses known,
    WeightTable parts,
    WordClasses linkers,
    NameWeights names,
    NameWeights again) {

  private static final int MAGIC = 0x414e4e32;

  /** Reads the model that stands beside this class. */
  static TaggerModel resource(String name) {
    try (InputStream in = TaggerModel.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TaggerModel read(InputStream stream) throws IOException {
    var in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a tagger model");
    }
    var words = WordClasses.read(in);
    var tree = ClassTree.read(in);
    var known = WordClasses.read(in);
    var parts = WeightTable.read(in);
    var linkers = WordClasses.read(in);
    var names = NameWeights.read(in);
    var again = NameWeights.read(in);
    return new TaggerModel(words, tree, known, parts, linkers, names, again);
  }

  void write(OutputStream stream) throws IOException {
    var packed =
        new GZIPOutputStream(stream, 1 << 16) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        };
    var out = new DataOutputStream(new java.io.BufferedOutputStream(packed, 1 << 16));
    out.writeInt(MAGIC);
    words.write(out);
    tree.write(out);
    known.write(out);
    parts.write(out);
    linkers.write(out);
    names.write(out);
    again.write(out);
    out.flush();
    packed.finish();
  }
}
