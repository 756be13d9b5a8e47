package dev.annals.article;

import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what outlets say about themselves from what they report: promotion, labels over related
 * headlines, update stamps, notes on the source of a text.
 */
final class Furniture {

  /** Longer blocks report something, whatever phrase is in them. */
  private static final int LONGEST_PROMOTION = 260;

  private static final int LONGEST_STAMP = 160;

  /** Words of a stamp beside its date: "Last", "Updated", the name of a town. */
  private static final int STAMP_WORDS = 4;

  private static final PhraseTable ANYWHERE;
  private static final PhraseTable AT_START;
  private static final String[] NONE = {};
  private static final Set<String> WHOLE;
  private static final Set<String> LABELS = Words.load("related-labels.en.txt");
  private static final Set<String> UPDATED = Words.load("update-words.en.txt");
  private static final Set<String> PUBLISHED = Words.load("published-words.en.txt");

  static {
    var whole = new ArrayList<String>();
    var anywhere = new ArrayList<String>();
    var starts = new ArrayList<String>();
    for (String line : TextResources.lines(Furniture.class, "promotion.en.txt")) {
      if (line.charAt(0) == '=') {
        whole.add(line.substring(1));
      } else if (line.charAt(0) == '^') {
        starts.add(line.substring(1));
      } else {
        anywhere.add(line);
      }
    }
    WHOLE = Set.copyOf(whole);
    ANYWHERE = new PhraseTable(anywhere);
    AT_START = new PhraseTable(starts);
  }

  private Furniture() {}

  /** Whether a short block is promotion. */
  static boolean isPromotion(String plain) {
    if (plain.isEmpty() || plain.length() > LONGEST_PROMOTION) {
      return false;
    }
    if (WHOLE.contains(bare(plain))) {
      return true;
    }
    String start = bareStart(plain);
    for (String phrase : start.isEmpty() ? NONE : AT_START.at(start.charAt(0))) {
      int gap = phrase.indexOf('…');
      boolean found =
          gap < 0
              ? Words.opens(start, phrase)
              : Words.opens(start, phrase.substring(0, gap))
                  && start.indexOf(phrase.substring(gap + 1), gap) > 0;
      if (found) {
        return true;
      }
    }
    return ANYWHERE.holdsWord(plain);
  }

  /** Whether a block is nothing but a label over headlines: {@code Read more:}. */
  static boolean isRelatedLabel(String plain) {
    return plain.length() < 60 && LABELS.contains(bare(plain));
  }

  /**
   * Where the headline begins in a line such as {@code Read more: Harbour to close}, or -1 when it
   * is no such line.
   */
  static int relatedHeadline(String line) {
    int colon = -1;
    for (int i = 0; i < Math.min(line.length(), 60); i++) {
      char c = line.charAt(i);
      if (c == ':' || c == '|' || c == '»' || c == '>') {
        colon = i;
        break;
      }
    }
    if (colon < 0 || !LABELS.contains(bare(Words.plain(line.substring(0, colon))))) {
      return -1;
    }
    int start = colon + 1;
    while (start < line.length()
        && !Character.isLetterOrDigit(line.charAt(start))
        && "\"'“‘".indexOf(line.charAt(start)) < 0) {
      start++;
    }
    return start < line.length() ? start : -1;
  }

  /** The stamp of a block that says when the text was last changed, or null. */
  static @Nullable Stamp updated(String line, String plain) {
    return stamp(line, plain, UPDATED);
  }

  /** The stamp of a block that says when the text was published, or null. */
  static @Nullable Stamp published(String line, String plain) {
    return stamp(line, plain, PUBLISHED);
  }

  /** The stamp of a block that is nothing but a date, or null. */
  static @Nullable Stamp date(String line) {
    if (line.length() > 60) {
      return null;
    }
    var stamp = Stamp.of(line);
    return stamp != null && stamp.otherWords() == 0 ? stamp : null;
  }

  private static @Nullable Stamp stamp(String line, String plain, Set<String> openings) {
    if (plain.isEmpty() || plain.length() > LONGEST_STAMP) {
      return null;
    }
    String start = bareStart(plain);
    for (String opening : openings) {
      if (Words.opens(start, opening)) {
        var stamp = Stamp.of(line);
        return stamp != null && stamp.otherWords() <= STAMP_WORDS ? stamp : null;
      }
    }
    return null;
  }

  /** Without arrows, stars, brackets and points around it. */
  private static String bare(String plain) {
    int end = plain.length();
    while (end > 0 && !Character.isLetterOrDigit(plain.charAt(end - 1))) {
      end--;
    }
    return bareStart(plain.substring(0, end));
  }

  static String bareStart(String plain) {
    int start = 0;
    while (start < plain.length()
        && !Character.isLetterOrDigit(plain.charAt(start))
        && plain.charAt(start) != '@'
        && plain.charAt(start) != '©') {
      start++;
    }
    return plain.substring(start);
  }
}
