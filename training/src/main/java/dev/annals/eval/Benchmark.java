package dev.annals.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A folder with a truth file and the documents it is about.
 *
 * @param name its path below the folder that was asked for: {@code timelines/h1n1}
 * @param task what is measured
 * @param truth the truth file
 * @param documents what Annals reads
 */
record Benchmark(String name, Task task, Path truth, List<Path> documents) {

  Benchmark {
    documents = List.copyOf(documents);
  }

  /** All benchmarks below a folder, by name; folders of other kinds are left out. */
  static List<Benchmark> below(Path folder) throws IOException {
    var truths = new ArrayList<Path>();
    try (var files = Files.walk(folder)) {
      files.filter(Benchmark::isTruth).forEach(truths::add);
    }
    truths.sort(Comparator.comparing(Path::toString));
    var benchmarks = new ArrayList<Benchmark>();
    for (Path truth : truths) {
      Path home = truth.toAbsolutePath().normalize().getParent();
      Path base = folder.toAbsolutePath().normalize();
      String name =
          base.equals(home) ? home.getFileName().toString() : base.relativize(home).toString();
      Task task = Task.of(home.getParent().getFileName() + "/" + home.getFileName());
      if (task != null) {
        benchmarks.add(new Benchmark(name, task, truth, documents(home)));
      }
    }
    return benchmarks;
  }

  private static boolean isTruth(Path file) {
    String name = file.getFileName().toString();
    return name.equals("truth.jsonl") || name.equals("truth.jsonl.gz");
  }

  private static List<Path> documents(Path home) throws IOException {
    var documents = new ArrayList<Path>();
    try (var entries = Files.list(home)) {
      for (Path entry : entries.sorted().toList()) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry) || name.startsWith("articles.jsonl")) {
          documents.add(entry);
        }
      }
    }
    return documents;
  }
}
