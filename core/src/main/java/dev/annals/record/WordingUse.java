package dev.annals.record;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Mention;
import dev.annals.article.Role;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A word of {@code wording.en.txt} where an article uses it.
 *
 * @param kind its class
 * @param word the form under which its other forms are counted
 * @param neutral whether outlets of all views use it
 * @param named whether words of its class mean the same only where the same name stands beside them
 * @param actor names beside it, cut short so that "Norra" and "Norran" are one
 * @param names names in its sentence
 */
record WordingUse(
    String kind,
    String word,
    boolean neutral,
    boolean named,
    Set<String> actor,
    Set<String> names,
    int sentence,
    int start,
    int end) {

  /** A word's class, and the form under which its other forms are counted. */
  record Choice(String kind, String word, boolean neutral, boolean named) {}

  /** Any form of a word, in lower case. */
  private static final Map<String, Choice> CHOICES = choices();

  /** Nouns that make a mere attribute of a word before them: "rebel leader". */
  private static final Set<String> HEADS =
      Set.copyOf(TextResources.lines(WordingUse.class, "headed-nouns.en.txt"));

  private static final Set<String> OF =
      Set.copyOf(TextResources.lines(WordingUse.class, "owner-prepositions.en.txt"));

  private static final Set<String> TITLES = titles();

  private static final Set<String> DAYS = days();

  // names before the word, and words from "of" to the last name behind it
  private static final int REACH = 4;
  private static final int STEM = 4;

  WordingUse {
    actor = Collections.unmodifiableSet(new TreeSet<>(actor));
    names = Collections.unmodifiableSet(new TreeSet<>(names));
  }

  /** The class of a word in lower case, or null. */
  static @Nullable Choice choice(String word) {
    return CHOICES.get(word);
  }

  private static Map<String, Choice> choices() {
    var choices = new HashMap<String, Choice>();
    for (String line : TextResources.lines(WordingUse.class, "wording.en.txt")) {
      int colon = line.indexOf(':');
      int bar = line.indexOf('|');
      boolean named = line.charAt(0) == '!';
      String kind = line.substring(named ? 1 : 0, colon).strip();
      read(kind, line.substring(colon + 1, bar), true, named, choices);
      read(kind, line.substring(bar + 1), false, named, choices);
    }
    return Map.copyOf(choices);
  }

  private static Set<String> titles() {
    var titles = new HashSet<String>();
    titles.addAll(TextResources.lines(Annotations.class, "honorifics.en.txt"));
    titles.addAll(TextResources.lines(Annotations.class, "role-nouns.en.txt"));
    var plain = new HashSet<String>();
    for (String title : titles) {
      plain.add(title.toLowerCase(Locale.ROOT).replace(".", ""));
    }
    return Set.copyOf(plain);
  }

  private static Set<String> days() {
    var days = new HashSet<String>();
    for (String line : TextResources.lines(Annotations.class, "weekdays.en.txt")) {
      days.add(line.split(" ")[0].toLowerCase(Locale.ROOT));
    }
    return Set.copyOf(days);
  }

  private static void read(
      String kind, String words, boolean neutral, boolean named, Map<String, Choice> choices) {
    for (String word : words.split(",")) {
      String[] forms = word.strip().split(" ");
      for (String form : forms) {
        choices.put(form, new Choice(kind, forms[0], neutral, named));
      }
    }
  }

  /** The words of an article that belong to a class. */
  static List<WordingUse> of(ArticleParts article) {
    var uses = new ArrayList<WordingUse>();
    Tokens tokens = article.tokens();
    for (int t = 0; t < tokens.size(); t++) {
      Choice choice = Character.isLetter(tokens.first(t)) ? StoryWord.of(tokens, t).choice() : null;
      if (choice == null || isInName(tokens, t)) {
        continue;
      }
      boolean attribute =
          !choice.named()
              && t + 1 < tokens.size()
              && (HEADS.contains(tokens.lower(t + 1))
                  || isCapital(tokens, t + 1) && tokens.sentence(t + 1) == tokens.sentence(t));
      Role role = StoryContext.roleAt(article.article().article(), tokens.start(t));
      if (!attribute && (role.isBody() || role == Role.CAPTION || role == Role.STANDFIRST)) {
        int sentence = tokens.sentence(t);
        uses.add(
            new WordingUse(
                choice.kind(),
                choice.word(),
                choice.neutral(),
                choice.named(),
                actor(article, tokens, t),
                names(tokens, sentence),
                sentence,
                tokens.start(t),
                tokens.end(t)));
      }
    }
    return List.copyOf(uses);
  }

  /** "Food and Drug Administration": a capital in the middle of a sentence. */
  private static boolean isInName(Tokens tokens, int t) {
    return isCapital(tokens, t)
        && t > 0
        && tokens.sentence(t - 1) == tokens.sentence(t)
        && Character.isLetterOrDigit(tokens.first(t - 1));
  }

  private static boolean isCapital(Tokens tokens, int t) {
    return Character.isUpperCase(tokens.first(t));
  }

  /** "The Norran government", "the government of President Lund", "Lund's regime". */
  private static Set<String> actor(ArticleParts article, Tokens tokens, int t) {
    var actor = new TreeSet<String>();
    int sentence = tokens.sentence(t);
    int first = tokens.sentenceFirst(sentence);
    for (int i = t - 1; i > first && i >= t - REACH; i--) {
      if (isCapital(tokens, i)) {
        add(actor, tokens.word(i));
        break; // "Syrian Kurdish fighters": the nearest name says whose they are
      }
      if (Character.isLetter(tokens.first(i))) {
        break;
      }
    }
    // at the start of a sentence all words have capitals
    if (t - 1 == first && isName(article, tokens.start(first))) {
      add(actor, tokens.word(first));
    }
    int end = tokens.sentenceEnd(sentence);
    if (t + 1 < end && OF.contains(tokens.lower(t + 1))) {
      boolean name = false;
      for (int i = t + 2; i < end && i <= t + 2 + REACH; i++) {
        if (isCapital(tokens, i)) {
          add(actor, tokens.word(i));
          name = true;
        } else if (name || !Character.isLetter(tokens.first(i))) {
          break;
        }
      }
    }
    return actor;
  }

  private static boolean isName(ArticleParts article, int start) {
    for (Mention mention : article.article().annotations().mentions()) {
      if (mention.start() == start) {
        return true;
      }
    }
    return false;
  }

  private static void add(Set<String> actor, String word) {
    String whole = word.toLowerCase(Locale.ROOT).replace(".", "");
    int hyphen = whole.indexOf('-');
    String lower = hyphen > 0 && hyphen < STEM ? whole.substring(hyphen + 1) : whole;
    if (lower.length() > 1 && !TITLES.contains(lower)) {
      actor.add(lower.length() > STEM ? lower.substring(0, STEM) : lower);
    }
  }

  /** Words with a capital in the middle of a sentence, days aside. */
  private static Set<String> names(Tokens tokens, int sentence) {
    var names = new TreeSet<String>();
    for (int i = tokens.sentenceFirst(sentence) + 1; i < tokens.sentenceEnd(sentence); i++) {
      if (isCapital(tokens, i) && !DAYS.contains(tokens.lower(i))) {
        add(names, tokens.word(i));
      }
    }
    return names;
  }
}
