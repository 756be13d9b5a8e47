package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.follow.AlertList;
import dev.annals.store.Alert;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists and changes what webhooks are told of. */
@Command(
    name = "alerts",
    header = "Lists and changes the searches and stories that webhooks are told of.",
    footer = {
      "",
      "Examples:",
      "  annals alerts add --search 'speaker:okoro bridge' --webhook https://desk.example/hook",
      "  annals alerts add --story ferry-1 --webhook https://desk.example/hook --secret ...",
      "  annals alerts remove 4f1d0a9b2c3e"
    })
final class AlertsCommand implements Callable<Integer> {

  private final Console console;
  private final InstantSource clock;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "WHAT",
      description = "list, add or remove (default: list).")
  private String what = "list";

  @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "What to remove.")
  private @Nullable String id;

  @Option(names = "--search", paramLabel = "WORDS", description = "Tell of what matches.")
  private @Nullable String search;

  @Option(names = "--story", paramLabel = "STORY", description = "Tell of its new entries.")
  private @Nullable String story;

  @Option(names = "--webhook", paramLabel = "URL", description = "Where to post.")
  private @Nullable String webhook;

  @Option(
      names = "--secret",
      paramLabel = "TEXT",
      description = "Signs what is posted (default: one is made and printed).")
  private @Nullable String secret;

  AlertsCommand(Console console, InstantSource clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = store.openExisting()) {
      var list = new AlertList(engine, clock);
      var out = console.writer();
      switch (what) {
        case "list" -> list.all().forEach(alert -> print(alert, out));
        case "add" -> {
          String query = search == null ? story : search;
          if (query == null || webhook == null || search != null && story != null) {
            throw new IllegalArgumentException("add needs --webhook and --search or --story");
          }
          Alert alert = list.add(search == null ? "story" : "search", query, webhook, secret);
          out.println(alert.id() + "  secret " + alert.secret());
        }
        case "remove" -> {
          if (id == null || !list.remove(id)) {
            throw new IllegalArgumentException("no such alert: " + id);
          }
        }
        default -> throw new IllegalArgumentException("list, add or remove, not " + what);
      }
      out.flush();
      return CommandLines.DONE;
    }
  }

  private static void print(Alert alert, PrintWriter out) {
    out.println(
        alert.id() + "  " + alert.kind() + " " + alert.query() + "  ->  " + alert.webhook());
    if (alert.failures() > 0) {
      out.println("    " + alert.failures() + " failures in a row: " + alert.error());
    }
  }
}
