package dev.annals.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long a command takes in a process of its own, started as this one was. */
final class StartUp {

  private static final int TRIES = 3;
  private static final String MAIN = "dev.annals.cli.Main";

  private StartUp() {}

  /** Seconds until the help is printed; 0 where the system does not tell how we were started. */
  static double help() throws IOException {
    return best(List.of("--help"));
  }

  /** Seconds to read three small files into a new store. */
  static double threeFiles(Path folder) throws IOException {
    Path files = Files.createDirectories(folder.resolve("three"));
    for (int i = 0; i < 3; i++) {
      Files.writeString(
          files.resolve("report-" + i + ".txt"),
          "Mayor Ada Okoro said on Monday: “We will rebuild.” The session was postponed, and "
              + (i + 3)
              + " people were taken to hospital.\n");
    }
    double best = 0;
    for (int i = 0; i < TRIES; i++) {
      double seconds =
          run(
              List.of(
                  "read", "--store", folder.resolve("store-" + i).toString(), files.toString()));
      best = best == 0 ? seconds : Math.min(best, seconds);
    }
    return best;
  }

  private static double best(List<String> arguments) throws IOException {
    double best = run(arguments);
    for (int i = 1; i < TRIES; i++) {
      best = Math.min(best, run(arguments));
    }
    return best;
  }

  private static double run(List<String> arguments) throws IOException {
    var info = ProcessHandle.current().info();
    String[] own = info.arguments().orElse(new String[0]);
    int main = List.of(own).indexOf(MAIN);
    if (main < 0 || info.command().isEmpty()) {
      return 0;
    }
    var command = new ArrayList<String>();
    command.add(info.command().get());
    command.add("-XX:TieredStopAtLevel=1"); // as the launcher does for short runs
    command.addAll(List.of(own).subList(0, main + 1));
    command.addAll(arguments);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
