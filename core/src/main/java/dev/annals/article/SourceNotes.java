package dev.annals.article;

import dev.annals.article.NameJoints.Joint;
import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes on where a text comes from: {@code — With AAP.}, {@code [News taken from The Gazette]},
 * {@code (Reporting by Ada Ban; editing by Cy Dee)}.
 */
final class SourceNotes {

  /** Longer notes are sentences of the report. */
  private static final int LONGEST = 420;

  /** The longest first. */
  private static final PhraseTable OPENINGS;

  /** Openings that sentences have too: "From the beach, …". */
  private static final Set<String> WEAK = new HashSet<>();

  private static final Set<String> COPYRIGHT = Words.load("copyright-words.en.txt");
  private static final List<String> ANYWHERE = new ArrayList<>();
  private static final PhraseTable ANYWHERE_TABLE;

  /** No opening is longer. */
  private static final int LONGEST_OPENING;

  private static final List<String> SIGNATURE =
      TextResources.lines(SourceNotes.class, "signature-words.en.txt");
  private static final Set<String> SMALL = Words.load("note-words.en.txt");
  private static final Set<String> NAMELESS = Words.load("generic-sources.en.txt");

  static {
    var openings = new ArrayList<String>();
    for (String line : TextResources.lines(SourceNotes.class, "source-notes.en.txt")) {
      if (line.charAt(0) == '*') {
        ANYWHERE.add(line.substring(1));
      } else if (line.charAt(0) == '?') {
        openings.add(line.substring(1));
        WEAK.add(line.substring(1));
      } else {
        openings.add(line);
      }
    }
    openings.sort((a, b) -> Integer.compare(b.length(), a.length()));
    OPENINGS = new PhraseTable(openings);
    LONGEST_OPENING = openings.get(0).length() + 1;
    ANYWHERE_TABLE = new PhraseTable(ANYWHERE);
  }

  private SourceNotes() {}

  /** Whether a block is a note on the source and nothing else. */
  static boolean isNote(String line) {
    return isNote(line, line.length() > LONGEST ? "" : Words.plain(line));
  }

  /**
   * The same, where the words are known as lists are written: most lines have no opening of a note.
   */
  static boolean isNote(String line, String plain) {
    boolean open =
        line.length() <= LONGEST
            && (ANYWHERE_TABLE.holds(plain) || opening(firstSegment(line)) != null);
    return open && !names(line).isEmpty() || line.length() < 40 && NAMELESS.contains(bare(line));
  }

  private static String firstSegment(String line) {
    String whole = strip(line);
    int mark = whole.indexOf(';');
    return mark < 0 ? whole : strip(whole.substring(0, mark));
  }

  /**
   * The names that a note gives: agencies, outlets, reporters, in order; empty when the line is no
   * note.
   */
  static List<String> names(String line) {
    var names = new ArrayList<String>();
    if (line.length() > LONGEST) {
      return names;
    }
    String whole = strip(line);
    String plain = Words.plain(whole);
    for (String phrase : ANYWHERE) {
      int at = plain.indexOf(phrase);
      if (at > 0 && at < 200) {
        addNames(whole.substring(0, Math.min(at, whole.length())), names);
        return names;
      }
    }
    if (whole.isEmpty() || line.strip().endsWith(":")) {
      return names; // it leads a quotation
    }
    boolean set = !Character.isLetterOrDigit(line.strip().charAt(0));
    boolean first = true;
    for (String segment : whole.split(";")) {
      String stripped = strip(segment);
      String opening = opening(stripped);
      if (opening == null && first) {
        return List.of();
      }
      String rest = opening == null ? stripped : afterOpening(stripped, opening);
      boolean weak = opening != null && WEAK.contains(opening);
      if (!isNames(rest) || weak && !set && !isKnown(rest)) {
        return List.of();
      }
      addNames(rest, names);
      first = false;
    }
    return names;
  }

  /** Whether a note says whose the rights are rather than where the text is from. */
  static boolean isCopyright(String line) {
    String opening = opening(strip(line));
    return opening != null && COPYRIGHT.contains(opening);
  }

