package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.search.Hit;
import dev.annals.search.Hits;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds articles, quotes, people and stories. */
@Command(
    name = "search",
    header = "Finds articles, quotes, people and stories.",
    footer = {
      "",
      "Examples:",
      "  annals search bridge",
      "  annals search 'speaker:okoro bridge'",
      "  annals search 'kind:article outlet:\"Harbour Post\" date:[2031-03-01 TO 2031-03-31]'"
    })
final class SearchCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What to look for.")
  private final List<String> words = new ArrayList<>();

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many to print, 100 at the most (default: 10).")
  private int most = 10;

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = store.openExisting()) {
      Hits hits = engine.search(String.join(" ", words), 0, most);
      var out = new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
      for (Hit hit : hits.hits()) {
        out.println(head(hit));
        if (!hit.snippet().isBlank()) {
          out.println("  " + StorySummaries.line(hit.snippet()));
        }
      }
      out.println(hits.total() + " found");
      out.flush();
      return CommandLines.DONE;
    }
  }

  private static String head(Hit hit) {
    var parts = new ArrayList<String>();
    parts.add(hit.kind());
    parts.add(StorySummaries.line(hit.title()));
    if (hit.outlet() != null) {
      parts.add(StorySummaries.line(hit.outlet()));
    }
    if (hit.date() != null) {
      parts.add(hit.date());
    }
    parts.add(hit.story());
    return String.join(" · ", parts);
  }
}
