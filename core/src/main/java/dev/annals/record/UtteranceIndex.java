package dev.annals.record;

import dev.annals.annotation.QuoteKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the utterance that a quote gives again, by the words that both have. */
final class UtteranceIndex {

  /**
   * Share of the shorter quote's words that the longer one has, from which they are one utterance.
   */
  private static final double SAME = 0.8;

  /** The same for an indirect report of a direct quote, over content words. */
  private static final double PARAPHRASE = 0.6;

  /** Shorter quotes are merged only when they are the same word for word. */
  static final int FEWEST_WORDS = 4;

  /** Quotes that one word may lead to; the word is passed over when there are more. */
  private static final int POSTINGS = 200;

  private static final int[] NONE = {};

  /** The number of a speaker who is not known. */
  private static final int NOBODY = -1;

  private final QuoteWords words;
  private final List<Utterance> utterances = new ArrayList<>();
  private final Map<String, Integer> speakers = new HashMap<>();
  // for each word how many utterances have it, then their numbers
  private final int[][] postings;
  // for each utterance how many words of it are compared
  private int[] sizes = new int[256];
  // for each utterance how many keys of the quote that is asked for it has
  private int[] keysShared = new int[256];
  private int[] touched = new int[256];

  UtteranceIndex(QuoteWords words) {
    this.words = words;
    postings = new int[words.size()][];
  }

  /** The number of a speaker, or of nobody for null. */
  int speaker(@Nullable String name) {
    if (name == null) {
      return NOBODY;
    }
    Integer known = speakers.putIfAbsent(name, speakers.size());
    return known == null ? speakers.size() - 1 : known;
  }

  List<Utterance> utterances() {
    return utterances;
  }

  Utterance add(QuoteWords.Worded quote) {
    var utterance = new Utterance(quote, utterances.size());
    utterances.add(utterance);
    if (utterances.size() > keysShared.length) {
      keysShared = Arrays.copyOf(keysShared, keysShared.length * 2);
      touched = new int[keysShared.length];
      sizes = Arrays.copyOf(sizes, keysShared.length);
    }
    sizes[utterance.number] = quote.compared().length;
    for (int key : quote.keys()) {
      int[] some = postings[key];
      if (some == null) {
        postings[key] = new int[] {1, utterance.number};
      } else if (some[0] <= POSTINGS) {
        // one more than is looked at says that there are too many
        if (some[0] + 1 == some.length) {
          some = Arrays.copyOf(some, some.length * 2);
          postings[key] = some;
        }
        some[++some[0]] = utterance.number;
      }
    }
    return utterance;
  }

  /**
   * The utterance that a quote gives, or null: the one that shares most, of several the first.
   *
   * @param speaker number of who says it
   */
  @Nullable Utterance home(QuoteWords.Worded quote, int speaker) {
    int[] keys = quote.keys();
    int mine = quote.compared().length;
    int notLooked = mine - keys.length;
    int found = 0;
    for (int key : keys) {
      int[] some = postings[key] == null ? NONE : postings[key];
      // a word of hundreds of quotes tells nothing; what is the same shares a rarer one too
      if (some.length > 0 && some[0] > POSTINGS) {
        notLooked++;
        continue;
      }
      for (int i = 1; i < some.length && i <= some[0]; i++) {
        if (keysShared[some[i]]++ == 0) {
          touched[found++] = some[i];
        }
      }
    }
    Utterance best = null;
    double most = 0;
    for (int i = 0; i < found; i++) {
      int possible = keysShared[touched[i]] + notLooked;
      keysShared[touched[i]] = 0;
      int shorter = Math.min(mine, sizes[touched[i]]);
      if (possible < SAME * shorter && (!quote.indirect() || possible < PARAPHRASE * mine)) {
        continue; // has too few words of it
      }
      Utterance utterance = utterances.get(touched[i]);
      double share = share(quote, utterance, speaker);
      if (share > 0
          && !utterance.first.saysTheSame(quote)
          && words.areContrary(quote, utterance.first)) {
        continue;
      }
      if (share > most || best != null && share == most && utterance.number < best.number) {
        most = share;
        best = utterance;
      }
    }
    return best;
  }

  /** Share of the shorter one's words that both have, or 0 when they are not one utterance. */
  private static double share(QuoteWords.Worded quote, Utterance utterance, int speaker) {
    boolean sameSpeaker = speaker != NOBODY && utterance.isBy(speaker);
    if (quote.indirect() && !sameSpeaker) {
      return 0;
    }
    int[] mine = quote.compared();
    int[] theirs = utterance.first.compared();
    int shorter = Math.min(mine.length, theirs.length);
    if (quote.indirect()) {
      boolean indirect = utterance.kind() == QuoteKind.INDIRECT;
      if ((indirect ? shorter : mine.length) < FEWEST_WORDS) {
        return 0;
      }
      double least = indirect ? SAME * shorter : PARAPHRASE * mine.length;
      int common = common(mine, theirs, (int) least - 1);
      double share = (double) common / shorter;
      boolean fits = indirect ? share >= SAME : (double) common / mine.length >= PARAPHRASE;
      return fits ? share : 0;
    }
    if (utterance.first.saysTheSame(quote)) {
      return sameSpeaker || quote.size() >= FEWEST_WORDS || speaker == NOBODY ? 1 : 0;
    }
    // words that are not the same are one utterance only where nothing is known against it
    boolean free = speaker == NOBODY || utterance.isByNobody();
    if (!sameSpeaker && !free || shorter < FEWEST_WORDS) {
      return 0;
    }
    double share = (double) common(mine, theirs, (int) (SAME * shorter) - 1) / shorter;
    return share >= SAME ? share : 0;
  }

  /** Number of words that both have, or something less than what is asked for. */
  private static int common(int[] a, int[] b, int least) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        common++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
      if (common + Math.min(a.length - i, b.length - j) < least) {
        return 0;
      }
    }
    return common;
  }
}
