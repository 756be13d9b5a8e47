package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trains the tagger of parts of speech and names from a folder with {@code
 * ner/conllpp-train.txt.gz}, {@code ner/worldwide.tsv.gz} and plain text in any {@code
 * articles.jsonl.gz} below it.
 */
public final class NameTrainer {

  /** A feature counts when it was seen that often. */
  private static final int SEEN = 2;

  /** Features that every table has room for: those of both readings are to be of one size. */
  private static final int ROOM = 200_000;

  /** A word in lower case can stand in names when it was seen there that often. */
  private static final int LINKS = 3;

  /** Parts that the documents are dealt into to see the first reading's errors. */
  private static final int FOLDS = 3;

  /** Classes of words and how often a word has to be seen to get one. */
  private static final int CLASSES = 512;

  private static final int CLASSED = 4;
  private static final int SETTLED = 40_000;
  private static final int EXCHANGES = 8;

  // swept 0.06 to 0.25 and 0.0005 to 0.01 on worldwide articles kept out: slow and light is best
  private static final double RATE = 0.06;
  private static final double DECAY = 0.002;
  private static final int ROUNDS = 12;

  private final boolean twice;

  /** A trainer of the whole model. */
  public NameTrainer() {
    this(true);
  }

  /** With or without the second reading, which takes most of the time. */
  NameTrainer(boolean twice) {
    this.twice = twice;
  }

  /**
   * Trains and writes a model.
   *
   * @param folder the benchmark folder
   * @param out the model file, or a folder to put it in
   */
  public void train(Path folder, Path out) throws IOException {
    var conll = NameCorpus.conll(folder.resolve("ner/conllpp-train.txt.gz"));
    var worldwide = NameCorpus.worldwide(folder.resolve("ner/worldwide.tsv.gz"));
    var classes = classes(folder);
    var model = train(conll, worldwide, classes);
    Path file = Files.isDirectory(out) ? out.resolve("names.en.model") : out;
    try (var stream = Files.newOutputStream(file)) {
      model.write(stream);
    }
    System.err.println(file + ": " + Files.size(file) + " bytes");
  }

  static List<Path> plain(Path folder) throws IOException {
    return PlainTexts.files(folder).stream()
        .filter(file -> !file.getParent().getFileName().toString().endsWith("-dev"))
        .toList();
  }

  /** Classes of the words of all plain text but that which others measure on. */
  static WordClustering.Result classes(Path folder) throws IOException {
    var counts = new BigramCounts();
    for (Path file : plain(folder)) {
      PlainTexts.read(file, counts::add);
    }
    return new WordClustering(counts.finish(CLASSED), CLASSES, SETTLED, EXCHANGES).cluster();
  }

  TaggerModel train(
      List<NamedDocument> conll, List<NamedDocument> worldwide, WordClustering.Result classes) {
    var words = classes.words();
    var tree = classes.tree();
    var samples = new ArrayList<PartTrainer.Sample>();
    for (NamedDocument document : MadeHeadlines.over(conll)) {
      var tokens = Tokens.of(document.text());
      samples.add(
          new PartTrainer.Sample(tokens, new WordForms(tokens, words), parts(document, tokens)));
    }
    var parts = new PartTrainer(tree).train(samples);
    var documents = new ArrayList<NamedDocument>(MadeHeadlines.over(conll));
    documents.addAll(MadeHeadlines.over(worldwide));
    var linkers = linkers(documents);
    var tagger = new PartTagger(parts.weights(), parts.known());
    var prepared = new ArrayList<Prepared>();
    for (NamedDocument document : documents) {
      var tokens = Tokens.of(document.text());
      var forms = new WordForms(tokens, words);
      byte[] spoken = tagger.tag(tokens, forms, tree);
      var context = new NameContext(tokens, forms, tree, spoken, linkers);
      prepared.add(new Prepared(tokens, context, labels(document, tokens, context)));
    }
    var names = learn(prepared, List.of());
    var again = twice ? learn(prepared, evidence(prepared)) : names;
    return new TaggerModel(words, tree, parts.known(), parts.weights(), linkers, names, again);
  }

