package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.export.ChangesJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes everything anew from what was captured. */
@Command(
    name = "recompile",
    header = "Makes articles, findings, stories and records anew from what was captured.",
    footer = {
      "",
      "What changed is printed, story by story: + came, - went.",
      "",
      "Example:",
      "  annals recompile --store news > changes.txt"
    })
final class RecompileCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final StoreOption store = new StoreOption();

  RecompileCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = store.openExisting()) {
      var failed = new ArrayList<IOException>();
      engine.recompile(
          changes -> {
            try {
              ChangesJson.writeLines(changes, console.out());
            } catch (IOException e) {
              failed.add(e);
            }
          });
      if (!failed.isEmpty()) {
        throw failed.get(0);
      }
      console.err().println(Reports.count(engine.stories().size(), "story") + " compiled anew");
      return CommandLines.DONE;
    }
  }
}
