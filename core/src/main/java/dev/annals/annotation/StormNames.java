package dev.annals.annotation;

import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes out the names of storms: "Hurricane Ada" is no person, and "Ada" in the same report. */
final class StormNames {

  private static final Set<String> STORMS =
      Set.copyOf(TextResources.lines(StormNames.class, "storm-words.en.txt"));

  private StormNames() {}

  static void remove(Tokens tokens, List<FoundName> found) {
    var storms = new HashSet<String>();
    for (int i = 1; i < tokens.size(); i++) {
      if (Character.isUpperCase(tokens.first(i))
          && STORMS.contains(tokens.word(i - 1))
          && tokens.sentence(i - 1) == tokens.sentence(i)) {
        storms.add(tokens.word(i));
      }
    }
    if (!storms.isEmpty()) {
      found.removeIf(name -> isStorm(tokens, name, storms));
    }
  }

  private static boolean isStorm(Tokens tokens, FoundName name, Set<String> storms) {
    int first = STORMS.contains(tokens.word(name.first())) ? name.first() + 1 : name.first();
    return first >= name.last()
        && storms.contains(tokens.word(name.last()))
        && !isTown(tokens, name.last());
  }

  /** "Florence, South Carolina". */
  private static boolean isTown(Tokens tokens, int last) {
    return last + 2 < tokens.size()
        && tokens.is(last + 1, ",")
        && Character.isUpperCase(tokens.first(last + 2))
        && tokens.sentence(last) == tokens.sentence(last + 2);
  }
}
