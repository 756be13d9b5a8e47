package dev.annals.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One record in every format, word for word; {@code -Dgolden.update} writes the files anew, and the
 * difference is what gets reviewed.
 */
class GoldenFilesTest {

  private static final Path FOLDER = Path.of("src/test/resources/fixtures/export/bridge");

  static List<Exporter> exporters() {
    return Exporters.standard().all();
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void theBridgeIsWrittenAsBefore(Exporter exporter) throws IOException {
    var out = new ByteArrayOutputStream();
    exporter.write(BridgeRecord.plain(), BridgeRecord::evidence, out);
    String written =
        exporter.extension().equals("zip")
            ? tables(out.toByteArray())
            : out.toString(StandardCharsets.UTF_8);
    String ending = exporter.extension().equals("zip") ? "txt" : exporter.extension();
    Path file = FOLDER.resolve(exporter.name() + "." + ending);
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, written);
    }
    assertThat(written).isEqualTo(Files.readString(file));
  }

  private static String tables(byte[] archive) throws IOException {
    var text = new StringBuilder();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        text.append("== ").append(entry.getName()).append('\n');
        text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }
}
