package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.search.Hit;
import dev.annals.search.Hits;
import dev.annals.search.SearchFilter;
import dev.annals.text.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Only article, quote, person or story.")
  private @Nullable String kind;

  @Option(names = "--outlet", paramLabel = "NAME", description = "Only of this outlet.")
  private @Nullable String outlet;

  @Option(names = "--language", paramLabel = "TAG", description = "Only in this language.")
  private @Nullable String language;

  @Option(names = "--since", paramLabel = "DAY", description = "Not before this day (2031-03-01).")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "DAY", description = "Not after this day.")
  private @Nullable String until;

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = store.openExisting()) {
      var filter = new SearchFilter(kind, outlet, language, since, until);
      Hits hits = engine.search(String.join(" ", words), filter, 0, most);
      var out = console.writer();
      for (Hit hit : hits.hits()) {
        out.println(head(hit));
        if (!hit.snippet().isBlank()) {
          out.println("  " + StorySummaries.line(marked(hit)));
        }
      }
      facets(out, "kind", hits.kinds());
      facets(out, "outlet", hits.outlets());
      facets(out, "language", hits.languages());
      out.println(hits.total() + " found");
      out.flush();
      return CommandLines.DONE;
    }
  }

  /** The words that match between asterisks. */
  private static String marked(Hit hit) {
    var text = new StringBuilder();
    int at = 0;
    for (Span mark : hit.highlights()) {
      if (mark.start() >= at) {
        text.append(hit.snippet(), at, mark.start()).append('*').append(mark.of(hit.snippet()));
        text.append('*');
        at = mark.end();
      }
    }
    return text.append(hit.snippet().substring(at)).toString();
  }

  private static void facets(PrintWriter out, String name, List<Hits.Count> counts) {
    if (counts.size() > 1) {
      var parts = new ArrayList<String>();
      counts.forEach(c -> parts.add(StorySummaries.line(c.value()) + " " + c.count()));
      out.println(name + ": " + String.join(", ", parts));
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
