package dev.annals.article;

import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds captions among the blocks of a text and parts their credit lines from them. A credit makes
 * a caption; without one it takes the style of captions in a text that has credited ones.
 */
final class CaptionFinder {

  /** A credit stands within so many characters from the end of its block. */
  private static final int TAIL = 120;

  /** Words at the start of a caption among which its verb is. */
  private static final int VERB_WITHIN = 16;

  private static final Set<String> PRESENT = Words.load("caption-verbs.en.txt");
  private static final Set<String> PAST = Words.load("past-verbs.en.txt");
  private static final Set<String> PLACE = Words.load("place-words.en.txt");
  private static final Set<String> SIDES = Words.load("caption-sides.en.txt");

  /** Openings that only captions have; those of {@link #LABELS} are no part of the caption. */
  private static final List<String> OPENINGS = new ArrayList<>();

  /** Labels before a credit rather than a caption. */
  private static final List<String> CREDIT_LABELS = new ArrayList<>();

  private static final List<String> LABELS = new ArrayList<>();

  static {
    for (String line : TextResources.lines(CaptionFinder.class, "caption-openings.en.txt")) {
      if (line.charAt(0) == '-') {
        LABELS.add(line.substring(1));
      } else if (line.charAt(0) == '+') {
        LABELS.add(line.substring(1));
        CREDIT_LABELS.add(line.substring(1));
      } else {
        OPENINGS.add(line);
      }
    }
    LABELS.sort((a, b) -> Integer.compare(b.length(), a.length()));
  }

  private final List<TextPart> parts;
  private final String text;
  private final boolean whole;

  private CaptionFinder(String text, List<TextPart> parts, boolean whole) {
    this.text = text;
    this.whole = whole;
    this.parts = parts;
  }

  /**
   * The blocks with captions and credits told; a block with a credit at its end becomes two.
   *
   * @param whole whether it only matters which blocks are nothing but a credit
   */
  static List<TextPart> find(String text, List<TextPart> parts, boolean whole) {
    var finder = new CaptionFinder(text, parts, whole);
    return finder.uncredited(bareCredits(finder.credited()));
  }

  /** Blocks that end with a credit line. */
  private List<TextPart> credited() {
    var found = new ArrayList<TextPart>();
    int last = lastOpen();
    for (int i = 0; i < parts.size(); i++) {
      TextPart part = parts.get(i);
      if (!part.isOpen() || whole && part.end - part.start > TAIL) {
        found.add(part);
        continue;
      }
      int start = labelEnd(part);
      int cut = creditStart(start, part.end);
      if (cut < 0 && start == part.start) {
        found.add(part);
        continue;
      }
      if (start > part.start) {
        TextPart label = part.slice(part.start, start, Role.OTHER);
        found.add(label);
        if (cut < 0) {
          found.add(labelled(label, part.slice(start, part.end, Role.CAPTION)));
          continue;
        }
      }
      TextPart words = part.slice(start, trimDashes(start, cut), null);
      TextPart line = part.slice(cut, part.end, Role.CREDIT);
      CreditLine credit = credit(line.words());
      if (start == part.start && isSentence(words, line, credit)) {
        found.add(part);
        continue;
      }
      line.credit = credit;
      if (!words.isEmpty()) {
        boolean sourceNote = i == last && isBareNews(line.words(), credit) && reports(words);
        words.role = sourceNote ? null : Role.CAPTION;
        words.credit = credit;
        found.add(words);
      }
      found.add(line);
    }
    return found;
  }

  /** Credit lines that are blocks of their own belong to the caption before or after them. */
  private static List<TextPart> bareCredits(List<TextPart> found) {
    for (int i = 0; i < found.size(); i++) {
      TextPart line = found.get(i);
      if (line.role != Role.CREDIT || line.credit == null) {
        continue;
      }
      TextPart before = i > 0 ? found.get(i - 1) : null;
      TextPart after = i + 2 < found.size() ? found.get(i + 2) : null;
      if (before != null && before.role == Role.CAPTION && before.credit == null) {
        before.credit = line.credit;
      } else if (before != null && before.isOpen() && looksLikeCaption(before)) {
        before.role = Role.CAPTION;
        before.credit = line.credit;
      } else if (after != null
          && (before == null || before.role != Role.CAPTION)
          && found.get(i + 1).role == Role.OTHER
          && after.role == Role.CAPTION
          && after.credit == null) {
        after.credit = line.credit; // Image source, Reuters. Image caption, …
      }
    }
    return found;
  }

