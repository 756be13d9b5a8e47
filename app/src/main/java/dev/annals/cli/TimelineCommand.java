package dev.annals.cli;

import dev.annals.Stages;
import dev.annals.export.RecordJson;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the record of all documents taken as one story. */
@Command(
    name = "timeline",
    header = "Prints one JSON line: all the articles taken as one story, weightiest entry first.",
    footer = {
      "",
      "Example:",
      "  annals timeline flood/*.html | jq -r '.timeline[:10][] | \"\\(.date) \\(.text)\"'"
    })
final class TimelineCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final Documents documents = new Documents();

  TimelineCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return documents.run(
        console,
        (pipeline, paths, seen, rejections) -> {
          var record = new Stages(pipeline).timeline(paths, console.in(), seen, rejections);
          if (record != null) {
            RecordJson.writeByImportance(record, console.out());
          }
        });
  }
}
