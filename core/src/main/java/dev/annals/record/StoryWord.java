package dev.annals.record;

import dev.annals.annotation.Lemmas;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import dev.annals.text.Word;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What records ask of a word, found out once for all its tokens.
 *
 * @param stem the word cut to a stem when it says what a text is about, or null
 * @param personal whether a writer speaks for himself or to the reader by it
 * @param loose whether it says that a time is another one, and not which
 * @param choice the class of words that it belongs to, or null
 * @param saying whether it is a form of a verb after which stands what was said
 */
record StoryWord(
    @Nullable String stem,
    boolean personal,
    boolean loose,
    WordingUse.@Nullable Choice choice,
    boolean saying) {

  /** Words by which a writer speaks for himself or to the reader: no report of what happened. */
  private static final Set<String> PERSONAL =
      Set.copyOf(TextResources.lines(StoryWord.class, "personal-words.en.txt"));

  private static final Set<String> LOOSE =
      Set.copyOf(TextResources.lines(StoryWord.class, "loose-times.en.txt"));

  private static final Set<String> SAYING =
      Set.copyOf(TextResources.lines(StoryWord.class, "saying-verbs.en.txt"));

  static StoryWord of(Tokens tokens, int token) {
    Word word = tokens.shared(token);
    if (word.noted() instanceof StoryWord known) {
      return known;
    }
    var made =
        new StoryWord(
            TermTable.stem(word),
            PERSONAL.contains(word.text()),
            LOOSE.contains(word.lower()),
            WordingUse.choice(word.lower()),
            SAYING.contains(Lemmas.verb(word.lower())));
    word.note(made);
    return made;
  }
}
