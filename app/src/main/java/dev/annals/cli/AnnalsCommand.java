package dev.annals.cli;

import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Command;

/** The command that all others belong to. */
@Command(
    name = "annals",
    mixinStandardHelpOptions = true,
    version = "annals 0.1.0",
    header = "Turns many news reports into one sourced record.",
    description = {
      "",
      "PATH is a file, a folder (walked), or - for standard input. Formats are told by content; any",
      "file may be gzipped. Results go to standard output, all else to standard error.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  annals read examples                    read a folder into the store and print its stories",
      "  annals extract page.html | jq -r .body  the clean text of a web page",
      "  annals annotate - < week.jsonl          people, quotes, times, claims of each article",
      "  annals timeline flood/*.html            one timeline out of many reports",
      "",
      "Exit status: 0 done (rejected documents are listed), 1 nothing could be read, 2 wrong usage."
    })
final class AnnalsCommand {

  /** The commands in the order in which they are listed. */
  static List<Object> commands(Console console) {
    return List.of(
        new ReadCommand(console),
        new ShowCommand(console),
        new ServeCommand(console),
        new FollowCommand(console),
        new SourcesCommand(console, InstantSource.system()),
        new AlertsCommand(console, InstantSource.system()),
        new SearchCommand(console),
        new ExportCommand(console),
        new ExtractCommand(console),
        new AnnotateCommand(console),
        new ClusterCommand(console),
        new TimelineCommand(console),
        new CorrectCommand(console, InstantSource.system()),
        new RecompileCommand(console),
        new ForgetCommand(console),
        new BackupCommand(console),
        new RestoreCommand(console),
        new EvalCommand(console),
        new BenchCommand(console),
        new TrainCommand(console));
  }
}
