package dev.annals.story;

import dev.annals.annotation.Annotations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the decision which articles report one event, from a folder with {@code clustering-*}
 * benchmarks, and counts background words when it has {@code unlabelled} articles. No chance in it:
 * the same folder gives the same files.
 */
public final class StoryTrainer {

  private final FeatureExtractor extractor = new FeatureExtractor();

  /**
   * Trains and writes {@code background.bin.gz}, {@code pair-model.txt} and {@code
   * context-model.txt}.
   *
   * @param folder the benchmark folder
   * @param out the folder to put them in
   */
  public void train(Path folder, Path out) throws IOException {
    Path unlabelled = folder.resolve("unlabelled");
    if (Files.isDirectory(unlabelled)) {
      BackgroundTrainer.train(
          BackgroundTrainer.articlesOf(unlabelled), out.resolve("background.bin.gz"));
    }
    JoinModel model = JoinTrainer.train(corpora(folder), story -> true, JoinTrainer.allViews());
    write(out.resolve("pair-model.txt"), model.pair());
    if (model.context() != null) {
      write(out.resolve("context-model.txt"), model.context());
    }
  }

  /**
   * Trains and scores on parts that are left out.
   *
   * @param folder the benchmark folder
   * @return a line for each benchmark
   */
  public List<String> crossValidate(Path folder) throws IOException {
    return new StoryCrossValidation(3, 3).lines(corpora(folder));
  }

  /** The benchmarks below a folder, by name. */
  List<JoinTrainer.Corpus> corpora(Path folder) throws IOException {
    List<Path> folders;
    try (var children = Files.list(folder)) {
      folders =
          children.filter(child -> Files.exists(child.resolve("truth.jsonl"))).sorted().toList();
    }
    var corpora = new ArrayList<JoinTrainer.Corpus>();
    for (Path child : folders) {
      String name = child.getFileName().toString();
      if (name.startsWith("clustering-")) {
        var features = new ArrayList<StoryFeatures>();
        for (var article : EvalArticles.read(BackgroundTrainer.articlesOf(child))) {
          features.add(extractor.features(article, Annotations.NONE));
        }
        corpora.add(
            new JoinTrainer.Corpus(
                name, features, EvalArticles.truth(child.resolve("truth.jsonl"))));
      }
    }
    return corpora;
  }

  private static void write(Path file, TreeModel model) throws IOException {
    var lines = new ArrayList<String>();
    lines.add("# see MODEL.stories.md");
    lines.addAll(model.lines());
    Files.write(file, lines);
  }
}
