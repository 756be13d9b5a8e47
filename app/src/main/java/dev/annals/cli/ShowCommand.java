package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.export.ChangesJson;
import dev.annals.export.RecordJson;
import dev.annals.record.RecordChanges;
import dev.annals.record.StoryRecord;
import dev.annals.store.StorySummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "  annals show --to json | jq '.[].title'",
      "  annals show --since 2031-05-09       what is new since that day, in all records"
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

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = MomentConverter.class,
      description =
          "Only what is new since a day or time (ISO 8601, UTC without offset), as lines or with"
              + " --to json.")
  private @Nullable Instant since;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = store.openExisting()) {
      if (since != null) {
        changes(engine, since);
      } else if (stories.isEmpty()) {
        if (format.equals("json")) {
          all(engine);
        } else {
          for (StorySummary story : engine.stories()) {
            one(engine, story.id());
          }
        }
      } else {
        for (String story : stories) {
          one(engine, story);
        }
      }
      return CommandLines.DONE;
    }
  }

  private void one(Engine engine, String story) throws IOException {
    engine.export(format, story, console.out());
    if (format.equals("markdown")) {
      String changed = VersionChanges.markdown(engine, engine.record(story));
      console.out().write(changed.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void changes(Engine engine, Instant moment) throws IOException {
    var wanted =
        stories.isEmpty() ? engine.stories().stream().map(StorySummary::id).toList() : stories;
    var found = new ArrayList<RecordChanges>();
    for (String story : wanted) {
      var changes = engine.changesSince(story, moment);
      if (!changes.changes().isEmpty()) {
        found.add(changes);
      }
    }
    if (format.equals("json")) {
      ChangesJson.write(found, console.out());
    } else {
      for (RecordChanges changes : found) {
        ChangesJson.writeLines(changes, console.out());
      }
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
