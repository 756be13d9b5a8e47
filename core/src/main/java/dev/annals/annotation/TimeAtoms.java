package dev.annals.annotation;

import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that time expressions are read from: tokens, those with a hyphen taken apart ("five-" +
 * "year"), with the classes that the word list gives them.
 */
final class TimeAtoms {

  // longer words are never of the list, and numbers of more digits are no part of a time
  private static final int LONGEST = 16;

  // frequent words that only stand inside of time expressions, or beside them
  private static final Set<TimeWord> NEVER_FIRST =
      EnumSet.of(
          TimeWord.AGO,
          TimeWord.AND,
          TimeWord.AS,
          TimeWord.COULD,
          TimeWord.ENDED,
          TimeWord.FROM,
          TimeWord.HAVE,
          TimeWord.HENCE,
          TimeWord.IN,
          TimeWord.NOT,
          TimeWord.OF,
          TimeWord.OLD,
          TimeWord.ON,
          TimeWord.OR,
          TimeWord.PLANNED,
          TimeWord.PURPOSE,
          TimeWord.SINCE,
          TimeWord.THAN,
          TimeWord.TIMEWORD,
          TimeWord.TO,
          TimeWord.UNTIL);

  /** What an atom is by its letters: a number, or what the list has for it. */
  static final class Sense {
    private final Entries entries;
    private final int number;

    private Sense(Entries entries, int number) {
      this.entries = entries;
      this.number = number;
    }

    static Sense of(String word, String lower) {
      int number = -1;
      Entries entries = NONE;
      if (word.length() <= LONGEST) {
        number = number(word);
        if (number < 0) {
          entries = WORDS.getOrDefault(plain(lower), NONE);
        }
      }
      return new Sense(entries, number);
    }
  }

  private static final Entries NONE = new Entries(List.of());
  private static final Map<String, Entries> WORDS = words();

  private record Entry(TimeWord word, String value) {}

  /** What the list has for a word: most questions are of classes that it has not. */
  private static final class Entries {
    private final Entry[] entries;
    // a bit per class, by its number
    private final long[] classes = new long[TimeWord.values().length / Long.SIZE + 1];
    private final boolean opens;

    Entries(List<Entry> list) {
      entries = list.toArray(Entry[]::new);
      boolean first = false;
      for (Entry entry : entries) {
        int number = entry.word().ordinal();
        classes[number / Long.SIZE] |= 1L << number;
        first |= !NEVER_FIRST.contains(entry.word());
      }
      opens = first;
    }

    boolean has(TimeWord word) {
      int number = word.ordinal();
      return (classes[number / Long.SIZE] & 1L << number) != 0;
    }

    @Nullable String value(TimeWord word) {
      if (has(word)) {
        for (Entry entry : entries) {
          if (entry.word() == word) {
            return entry.value();
          }
        }
      }
      return null;
    }
  }

  private final Tokens tokens;
  private final int[] starts;
  private final int[] ends;
  private final int[] tokenOf;
  private final int[] firstAtoms;
  private final Entries[] entries;
  private final int[] numbers;
  private final int size;

  TimeAtoms(Tokens tokens) {
    this.tokens = tokens;
    String text = tokens.text();
    int[] from = new int[tokens.size() + 16];
    int[] to = new int[from.length];
    int[] of = new int[from.length];
    int count = 0;
    this.firstAtoms = new int[tokens.size()];
    for (int token = 0; token < tokens.size(); token++) {
      int start = tokens.start(token);
      int end = tokens.end(token);
      boolean digits = isDate(text, start, end);
      firstAtoms[token] = count;
      for (int at = start; at < end; ) {
        int stop = at;
        while (stop < end && (digits || !isHyphen(text.charAt(stop)))) {
          stop++;
        }
        if (stop == at) {
          if (end - start > 1) {
            at++;
            continue;
          }
          stop = end;
        }
        if (count == from.length) {
          from = Arrays.copyOf(from, count * 2);
          to = Arrays.copyOf(to, count * 2);
          of = Arrays.copyOf(of, count * 2);
        }
        from[count] = at;
        to[count] = stop;
        of[count++] = token;
        at = stop;
      }
    }
    this.starts = from;
    this.ends = to;
    this.tokenOf = of;
    this.size = count;
    this.entries = new Entries[count];
    this.numbers = new int[count];
    for (int i = 0; i < count; i++) {
      int token = of[i];
      boolean whole = from[i] == tokens.start(token) && to[i] == tokens.end(token);
      Sense sense = whole ? WordSenses.of(tokens, token).time : part(text, from[i], to[i]);
      entries[i] = sense.entries;
      numbers[i] = sense.number;
    }
  }

