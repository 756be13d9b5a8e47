package dev.annals.record;

import dev.annals.annotation.Modality;
import dev.annals.article.Role;
import dev.annals.text.Span;
import java.util.Set;

/**
 * One sentence of one article that tells what happened.
 *
 * @param told the article that tells it
 * @param position number of the sentence among those of its article that tell something
 * @param when when it happened
 * @param kinds classes of the events that it names
 * @param participants words of who did it and to whom
 * @param telling whether a verb of its own tells an event, rather than a noun in passing
 * @param reaction whether it answers to what happened: praise, a warning
 * @param quoted whether most of it stands in quotation marks
 * @param reports whether it is a whole sentence that tells of others, and no question
 * @param leans whether it begins with a word that leans on the sentence before it
 * @param sure how sure it is that it tells an event, and when
 * @param words number of words
 * @param seen the sentence as it was looked at
 */
record Telling(
    ArticleParts told,
    Span sentence,
    Role role,
    int position,
    StoryTimes.When when,
    Set<String> kinds,
    Set<String> participants,
    boolean telling,
    boolean background,
    boolean reaction,
    Modality modality,
    boolean quoted,
    boolean reports,
    boolean leans,
    double sure,
    int words,
    TermVector terms,
    ToldSentence seen) {

  /** Number of the article in the story's order. */
  int article() {
    return told.rank();
  }

  /** The same sentence for a day that it names beside the one it tells of. */
  Telling inPassing(StoryTimes.When day) {
    return new Telling(
        told,
        sentence,
        role,
        position,
        day,
        Set.of(),
        participants,
        false,
        true,
        reaction,
        modality,
        quoted,
        reports,
        leans,
        sure,
        words,
        terms,
        seen);
  }

  /** How good a first guess at its worth is, before it is compared with others. */
  double promise() {
    double worth = 1 / (1 + 0.08 * position);
    if (telling) {
      worth += 0.3;
    }
    if (!kinds.isEmpty()) {
      worth += 0.2;
    }
    if (!participants.isEmpty()) {
      worth += 0.1;
    }
    if (role == Role.CAPTION) {
      worth -= 0.25;
    }
    if (background || reaction) {
      worth -= 0.3;
    }
    if (quoted) {
      worth -= 0.5;
    }
    if (modality == Modality.PLANNED) {
      worth -= 0.2;
    } else if (modality != Modality.ASSERTED) {
      worth -= 0.4;
    }
    if (leans) {
      worth -= 0.1;
    }
    if (kinds.isEmpty()) {
      worth -= 0.2;
    }
    if (words < 6 || words > 45) {
      worth -= 0.3;
    }
    if (when.from().equals("stated")) {
      worth += 0.15;
    }
    return worth;
  }
}
