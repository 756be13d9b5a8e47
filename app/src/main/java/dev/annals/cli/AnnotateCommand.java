package dev.annals.cli;

import dev.annals.export.ArticleJson;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints each article with what was found in it. */
@Command(
    name = "annotate",
    header = "Prints each article with the people, quotes, times, claims and changes found in it.",
    footer = {"", "Example:", "  annals annotate week.jsonl | jq -c '.quotes[]'"})
final class AnnotateCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final Documents documents = new Documents();

  AnnotateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return documents.run(
        console,
        (pipeline, paths, seen, rejections) ->
            pipeline.annotate(
                paths,
                console.in(),
                Documents.step(a -> ArticleJson.write(a.article(), a.annotations(), console.out()))
                    .andThen(seen),
                rejections));
  }
}
