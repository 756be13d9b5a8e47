package dev.annals.made;

import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sentences with gaps and words to fill them, by kind. */
final class Phrasebook {

  private final Map<String, List<String>> entries = new LinkedHashMap<>();

  Phrasebook() {
    for (String line : TextResources.lines(Phrasebook.class, "made-news.en.txt")) {
      int colon = line.indexOf(": ");
      entries
          .computeIfAbsent(line.substring(0, colon), kind -> new ArrayList<>())
          .add(line.substring(colon + 2));
    }
  }

  List<String> all(String kind) {
    List<String> all = entries.get(kind);
    if (all == null) {
      throw new IllegalArgumentException("nothing is known to fill {" + kind + "}");
    }
    return all;
  }

  String any(String kind, Random random) {
    List<String> all = all(kind);
    return all.get(random.nextInt(all.size()));
  }

  /** A word as skewed as words are: few stand often, most seldom. */
  String common(String kind, Random random) {
    List<String> all = all(kind);
    return all.get((int) (all.size() * Math.pow(random.nextDouble(), 1.8)));
  }

  /** A name of some syllables and an ending. */
  String name(String ending, Random random) {
    var name = new StringBuilder(any("part", random));
    if (random.nextInt(3) > 0) {
      name.append(any("part", random));
    }
    name.append(any(ending, random));
    return capital(name.toString());
  }

  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