  /** Captions without a credit among captions with one. */
  private List<TextPart> uncredited(List<TextPart> found) {
    var openings = new HashSet<String>();
    int known = 0;
    for (TextPart part : found) {
      if (part.role == Role.CAPTION) {
        known++;
        openings.add(opening(part));
      }
    }
    for (int i = 0; i < found.size(); i++) {
      TextPart part = found.get(i);
      if (part.isOpen() && (hasFormula(part) || known >= 2 && hasStyle(part, openings))) {
        part.role = Role.CAPTION;
      }
    }
    return found;
  }

  /**
   * The style of the captions around it: present tense, place and date at the end, same subject.
   */
  private boolean hasStyle(TextPart part, Set<String> openings) {
    boolean sided = SIDES.stream().anyMatch(part.plain()::contains);
    boolean placed = endsWithDateAndPlace(part);
    boolean same = openings.contains(opening(part));
    return part.endsSentence()
        && looksLikeCaption(part)
        && part.end - part.start < 350
        && (placed || sided || same && sentences(part) == 1);
  }

  private static boolean hasFormula(TextPart part) {
    String plain = part.plain();
    for (String opening : OPENINGS) {
      if (Words.opens(plain, opening)) {
        return true;
      }
    }
    return false;
  }

  /** Present tense near the start, no past tense, nobody quoted. */
  private static boolean looksLikeCaption(TextPart part) {
    String plain = part.plain();
    if (plain.indexOf('"') >= 0 || part.end - part.start > 400) {
      return false;
    }
    boolean present = false;
    int number = 0;
    for (String word : plain.split(" ")) {
      String bare = bare(word);
      number++;
      if (PAST.contains(bare)) {
        return false;
      }
      present |= number > 1 && number <= VERB_WITHIN && PRESENT.contains(bare);
    }
    return present;
  }

  private static boolean reports(TextPart part) {
    String plain = part.plain();
    if (plain.indexOf('"') >= 0) {
      return true;
    }
    for (String word : plain.split(" ")) {
      if (PAST.contains(bare(word))) {
        return true;
      }
    }
    return false;
  }

  /**
   * A sentence of the report that ends with an agency's name, or with the name of whoever is quoted
   * in it: no brackets, no slash, no word for a picture, and told in the past.
   */
  private static boolean isSentence(TextPart words, TextPart line, @Nullable CreditLine credit) {
    String stated = line.words();
    boolean set = stated.startsWith("(") || stated.startsWith("[") || stated.indexOf('/') > 0;
    boolean strong = credit == null || credit.labelled() || set;
    return !words.isEmpty() && !strong && !looksLikeCaption(words);
  }

  /** What follows "Image caption" and the like: the caption, or its credit alone. */
  private static TextPart labelled(TextPart label, TextPart part) {
    CreditLine credit = CreditLine.of(part.words(), true);
    if (credit != null || CREDIT_LABELS.stream().anyMatch(label.plain()::endsWith)) {
      part.role = Role.CREDIT;
      part.credit = credit;
    }
    return part;
  }

  private static boolean isBareNews(String line, @Nullable CreditLine credit) {
    return credit != null
        && !credit.labelled()
        && credit.photographer() == null
        && credit.credit() != null
        && Agencies.news(credit.credit()) != null
        && line.length() < 30;
  }

