package dev.annals.cli;

import dev.annals.Annotated;
import dev.annals.Pipeline;
import dev.annals.Settings;
import dev.annals.capture.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The documents that a stage command reads. */
final class Documents {

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "A file, a folder (walked), or - for standard input.")
  private final List<Path> paths = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Documents worked on at once (default: one per processor).")
  private int threads = Settings.defaults().threads();

  /** What a command does with an article. */
  @FunctionalInterface
  interface Step {
    void take(Annotated article) throws IOException;
  }

  /** The article of each document. */
  int extract(Console console, Step step) throws IOException {
    return run(console, step, false);
  }

  /** The article of each document with what was found in it. */
  int annotate(Console console, Step step) throws IOException {
    return run(console, step, true);
  }

  private int run(Console console, Step step, boolean annotate) throws IOException {
    var pipeline = new Pipeline(new Settings(threads));
    var progress = new Progress(console);
    var rejections = new ArrayList<Rejection>();
    java.util.function.Consumer<Annotated> taken =
        article -> {
          try {
            step.take(article);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          progress.article();
        };
    if (annotate) {
      pipeline.annotate(paths, console.in(), taken, rejections::add);
    } else {
      pipeline.extract(paths, console.in(), taken, rejections::add);
    }
    console.out().flush();
    progress.end();
    Reports.rejections(rejections, console.err());
    return progress.articles() == 0 ? CommandLines.FAILED : CommandLines.DONE;
  }
}
