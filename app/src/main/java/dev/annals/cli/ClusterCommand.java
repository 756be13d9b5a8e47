package dev.annals.cli;

import dev.annals.export.PlacementJson;
import dev.annals.story.FeatureExtractor;
import dev.annals.story.Stories;
import dev.annals.story.StorySettings;
import java.io.IOException;
import java.util.ArrayList;
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
    var ids = new ArrayList<String>();
    var features = new FeatureExtractor();
    var archive = new StoryNotes();
    var stories = new Stories(StorySettings.defaults(), archive);
    int status =
        documents.annotate(
            console,
            a -> {
              ids.add(a.article().id());
              stories.add(features.features(a.article(), a.annotations()));
            });
    stories.settle();
    for (String id : ids) {
      String story = stories.storyOf(id).orElseGet(() -> archive.last(id));
      PlacementJson.write(id, story, console.out());
    }
    return status;
  }
}
