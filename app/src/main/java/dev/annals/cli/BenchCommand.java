package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.ReadListener;
import dev.annals.ReadSummary;
import dev.annals.Settings;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures speed and memory. */
@Command(
    name = "bench",
    header = "Measures articles per second, CPU time per step, and memory.",
    footer = {
      "",
      "The steps are run one after the other on one thread, after a warm-up over the same documents;",
      "then everything is read into a new store in the temporary folder.",
      "",
      "Example:",
      "  annals bench week.jsonl.gz"
    })
final class BenchCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.")
  private final List<Path> paths = new ArrayList<>();

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "500",
      description = "Documents that the steps are measured on (default: 500).")
  private int sample = 500;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Documents worked on at once (default: one per processor).")
  private int threads = Settings.defaults().threads();

  @Option(names = "--json", description = "Prints one JSON line instead of a table.")
  private boolean json;

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    double startUp =
        (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1000.0;
    var steps = new StepTimes(sample);
    if (!steps.measure(paths)) {
      console.err().println("annals: nothing could be read");
      return CommandLines.FAILED;
    }
    Path store = Files.createTempDirectory("annals-bench");
    try {
      print(steps, startUp, endToEnd(store));
    } finally {
      delete(store);
    }
    return CommandLines.DONE;
  }

  private record EndToEnd(ReadSummary summary, double seconds, double cpuSeconds) {}

  private EndToEnd endToEnd(Path store) throws IOException {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    ReadSummary summary;
    try (Engine engine = Engine.open(store.toString(), new Settings(threads))) {
      summary = engine.read(paths, console.in(), ReadListener.NOBODY);
    }
    return new EndToEnd(
        summary, (System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
  }

  private void print(StepTimes steps, double startUp, EndToEnd whole) throws IOException {
    int articles = whole.summary().added() + whole.summary().updated();
    var out = new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
    double rate = articles / whole.seconds();
    double cpuMillis = whole.cpuSeconds() * 1000 / Math.max(1, articles);
    if (json) {
      out.print(
          String.format(
              Locale.ROOT,
              "{\"articles\":%d,\"articlesPerSecond\":%.1f,\"cpuMillisPerArticle\":%.3f,"
                  + "\"threads\":%d,\"stories\":%d,\"peakRssMegabytes\":%.0f,"
                  + "\"startUpSeconds\":%.3f,\"steps\":{",
              articles,
              rate,
              cpuMillis,
              threads,
              whole.summary().stories().size(),
              peakMegabytes(),
              startUp));
      String comma = "";
      for (StepTimes.Step step : steps.steps()) {
        out.print(
            String.format(
                Locale.ROOT,
                "%s\"%s\":{\"cpuMillisPerArticle\":%.4f,\"kilobytesPerArticle\":%.1f}",
                comma,
                step.name(),
                step.cpuMillis(),
                step.kilobytes()));
        comma = ",";
      }
      out.println("}}");
    } else {
      out.println(line("end to end", "articles", articles));
      out.println(line("", "articles/s on " + threads + " threads", rate));
      out.println(line("", "CPU ms per article", cpuMillis));
      out.println(line("", "peak resident memory, MB", peakMegabytes()));
      out.println(line("", "start of the JVM until here, s", startUp));
      out.println();
      out.println("step           CPU ms/article   allocated KB/article");
      for (StepTimes.Step step : steps.steps()) {
        out.println(
            String.format(
                Locale.ROOT,
                "%-14s %14.3f %22.1f",
                step.name(),
                step.cpuMillis(),
                step.kilobytes()));
      }
    }
    out.flush();
  }

  private static String line(String group, String name, double value) {
    return String.format(Locale.ROOT, "%-11s %-34s %10.2f", group, name, value);
  }

  /** Highest resident set of this process; 0 where the system does not tell. */
  private static double peakMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return 0;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
