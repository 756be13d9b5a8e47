package dev.annals.cli;

import dev.annals.Stages;
import dev.annals.export.PlacementJson;
import dev.annals.story.Placement;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Places articles in stories, in the order given. */
@Command(
    name = "cluster",
    header = "Prints the story of each article, taken as a stream in the order given.",
    footer = {"", "Example:", "  annals cluster week.jsonl | jq -r .story | sort | uniq -c"})
final class ClusterCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final Documents documents = new Documents();

  ClusterCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return documents.run(
        console,
        (pipeline, paths, seen, rejections) -> {
          var placements = new Stages(pipeline).cluster(paths, console.in(), seen, rejections);
          for (Placement placement : placements) {
            PlacementJson.write(placement.article(), placement.story(), console.out());
          }
        });
  }
}
