package dev.annals.annotation;

import dev.annals.text.Span;
import dev.annals.text.TextResources;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clauses in which a verb of speech stands and after which nothing is said: "the rules that Okoro
 * announced …", "what Okoro has been saying …", "when she tells the truth, …", "nobody can say …".
 */
final class UnsaidClauses {

  private static final Set<String> NOBODY =
      Set.copyOf(TextResources.lines(UnsaidClauses.class, "nobody.en.txt"));

  private static final Set<String> TIMES =
      Set.copyOf(TextResources.lines(UnsaidClauses.class, "time-nouns.en.txt"));

  /** "As Okoro noted in a letter, it was": the clause tells what she said. */
  private static final Set<String> AS =
      Set.copyOf(TextResources.lines(UnsaidClauses.class, "calling-links.en.txt"));

  /** Tokens between a verb and the word that opens its clause. */
  private static final int REACH = 12;

  private final QuoteScene scene;

  UnsaidClauses(QuoteScene scene) {
    this.scene = scene;
  }

  /** Whether what stands after, or round, a cue is not what its source said. */
  boolean holds(int cue, @Nullable NounPhrase source, Span content) {
    int first = scene.tokens.at(content.start());
    int last = scene.tokens.at(content.end() - 1);
    if (source == null) {
      return false;
    }
    return NOBODY.contains(
            scene
                .tokens
                .span(source.first(), source.last())
                .of(scene.tokens.text())
                .toLowerCase(Locale.ROOT))
        || first <= cue && cue <= last && last <= Math.max(source.last(), cue) + 1
        || source.last() < cue && first > cue && isRelative(cue, source, first)
        || isOver(cue, first);
  }

  /** "The rules Okoro announced", "the topics that Okoro named", "what Okoro has been saying". */
  private boolean isRelative(int cue, NounPhrase source, int first) {
    int before = source.first() - 1;
    if (source.kind() == NounPhrase.Kind.RELATIVE) {
      return false;
    }
    while (before > 0 && isTitle(before)) {
      before--;
    }
    if (before < 1 || scene.tokens.sentence(before) != scene.tokens.sentence(cue)) {
      return false;
    }
    if (scene.part(before) == PartOfSpeech.WP) {
      return true;
    }
    boolean that = Connectives.isRelative(scene.tokens.lower(before));
    int noun = that ? before - 1 : before;
    PartOfSpeech part = scene.part(noun);
    boolean named = part == PartOfSpeech.NNS || that && part == PartOfSpeech.NN;
    if (!named
        || RoleWords.isCalendar(scene.tokens.word(noun))
        || TIMES.contains(scene.tokens.lower(noun))) {
      return false;
    }
    if (that && isReported(noun)) {
      return false; // "told the paper that Okoro said"
    }
    // "the rules that Okoro said would fail" tells what she said
    return !scene.part(first).isFinite();
  }

  /** Whether a verb of speech stands before in the sentence. */
  private boolean isReported(int token) {
    for (int t = token - 1; t >= 0 && t > token - 2 * REACH; t--) {
      if (scene.tokens.sentence(t) != scene.tokens.sentence(token)) {
        return false;
      }
      if (scene.verb[t] != null) {
        return true;
      }
    }
    return false;
  }

  private boolean isTitle(int token) {
    String word = scene.tokens.word(token);
    return NameWords.HONORIFICS.contains(word)
        || RoleWords.isRole(scene.tokens, token)
            && Character.isUpperCase(scene.tokens.first(token));
  }

  /** "When he tells the truth, he …": the verb has its object, and its clause ends at the comma. */
  private boolean isOver(int cue, int first) {
    if (first <= cue + 2
        || !scene.is(first - 1, ',')
        || scene.phraseOf[first - 2] < 0
        || Connectives.isComplementizer(scene.tokens.lower(first))) {
      return false;
    }
    for (int t = cue - 1; t >= 0 && t > cue - REACH; t--) {
      if (scene.tokens.sentence(t) != scene.tokens.sentence(cue) || scene.is(t, ',')) {
        return false;
      }
      if (AS.contains(scene.tokens.lower(t))) {
        return false;
      }
      if (Connectives.isSubordinator(scene.tokens.lower(t))) {
        return true;
      }
    }
    return false;
  }
}
