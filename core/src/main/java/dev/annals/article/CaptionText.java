package dev.annals.article;

import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The words under a picture with its credit parted from them: by elements that are named for it, by
 * labels ({@code Photo by}, {@code Credit:}), in brackets, or after the last sentence.
 */
final class CaptionText {

  /** Labels before a credit, lower case. */
  private static final List<String> LABELS =
      TextResources.lines(CaptionText.class, "caption-credit-labels.en.txt");

  /** Labels before the caption itself, most of them for screen readers. */
  private static final List<String> OPENINGS =
      TextResources.lines(CaptionText.class, "caption-labels.en.txt");

  /** What is offered behind a caption. */
  private static final List<String> TAILS =
      TextResources.lines(CaptionText.class, "caption-tails.en.txt");

  private static final Set<String> CREDIT_CLASSES = Words.load("credit-classes.txt");

  private static final int LONGEST_CREDIT = 140;
  private static final int MOST_ELEMENTS = 60;

  String caption;
  @Nullable String credit;
  @Nullable String photographer;

  private CaptionText(String caption) {
    this.caption = caption;
  }

  /**
   * Reads a caption.
   *
   * @param text its words
   * @param element the element that holds them, or null when they stood in an attribute
   */
  static CaptionText of(String text, @Nullable Element element) {
    var read = new CaptionText(withoutTail(withoutOpening(text.replace('\n', ' ').strip())));
    if (read.caption.isEmpty()) {
      return read;
    }
    if (element == null || !read.inside(element)) {
      read.split();
    }
    return read;
  }

  boolean hasCredit() {
    return credit != null || photographer != null;
  }

  /** Takes a line that is known to be the credit, with or without its label. */
  void credit(String line) {
    String bare = trim(line);
    if (bare.isEmpty() || isLabel(bare)) {
      return;
    }
    CreditLine read = CreditLine.of(bare, true);
    if (read == null || !read.labelled()) {
      bare = withoutLabel(bare);
      read = CreditLine.of(bare, true);
    }
    if (read == null) {
      credit = bare;
    } else {
      credit = read.credit();
      photographer = read.photographer();
    }
  }

  /** Whether a line is nothing but the label of a credit: {@code Image:}. */
  static boolean isLabel(String line) {
    String bare = Words.lower(trim(line));
    return LABELS.contains(bare) || LABELS.contains(bare + ":");
  }

