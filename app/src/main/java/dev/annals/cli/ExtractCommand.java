package dev.annals.cli;

import dev.annals.export.ArticleJson;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the clean article of each document. */
@Command(
    name = "extract",
    header = "Prints the clean article of each document as JSON Lines.",
    footer = {"", "Example:", "  annals extract page.html | jq -r .body"})
final class ExtractCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final Documents documents = new Documents();

  ExtractCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return documents.run(
        console,
        (pipeline, paths, seen, rejections) ->
            pipeline.extract(
                paths,
                console.in(),
                Documents.step(a -> ArticleJson.write(a.article(), console.out())).andThen(seen),
                rejections));
  }
}
