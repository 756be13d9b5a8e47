package dev.annals.annotation;

import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classes of things by their head nouns ({@code things.en.txt}) and by the names they bear. */
final class Things {

  private static final Map<String, List<String>> CLASSES = read();

  private final Tokens tokens;
  private final Map<Integer, Mention> mentionOf = new HashMap<>();

  Things(Tokens tokens, List<Mention> mentions) {
    this.tokens = tokens;
    for (Mention mention : mentions) {
      for (int i = tokens.at(mention.start());
          i < tokens.size() && tokens.start(i) < mention.end();
          i++) {
        mentionOf.put(i, mention);
      }
    }
  }

  private static Map<String, List<String>> read() {
    var classes = new HashMap<String, List<String>>();
    for (String line : TextResources.lines(Things.class, "things.en.txt")) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      for (String word : line.substring(colon + 1).strip().split(" ")) {
        classes.computeIfAbsent(word, key -> new ArrayList<>()).add(name);
      }
    }
    return classes;
  }

  /** The classes of what a head noun names, most telling first; empty when unknown. */
  List<String> classesOf(int head) {
    String word = tokens.lower(head);
    Mention mention = mentionOf.get(head);
    var classes = new ArrayList<String>();
    if (mention == null || mention.type() != MentionType.PERSON) {
      classes.addAll(CLASSES.getOrDefault(word, List.of()));
    }
    if (mention != null) {
      switch (mention.type()) {
        case PERSON -> classes.add("person");
        case ORGANIZATION -> classes.add("organization");
        case PLACE -> classes.add("place");
      }
    } else if (!word.isEmpty() && (word.charAt(0) == '@' && word.length() > 1)) {
      classes.add("account");
    }
    return classes;
  }

  /** The name that a token belongs to, or null. */
  @Nullable Mention mention(int token) {
    return mentionOf.get(token);
  }
}