  /** Whether words offer more pictures: {@code View 3 images}. */
  static boolean isOffer(String plain) {
    var words = new StringBuilder();
    boolean number = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean digit = Character.isDigit(c);
      if (!digit || !number) {
        words.append(digit ? '0' : c);
      }
      number = digit;
    }
    return TAILS.contains(words.toString());
  }

  /** Whether an element, or one of those right around it, is named for a credit. */
  static boolean isCredit(Element element) {
    if (element.attributes().isEmpty()) {
      return false;
    }
    String names = element.className() + ' ' + element.attr("itemprop");
    return named(names) || element.attr("data-testid").contains("credit");
  }

  private static boolean named(String names) {
    var word = new StringBuilder();
    int length = Math.min(names.length(), 300);
    for (int i = 0; i <= length; i++) {
      char c = i == length ? ' ' : names.charAt(i);
      boolean letter = Character.isLetter(c);
      boolean hump =
          letter && Character.isUpperCase(c) && i > 0 && Character.isLowerCase(names.charAt(i - 1));
      if (!letter || hump) {
        if (CREDIT_CLASSES.contains(word.toString())) {
          return true;
        }
        word.setLength(0);
      }
      if (letter) {
        word.append(Character.toLowerCase(c));
      }
    }
    return false;
  }

  /** The credit in elements of its own at the end of the caption, the first of them outermost. */
  private boolean inside(Element element) {
    var open = new ArrayList<Element>(element.children());
    int looked = 0;
    for (int i = 0; i < open.size() && looked < MOST_ELEMENTS; i++, looked++) {
      Element inner = open.get(i);
      String tag = inner.normalName();
      if (!(tag.equals("cite") || tag.equals("small") || isCredit(inner))) {
        open.addAll(inner.children());
        continue;
      }
      String words = HtmlMetadata.clean(inner.text());
      int at = words.length() < 2 ? -1 : find(caption, words);
      String rest = at < 0 ? "" : trimEnd(caption.substring(0, at));
      boolean closes = at >= 0 && caption.length() - at <= LONGEST_CREDIT;
      if (closes && rest.length() > 3) {
        credit(caption.substring(at));
        if (hasCredit()) {
          caption = rest;
          return true;
        }
      } else if (at == 0 && words.length() > caption.length() - 3) {
        credit(caption); // nothing but a credit
        caption = hasCredit() ? "" : caption;
        return hasCredit();
      }
    }
    return false;
  }

  /** Where words stand in a caption, whatever white space is between them; -1 when nowhere. */
  private static int find(String caption, String words) {
    int at = caption.lastIndexOf(words);
    if (at >= 0) {
      return at;
    }
    int space = words.indexOf(' ');
    String first = space < 0 ? words : words.substring(0, space);
    int last = caption.lastIndexOf(first);
    boolean near = last >= 0 && caption.length() - last <= words.length() + 6;
    return near && first.length() > 1 ? last : -1;
  }

  /** Parts the credit from the end: after a label, in brackets, or after the last sentence. */
  private void split() {
    if (labelled()) {
      return;
    }
    String text = caption;
    int end = text.length();
    char last = text.charAt(end - 1);
    int open = last == ')' ? text.lastIndexOf('(') : last == ']' ? text.lastIndexOf('[') : -1;
    if (open > 0 && cut(open, text.substring(open + 1, end - 1), true)) {
      return;
    }
    for (int at = end - 2; at > 0 && end - at < 110; at--) {
      char c = text.charAt(at);
      boolean border = ".!?|”\"©".indexOf(c) >= 0 || c == ':' || c == '–' || c == '—' || c == '/';
      boolean initial =
          c == '.' && Character.isUpperCase(text.charAt(at - 1)) && !isLetter(text, at - 2);
      if (!border || initial) {
        continue;
      }
      int start = at + 1;
      if (c == ':') {
        int space = text.lastIndexOf(' ', at);
        start = space < 0 ? 0 : space + 1;
      }
      if (start > 3
          && text.charAt(start - 1) != '/'
          && cut(start, text.substring(start), c == '|' || c == '©')) {
        return;
      }
    }
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && Character.isLetter(text.charAt(at));
  }

  /** What stands at the end after a label or in brackets is the credit as it is. */
  private boolean labelled() {
    String text = caption;
    String plain = Words.lower(text);
    if (plain.length() != text.length()) {
      return false; // lower case of some letters is longer
    }
    int best = -1;
    int width = 0;
    for (String label : LABELS) {
      int at = plain.lastIndexOf(label);
      boolean colon = label.endsWith(":");
      boolean word = at == 0 || at > 0 && !Character.isLetter(plain.charAt(at - 1));
      boolean set = colon || at <= 0 || ".!?|([-–—/\")”".indexOf(lastMark(text, at)) >= 0;
      // "Photo Credit:" and not "Credit:" with a photo before it
      boolean later = at > best + width || at < best && at + label.length() >= best + width;
      if (word && set && (best < 0 || later)) {
        best = at;
        width = label.length();
      }
    }
    int end = text.length();
    if (best < 0 && text.charAt(end - 1) == ')') {
      int open = text.lastIndexOf('(');
      String inside = open < 0 ? "" : text.substring(open + 1, end - 1).strip();
      boolean name = !inside.isEmpty() && Character.isUpperCase(inside.charAt(0));
      if (!name || open < 12 || Words.count(inside, 9) > 8) {
        return false;
      }
      best = open;
      width = 1;
    }
    if (best < 0 || end - best > LONGEST_CREDIT) {
      return false;
    }
    String stated = trim(text.substring(best + width));
    String rest = trimEnd(text.substring(0, best));
    if (stated.length() < 2 || rest.length() < 3 && best > 0) {
      return false;
    }
    credit(stated);
    caption = rest;
    return true;
  }

  private boolean cut(int at, String words, boolean bracketed) {
    CreditLine line = CreditLine.of(words, bracketed);
    String rest = trimEnd(caption.substring(0, at));
    if (line == null || rest.length() < 4) {
      return false;
    }
    credit = line.credit();
    photographer = line.photographer();
    caption = rest;
    return true;
  }

  /** Without the label of a credit at its start. */
  private static String withoutLabel(String line) {
    String lower = Words.lower(line);
    for (String label : LABELS) {
      if (lower.startsWith(label) && lower.length() == line.length()) {
        String rest = trim(line.substring(label.length()));
        return rest.isEmpty() ? line : rest;
      }
    }
    return line;
  }

  /** Without {@code Image caption,} and {@code [1/5]} in front. */
  private static String withoutOpening(String text) {
    String line = text;
    if (line.startsWith("[") && line.length() > 6) {
      int close = line.indexOf(']');
      boolean count = close > 2 && close < 9 && line.substring(1, close).indexOf('/') > 0;
      line = count ? line.substring(close + 1).strip() : line;
    }
    for (int round = 0; round < 2; round++) {
      String plain = Words.lower(line);
      for (String opening : OPENINGS) {
        if (plain.startsWith(opening) && line.length() > opening.length() + 3) {
          int start = opening.length();
          while (start < line.length() && " ,:".indexOf(line.charAt(start)) >= 0) {
            start++;
          }
          boolean word = !Character.isLetterOrDigit(line.charAt(opening.length() - 1));
          boolean joined = start < line.length() && Character.isUpperCase(line.charAt(start));
          boolean border = word || start > opening.length() || joined;
          line = border ? line.substring(start) : line;
          break;
        }
      }
    }
    return line;
  }

  private static String withoutTail(String text) {
    String line = text;
    String plain = Words.lower(line);
    for (String tail : TAILS) {
      if (plain.endsWith(tail) && plain.length() == line.length()) {
        line = line.substring(0, line.length() - tail.length()).strip();
        plain = Words.lower(line);
      }
    }
    return line;
  }

  /** Without brackets, bars and dashes left open at the ends. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (end > 0 && " ([|©–—-/:".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean open = text.substring(0, end).indexOf('(') < 0;
    while (open && end > 0 && " )]".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    while (start < end && " ([|©–—:/".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    boolean whole = start > 0 && end > start && ")]".indexOf(text.charAt(end - 1)) >= 0;
    return text.substring(start, whole ? end - 1 : end).strip();
  }

  /** Without what led over to the credit: an open bracket, a dash, a label. */
  static String trimEnd(String text) {
    int end = text.length();
    while (end > 0 && " ([|©–—-/:\u00A0".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    String rest = text.substring(0, end);
    String lower = Words.lower(rest);
    for (String label : LABELS) {
      String bare = label.endsWith(":") ? label.substring(0, label.length() - 1) : label;
      boolean ends = lower.endsWith(bare) && lower.length() == rest.length() && bare.length() > 2;
      int at = rest.length() - bare.length();
      if (ends && at > 3 && end < text.length() && ".|([–—".indexOf(lastMark(rest, at)) >= 0) {
        return trimEnd(rest.substring(0, at));
      }
    }
    return rest;
  }

  private static char lastMark(String text, int before) {
    int at = before - 1;
    while (at > 0 && text.charAt(at) == ' ') {
      at--;
    }
    return text.charAt(at);
  }
}
