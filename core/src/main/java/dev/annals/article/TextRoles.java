package dev.annals.article;

import dev.annals.text.LanguageDetector;
import dev.annals.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the blocks of a running text apart by their words: what is report, what is caption, what is
 * the outlet talking about itself. What cannot be told is a paragraph.
 */
final class TextRoles {

  /** Blocks from the top among which headline and byline are looked for. */
  private static final int TOP = 5;

  private static final int LONGEST_HEADLINE = 160;
  private static final int LONGEST_HEADING = 90;

  private static final Set<String> BYLINE_WORDS = Words.load("byline-words.en.txt");

  private final String text;
  private final @Nullable String statedTitle;

  /** Whether blocks that are not of one kind from start to end are of none. */
  private final boolean whole;

  private List<TextPart> parts = new ArrayList<>();
  private final List<String> related = new ArrayList<>();
  private final List<String> byline = new ArrayList<>();
  private @Nullable String title;
  private @Nullable String stampedDay;
  private @Nullable String published;
  private @Nullable String modified;
  private String language;

  TextRoles(String text, @Nullable String statedTitle, @Nullable String statedLanguage) {
    this(text, statedTitle, statedLanguage, false);
  }

  private TextRoles(
      String text, @Nullable String statedTitle, @Nullable String statedLanguage, boolean whole) {
    this.text = text;
    this.whole = whole;
    this.statedTitle = statedTitle;
    this.language = statedLanguage == null ? LanguageDetector.UNKNOWN : statedLanguage;
    read(statedLanguage == null);
  }

  List<TextPart> parts() {
    return parts;
  }

  List<String> related() {
    return related;
  }

  List<String> byline() {
    return byline;
  }

  @Nullable String title() {
    return title;
  }

  /** The day of a leading stamp such as {@code date 2031-03-04}, or null. */
  @Nullable String stampedDay() {
    return stampedDay;
  }

  /** The time of publication that a line of the text states, or null. */
  @Nullable String published() {
    return published;
  }

  @Nullable String modified() {
    return modified;
  }

  String language() {
    return language;
  }

  /**
   * The roles of paragraphs of a page; of captions and credits only those that are whole blocks.
   */
  static List<TextPart> ofPage(String text, @Nullable String title) {
    var roles = new TextRoles(text, title, LanguageDetector.UNKNOWN, true);
    return roles.parts;
  }

  private void read(boolean detect) {
    for (Span span : TextBlocks.of(text)) {
      parts.add(new TextPart(text, span.start(), span.end()));
    }
    cutDateStamp();
    if (detect) {
      language = LanguageDetector.detect(beginning());
      if (language.equals(LanguageDetector.UNKNOWN)) {
        // a list of names under a heading in words
        language = LanguageDetector.detect(text);
      }
    }
    for (TextPart part : parts) {
      readFurniture(part);
    }
    readTop();
    cutSignature();
    parts = CaptionFinder.find(text, parts, whole);
    readRelated();
    for (int i = 0; i < parts.size(); i++) {
      TextPart part = parts.get(i);
      if (part.role == null) {
        part.role = shape(part, i);
        if (part.role == Role.RELATED) {
          related.add(part.words());
        } else if (isForeign(part)) {
          part.role = Role.OTHER;
        }
      }
    }
  }

  /** {@code date 2031-03-04 The harbour …}: a stamp that collectors of text put before it. */
  private void cutDateStamp() {
    if (parts.isEmpty()) {
      return;
    }
    TextPart first = parts.get(0);
    int end = first.start + "date 2031-03-04".length();
    if (end > first.end || !text.startsWith("date ", first.start)) {
      return;
    }
    var stamp = Furniture.date(text.substring(first.start + 5, end));
    boolean alone = end == first.end || Character.isWhitespace(text.charAt(end));
    if (stamp == null || !alone) {
      return;
    }
    stampedDay = stamp.iso();
    parts.set(0, first.slice(first.start, end, Role.DATELINE));
    if (end < first.end) {
      parts.add(1, first.slice(end, first.end, null));
    }
  }

