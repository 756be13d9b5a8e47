package dev.annals.cli;

import dev.annals.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies a store while it is in use. */
@Command(
    name = "backup",
    header = "Copies the store to a file, while others go on reading and writing.",
    footer = {
      "",
      "Examples:",
      "  annals backup monday.db",
      "  annals show --store monday.db                  a backup is a store",
      "  annals backup --store jdbc:postgresql://host/news news.db"
    })
final class BackupCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(paramLabel = "FILE", description = "A file that is not there yet.")
  private Path file = Path.of("annals-backup.db");

  BackupCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = store.openExisting()) {
      engine.store().backup(file);
      console.err().println(file + ": " + Files.size(file) / 1024 + " KB");
      return CommandLines.DONE;
    }
  }
}
