package dev.annals.article;

import dev.annals.text.Span;
import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The credit line of a picture, agency and photographer told apart: {@code Photo: Ada Ban/AFP},
 * {@code REUTERS/Ada Ban}, {@code Image: Getty.}, {@code Ada Ban for The Gazette}.
 *
 * @param credit the agency or owner, or null when only a photographer is named
 * @param photographer the person who took the picture, or null when not named
 * @param labelled whether it opens with a word for a picture: nothing else is written so
 */
record CreditLine(@Nullable String credit, @Nullable String photographer, boolean labelled) {

  /** Longer ones are sentences. */
  private static final int LONGEST = 110;

  private static final int LABEL_WORDS = 4;

  private static final Set<String> LABELS = new HashSet<>();

  /** Labels that need no colon: "Photo by". */
  private static final Set<String> FREE_LABELS = new HashSet<>();

  /** The longest first: "for the" before "for". */
  private static final PhraseTable SEPARATORS;

  private static final Set<String> PICTURE_WORDS = Words.load("picture-words.en.txt");
  private static final Set<String> NAMELESS = Words.load("credit-words.en.txt");

  /** Nothing longer is one of {@link #NAMELESS}. */
  private static final int LONGEST_NAMELESS = 40;

  /** First words of labels. */
  private static final Set<String> OPENINGS = new HashSet<>();

  private static final Set<String> ORGANIZATIONS = Words.load("organization-words.en.txt");

  static {
    for (String line : TextResources.lines(CreditLine.class, "credit-labels.en.txt")) {
      boolean free = line.charAt(0) == '+';
      String label = free ? line.substring(1) : line;
      LABELS.add(label);
      int space = label.indexOf(' ');
      OPENINGS.add(space < 0 ? label : label.substring(0, space));
      if (free) {
        FREE_LABELS.add(label);
      }
    }
    var separators = new ArrayList<>(List.of("/", "|", ",", ";", ": ", " - ", " – ", " — ", " & "));
    for (String word : TextResources.lines(CreditLine.class, "credit-separators.en.txt")) {
      separators.add(" " + word + " ");
    }
    separators.sort((a, b) -> Integer.compare(b.length(), a.length()));
    SEPARATORS = new PhraseTable(separators);
  }

  /**
   * Reads a credit line.
   *
   * @param text the whole line, without brackets
   * @param bracketed whether it stood in brackets: there "Ada Ban/The Gazette" needs no label
   * @return null when the text is no credit line
   */
  static @Nullable CreditLine of(String text, boolean bracketed) {
    String line = trim(text);
    if (line.isEmpty() || line.length() > LONGEST) {
      return null;
    }
    if (isNameless(line)) {
      return new CreditLine(line, null, true);
    }
    int body = afterLabel(line);
    String stated = trim(line.substring(body));
    String rest = once(stated);
    if (rest.isEmpty()) {
      return null;
    }
    // nothing but a credit is written twice
    boolean labelled = body > 0 || rest.length() < stated.length();
    if (isNameless(rest)) {
      return new CreditLine(rest, null, labelled);
    }
    return parts(rest, labelled, bracketed);
  }

  private static boolean isNameless(String line) {
    return line.length() <= LONGEST_NAMELESS && NAMELESS.contains(Words.plain(line));
  }

  /**
   * Pages that repeat the credit for screen readers: {@code Ada Ban/AP Ada Ban/AP} is said once.
   */
  private static String once(String rest) {
    int half = rest.length() / 2;
    boolean twice =
        rest.length() > 8
            && rest.charAt(half) == ' '
            && rest.regionMatches(0, rest, half + 1, half)
            && rest.length() == 2 * half + 1;
    return twice ? rest.substring(0, half) : rest;
  }

  /** Whether a name looks like a person's: two to four capitalised words, none of a company. */
  static boolean isPerson(String name) {
    String[] words = name.split(" ");
    if (words.length < 2 || words.length > 4) {
      return false;
    }
    int capitals = 0;
    for (String word : words) {
      String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
      if (bare.isEmpty() || ORGANIZATIONS.contains(Words.lower(bare))) {
        return false;
      }
      if (Words.capitalised(bare)) {
        capitals++;
      } else if (!bare.chars().allMatch(Character::isLetter) || bare.length() > 4) {
        return false; // de, van, bin, al are short
      }
      if (bare.chars().anyMatch(Character::isDigit)) {
        return false;
      }
    }
    boolean article = words[0].equals("The") || words[0].equals("A");
    return !article && capitals >= 2 && Words.capitalised(words[words.length - 1]);
  }