  /** The first blocks that are sentences: what the language is told from. */
  private String beginning() {
    for (TextPart part : parts) {
      if (part.role == null && part.end - part.start >= 80) {
        return text.substring(part.start, Math.min(part.end, part.start + 500));
      }
    }
    return text.substring(0, Math.min(text.length(), 500)).strip();
  }

  private void readFurniture(TextPart part) {
    if (part.role == null && Galleries.is(text, part.start, part.end)) {
      part.role = Role.OTHER;
    }
    if (!part.isOpen()) {
      return;
    }
    String line = part.words();
    String plain = part.plain();
    var stamp = Furniture.updated(line, plain);
    if (stamp != null) {
      part.role = Role.UPDATE;
      modified = modified == null ? stamp.iso() : modified;
    } else if (Furniture.isRelatedLabel(plain)) {
      part.role = Role.PROMOTION;
    } else if (Furniture.relatedHeadline(line) >= 0) {
      part.role = Role.RELATED;
      related.add(line.substring(Furniture.relatedHeadline(line)).strip());
    } else if (Furniture.isPromotion(plain)) {
      part.role = Role.PROMOTION;
    } else {
      readNote(part, line, plain);
    }
  }

  private void readNote(TextPart part, String line, String plain) {
    var stamp = Furniture.published(line, plain);
    if (stamp == null) {
      part.role = SourceNotes.isNote(line, plain) ? Role.CREDIT : null;
      return;
    }
    part.role = Role.DATELINE;
    published = published == null ? stamp.iso() : published;
    int bar = line.indexOf('|');
    String rest = bar < 0 ? "" : line.substring(bar + 1);
    var second = Furniture.updated(rest, Words.plain(rest));
    modified = modified == null && second != null ? second.iso() : modified;
  }

  /** Headline, byline and date before the report begins. */
  private void readTop() {
    int seen = 0;
    for (int i = 0; i < parts.size() && seen < TOP; i++) {
      TextPart part = parts.get(i);
      if (!part.isOpen()) {
        seen += part.role == null ? TOP : 0; // a long paragraph: the report has begun
        continue;
      }
      seen++;
      var stamp = Furniture.date(part.words());
      if (stamp != null) {
        part.role = Role.DATELINE;
        published = published == null ? stamp.iso() : published;
      } else if (seen > 1 && readByline(part)
          || seen == 1 && opensByline(part) && readByline(part)) {
        part.role = Role.BYLINE;
      } else if (seen == 1 && isHeadline(part, i)) {
        part.role = Role.HEADLINE;
        title = statedTitle == null ? part.words() : null;
      }
    }
  }

  private boolean isHeadline(TextPart part, int index) {
    if (statedTitle != null) {
      return sameWords(part.words(), statedTitle);
    }
    int words = Words.count(part.words(), 40);
    boolean body = false;
    for (int i = index + 1; i < Math.min(parts.size(), index + 5); i++) {
      body |=
          parts.get(i).end - parts.get(i).start > part.end - part.start
              && parts.get(i).endsSentence();
    }
    return body
        && words >= 3
        && words <= 28
        && part.end - part.start <= LONGEST_HEADLINE
        && !part.endsSentence()
        && CreditLine.of(part.words(), true) == null
        && ",;:".indexOf(text.charAt(part.end - 1)) < 0;
  }

  /** The same but for case, space and the point at the end. */
  private static boolean sameWords(String one, String other) {
    return letters(one).equals(letters(other));
  }

