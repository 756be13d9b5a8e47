package dev.annals.text;

/** Tells where two sentences run together: "The road is shut.Police closed it on Monday." */
final class GluedSentences {

  // letters of a word; longer ones are no words
  private static final int LONGEST_WORD = 24;
  private static final String ADDRESS = "@/_.";

  private GluedSentences() {}

  /**
   * Whether a full stop between two letters ends a sentence: a word in lower case before it and a
   * capital behind, or before it a name and behind it a word that sentences begin with.
   */
  static boolean at(String text, int stop) {
    if (!Character.isLowerCase(text.charAt(stop - 1))
        || !Character.isUpperCase(text.charAt(stop + 1))) {
      return false;
    }
    int first = stop;
    while (first > 0 && stop - first < LONGEST_WORD && Character.isLetter(text.charAt(first - 1))) {
      first--;
    }
    if (stop - first < 2
        || stop - first == LONGEST_WORD
        || first > 0 && ADDRESS.indexOf(text.charAt(first - 1)) >= 0) {
      return false;
    }
    int last = stop + 1;
    while (last < text.length()
        && last - stop < LONGEST_WORD
        && Character.isLetter(text.charAt(last))) {
      last++;
    }
    // "ada.Ruhl@quay.example", "the.Quay.example"
    boolean address =
        last + 1 < text.length()
            && ADDRESS.indexOf(text.charAt(last)) >= 0
            && Character.isLetterOrDigit(text.charAt(last + 1));
    return !address
        && (Character.isLowerCase(text.charAt(first))
            || SentenceStarters.contains(text.substring(stop + 1, last)));
  }
}
