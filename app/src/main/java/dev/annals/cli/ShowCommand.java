package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.export.RecordJson;
import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints records. */
@Command(
    name = "show",
    header = "Prints the record of a story; without STORY of all, in JSON as an array.",
    footer = {
      "",
      "Examples:",
      "  annals show                          all records, for reading",
      "  annals show ferry | less             the story with this in its id or title",
      "  annals show --to json | jq '.[].title'"
    })
final class ShowCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(
      paramLabel = "STORY",
      arity = "0..*",
      description = "Id of a story, its beginning, or words of the title.")
  private final List<String> stories = new ArrayList<>();

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      defaultValue = "markdown",
      description = "markdown (default), json, or any other format of annals export.")
  private String format = "markdown";

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = store.openExisting()) {
      if (stories.isEmpty()) {
        if (format.equals("json")) {
          all(engine);
        } else {
          engine.export(format, console.out());
        }
      } else {
        for (String story : stories) {
          engine.export(format, story, console.out());
        }
      }
      return CommandLines.DONE;
    }
  }

  private void all(Engine engine) throws IOException {
    var records = new ArrayList<StoryRecord>();
    for (var story : engine.stories()) {
      records.add(engine.record(story.id()));
    }
    RecordJson.write(records, console.out());
  }
}
