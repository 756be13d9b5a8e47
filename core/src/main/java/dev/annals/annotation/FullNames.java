package dev.annals.annotation;

import dev.annals.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fullest form of each name of a document. A bare surname takes the person last seen before it
 * with a full name, else the one seen first after it.
 */
final class FullNames {

  private final Map<FoundName, String> full = new HashMap<>();

  FullNames(Tokens tokens, List<FoundName> found) {
    for (int i = 0; i < found.size(); i++) {
      full.put(found.get(i), name(tokens, found, i));
    }
  }

  String of(FoundName name) {
    return full.getOrDefault(name, "");
  }

  private static String name(Tokens tokens, List<FoundName> found, int at) {
    var name = found.get(at);
    String words = words(tokens, name);
    if (name.type() != MentionType.PERSON || name.first() != name.last()) {
      return words;
    }
    for (int i = at - 1; i >= 0; i--) {
      if (isOf(tokens, found.get(i), words)) {
        return words(tokens, found.get(i));
      }
    }
    for (int i = at + 1; i < found.size(); i++) {
      if (isOf(tokens, found.get(i), words)) {
        return words(tokens, found.get(i));
      }
    }
    return words;
  }

  private static boolean isOf(Tokens tokens, FoundName name, String surname) {
    return name.type() == MentionType.PERSON
        && name.last() > name.first()
        && tokens.is(name.last(), surname);
  }

  static String words(Tokens tokens, FoundName name) {
    return tokens.span(name.first(), name.last()).of(tokens.text()).replaceAll("\\s+", " ");
  }
}
