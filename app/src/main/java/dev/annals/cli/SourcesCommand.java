package dev.annals.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.follow.FollowSettings;
import dev.annals.follow.SourceJson;
import dev.annals.follow.SourceList;
import dev.annals.store.FollowedSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists and changes what is followed; works while annals follow runs. */
@Command(
    name = "sources",
    header = "Lists and changes what is followed, while it is followed too.",
    footer = {
      "",
      "list     prints the sources with their state (also --to json, --to opml)",
      "add      adds lists of feeds and addresses of feeds, sitemaps or front pages",
      "set      changes what is known of a source: --publisher, --zone, --language, --licence",
      "pause    leaves a source alone; resume takes it up again",
      "remove   removes a source; its articles stay",
      "",
      "Examples:",
      "  annals sources",
      "  annals sources add https://harbour.example/feed.xml --publisher 'Harbour Post' --zone Europe/Oslo",
      "  annals sources pause https://harbour.example/feed.xml",
      "  annals sources list --to opml > feeds.opml"
    })
final class SourcesCommand implements Callable<Integer> {

  private final Console console;
  private final InstantSource clock;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WHAT",
      description = "list, add, set, pause, resume or remove (default: list).")
  private String what = "list";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SOURCE",
      description = "Address or id of a source; for add also FILE.opml.")
  private final List<String> names = new ArrayList<>();

  @Option(names = "--to", paramLabel = "FORMAT", description = "text, json or opml.")
  private String to = "text";

  @Option(names = "--title", paramLabel = "TEXT", description = "What the source is called.")
  private @Nullable String title;

  @Option(
      names = "--publisher",
      paramLabel = "NAME",
      description = "Whose it is, as its articles shall name it.")
  private @Nullable String publisher;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of its dates that state none: Europe/Oslo.")
  private @Nullable String zone;

  @Option(names = "--language", paramLabel = "TAG", description = "Language of its articles: en.")
  private @Nullable String language;

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      description = "A note on what may be done with its texts.")
  private @Nullable String licence;

  SourcesCommand(Console console, InstantSource clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    boolean adding = what.equals("add");
    try (Engine engine = adding ? store.open(Settings.defaults()) : store.openExisting()) {
      var list = new SourceList(engine, FollowSettings.defaults(), clock);
      if (!what.equals("list") && names.isEmpty()) {
        throw new IllegalArgumentException("annals sources " + what + " needs a source");
      }
      switch (what) {
        case "list" -> print(list);
        case "add" -> add(list);
        case "set" -> {
          for (String name : names) {
            list.describe(name, merged(list.find(name)));
          }
        }
        case "pause" -> {
          for (String name : names) {
            list.pause(name);
          }
        }
        case "resume" -> {
          for (String name : names) {
            list.resume(name);
          }
        }
        case "remove" -> {
          for (String name : names) {
            list.remove(name);
          }
        }
        default ->
            throw new IllegalArgumentException(
                "list, add, set, pause, resume or remove, not " + what);
      }
      return CommandLines.DONE;
    }
  }

  private void add(SourceList list) throws IOException {
    var listed = new ArrayList<SourceList.Listed>();
    for (SourceList.Listed one : FollowCommand.listed(names)) {
      var own = one.details();
      listed.add(
          new SourceList.Listed(
              one.address(),
              new SourceList.Details(
                  own.title() == null ? title : own.title(),
                  own.publisher() == null ? publisher : own.publisher(),
                  own.zone() == null ? zone : own.zone(),
                  own.language() == null ? language : own.language(),
                  own.licence() == null ? licence : own.licence())));
    }
    list.addAll(listed);
    console.err().println(Reports.count(list.all().size(), "source"));
  }

  private SourceList.Details merged(FollowedSource source) {
    return new SourceList.Details(
        title == null ? source.title() : title,
        publisher == null ? source.publisher() : publisher,
        zone == null ? source.zone() : zone,
        language == null ? source.language() : language,
        licence == null ? source.licence() : licence);
  }

  private void print(SourceList list) throws IOException {
    var out = console.writer();
    switch (to) {
      case "json" ->
          out.println(new ObjectMapper().writeValueAsString(SourceJson.of(list, list.all())));
      case "opml" -> out.print(list.opml());
      case "text" -> list.all().forEach(source -> print(source, out));
      default -> throw new IllegalArgumentException("text, json or opml, not " + to);
    }
    out.flush();
  }

  private static void print(FollowedSource source, PrintWriter out) {
    out.println(source.id() + "  " + source.url());
    var facts = new ArrayList<String>();
    facts.add(source.state());
    facts.add(Reports.count((int) source.articles(), "article"));
    facts.add("every " + source.gap() / 60_000 + " min");
    facts.add("last success " + time(source.succeededAt()));
    if (source.failures() > 0) {
      facts.add(source.failures() + " failures in a row: " + source.error());
    }
    out.println("    " + String.join(", ", facts));
  }

  private static String time(@Nullable Long at) {
    return at == null
        ? "never"
        : Instant.ofEpochMilli(at).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