  private static @Nullable CreditLine parts(String rest, boolean labelled, boolean bracketed) {
    var cuts = cut(rest);
    if (cuts == null) {
      return null;
    }
    if (cuts.size() > 1) {
      cuts.removeIf(cut -> PICTURE_WORDS.contains(Words.lower(cut.of(rest)))); // Reuters/File
    }
    boolean agency = false;
    boolean slash = rest.indexOf('/') > 0 || rest.indexOf('|') > 0 || ownerFirst(rest, cuts);
    int names = 0;
    Span person = null;
    for (Span cut : cuts) {
      String part = agencyName(cut.of(rest));
      if (isMarked(part)) {
        return null;
      }
      if (Agencies.any(part) != null) {
        agency = true;
      } else if (isPerson(part) && person == null) {
        person = cut;
        names++;
      } else if (isName(part)) {
        names++;
      } else {
        return null;
      }
    }
    boolean plausible = agency ? (names == 0 || cuts.size() > 1) : labelled || bracketed && slash;
    if (!plausible || cuts.size() > 5) {
      return null;
    }
    String photographer = person == null ? null : person.of(rest);
    return new CreditLine(without(rest, cuts, person), photographer, labelled);
  }

  /** {@code (Norland News: Ada Banner)}: the owner, a colon, the photographer. */
  private static boolean ownerFirst(String rest, List<Span> cuts) {
    if (cuts.size() != 2 || rest.indexOf(':') != cuts.get(0).end()) {
      return false;
    }
    String owner = cuts.get(0).of(rest);
    String last = Words.lower(owner.substring(owner.lastIndexOf(' ') + 1));
    return Agencies.any(owner) != null
        || ORGANIZATIONS.contains(last)
        || Outlets.standard().named(owner) != null;
  }

  /** Whether a stop inside a part shows that it is more than a name. */
  private static boolean isMarked(String part) {
    int stop = part.indexOf(". ");
    // "J. Banner", "St. John" and "U.S. Navy" are names
    return stop > 3 && part.indexOf('.') == stop && part.lastIndexOf(' ', stop) < stop - 4;
  }

  /** What is left of a credit line when the photographer is taken out, as stated. */
  private static @Nullable String without(String rest, List<Span> cuts, @Nullable Span person) {
    int from = -1;
    int to = -1;
    for (Span cut : cuts) {
      boolean stated = !cut.equals(person);
      if (stated && from < 0) {
        from = cut.start();
        to = cut.end();
      } else if (stated
          && rest.substring(to, cut.start()).indexOf(',') < 0
          && person != null
          && (person.start() > cut.start() || person.end() < from)) {
        to = cut.end();
      } else if (stated && person == null) {
        to = cut.end();
      }
    }
    if (from < 0) {
      return null;
    }
    String stated = agencyName(rest.substring(from, to));
    String news = Agencies.news(stated);
    return news != null ? news : stated;
  }

  /** "AP Photo", "AFP PHOTO" and "Reuters Pictures" name an agency and say that it is a picture. */
  static String agencyName(String part) {
    String name = part;
    int space = name.lastIndexOf(' ');
    while (space > 0
        && Agencies.any(name) == null
        && PICTURE_WORDS.contains(Words.lower(name.substring(space + 1)))) {
      name = name.substring(0, space);
      space = name.lastIndexOf(' ');
    }
    return Agencies.any(name) == null ? part : name;
  }

  /**
   * Cuts at slashes, bars, commas, "via", "for" and the like; null when a part is no name, as in
   * most lines that are looked at.
   */
  private static @Nullable List<Span> cut(String rest) {
    var cuts = new ArrayList<Span>();
    int from = 0;
    int at = 0;
    while (at <= rest.length()) {
      int length = at == rest.length() ? 1 : separator(rest, at);
      if (length == 0) {
        at++;
        continue;
      }
      int start = from;
      int end = at;
      while (start < end && isEdge(rest.charAt(start))) {
        start++;
      }
      while (end > start && isEdge(rest.charAt(end - 1))) {
        end--;
      }
      if (start < end) {
        int known = cuts.size();
        addCuts(rest, start, end, cuts);
        if (cuts.size() == known + 1 && isNoName(cuts.get(known).of(rest))) {
          return null;
        }
      }
      at += length;
      from = at;
    }
    return cuts;
  }

