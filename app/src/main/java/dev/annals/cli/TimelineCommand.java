package dev.annals.cli;

import dev.annals.export.RecordJson;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryArticle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
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
    var articles = new ArrayList<StoryArticle>();
    var ids = new HashSet<String>();
    int status =
        documents.annotate(
            console,
            a -> {
              if (ids.add(a.article().id())) {
                articles.add(
                    new StoryArticle(a.article(), a.annotations(), "given on the command line"));
              } else {
                console.err().println("left out, same id as one before: " + a.article().id());
              }
            });
    if (!articles.isEmpty()) {
      RecordJson.writeByImportance(
          new RecordCompiler().compile("timeline", articles), console.out());
    }
    return status;
  }
}
