package dev.annals.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident memory of this process, where the system tells it. */
final class Memory {

  private static final Path STATUS = Path.of("/proc/self/status");

  private Memory() {}

  static double residentMegabytes() {
    return megabytes("VmRSS:");
  }

  static double peakMegabytes() {
    return megabytes("VmHWM:");
  }

  private static double megabytes(String name) {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(name)) {
          String number = line.substring(name.length()).replace("kB", "").strip();
          return Double.parseDouble(number) / 1024;
        }
      }
    } catch (IOException | NumberFormatException e) {
      return 0; // not told
    }
    return 0;
  }
}
