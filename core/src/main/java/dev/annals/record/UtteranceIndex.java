package dev.annals.record;

import dev.annals.annotation.QuoteKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the utterance that a quote gives again, by the words that both have. A quote that was put
 * somewhere by the last compile of its story is put there again without being looked up, as long as
 * everything before it stands as it stood then: what stands otherwise is looked up among the {@link
 * #changed} utterances alone.
 */
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
  private final QuotePlaces places;
  // for each word how many utterances have it, then their numbers
  private final int[][] postings;
  // the same for utterances that did not stand so when the last compile came here; null for none
  private int @Nullable [][] changed;
  // for each utterance how many words of it are compared
  private int[] sizes = new int[256];
  // for each utterance how many keys of the quote that is asked for it has
  private int[] keysShared = new int[256];
  private int[] touched = new int[256];

  /**
   * An index.
   *
   * @param quotes all that will be put, in order
   */
  UtteranceIndex(QuoteWords words, QuotePlaces places, List<QuoteWords.Worded> quotes) {
    this.places = places;
    this.words = words;
    postings = new int[words.size()][];
    places.begin(words.size(), quotes);
  }

  /** The number of a speaker, or of nobody for null. */
  int speaker(@Nullable String name) {
    return name == null ? NOBODY : places.speaker(name);
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
    quote.place().utterance = utterance;
    for (int key : quote.keys()) {
      if (!isCommon(key)) {
        post(postings, key, utterance.number);
        if (isCommon(key)) {
          places.common(key);
        }
      }
    }
    return utterance;
  }

  private static void post(int[][] postings, int key, int utterance) {
    int[] some = postings[key];
    if (some == null) {
      postings[key] = new int[] {1, utterance};
      return;
    }
    if (some[0] + 1 == some.length) {
      some = Arrays.copyOf(some, some.length * 2);
      postings[key] = some;
    }
    some[++some[0]] = utterance;
  }

  /** A word of hundreds of quotes tells nothing; what is the same shares a rarer one too. */
  private boolean isCommon(int key) {
    // one more than is looked at says that there are too many
    return postings[key] != null && postings[key][0] > POSTINGS;
  }

  /**
   * Notes where a quote was put.
   *
   * @param home null for nowhere
   */
  void put(QuoteWords.Worded quote, int speaker, @Nullable Utterance home) {
    QuotePlace place = quote.place();
    QuoteWords.Worded first = home == null ? null : home.first;
    if (!place.isKnown()) {
      if (home != null && (first == quote || speaker != NOBODY && !home.isBy(speaker))) {
        change(home);
      }
    } else if (place.home != first || place.speaker != speaker) {
      if (place.home != null && place.home.place().utterance != null) {
        change(place.home.place().utterance);
      }
      if (home != null) {
        change(home);
      }
      if (changed == null) {
        changed = new int[postings.length][]; // an utterance of then may be none now
      }
    }
    places.put(place, first, speaker);
  }

  private void change(Utterance utterance) {
    int[][] some = changed;
    if (some == null) {
      some = new int[postings.length][];
      changed = some;
    }
    if (!utterance.changed) {
      utterance.changed = true;
      for (int key : utterance.first.keys()) {
        post(some, key, utterance.number);
      }
    }
  }

  /** Keeps nothing but where each quote was put. */
  void close() {
    for (Utterance utterance : utterances) {
      utterance.first.place().utterance = null;
    }
  }

  /**
   * The utterance that a quote gives, or null: the one that shares most, of several the first.
   *
   * @param speaker number of who says it
   */
  @Nullable Utterance home(QuoteWords.Worded quote, int speaker) {
    QuotePlace place = quote.place();
    if (!place.isKnown() || place.speaker != speaker) {
      return find(quote, speaker, postings);
    }
    QuoteWords.Worded first = place.home == quote ? null : place.home;
    Utterance home = first == null ? null : first.place().utterance;
    if (changed == null) {
      return home;
    }
    boolean same = (first == null || home != null && !home.changed) && looksAtTheSame(quote);
    return same && find(quote, speaker, changed) == null ? home : find(quote, speaker, postings);
  }

  /** Whether the words that are too common to be looked at are those of the last time. */
  private boolean looksAtTheSame(QuoteWords.Worded quote) {
    for (int key : quote.keys()) {
      if (isCommon(key) != places.wasCommon(key, quote.place())) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Utterance find(QuoteWords.Worded quote, int speaker, int[][] among) {
    int[] keys = quote.keys();
    int mine = quote.compared().length;
    int notLooked = mine - keys.length;
    int found = 0;
    for (int key : keys) {
      if (isCommon(key)) {
        notLooked++;
        continue;
      }
      int[] some = among[key] == null ? NONE : among[key];
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
