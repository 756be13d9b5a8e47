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
import java.util.function.Consumer;
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

  /** What a command does with its documents. */
  @FunctionalInterface
  interface Work {
    void run(
        Pipeline pipeline,
        List<Path> paths,
        Consumer<Annotated> seen,
        Consumer<Rejection> rejections)
        throws IOException;
  }

  /** Something done with an article that may fail to write. */
  @FunctionalInterface
  interface Step {
    void take(Annotated article) throws IOException;
  }

  /** A step as a consumer; its failure comes out of {@link #run} as it is. */
  static Consumer<Annotated> step(Step step) {
    return article -> {
      try {
        step.take(article);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  List<Path> paths() {
    return paths;
  }

  Settings settings() {
    return new Settings(threads);
  }

  /** Runs, shows progress, lists what was rejected, and gives the exit status. */
  int run(Console console, Work work) throws IOException {
    var progress = new Progress(console);
    var rejections = new ArrayList<Rejection>();
    work.run(new Pipeline(settings()), paths, a -> progress.article(), rejections::add);
    console.out().flush();
    progress.end();
    Reports.rejections(rejections, console.err());
    return progress.articles() == 0 ? CommandLines.FAILED : CommandLines.DONE;
  }
}
