package dev.annals.article;

import dev.annals.text.TextResources;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The agencies that texts and pictures are credited to, with their other names. */
final class Agencies {

  /** Agencies whose texts other outlets print. */
  private static final Map<String, String> NEWS = load("agencies.en.txt");

  private static final Map<String, String> PICTURES = load("picture-agencies.en.txt");

  private Agencies() {}

  /** The usual name of a news agency, or null when it is none: {@code REUTERS} gives Reuters. */
  static @Nullable String news(String name) {
    return find(NEWS, name);
  }

  /** The usual name of an agency of either kind, or null when it is none. */
  static @Nullable String any(String name) {
    String news = news(name);
    return news != null ? news : find(PICTURES, name);
  }

  private static @Nullable String find(Map<String, String> names, String name) {
    String exact = names.get(name);
    if (exact != null) {
      return exact;
    }
    // names of one capitalised word are also written in capitals: REUTERS, GETTY IMAGES
    return name.length() > 3
            && !hasSmall(name)
            && name.equals(name.toUpperCase(java.util.Locale.ROOT))
        ? names.get(Words.lower(name))
        : null;
  }

  /** Whether a name has a small letter of the plain ones: most have, and need no second look. */
  private static boolean hasSmall(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 'a' && name.charAt(i) <= 'z') {
        return true;
      }
    }
    return false;
  }

  private static Map<String, String> load(String file) {
    var names = new HashMap<String, String>();
    for (String line : TextResources.lines(Agencies.class, file)) {
      int equals = line.indexOf(" = ");
      String name = equals < 0 ? line : line.substring(0, equals);
      add(names, name, name);
      if (equals >= 0) {
        for (String other : line.substring(equals + 3).split(" \\| ")) {
          add(names, other, name);
        }
      }
    }
    return Map.copyOf(names);
  }

  private static void add(Map<String, String> names, String written, String name) {
    names.put(written, name);
    if (written.length() > 3) {
      names.putIfAbsent(Words.lower(written), name);
    }
  }
}