  private static Sense part(String text, int from, int to) {
    String word = text.substring(from, to);
    return Sense.of(word, word.toLowerCase(Locale.ROOT));
  }

  private static Map<String, Entries> words() {
    var lists = new HashMap<String, List<Entry>>();
    for (String line : TextResources.lines(TimeAtoms.class, "times.en.txt")) {
      String[] parts = line.split(" ");
      lists
          .computeIfAbsent(parts[0], word -> new ArrayList<>())
          .add(new Entry(TimeWord.valueOf(parts[1]), parts.length > 2 ? parts[2] : ""));
    }
    var words = new HashMap<String, Entries>();
    lists.forEach((word, list) -> words.put(word, new Entries(list)));
    return words;
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '‑' || c == '–';
  }

  /** "2031-03-05" and "1987-88" stay whole. */
  private static boolean isDate(String text, int start, int end) {
    if (end - start == 9 && isHyphen(text.charAt(start + 4))) {
      // "2029-2031" are two years
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c > '9' || !Character.isDigit(c) && !isHyphen(c)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int start, int end) {
    int value = 0;
    if (end - start > 6) {
      return -1;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return c == ',' && i > start ? number(text.substring(start, end).replace(",", "")) : -1;
      }
      value = value * 10 + c - '0';
    }
    return end > start ? value : -1;
  }

  private static int number(String digits) {
    return number(digits, 0, digits.length());
  }

  private static String plain(String lower) {
    String word = lower.indexOf('.') >= 0 ? lower.replace(".", "") : lower;
    return word.indexOf('’') >= 0 ? word.replace('’', '\'') : word;
  }

  int size() {
    return size;
  }

  int start(int atom) {
    return starts[atom];
  }

  int end(int atom) {
    return ends[atom];
  }

  int token(int atom) {
    return tokenOf[atom];
  }

  int sentence(int atom) {
    return tokens.sentence(tokenOf[atom]);
  }

  String word(int atom) {
    return atom < 0 || atom >= size ? "" : tokens.text().substring(starts[atom], ends[atom]);
  }

  char first(int atom) {
    return atom < 0 || atom >= size ? ' ' : tokens.text().charAt(starts[atom]);
  }

  char last(int atom) {
    return atom < 0 || atom >= size ? ' ' : tokens.text().charAt(ends[atom] - 1);
  }

  boolean isCapital(int atom) {
    return Character.isUpperCase(first(atom));
  }

  /** Whether a quotation mark opens before the atom. */
  boolean quoted(int atom) {
    char before = starts[atom] == 0 ? ' ' : tokens.text().charAt(starts[atom] - 1);
    return before == '"' || before == '“' || before == '`' || before == '«' || before == '‘';
  }

  /** Whether a hyphen joins this atom to the next. */
  boolean joined(int atom) {
    return atom >= 0 && atom + 1 < size && tokenOf[atom] == tokenOf[atom + 1];
  }

  /** The number in digits that the atom is, or -1. */
  int number(int atom) {
    return atom < 0 || atom >= size ? -1 : numbers[atom];
  }

  /** Whether a time expression may begin with the word. */
  boolean opens(int atom) {
    return entries[atom].opens || Character.isDigit(first(atom));
  }

  boolean is(int atom, TimeWord word) {
    return atom >= 0 && atom < size && entries[atom].has(word);
  }

  /** The value that the list gives the word in this class, or null when it is not of the class. */
  @Nullable String value(int atom, TimeWord word) {
    return atom < 0 || atom >= size ? null : entries[atom].value(word);
  }

  /** Whether a token, or what stands before its first hyphen, is of a class. */
  boolean isWord(int token, TimeWord word) {
    return token >= 0 && token < firstAtoms.length && is(firstAtoms[token], word);
  }

  /** Whether a token opens a bracket: what stands in it belongs to the words before. */
  boolean isBracket(int token) {
    return tokens.text().charAt(tokens.start(token)) == '(';
  }

  /** The value of a token, or of what stands before its first hyphen, in a class, or null. */
  @Nullable String wordValue(int token, TimeWord word) {
    return token < 0 || token >= firstAtoms.length ? null : value(firstAtoms[token], word);
  }

  int intValue(int atom, TimeWord word) {
    String value = value(atom, word);
    return value == null ? -1 : Integer.parseInt(value);
  }
}