  private static String letters(String line) {
    var letters = new StringBuilder();
    Words.plain(line).chars().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static boolean opensByline(TextPart part) {
    String plain = part.plain();
    return BYLINE_WORDS.stream().anyMatch(word -> Words.opens(plain, word));
  }

  /** {@code By Ada Ban and Cy Dee, The Gazette}. */
  private boolean readByline(TextPart part) {
    String line = part.words();
    if (line.length() > 120 || part.endsSentence() || line.indexOf('"') >= 0) {
      return false;
    }
    boolean led = false;
    for (String word : BYLINE_WORDS) {
      if (Words.opens(part.plain(), word)) {
        line = line.substring(Math.min(line.length(), word.length())).strip();
        led = true;
        break;
      }
    }
    var names = new ArrayList<String>();
    var credit = led ? null : CreditLine.of(line, false);
    if (credit != null
        && credit.photographer() != null
        && !credit.labelled()
        && line.indexOf('/') < 0) {
      names.add(credit.photographer());
    } else if (led) {
      for (String name : NameJoints.split(line, ",&|–-", NameJoints.Joint.JOIN)) {
        if (CreditLine.isPerson(name.strip())) {
          names.add(name.strip());
        } else if (names.isEmpty()) {
          return Agencies.news(name.strip()) != null;
        }
      }
    }
    if (names.isEmpty()) {
      return false;
    }
    byline.addAll(names);
    return true;
  }

  /**
   * {@code … he said. (Reporting by Ada Ban; editing by Cy Dee)}: the note is no part of the
   * report.
   */
  private void cutSignature() {
    for (int i = parts.size() - 1; i >= 0 && i >= parts.size() - 12; i--) {
      TextPart part = parts.get(i);
      int close = part.end - 1;
      while (close > part.start && text.charAt(close) == '.') {
        close--;
      }
      if (part.role != null || text.charAt(close) != ')' && text.charAt(close) != ']') {
        continue;
      }
      int open = Math.max(text.lastIndexOf('(', close), text.lastIndexOf('[', close));
      if (open > part.start && SourceNotes.isNote(text.substring(open + 1, close))) {
        parts.set(i, part.slice(part.start, open, null));
        parts.add(i + 1, part.slice(open, part.end, Role.CREDIT));
      }
    }
  }

  /** Headlines that follow a label such as {@code Read more:}. */
  private void readRelated() {
    boolean listed = false;
    for (TextPart part : parts) {
      if (part.role == Role.PROMOTION && Furniture.isRelatedLabel(part.plain())) {
        listed = true;
      } else if (listed && part.isOpen() && isListedHeadline(part)) {
        part.role = Role.RELATED;
        related.add(part.words());
      } else {
        listed = false;
      }
    }
  }

  private boolean isListedHeadline(TextPart part) {
    int length = part.end - part.start;
    return length <= LONGEST_HEADLINE
        && Words.count(part.words(), 4) >= 4
        && text.charAt(part.end - 1) != '.'
        && !(part.endsSentence() && "\"\u201D".indexOf(text.charAt(part.end - 1)) >= 0);
  }

  private boolean isForeign(TextPart part) {
    return Scripts.foreign(text, part.start, part.end, language);
  }

  private Role shape(TextPart part, int index) {
    char first = text.charAt(part.start);
    if (!hasLetter(part)) {
      return Role.OTHER;
    }
    if ((first == '-' || first == '*' || first == '\u2022' || first == '\u2013')
        && part.start + 1 < part.end
        && text.charAt(part.start + 1) == ' ') {
      return Role.LIST;
    }
    if (isShouted(part)) {
      return Role.RELATED; // links to other articles are set in capitals between paragraphs
    }
    boolean next = index + 1 < parts.size() && isReport(parts.get(index + 1));
    boolean heading =
        part.end - part.start <= LONGEST_HEADING
            && next
            && index > 0
            && !part.endsSentence()
            && Words.count(part.words(), 13) <= 12
            && Character.isLetterOrDigit(text.charAt(part.end - 1))
            && !Character.isLowerCase(first)
            && parts.get(index + 1).endsSentence();
    return heading ? Role.HEADING : Role.PARAGRAPH;
  }

  /** Six words or more, all in capitals, no sentence. */
  private boolean isShouted(TextPart part) {
    int length = part.end - part.start;
    if (length > LONGEST_HEADLINE || part.endsSentence() || text.charAt(part.end - 1) == ':') {
      return false;
    }
    for (int i = part.start; i < part.end; i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return Words.count(part.words(), 6) >= 6;
  }

  private static boolean isReport(TextPart part) {
    return part.role == null || part.role == Role.PARAGRAPH;
  }

  private boolean hasLetter(TextPart part) {
    for (int i = part.start; i < part.end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
