package dev.annals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A package imports only packages above it. */
class PackageOrderTest {

  private static final List<String> ORDER =
      List.of(
          "text",
          "capture",
          "article",
          "annotation",
          "lineage",
          "story",
          "record",
          "store",
          "search",
          "export",
          "");

  private static final Pattern USE = Pattern.compile("\\bdev\\.annals\\.([a-z]+)\\.[A-Z]");
  private static final Path SOURCES = Path.of("src/main/java/dev/annals");

  @Test
  void everyPackageImportsOnlyPackagesAboveIt() throws IOException {
    var wrong = new ArrayList<String>();
    try (var files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String home = SOURCES.relativize(file.getParent()).toString();
        assertThat(ORDER).as("a package that the tour does not list").contains(home);
        var uses = USE.matcher(Files.readString(file));
        while (uses.find()) {
          if (ORDER.indexOf(uses.group(1)) > ORDER.indexOf(home)) {
            wrong.add(file + " uses " + uses.group(1));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