  /** A document ready to be learnt from. */
  private record Prepared(Tokens tokens, NameContext context, byte[] labels) {}

  /** What the first reading finds in each document when it was not trained on it. */
  private static List<NameEvidence> evidence(List<Prepared> documents) {
    var evidence = new NameEvidence[documents.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      var others = new ArrayList<Prepared>();
      for (int i = 0; i < documents.size(); i++) {
        if (i % FOLDS != fold) {
          others.add(documents.get(i));
        }
      }
      var reader = new NameTagger(learn(others, List.of()), others.get(0).context().tree);
      for (int i = fold; i < documents.size(); i += FOLDS) {
        var document = documents.get(i);
        byte[] labels = reader.tag(document.tokens(), document.context());
        evidence[i] = new NameEvidence(document.tokens(), document.context(), labels);
      }
    }
    return List.of(evidence);
  }

  private static NameWeights learn(List<Prepared> documents, List<NameEvidence> evidence) {
    var index = new FeatureIndex();
    var runs = new ArrayList<NameField.Run>();
    for (int i = 0; i < documents.size(); i++) {
      runs(documents.get(i), evidence.isEmpty() ? null : evidence.get(i), index, runs);
    }
    int[] kept = kept(index);
    int size = 0;
    for (int number : kept) {
      size = Math.max(size, number + 1);
    }
    var known = new NameField.Run[runs.size()];
    for (int i = 0; i < known.length; i++) {
      known[i] = keep(runs.get(i), kept);
    }
    var field = new NameField(size, RATE, DECAY, ROUNDS);
    field.train(known);
    int[] features = new int[size];
    for (int number = 0; number < kept.length; number++) {
      if (kept[number] >= 0) {
        features[kept[number]] = index.feature(number);
      }
    }
    float[] weights = field.weights();
    double scale = scale(weights);
    int[] transitions = new int[NameScheme.LABELS * NameScheme.LABELS];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = (int) Math.round(field.transitions()[i] * scale);
    }
    return new NameWeights(table(weights, features, scale), transitions);
  }

  private static double scale(float[] weights) {
    float most = 0;
    for (float weight : weights) {
      most = Math.max(most, Math.abs(weight));
    }
    return 127 / most;
  }

  private static WeightTable table(float[] weights, int[] features, double scale) {
    var rows = new TreeMap<Integer, byte[]>();
    for (int number = 0; number < features.length; number++) {
      byte[] row = new byte[NameScheme.LABELS];
      boolean any = false;
      for (int label = 0; label < row.length; label++) {
        row[label] = PartTrainer.quantised(weights[number * NameScheme.LABELS + label] * scale);
        any |= row[label] > 1 || row[label] < -1;
      }
      if (any) {
        rows.put(features[number], row);
      }
    }
    var builder = new WeightTable.Builder(NameScheme.LABELS, Math.max(rows.size(), ROOM));
    rows.forEach(builder::put);
    WeightTable table = builder.build();
    System.err.println("names: " + table.size() + " features of " + features.length);
    return table;
  }

  private static int[] kept(FeatureIndex index) {
    int[] kept = new int[index.size()];
    int next = 0;
    for (int number = 0; number < kept.length; number++) {
      kept[number] = index.count(number) >= SEEN ? next++ : -1;
    }
    return kept;
  }

  private static NameField.Run keep(NameField.Run run, int[] kept) {
    int[][] features = new int[run.features().length][];
    for (int t = 0; t < features.length; t++) {
      features[t] =
          Arrays.stream(run.features()[t])
              .map(number -> kept[number])
              .filter(n -> n >= 0)
              .toArray();
    }
    return new NameField.Run(features, run.labels(), run.weight());
  }

  private static void runs(
      Prepared document,
      @Nullable NameEvidence evidence,
      FeatureIndex index,
      List<NameField.Run> runs) {
    var tokens = document.tokens();
    var context = document.context();
    int[] buffer = new int[NameFeatures.MOST];
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      int from = tokens.sentenceFirst(sentence);
      int to = tokens.sentenceEnd(sentence);
      int i = from;
      while (i < to) {
        if (!context.open(i)) {
          i++;
          continue;
        }
        int end = i + 1;
        while (end < to && context.open(end)) {
          end++;
        }
        int[][] seen = new int[end - i][];
        for (int at = i; at < end; at++) {
          int count = NameFeatures.of(context, evidence, at, from, to, buffer);
          seen[at - i] = new int[count];
          for (int k = 0; k < count; k++) {
            seen[at - i][k] = index.number(buffer[k]);
          }
        }
        runs.add(new NameField.Run(seen, Arrays.copyOfRange(document.labels(), i, end), 1));
        i = end;
      }
    }
  }

  static byte[] labels(NamedDocument document, Tokens tokens, NameContext context) {
    byte[] labels = new byte[tokens.size()];
    for (NamedDocument.Name name : document.names()) {
      int first = tokens.at(name.start());
      int last = first;
      while (last + 1 < tokens.size() && tokens.start(last + 1) < name.end()) {
        last++;
      }
      boolean whole = first < tokens.size() && tokens.sentence(first) == tokens.sentence(last);
      for (int i = first; whole && i <= last; i++) {
        whole = context.open(i);
      }
      for (int i = first; whole && i <= last; i++) {
        labels[i] = (byte) NameScheme.label(name.kind(), i, first, last);
      }
    }
    return labels;
  }

  private static byte[] parts(NamedDocument document, Tokens tokens) {
    byte[] parts = new byte[tokens.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part(document.parts().get(tokens.start(i)));
    }
    for (int i = 1; i + 1 < parts.length; i++) {
      if (tokens.is(i, "'s") && parts[i] >= 0 && parts[i - 1] >= 0 && parts[i + 1] >= 0) {
        parts[i] = (byte) ending(parts[i - 1], parts[i + 1], parts[i]).ordinal();
      }
    }
    return parts;
  }

  /** One in twelve of the silver labels of "'s" is wrong; its neighbours tell. */
  private static PartOfSpeech ending(byte before, byte after, byte own) {
    var earlier = PartOfSpeech.values()[before];
    var later = PartOfSpeech.values()[after];
    if (earlier.isNoun()
        && (later.isNoun()
            || later.isAdjective()
            || later == PartOfSpeech.CD
            || later == PartOfSpeech.PUNCTUATION)) {
      return PartOfSpeech.POS;
    }
    if (earlier == PartOfSpeech.PRP || earlier == PartOfSpeech.EX || earlier == PartOfSpeech.WP) {
      return PartOfSpeech.VBZ;
    }
    return PartOfSpeech.values()[own];
  }

  private static byte part(@Nullable String tag) {
    if (tag == null) {
      return -1;
    }
    for (PartOfSpeech part : PartOfSpeech.values()) {
      if (part.name().equals(tag)) {
        return (byte) part.ordinal();
      }
    }
    return switch (tag) {
      case "NN|SYM" -> (byte) PartOfSpeech.NN.ordinal();
      case "$" -> (byte) PartOfSpeech.SYM.ordinal();
      default -> (byte) PartOfSpeech.PUNCTUATION.ordinal();
    };
  }

  private static WordClasses linkers(List<NamedDocument> documents) {
    Map<String, Integer> counts = new HashMap<>();
    for (NamedDocument document : documents) {
      var tokens = Tokens.of(document.text());
      for (NamedDocument.Name name : document.names()) {
        for (int i = tokens.at(name.start());
            i < tokens.size() && tokens.start(i) < name.end();
            i++) {
          String word = tokens.word(i);
          if (word.chars().noneMatch(Character::isUpperCase)) {
            counts.merge(word, 1, Integer::sum);
          }
        }
      }
    }
    var linkers = new TreeMap<Integer, Short>();
    counts.forEach(
        (word, count) -> {
          if (count >= LINKS) {
            linkers.put(WordForms.hash(word), (short) 1);
          }
        });
    return PartTrainer.classes(linkers);
  }
}
