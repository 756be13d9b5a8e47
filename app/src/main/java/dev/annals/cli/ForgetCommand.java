package dev.annals.cli;

import dev.annals.Engine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes articles for good. */
@Command(
    name = "forget",
    header = "Removes articles with all their versions and captures, for good.",
    footer = {"", "Example:", "  annals forget harbour-post-17"})
final class ForgetCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(paramLabel = "ARTICLE", arity = "1..*", description = "Ids of articles.")
  private final List<String> articles = new ArrayList<>();

  ForgetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = store.openExisting()) {
      for (String article : articles) {
        engine.forget(article);
        console.err().println("forgotten: " + article);
      }
      return CommandLines.DONE;
    }
  }
}
