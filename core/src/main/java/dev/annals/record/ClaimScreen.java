package dev.annals.record;

import dev.annals.annotation.Claim;
import dev.annals.annotation.Stance;
import dev.annals.text.TextResources;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells claims that a reader can understand and check from what was only cut out or said in
 * passing, and where the words of a claim end.
 */
final class ClaimScreen {

  private static final Set<String> CLAIMING = words("claiming-verbs");
  private static final Set<String> NOBODY = words("no-claimants");
  private static final Set<String> PAGE = words("page-claimants");
  private static final Set<String> HEDGES = words("claim-hedges");
  private static final Set<String> CUT = words("claim-cut-openings");
  private static final Set<String> COPULAS = words("copulas");
  private static final Set<String> OPEN_ENDS = words("open-ends");
  private static final Set<String> ACCUSING = words("accusing-forms");
  private static final Set<String> LINKS = words("accusation-links");
  private static final Set<String> THAT = words("complementizers");
  private static final List<String> ASIDES =
      TextResources.lines(ClaimScreen.class, "claim-asides.en.txt");

  private static final List<String> PAGE_PHRASES =
      TextResources.lines(ClaimScreen.class, "page-corrections.en.txt");

  // characters around a claim in which the page may say that it corrects itself
  private static final int PAGE_REACH = 60;

  // words of what is asserted or disputed by itself
  private static final int FEWEST = 4;
  private static final int HEDGE_REACH = 9;
  private static final int NOUN_REACH = 7;
  // share of capitals from which words are a title
  private static final double TITLE = 0.7;
  private static final int LONG_WORD = 4;
  private static final int LEAST_WORDS = 2;

  private ClaimScreen() {}

  private static Set<String> words(String name) {
    return Set.copyOf(TextResources.lines(ClaimScreen.class, name + ".en.txt"));
  }

  /** Whether a claimant is somebody who can be asked. */
  static boolean isSomebody(@Nullable String by) {
    if (by == null) {
      return true;
    }
    String lower = by.toLowerCase(Locale.ROOT);
    int blank = lower.indexOf(' ');
    String first = blank < 0 ? lower : lower.substring(0, blank);
    String last = lower.substring(lower.lastIndexOf(' ') + 1);
    boolean noun = blank < 0 && lower.equals(by);
    return !NOBODY.contains(first) && !PAGE.contains(last) && (!noun || Speakers.canSpeak(by));
  }

  /** "An earlier version of this report falsely said …": the page corrects itself. */
  static boolean isOfPage(String text, Claim claim) {
    String around =
        text.substring(
                Math.max(0, claim.start() - PAGE_REACH),
                Math.min(text.length(), claim.start() + PAGE_REACH / 2))
            .toLowerCase(Locale.ROOT);
    for (String phrase : PAGE_PHRASES) {
      if (around.contains(phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Whose stance it is, without the words that point at the claim: "a claim the board" made. */
  static String disputer(String by) {
    for (String aside : ASIDES) {
      if (by.startsWith(aside + ' ')) {
        return by.substring(aside.length() + 1);
      }
    }
    return by;
  }

  /** Where the words of a claim end: before the reporter goes on, behind a mark that closes. */
  static int end(String text, Claim claim) {
    int end = claim.end();
    String words = text.substring(claim.start(), end);
    int cut = -1;
    for (int i = words.indexOf(' ', 1); i > 0; i = words.indexOf(' ', i + 1)) {
      char before = words.charAt(i - 1);
      if ((before == ',' || before == '—' || before == '–') && isAside(words, i + 1)) {
        cut = i - 1;
        break;
      }
    }
    if (cut > 0) {
      end = claim.start() + words.substring(0, cut).stripTrailing().length();
    }
    if (end < text.length() && opens(text, claim.start(), end) && isClosing(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isAside(String words, int at) {
    for (String aside : ASIDES) {
      int end = at + aside.length();
      if (words.startsWith(aside, at) && (end == words.length() || words.charAt(end) == ' ')) {
        return true;
      }
    }
    return false;
  }

  /** Whether a quotation is open at the end. */
  private static boolean opens(String text, int start, int end) {
    int open = 0;
    boolean straight = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      open += c == '“' ? 1 : c == '”' ? -1 : 0;
      straight ^= c == '"';
    }
    return open > 0 || straight;
  }

  private static boolean isClosing(char c) {
    return c == '”' || c == '"';
  }

  /** Whether words assert something by themselves. */
  static boolean asserts(Claim claim, String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("\\s+");
    if (words.length < FEWEST || isTitle(text) || OPEN_ENDS.contains(words[words.length - 1])) {
      return false;
    }
    if (ACCUSING.contains(words[0]) && LINKS.contains(words[1])) {
      return false; // "which the board blamed for the fire"
    }
    String marker = claim.marker();
    if (marker == null || CLAIMING.contains(marker.toLowerCase(Locale.ROOT))) {
      return true;
    }
    int from = THAT.contains(words[0]) ? 1 : 0;
    if (CUT.contains(plain(words[from]))) {
      return false;
    }
    for (int i = from; i < words.length && i < from + HEDGE_REACH; i++) {
      if (HEDGES.contains(plain(words[i]))) {
        return false;
      }
    }
    return true;
  }

  /** Whether words of a dispute say what is disputed, where no report has the claim. */
  static boolean tells(Claim claim, String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("\\s+");
    if (words.length < FEWEST || isTitle(text) || OPEN_ENDS.contains(words[words.length - 1])) {
      return false;
    }
    boolean that = false;
    for (String word : words) {
      that |= THAT.contains(word);
    }
    if (that) {
      return true;
    }
    if (claim.stance() == Stance.DISPUTES) {
      return ContentWords.of(text).size() > LEAST_WORDS && !ACCUSING.contains(words[0]);
    }
    for (int i = 0; i < words.length && i < NOUN_REACH; i++) {
      if (COPULAS.contains(words[i])) {
        return true; // "denied the gate was locked"
      }
      if (words[i].endsWith(";") || words[i].endsWith(",")) {
        return false;
      }
    }
    return false;
  }

  private static String plain(String word) {
    int end = word.length();
    while (end > 0 && !Character.isLetter(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(0, end);
  }

  /** "How the Mayor Stole the Harvest": a title. */
  private static boolean isTitle(String text) {
    int words = 0;
    int capitals = 0;
    for (String word : text.split("\\s+")) {
      if (word.length() >= LONG_WORD && Character.isLetter(word.charAt(0))) {
        words++;
        capitals += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
      }
    }
    return words > 2 && capitals >= TITLE * words;
  }
}
