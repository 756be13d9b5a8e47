package dev.annals.cli;

import dev.annals.Settings;
import dev.annals.eval.Evaluation;
import dev.annals.eval.Floors;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Scores Annals on benchmarks. */
@Command(
    name = "eval",
    header = "Scores every benchmark folder below FOLDER, with 95 %% intervals.",
    footer = {
      "",
      "Examples:",
      "  annals eval eval-data",
      "  annals eval eval-data --floors eval/floors.json        fails where a figure fell",
      "  annals eval quotes truth.jsonl output.jsonl            scores lines written before"
    })
final class EvalCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "1..3",
      description = "A folder with benchmarks; or TASK TRUTH OUTPUT.")
  private final List<String> arguments = new ArrayList<>();

  @Option(names = "--floors", paramLabel = "FILE", description = "Figures that must not fall.")
  private @Nullable Path floorsFile;

  @Option(names = "--update-floors", description = "Raises the floors to what is measured.")
  private boolean update;

  @Option(names = "--allow-regression", description = "With --update-floors: lowers them too.")
  private boolean lower;

  @picocli.CommandLine.Spec private picocli.CommandLine.Model.@Nullable CommandSpec spec;

  EvalCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var out = console.writer();
    if (arguments.size() == 3) {
      print(
          Evaluation.score(arguments.get(0), Path.of(arguments.get(1)), Path.of(arguments.get(2))),
          out);
      return CommandLines.DONE;
    }
    Path folder = Path.of(arguments.get(0));
    if (arguments.size() != 1 || !Files.isDirectory(folder)) {
      throw new ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(),
          "a folder is needed, or a task with two files");
    }
    var results = new Evaluation(Settings.defaults()).run(folder, result -> print(result, out));
    if (results.isEmpty()) {
      console.err().println("annals: no benchmark below " + folder);
      return CommandLines.FAILED;
    }
    means(results, out);
    return floors(folder, results);
  }

  /** Mean of the task that has several benchmarks of one document each. */
  private static void means(List<Evaluation.Result> results, PrintWriter out) {
    var topics = results.stream().filter(r -> r.task().equals("timelines")).toList();
    if (topics.size() > 1) {
      double sum = 0;
      for (Evaluation.Result topic : topics) {
        sum += topic.figures().getOrDefault("date_f1", 0.0);
      }
      out.println("timelines, mean of " + Reports.count(topics.size(), "topic"));
      out.println(String.format(Locale.ROOT, "  %-26s %.4f", "date_f1", sum / topics.size()));
      out.flush();
    }
  }

  private int floors(Path folder, List<Evaluation.Result> results) throws IOException {
    if (floorsFile == null && !update) {
      return CommandLines.DONE;
    }
    Path file = floorsFile == null ? Path.of("eval/floors.json") : floorsFile;
    var floors = Floors.of(file);
    if (update) {
      floors.update(results, folder, lower);
      console.err().println("floors written to " + file);
      return CommandLines.DONE;
    }
    if (!floors.belongTo(folder)) {
      console.err().println("the floors belong to other benchmarks: not compared");
      return CommandLines.DONE;
    }
    var fallen = floors.fallen(results);
    fallen.forEach(line -> console.err().println("below the floor: " + line));
    if (fallen.isEmpty()) {
      console.err().println("all figures stand on or above their floors");
    }
    return fallen.isEmpty() ? CommandLines.DONE : CommandLines.FAILED;
  }

  private static void print(Evaluation.Result result, PrintWriter out) {
    out.println(
        result.name() + " (" + result.task() + ", " + result.documents() + " in the truth)");
    for (Map.Entry<String, Double> figure : result.figures().entrySet()) {
      double[] interval = result.intervals().get(figure.getKey());
      out.println(
          String.format(
              Locale.ROOT,
              "  %-26s %.4f%s",
              figure.getKey(),
              figure.getValue(),
              interval == null
                  ? ""
                  : String.format(Locale.ROOT, "   %.4f to %.4f", interval[0], interval[1])));
    }
    if (!result.rejected().isEmpty()) {
      out.println("  " + Reports.count(result.rejected().size(), "document") + " rejected");
    }
    out.flush();
  }
}
