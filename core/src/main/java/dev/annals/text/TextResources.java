package dev.annals.text;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the sorted word lists that stand beside the classes: one entry a line, {@code #} starts a
 * comment.
 */
public final class TextResources {

  private TextResources() {}

  /**
   * The entries of a list, without comments and blank lines, in the order of the file.
   *
   * @param owner the class beside which the file stands
   * @param name the file's name: {@code abbreviations.en.txt}
   */
  public static List<String> lines(Class<?> owner, String name) {
    try (var in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(owner.getPackageName() + "/" + name);
      }
      var lines = new ArrayList<String>();
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int comment = line.indexOf('#');
        String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
        if (!entry.isEmpty()) {
          lines.add(entry);
        }
      }
      return List.copyOf(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
