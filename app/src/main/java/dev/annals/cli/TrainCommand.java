package dev.annals.cli;

import dev.annals.annotation.NameTrainer;
import dev.annals.annotation.QuoteTrainer;
import dev.annals.article.ExtractionTrainer;
import dev.annals.record.EntryTrainer;
import dev.annals.story.StoryTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains what Annals has learnt. */
@Command(
    name = "train",
    header = "Trains a model: names, quotes, stories, entries or extraction.",
    footer = {
      "",
      "What each trainer reads is said beside its model, in MODEL files under src/main/resources.",
      "",
      "Example:",
      "  annals train names eval-data --out core/src/main/resources/dev/annals/annotation",
      "  annals train extraction eval-data --cross-validate"
    })
final class TrainCommand implements Callable<Integer> {

  enum Model {
    NAMES,
    QUOTES,
    STORIES,
    ENTRIES,
    EXTRACTION
  }

  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "names, quotes, stories, entries or extraction.")
  private Model model = Model.NAMES;

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Training data.")
  private Path folder = Path.of("");

  @Option(names = "--out", paramLabel = "DIR", description = "Where the model is written.")
  private @Nullable Path out;

  @Option(
      names = "--cross-validate",
      description =
          "Only print how good it is on sites or stories that it has not seen; not for names and"
              + " quotes, writes nothing.")
  private boolean crossValidate;

  @Spec private @Nullable CommandSpec spec;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (crossValidate && model == Model.EXTRACTION) {
      new ExtractionTrainer(console.err()).crossValidate(folder);
      return CommandLines.DONE;
    }
    if (crossValidate && model == Model.STORIES) {
      new StoryTrainer().crossValidate(folder).forEach(console.err()::println);
      return CommandLines.DONE;
    }
    if (crossValidate && model == Model.ENTRIES) {
      new EntryTrainer(console.err()).crossValidate(folder);
      return CommandLines.DONE;
    }
    if (out == null || crossValidate) {
      String message =
          out == null ? "--out is missing" : "--cross-validate is not for names and quotes";
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
    Files.createDirectories(out);
    switch (model) {
      case NAMES -> new NameTrainer().train(folder, out);
      case QUOTES -> {
        Path quotes = folder.resolve("quotes-train");
        new QuoteTrainer()
            .train(Files.isDirectory(quotes) ? quotes : folder, out.resolve("quotes.en.model"));
      }
      case STORIES -> new StoryTrainer().train(folder, out);
      case ENTRIES -> new EntryTrainer(console.err()).train(folder, out);
      case EXTRACTION ->
          new ExtractionTrainer(console.err()).train(folder, out.resolve("blocks.model"));
    }
    console.err().println("written to " + out);
    return CommandLines.DONE;
  }
}
