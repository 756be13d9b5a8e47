package dev.annals.capture;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Names documents after their files. */
final class DocumentNames {

  private static final Set<String> EXTENSIONS =
      Set.of(
          "arc", "atom", "gz", "gzip", "htm", "html", "json", "jsonl", "jsonld", "md", "ndjson",
          "opml", "rss", "text", "txt", "warc", "xhtml", "xml");

  private DocumentNames() {}

  /**
   * The file name without folders and extensions: {@code week.warc.gz} gives {@code week}, {@code
   * www.example.org.html} gives {@code www.example.org}.
   */
  static String of(Path path) {
    Path file = path.getFileName();
    return file == null ? "document" : of(file.toString());
  }

  static String of(String fileName) {
    String name = fileName;
    boolean stripped = false;
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.')) {
      boolean known = EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
      // an extension that nobody knows is still one, but only the last
      if (!known && (stripped || !shortWord(name, dot + 1))) {
        break;
      }
      name = name.substring(0, dot);
      stripped = true;
    }
    return name;
  }

  private static boolean shortWord(String name, int from) {
    if (from == name.length() || name.length() - from > 5) {
      return false;
    }
    return name.chars().skip(from).allMatch(Character::isLetterOrDigit)
        && name.chars().skip(from).anyMatch(Character::isLetter);
  }
}