  /**
   * Whether one of the names is an agency or outlet in our lists, or names nobody in particular.
   */
  private static boolean isKnown(String rest) {
    if (NAMELESS.contains(bare(rest))) {
      return true;
    }
    var names = new ArrayList<String>();
    addNames(rest, names);
    for (String name : names) {
      if (Agencies.news(name) != null || Outlets.standard().named(name) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a note is written as Reuters signs its copy: reporters and editors with a semicolon.
   */
  static boolean isSignature(String line) {
    String plain = Words.plain(line);
    boolean edited = false;
    boolean made = false;
    for (String words : SIGNATURE) {
      boolean editors = words.charAt(0) == '*';
      boolean said = Words.contains(plain, editors ? words.substring(1) : words);
      edited |= said && editors;
      made |= said && !editors;
    }
    return plain.indexOf(';') > 0 && edited && made && isNote(line);
  }

  /** The longest phrase that a segment opens with, or null. */
  private static @Nullable String opening(String segment) {
    String lower =
        segment.substring(0, Math.min(segment.length(), LONGEST_OPENING)).toLowerCase(Locale.ROOT);
    for (String opening : lower.isEmpty() ? new String[0] : OPENINGS.at(lower.charAt(0))) {
      int end = opening.length();
      boolean word = Character.isLetterOrDigit(opening.charAt(end - 1));
      boolean ended =
          !word || end >= lower.length() || !Character.isLetterOrDigit(lower.charAt(end));
      if (lower.startsWith(opening) && ended) {
        return opening;
      }
    }
    return null;
  }

  private static String afterOpening(String segment, String opening) {
    int from = opening.length();
    while (from < segment.length() && " :-–—".indexOf(segment.charAt(from)) >= 0) {
      from++;
    }
    return segment.substring(from);
  }

  /** Whether a text is a list of names: capitalised words and the small words between names. */
  private static boolean isNames(String text) {
    String[] words = text.split("[\\s\u00A0]+");
    int capitals = 0;
    for (String word : words) {
      if (word.isEmpty()) {
        continue;
      }
      char first = word.charAt(0);
      if (Character.isUpperCase(first) || first == '@') {
        capitals++;
      } else if (Character.isLetter(first) && !SMALL.contains(bare(word)) && !isUrl(word)) {
        return false;
      }
    }
    return words.length <= 45 && (capitals > 0 || isUrl(text) || NAMELESS.contains(bare(text)));
  }

  private static boolean isUrl(String word) {
    return word.startsWith("http") || word.startsWith("www.");
  }

  private static String bare(String word) {
    return strip(word).toLowerCase(Locale.ROOT);
  }

  private static void addNames(String text, List<String> names) {
    for (String part : NameJoints.split(text, ",&/|", Joint.JOIN)) {
      String name = afterYear(strip(part));
      int of = NameJoints.indexOf(name, Joint.OWNER);
      if (of > 0 && CreditLine.isPerson(name.substring(0, of))) {
        names.add(name.substring(0, of));
        name = name.substring(name.indexOf(' ', of + 1) + 1);
      }
      int in = NameJoints.indexOf(name, Joint.PLACE);
      name = in > 0 ? name.substring(0, in) : name;
      name = NameJoints.withoutArticle(name);
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
  }

  /** {@code 2031 The Gazette. All rights reserved} names The Gazette. */
  private static String afterYear(String name) {
    int start = 0;
    while (start < name.length()
        && (Character.isDigit(name.charAt(start)) || " -–".indexOf(name.charAt(start)) >= 0)) {
      start++;
    }
    int stop = name.indexOf(". ", start);
    boolean year = start >= 4;
    return !year ? name : stop < 0 ? name.substring(start) : name.substring(start, stop);
  }

  /** Without brackets, dashes, stars and points around it. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !isWordEdge(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isWordEdge(char c) {
    return Character.isLetterOrDigit(c) || c == '@' || c == '©';
  }
}
