package dev.annals.cli;

import dev.annals.Engine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes articles for good. */
@Command(
    name = "forget",
    header = "Removes articles with all their versions and captures, for good.",
    footer = {
      "",
      "Examples:",
      "  annals forget harbour-post-17",
      "  annals forget --person 'Ilse Varn'"
    })
final class ForgetCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final StoreOption store = new StoreOption();

  @Option(
      names = "--person",
      paramLabel = "NAME",
      description =
          "Takes the whole name, and in documents that have it the last name alone, out of"
              + " everything kept and everything read later.")
  private @Nullable String person;

  @Parameters(paramLabel = "ARTICLE", arity = "0..*", description = "Ids of articles.")
  private final List<String> articles = new ArrayList<>();

  ForgetCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (person == null && articles.isEmpty()) {
      throw new IllegalArgumentException("name an article, or a person with --person");
    }
    try (Engine engine = store.openExisting()) {
      if (person != null) {
        engine.forgetPerson(person);
        console.err().println("forgotten: a person");
      }
      for (String article : articles) {
        engine.forget(article);
        console.err().println("forgotten: " + article);
      }
      return CommandLines.DONE;
    }
  }
}
