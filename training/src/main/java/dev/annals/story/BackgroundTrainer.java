package dev.annals.story;

import dev.annals.annotation.Annotations;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Counts in how many articles of a collection each word stands. */
final class BackgroundTrainer {

  /** Words in fewer articles are as rare as unknown ones. */
  private static final int LEAST = 6;

  private BackgroundTrainer() {}

  static void train(Path articles, Path out) throws IOException {
    var extractor = new FeatureExtractor();
    var counts = new HashMap<Integer, Integer>();
    int read = 0;
    for (var article : EvalArticles.read(articles)) {
      var features = extractor.features(article, Annotations.NONE);
      for (String word : features.body().words()) {
        counts.merge(Hashing.of(word), 1, Integer::sum);
      }
      read++;
    }
    counts.values().removeIf(count -> count < LEAST);
    write(new TreeMap<>(counts), read, out);
  }

  private static void write(TreeMap<Integer, Integer> counts, int articles, Path out)
      throws IOException {
    try (var data =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(out))))) {
      data.writeInt(counts.size());
      for (var entry : counts.entrySet()) {
        data.writeInt(entry.getKey());
        double share = (double) entry.getValue() / articles;
        data.writeByte(
            (int) Math.min(255, Math.round(-Math.log(share) / BackgroundFrequencies.STEP)));
      }
    }
  }

  /** The file of articles of a folder. */
  static Path articlesOf(Path folder) throws IOException {
    for (String name : List.of("articles.jsonl.gz", "articles.jsonl")) {
      if (Files.exists(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    throw new IOException("no articles.jsonl.gz in " + folder);
  }
}
