package dev.annals.bench;

import dev.annals.Settings;
import dev.annals.made.MadeFiles;
import dev.annals.made.MadeNews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One measurement: the whole first, for its memory counts, then step by step. */
public final class Bench {

  /** Enough for the compilers to have seen what is hot. */
  private static final int WARM_UP = 400;

  private static final long SEED = 7;

  private final Settings settings;
  private final Path folder;

  /**
   * A measurement.
   *
   * @param folder for stores, emptied by the caller
   */
  public Bench(Settings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /** Makes news up and gives the file; as pages of a web archive or as JSON Lines. */
  public Path make(int articles, boolean pages) throws IOException {
    var news = new MadeNews(SEED, Math.max(50, Math.min(6_000, articles / 50)));
    Path file = folder.resolve(pages ? "made.warc" : "made.jsonl");
    if (pages) {
      MadeFiles.warc(file, news, articles);
    } else {
      MadeFiles.jsonLines(file, news, articles);
    }
    return file;
  }

  /**
   * Measures.
   *
   * @param sample documents for the steps
   * @param whole whether to read everything too
   * @return null when nothing could be read
   */
  public @Nullable SpeedReport measure(String what, List<Path> paths, int sample, boolean whole)
      throws IOException {
    WholeRun.Result result = null;
    double help = 0;
    double threeFiles = 0;
    if (whole) {
      Path warm = Files.createDirectories(folder.resolve("warm"));
      new WholeRun()
          .run(
              List.of(new Bench(settings, warm).make(WARM_UP, false)),
              warm.resolve("store"),
              settings);
      result = new WholeRun().run(paths, folder.resolve("whole"), settings);
      help = StartUp.help();
      threeFiles = StartUp.threeFiles(folder);
    }
    var steps = new StepTimes(sample);
    if (!steps.measure(paths, folder.resolve("steps"))) {
      return null;
    }
    return new SpeedReport(
        what, settings.threads(), result, steps.steps(), steps.articles(), help, threeFiles);
  }
}
