package dev.annals.cli;

import dev.annals.Engine;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes everything anew from what was captured. */
@Command(
    name = "recompile",
    header = "Makes articles, findings, stories and records anew from what was captured.",
    footer = {"", "Example:", "  annals recompile --store news"})
final class RecompileCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final StoreOption store = new StoreOption();

  RecompileCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Engine engine = store.openExisting()) {
      engine.recompile();
      console.err().println(Reports.count(engine.stories().size(), "story") + " compiled anew");
      return CommandLines.DONE;
    }
  }
}
