package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.store.Store;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Fills an empty store with a backup. */
@Command(
    name = "restore",
    header = "Fills an empty store with a backup, or with any other store.",
    footer = {
      "",
      "Examples:",
      "  annals restore monday.db --store news",
      "  annals restore news --store jdbc:postgresql://host/news     moves to a server"
    })
final class RestoreCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(paramLabel = "FILE", description = "A backup, or another store.")
  private String from = "";

  RestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Store.exists(from)) {
      throw new IOException(from + ": no store here");
    }
    try (Engine engine = store.open(Settings.defaults())) {
      engine.store().restore(from);
      console.err().println(Reports.count(engine.store().articles(), "article") + " restored");
      return CommandLines.DONE;
    }
  }
}
