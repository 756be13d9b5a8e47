package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.ReadListener;
import dev.annals.ReadSummary;
import dev.annals.Settings;
import dev.annals.store.StorySummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job: documents into the store, articles into stories, stories into records. */
@Command(
    name = "read",
    header = "Reads documents into the store and prints a summary of each story they change.",
    footer = {
      "",
      "Examples:",
      "  annals read examples",
      "  annals read --store news week.warc.gz feeds/",
      "  curl -s https://harbour.example/feed.xml | annals read -"
    })
final class ReadCommand implements Callable<Integer> {

  /** More summaries than this are not read by anybody. */
  private static final int SUMMARIES = 20;

  private final Console console;
  @Mixin private final StoreOption store = new StoreOption();

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

  ReadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = store.open(new Settings(threads))) {
      var progress = new Progress(console);
      ReadSummary summary = engine.read(paths, console.in(), listener(progress));
      progress.end();
      Reports.rejections(summary.rejected(), console.err());
      print(engine, summary);
      return summary.anything() ? CommandLines.DONE : CommandLines.FAILED;
    }
  }

  private static ReadListener listener(Progress progress) {
    return new ReadListener() {
      @Override
      public void document(int added, int updated, int unchanged) {
        progress.article();
      }

      @Override
      public void compiling() {
        progress.note("compiling records …");
      }
    };
  }

  private void print(Engine engine, ReadSummary summary) {
    var out = console.writer();
    if (summary.added() + summary.updated() == 0 && summary.stories().isEmpty()) {
      if (summary.unchanged() > 0) {
        out.println(
            "Nothing new: "
                + Reports.count(summary.unchanged(), "document")
                + " read before, the store is as it was.");
      }
    } else {
      out.println(counts(summary));
      var shown = summary.stories().subList(0, Math.min(SUMMARIES, summary.stories().size()));
      for (StorySummary story : shown) {
        out.println();
        StorySummaries.print(engine.record(story.id()), out);
      }
      int rest = summary.stories().size() - shown.size();
      if (rest > 0) {
        out.println();
        out.println("… and " + Reports.count(rest, "story") + " more: annals show");
      }
    }
    out.flush();
  }

  private static String counts(ReadSummary summary) {
    var parts = new ArrayList<String>();
    if (summary.added() > 0) {
      parts.add(Reports.count(summary.added(), "new article"));
    }
    if (summary.updated() > 0) {
      parts.add(Reports.count(summary.updated(), "new version"));
    }
    if (summary.unchanged() > 0) {
      parts.add(summary.unchanged() + " unchanged");
    }
    if (parts.isEmpty()) {
      parts.add("nothing new");
    }
    return String.join(", ", parts)
        + "; "
        + Reports.count(summary.stories().size(), "story")
        + " changed";
  }
}
