package dev.annals;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that reads files into a store, to be killed. */
public final class ReaderProcess {

  private ReaderProcess() {}

  /** Reads a path into a store. */
  public static void main(String[] arguments) throws IOException {
    try (var engine = Engine.open(arguments[0], Settings.defaults())) {
      engine.read(Path.of(arguments[1]));
    }
  }

  static Process start(String store, Path news, Path log) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                ReaderProcess.class.getName(),
                store,
                news.toString()))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.appendTo(log.toFile()))
        .start();
  }
}