  private int lastOpen() {
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (parts.get(i).role == null) {
        return i;
      }
    }
    return -1;
  }

  private static String opening(TextPart part) {
    String plain = part.plain();
    int space = plain.indexOf(' ');
    int second = space < 0 ? -1 : plain.indexOf(' ', space + 1);
    // "a protester", "the crowd": the article says nothing
    boolean article = space >= 0 && space <= 3;
    int end = article && second > 0 ? second : space;
    return end < 0 ? plain : plain.substring(0, end);
  }

  /** {@code … on March 4, 2031, in Harbour City.}: a year and capitals close to the end. */
  private boolean endsWithDateAndPlace(TextPart part) {
    String tail = text.substring(Math.max(part.start, part.end - 70), part.end);
    boolean year = false;
    boolean place = false;
    String before = "";
    for (String raw : tail.split("[ \u00A0]+")) {
      String word = bare(raw);
      boolean number = word.length() == 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
      year |= number && (word.startsWith("19") || word.startsWith("20"));
      place |= PLACE.contains(before) && Words.capitalised(raw);
      before = word;
    }
    return year && place;
  }

  private static int sentences(TextPart part) {
    String plain = part.plain();
    int sentences = 1;
    for (int i = 2; i + 2 < plain.length(); i++) {
      // not after initials and "u.s."
      boolean stop = ".!?".indexOf(plain.charAt(i)) >= 0 && plain.charAt(i + 1) == ' ';
      sentences +=
          stop && Character.isLetter(plain.charAt(i - 1)) && Character.isLetter(plain.charAt(i - 2))
              ? 1
              : 0;
    }
    return sentences;
  }

  /** Offset after a label such as "Image caption", or the part's start. */
  private int labelEnd(TextPart part) {
    String plain = part.plain();
    int length = 0;
    for (int round = 0; round < 3; round++) {
      int before = length;
      for (String label : LABELS) {
        if (Words.opens(plain.substring(length), label)
            && plain.length() > length + label.length() + 4) {
          length += label.length();
          while (length < plain.length() && plain.charAt(length) == ' ') {
            length++;
          }
          break;
        }
      }
      if (length == before) {
        break;
      }
    }
    return length == 0 ? part.start : afterLabel(part, length);
  }

  /** The offset in the text that an offset in the part's plain words stands for. */
  private int afterLabel(TextPart part, int length) {
    int at = part.start;
    for (int count = 0; count < length && at < part.end; at++) {
      boolean space = isSpace(text.charAt(at));
      count += space && at > part.start && isSpace(text.charAt(at - 1)) ? 0 : 1;
    }
    while (at < part.end
        && !Character.isLetterOrDigit(text.charAt(at))
        && "\"'“‘(".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static @Nullable CreditLine credit(String line) {
    boolean bracketed = (line.startsWith("(") || line.startsWith("[")) && !line.startsWith("(c)");
    int end = line.length();
    while (bracketed && end > 1 && ")].".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return CreditLine.of(bracketed ? line.substring(1, end) : line, bracketed);
  }

  /** Where the credit line at the end of a block begins, or -1 when there is none. */
  private int creditStart(int start, int end) {
    int bracket = bracketStart(start, end);
    if (bracket >= 0) {
      return bracket;
    }
    int found = -1;
    int colon = -1;
    int slash = -1;
    boolean address = false;
    for (int at = end - 1; at >= Math.max(start, end - TAIL); at--) {
      char c = text.charAt(at);
      if (c == ':') {
        colon = at;
      } else if (c == '/') {
        address |= slash == at + 1;
        slash = at;
      } else if (!isSpace(c) && (at == start || isSpace(text.charAt(at - 1)))) {
        // "Photo: …", "AFP/…"
        boolean marked = colon > at && colon < at + 30;
        boolean led = !address && slash > at && isAgency(text.substring(at, slash));
        found = isCredit(start, at, end, marked, led) ? at : found;
      }
    }
    return found;
  }

  private static boolean isAgency(String words) {
    return Agencies.any(CreditLine.agencyName(words)) != null;
  }

  private boolean isCredit(int start, int at, int end, boolean marked, boolean led) {
    char first = text.charAt(at);
    boolean sign = first == '©' || text.startsWith("(c) ", at);
    if (at > start && !Character.isUpperCase(first) && !sign) {
      return false;
    }
    int before = at - 1;
    while (before > start && isSpace(text.charAt(before))) {
      before--;
    }
    boolean ended =
        at == start || ".!?\"\u201D\u2019)-–—|/\u00A9".indexOf(text.charAt(before)) >= 0;
    // "… on March 4, 2031 REUTERS/Ada Ban": nothing ends the caption but the credit's own form
    if (!ended && !marked && !led) {
      return false; // before the costly look
    }
    var credit = CreditLine.of(text.substring(at, end), false);
    return credit != null && (ended || led || credit.labelled());
  }

  /** The bracket that opens a credit at the end of a block, or -1. */
  private int bracketStart(int start, int end) {
    int close = end - 1;
    while (close > start && (text.charAt(close) == '.' || isSpace(text.charAt(close)))) {
      close--;
    }
    char bracket = text.charAt(close);
    if (bracket != ')' && bracket != ']') {
      return -1;
    }
    int open = text.lastIndexOf(bracket == ')' ? '(' : '[', close);
    if (open < start || close - open > TAIL) {
      return -1;
    }
    return CreditLine.of(text.substring(open + 1, close), true) == null ? -1 : open;
  }

  private int trimDashes(int start, int cut) {
    int end = cut;
    while (end > start
        && (isSpace(text.charAt(end - 1)) || "-–—|/".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return end;
  }

  private static String bare(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return c < 128 ? Words.isSpace(c) : Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
