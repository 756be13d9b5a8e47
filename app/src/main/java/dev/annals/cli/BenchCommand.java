package dev.annals.cli;

import dev.annals.Settings;
import dev.annals.bench.Bench;
import dev.annals.bench.BenchReports;
import dev.annals.bench.SpeedFloors;
import dev.annals.bench.SpeedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures speed and memory. */
@Command(
    name = "bench",
    header = "Measures articles per second, CPU time per step, and memory.",
    footer = {
      "",
      "Everything is read into a new store in the temporary folder, after a warm-up over made-up",
      "news; then the steps are run one after the other on one thread, beside Lucene indexing the",
      "same texts and jsoup parsing the same pages.",
      "",
      "Examples:",
      "  annals bench week.jsonl.gz",
      "  annals bench --made 100000 --html speed.html       news made up as it goes",
      "  annals bench --made 300 --steps --floors eval/speed.json"
    })
final class BenchCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files or folders.")
  private final List<Path> paths = new ArrayList<>();

  @Option(
      names = "--made",
      paramLabel = "N",
      description = "In place of files: N made-up articles of 800 words.")
  private int made;

  @Option(names = "--pages", description = "With --made: as web pages in a WARC.")
  private boolean pages;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "500",
      description = "Documents that the steps are measured on (default: 500).")
  private int sample = 500;

  @Option(names = "--steps", description = "The steps only.")
  private boolean steps;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Documents worked on at once (default: one per processor).")
  private int threads = Settings.defaults().threads();

  @Option(names = "--json", description = "Prints one JSON line instead of tables.")
  private boolean json;

  @Option(names = "--html", paramLabel = "FILE", description = "Writes a page with charts too.")
  private @Nullable Path html;

  @Option(names = "--floors", paramLabel = "FILE", description = "Ratios that must not fall.")
  private @Nullable Path floors;

  @Spec private @Nullable CommandSpec spec;

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (paths.isEmpty() == (made <= 0)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "files to read, or --made, are needed");
    }
    Path folder = Files.createTempDirectory("annals-bench");
    try {
      var bench = new Bench(new Settings(threads), folder);
      List<Path> files = made > 0 ? List.of(bench.make(made, pages)) : paths;
      SpeedReport report = bench.measure(what(), files, sample, !steps);
      if (report == null) {
        console.err().println("annals: nothing could be read");
        return CommandLines.FAILED;
      }
      if (json) {
        BenchReports.json(report, console.out());
      } else {
        BenchReports.print(report, console.out());
      }
      if (html != null) {
        Files.writeString(html, BenchReports.page(report));
      }
      return held(report);
    } finally {
      delete(folder);
    }
  }

  private String what() {
    return made > 0
        ? made + " made-up articles as " + (pages ? "web pages in a WARC" : "JSON Lines")
        : paths.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  private int held(SpeedReport report) throws IOException {
    if (floors == null) {
      return CommandLines.DONE;
    }
    List<String> fallen = SpeedFloors.of(floors).fallen(report.ratios());
    fallen.forEach(line -> console.err().println("below the floor: " + line));
    if (fallen.isEmpty()) {
      console.err().println("all ratios stand on or above their floors");
    }
    return fallen.isEmpty() ? CommandLines.DONE : CommandLines.FAILED;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