  /** Whether a part is neither a name nor an agency's nor a word for a picture. */
  private static boolean isNoName(String part) {
    return !mayBeName(part)
        && Agencies.any(agencyName(part)) == null
        && !PICTURE_WORDS.contains(Words.lower(part));
  }

  /** Whether a part has few words, and none of some length in small letters. */
  private static boolean mayBeName(String part) {
    int words = 0;
    int from = 0;
    while (from <= part.length()) {
      int space = part.indexOf(' ', from);
      int to = space < 0 ? part.length() : space;
      char first = to == from ? ' ' : part.charAt(from);
      boolean small = to - from <= 5 || first == '(' || first == '@';
      if (++words > 6 || !small && !Character.isUpperCase(part.codePointAt(from))) {
        return false;
      }
      from = to + 1;
    }
    return true;
  }

  /** One part, or two where an agency follows a name without a mark: {@code Ada Ban AP}. */
  private static void addCuts(String rest, int start, int end, List<Span> cuts) {
    int space = rest.lastIndexOf(' ', end - 1);
    if (space > start
        && Agencies.any(rest.substring(start, end)) == null
        && Agencies.news(rest.substring(space + 1, end)) != null
        && isPerson(rest.substring(start, space))) {
      cuts.add(new Span(start, space));
      cuts.add(new Span(space + 1, end));
    } else {
      cuts.add(new Span(start, end));
    }
  }

  private static int separator(String rest, int at) {
    for (String separator : SEPARATORS.at(rest.charAt(at))) {
      if (rest.startsWith(separator, at)) {
        return separator.length();
      }
    }
    return 0;
  }

  /** A name of any kind: few words, the first and the last of them capitalised. */
  private static boolean isName(String part) {
    String[] words = part.split(" ");
    if (words.length > 6) {
      return false;
    }
    for (String word : words) {
      boolean small = word.length() <= 4 || word.startsWith("(");
      if (!Words.capitalised(word) && !small && word.charAt(0) != '@') {
        return false;
      }
    }
    char first = part.charAt(0);
    boolean last = Words.capitalised(words[words.length - 1]);
    return first == '@' || Character.isUpperCase(first) && (last || words.length == 1);
  }

  /** Length of the label at the start with its colon, "by" or comma; 0 when there is none. */
  private static int afterLabel(String line) {
    int best = 0;
    int at = 0;
    for (int words = 0; words < LABEL_WORDS && at < line.length(); words++) {
      int end = at;
      while (end < line.length() && Character.isLetter(line.charAt(end))) {
        end++;
      }
      if (end == at) {
        break;
      }
      String label = Words.plain(line.substring(0, end));
      if (words == 0 && !OPENINGS.contains(label)) {
        break;
      }
      if (LABELS.contains(label)) {
        int mark = end;
        while (mark < line.length() && line.charAt(mark) == ' ') {
          mark++;
        }
        boolean marked = mark < line.length() && ":|,/-–—.".indexOf(line.charAt(mark)) >= 0;
        if (marked || FREE_LABELS.contains(label) && mark > end) {
          best = marked ? mark + 1 : mark;
        }
      }
      at = end;
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
    }
    return best;
  }

  private static boolean isEdge(char c) {
    return c == ' ' || c == '.' || c == '\u00A0' || c == '©' || c == ':' || c == ')';
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    if (text.startsWith("(c)") || text.startsWith("(C)")) {
      start = 3;
    }
    while (start < end && (isEdge(text.charAt(start)) || text.charAt(start) == '|')) {
      start++;
    }
    // the point of an initial or of "Inc." may go too: nobody misses it
    while (end > start && (isEdge(text.charAt(end - 1)) || text.charAt(end - 1) == ';')) {
      end--;
    }
    return text.substring(start, end).replace('\u00A0', ' ');
  }
}
