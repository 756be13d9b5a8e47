package dev.annals.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands and what they share. */
final class CommandLines {

  /** Done, whatever was rejected on the way. */
  static final int DONE = 0;

  /** Nothing could be read, or the surroundings broke. */
  static final int FAILED = 1;

  private CommandLines() {}

  /** Runs a command line and returns its exit status. */
  static int run(Console console, String... arguments) {
    var line = commandLine(console);
    line.setErr(new java.io.PrintWriter(console.err(), true));
    line.setOut(
        new java.io.PrintWriter(
            new java.io.OutputStreamWriter(
                console.out(), java.nio.charset.StandardCharsets.UTF_8)));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, console));
    int status = line.execute(arguments);
    line.getOut().flush();
    try {
      console.out().flush();
    } catch (IOException e) {
      return failed(e, console);
    }
    return status;
  }

  static CommandLine commandLine(Console console) {
    var line = new CommandLine(new AnnalsCommand());
    for (Object command : AnnalsCommand.commands(console)) {
      line.addSubcommand(command);
    }
    for (CommandLine command : line.getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      spec.mixinStandardHelpOptions(true);
    }
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static int failed(Exception e, Console console) {
    Throwable cause = e;
    while (cause instanceof UncheckedIOException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof IOException && message.toLowerCase(Locale.ROOT).contains("broken pipe")) {
      return DONE; // who reads the output has seen enough
    }
    if (cause instanceof IOException || cause instanceof IllegalArgumentException) {
      console.err().println("annals: " + message);
    } else {
      console.err().print("annals: unexpected: ");
      cause.printStackTrace(console.err());
    }
    return FAILED;
  }
}
