package dev.annals.annotation;

import dev.annals.annotation.Clause.Phrase;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes of things by their head nouns ({@code things.en.txt}) and by the names they bear. */
final class Things {

  private static final Map<String, List<String>> CLASSES = read();

  /** Classes of things with names of their own that do not say what they are. */
  private static final Set<String> NAMED = Set.of("storm", "vehicle");

  private static final String BUILDING = "building";

  private final Tokens tokens;
  private final @Nullable Mention[] mentionOf;

  Things(Tokens tokens, List<Mention> mentions) {
    this.tokens = tokens;
    this.mentionOf = new Mention[tokens.size()];
    for (Mention mention : mentions) {
      for (int i = tokens.at(mention.start());
          i < tokens.size() && tokens.start(i) < mention.end();
          i++) {
        mentionOf[i] = mention;
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

  /**
   * The classes of what a phrase names, most telling first: those of its head, else of the noun
   * before a ship's or a storm's name ("the ferry Sea Finch").
   */
  List<String> classesOf(Phrase phrase) {
    int head = phrase.head();
    if (head + 2 <= phrase.last()) {
      String joined = tokens.lower(head) + '-' + tokens.lower(head + 1);
      List<String> whole = CLASSES.get(joined + '-' + tokens.lower(head + 2));
      if (whole != null) {
        return whole; // "a state of emergency"
      }
    }
    if (Character.isUpperCase(tokens.first(head))) {
      for (int i = head - 1; i >= phrase.first(); i--) {
        List<String> before = CLASSES.getOrDefault(tokens.lower(i), List.of());
        boolean part = Character.isUpperCase(tokens.first(i)) && !isPerson(head);
        for (String name : before) {
          if (NAMED.contains(name) || part && name.equals(BUILDING)) {
            return before; // "the ferry Sea Finch", "the Hotel Adria"
          }
        }
      }
    }
    return classesOf(head);
  }

  /** The classes of what a head noun names, most telling first; empty when unknown. */
  List<String> classesOf(int head) {
    String word = tokens.lower(head);
    Mention mention = mention(head);
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

  /** Whether a token belongs to the name of a person. */
  boolean isPerson(int token) {
    Mention mention = mention(token);
    return mention != null && mention.type() == MentionType.PERSON;
  }

  /** The name that a token belongs to, or null. */
  @Nullable Mention mention(int token) {
    return token < 0 || token >= mentionOf.length ? null : mentionOf[token];
  }
}
