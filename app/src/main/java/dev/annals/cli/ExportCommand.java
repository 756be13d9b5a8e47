package dev.annals.cli;

import dev.annals.Engine;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes one story in an exchange format. */
@Command(
    name = "export",
    header = "Writes one story in an exchange format.",
    footer = {
      "",
      "Formats are listed in docs/formats.md; a wrong name prints them.",
      "",
      "Example:",
      "  annals export ferry --to csv > ferry.zip"
    })
final class ExportCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(paramLabel = "STORY", description = "Id of a story, or the beginning of one.")
  private String story = "";

  @Option(names = "--to", paramLabel = "FORMAT", required = true, description = "The format.")
  private String format = "";

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = store.openExisting()) {
      engine.export(format, story, console.out());
      return CommandLines.DONE;
    }
  }
}
