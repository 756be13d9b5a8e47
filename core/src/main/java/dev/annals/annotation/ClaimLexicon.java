package dev.annals.annotation;

import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words by which claims and disputes are told. Immutable and safe for use by several threads.
 */
final class ClaimLexicon {

  /**
   * Words in a row that dispute something.
   *
   * @param words in lower case
   * @param beside whether they dispute the claim beside them, not what follows
   */
  record Phrase(List<String> words, boolean beside) {}

  static final ClaimLexicon ENGLISH = new ClaimLexicon("en");

  final Set<String> nouns;
  final Set<String> adjectives;
  final Set<String> adverbs;
  final Set<String> verbs;

  /** Verbs that say what somebody is accused of: "accused the board of theft". */
  final Set<String> accusing;

  /** What can be claimed as a noun: "claimed responsibility". */
  final Set<String> things;

  /** Words beside "fraud" that make it the name of an offence. */
  private final Set<String> offences;

  /** Claim nouns that also name things: they make a claim only with "of", "about" or "that". */
  final Set<String> loose;

  final Set<String> negators;

  /** Verbs that press an opinion as often as they state a fact: "insisted". */
  final Set<String> insisting;

  /** Verbs that claim nothing without "that": "charged with theft". */
  final Set<String> withThat;

  /** Words that open what a claim says: "about", "of". */
  final Set<String> contents;

  /** Words by which a claimant is everybody and nobody: "many", "a majority". */
  final Set<String> vague;

  /** Words that open what somebody is accused of: "of", "for". */
  private final Set<String> complements;

  /** What stands before an infinitive. */
  final Set<String> infinitive;

  /** Verbs before an infinitive that is done: "went on to accuse". */
  final Set<String> going;

  /** Auxiliaries that negate a fact and no wish: "did", "could". */
  final Set<String> past;

  private final Set<String> intensifiers;

  /** Contested words with the next one that makes another of them: "lying on". */
  private final Set<String> otherSenses;

  /** Words before a contested one that make it a topic: "to prevent fraud". */
  private final Set<String> warded;

  /** Contested words that are so only beside others: "stole the election". */
  private final Map<String, Set<String>> withWords = new HashMap<>();

  // words between those of a contested proposition, and one more
  private static final int NEAR = 3;

  private final List<List<String>> contested = new ArrayList<>();
  private final Map<String, List<Phrase>> phrases = new HashMap<>();

  private ClaimLexicon(String language) {
    nouns = set("claim-nouns", language);
    adjectives = set("dispute-adjectives", language);
    adverbs = set("dispute-adverbs", language);
    verbs = set("claim-verbs", language);
    accusing = set("accusing-verbs", language);
    things = set("claimed-things", language);
    offences = set("offence-words", language);
    loose = set("loose-claim-nouns", language);
    negators = set("negators", language);
    intensifiers = set("intensifiers", language);
    otherSenses = set("contested-senses", language);
    warded = set("contested-topics", language);
    for (String line : lines("contested-companions", language)) {
      int colon = line.indexOf(':');
      withWords.put(line.substring(0, colon), Set.of(line.substring(colon + 1).strip().split(" ")));
    }
    insisting = set("insisting-verbs", language);
    withThat = set("that-verbs", language);
    contents = set("claim-openings", language);
    vague = set("vague-claimants", language);
    complements = set("accusation-openings", language);
    infinitive = set("infinitive-openings", language);
    going = set("going-on", language);
    past = set("past-auxiliaries", language);
    for (String line : lines("contested", language)) {
      contested.add(List.of(line.split(" ")));
    }
    for (String line : lines("dispute-phrases", language)) {
      boolean beside = line.startsWith("~");
      List<String> words = List.of((beside ? line.substring(1) : line).split(" "));
      phrases.computeIfAbsent(words.get(0), w -> new ArrayList<>()).add(new Phrase(words, beside));
    }
  }

  private static Set<String> set(String name, String language) {
    return new HashSet<>(lines(name, language));
  }

  private static List<String> lines(String name, String language) {
    return TextResources.lines(ClaimLexicon.class, name + "." + language + ".txt");
  }

