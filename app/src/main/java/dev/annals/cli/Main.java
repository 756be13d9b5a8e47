package dev.annals.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/** Starts the command line. */
public final class Main {

  private Main() {}

  /** Runs one command and ends with its exit status. */
  public static void main(String[] arguments) {
    var console =
        new Console(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            System.err,
            System.console() != null);
    System.exit(CommandLines.run(console, arguments));
  }
}
