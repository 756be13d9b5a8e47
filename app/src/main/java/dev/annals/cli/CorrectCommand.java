package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.record.Correction;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Corrects a record: kept for ever, replayed after every compile, shown and never hidden. */
@Command(
    name = "correct",
    header = "Corrects a record; the correction is kept and replayed after every compile.",
    footer = {
      "",
      "merge    STORY takes in the story TARGET",
      "split    the article TARGET leaves STORY for a story of its own",
      "speaker  the quote with the words TARGET was said by --value, or by nobody known",
      "drop     the statement with the words TARGET goes: an entry, quote, claim, state,",
      "         caption, disagreement, or a name",
      "",
      "Examples:",
      "  annals correct merge ferry-1 ferry-2 --author 'Jo Dunn'",
      "  annals correct speaker ferry-1 'We had no warning' --value 'Berit Lunde' --author jd",
      "  annals correct drop ferry-1 'the harbour: closed' --author jd --note 'another harbour'"
    })
final class CorrectCommand implements Callable<Integer> {

  private final Console console;
  private final InstantSource clock;
  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(index = "0", paramLabel = "KIND", description = "merge, split, speaker or drop.")
  private Correction.Kind kind = Correction.Kind.DROP;

  @Parameters(index = "1", paramLabel = "STORY", description = "Id of a story, or its beginning.")
  private String story = "";

  @Parameters(index = "2", paramLabel = "TARGET", description = "What it applies to.")
  private String target = "";

  @Option(names = "--value", paramLabel = "NAME", description = "The speaker; none for unknown.")
  private @Nullable String value;

  @Option(names = "--author", paramLabel = "NAME", required = true, description = "Who corrects.")
  private String author = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
  private @Nullable String note;

  CorrectCommand(Console console, InstantSource clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = store.openExisting()) {
      String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
      var correction =
          engine.correct(new Correction(now, author, kind, story, target, value, note));
      console.err().println(correction.text());
      return CommandLines.DONE;
    }
  }
}