  /** Whether anything that disputes may begin with a lower-case word. */
  boolean opensDispute(String word) {
    return phrases.containsKey(word) || adjectives.contains(word) || adverbs.contains(word);
  }

  /** The longest dispute phrase that begins at a token, or null. */
  @Nullable Phrase phrase(Tokens tokens, int at, String word) {
    Phrase longest = null;
    for (Phrase phrase : phrases.getOrDefault(word, List.of())) {
      if ((longest == null || phrase.words().size() > longest.words().size())
          && stands(tokens, at, phrase.words())) {
        longest = phrase;
      }
    }
    return longest;
  }

  private static boolean stands(Tokens tokens, int at, List<String> words) {
    if (at + words.size() > tokens.size()) {
      return false;
    }
    for (int i = 1; i < words.size(); i++) {
      if (!words.get(i).equals(tokens.lower(at + i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether an accusation says of what: "accused the board of theft". */
  boolean says(Tokens tokens, int first, int last) {
    for (int t = first; t < last && t < tokens.size(); t++) {
      if (complements.contains(tokens.lower(t))) {
        return true;
      }
    }
    return false;
  }

  /** "Charged with wire fraud", "a fraud case": an offence, and no contested proposition. */
  private boolean isLegal(List<String> words, int at) {
    boolean kind = at > 0 && offences.contains(words.get(at - 1));
    return kind
        || at + 1 < words.size()
            && (nouns.contains(words.get(at + 1)) || offences.contains(words.get(at + 1)));
  }

  /** "Lying on the floor", "stole food", "to prevent fraud": another sense, or only a topic. */
  private boolean isMeant(List<String> words, String word, int at) {
    if (at + 1 < words.size() && otherSenses.contains(word + ' ' + words.get(at + 1))
        || at > 0 && (warded.contains(words.get(at - 1)))) {
      return false;
    }
    Set<String> companions = withWords.get(word);
    return companions == null || words.stream().anyMatch(companions::contains);
  }

  /** Whether a word opens what somebody is accused of: "a man accused of theft" accuses nobody. */
  boolean opens(String word) {
    return complements.contains(word);
  }

  /** Whose a claim noun is: the name with a possessive mark before it, or null. */
  static @Nullable String owner(Tokens tokens, Tags tags, List<Mention> mentions, int noun) {
    for (int i = noun - 1; i >= 0 && i >= noun - 3; i--) {
      if (tags.part(i) == PartOfSpeech.POS) {
        for (Mention mention : mentions) {
          if (mention.end() == tokens.start(i) && mention.type() != MentionType.PLACE) {
            return mention.name();
          }
        }
      }
    }
    return null;
  }

  /** Where words stand in order, close together, or -1. */
  private static int place(List<String> words, List<String> needed) {
    for (int at = 0; at < words.size(); at++) {
      if (words.get(at).equals(needed.get(0))) {
        int next = at;
        int found = 1;
        for (int i = at + 1; i <= next + NEAR && i < words.size() && found < needed.size(); i++) {
          if (words.get(i).equals(needed.get(found))) {
            found++;
            next = i;
          }
        }
        if (found == needed.size()) {
          return at;
        }
      }
    }
    return -1;
  }

  /** Whether the tokens state a contested proposition: 1 for yes, -1 when it is negated, else 0. */
  int contested(Tokens tokens, int from, int to) {
    var words = new ArrayList<String>();
    boolean negated = false;
    for (int t = from; t < to; t++) {
      String word = tokens.lower(t);
      words.add(word);
    }
    for (List<String> needed : contested) {
      int at = place(words, needed);
      if (at >= 0 && !isLegal(words, at) && isMeant(words, needed.get(0), at)) {
        for (int i = Math.max(0, at - 4); i < at; i++) {
          negated |= negators.contains(words.get(i));
        }
        for (int i = Math.max(0, at - 2); i < at; i++) {
          if (intensifiers.contains(words.get(i))) {
            negated = false; // "never so many lies"
          }
        }
        return negated ? -1 : 1;
      }
    }
    return 0;
  }
}
