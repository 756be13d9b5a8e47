package dev.annals.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One tokenisation of a text, shared by all that read it: tokens in the manner of the Penn Treebank
 * (possessive and negation split off, hyphenated words, numbers, clock times and abbreviations
 * whole) grouped into sentences and blocks. A token never crosses a block. Immutable and safe for
 * use by several threads.
 */
public final class Tokens {

  private static final Map<String, Boolean> ABBREVIATIONS = abbreviations();

  /** Abbreviations only before a number: "No. 2" but "No." */
  private static final Set<String> NUMBERED = numbered();

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final int[] sentenceOf;
  private final int[] blockOf;
  private final int[] sentenceStarts;
  // filled when asked for; two threads that ask at once make equal ones
  private final @Nullable Word[] words;
  private final boolean whole;

  private Tokens(
      String text,
      int[] starts,
      int[] ends,
      int[] sentenceOf,
      int[] blockOf,
      int[] sentenceStarts,
      @Nullable Word[] words,
      boolean whole) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.sentenceOf = sentenceOf;
    this.blockOf = blockOf;
    this.sentenceStarts = sentenceStarts;
    this.words = words;
    this.whole = whole;
  }

  /** Tokens of a text that is one block. */
  public static Tokens of(String text) {
    return of(text, List.of(new Span(0, text.length())));
  }

  /**
   * Tokens of the blocks of a text. What lies between blocks is left out, and so are headlines of
   * other articles that stand in the middle of a sentence.
   *
   * @param blocks in order, not overlapping
   */
  public static Tokens of(String text, List<Span> blocks) {
    return of(text, blocks, GluedHeadlines.of(text));
  }

  /** The same, other headlines included: they too say what a page is about. */
  public static Tokens ofAll(String text, List<Span> blocks) {
    return of(text, blocks, List.of());
  }

  private static Tokens of(String text, List<Span> blocks, List<Span> glued) {
    var scanner = new Scanner(text, glued);
    int number = 0;
    for (Span block : blocks) {
      scanner.scan(block, number++);
    }
    return scanner.finish();
  }

  /** Whether no other headline was left out. */
  public boolean isWhole() {
    return whole;
  }

  /**
   * The tokens of some of the blocks, with the words that were looked up already. The blocks keep
   * their numbers.
   *
   * @param blocks which of the blocks given
   */
  public Tokens only(boolean[] blocks) {
    int kept = 0;
    int sentences = 0;
    for (int sentence = 0; sentence < sentenceStarts.length; sentence++) {
      if (blocks[blockOf[sentenceStarts[sentence]]]) {
        kept += sentenceEnd(sentence) - sentenceFirst(sentence);
        sentences++;
      }
    }
    if (kept == starts.length) {
      return this;
    }
    var some =
        new Tokens(
            text,
            new int[kept],
            new int[kept],
            new int[kept],
            new int[kept],
            new int[sentences],
            new Word[kept],
            whole);
    int at = 0;
    int number = 0;
    for (int sentence = 0; sentence < sentenceStarts.length; sentence++) {
      int first = sentenceFirst(sentence);
      int length = sentenceEnd(sentence) - first;
      if (blocks[blockOf[first]]) {
        System.arraycopy(starts, first, some.starts, at, length);
        System.arraycopy(ends, first, some.ends, at, length);
        System.arraycopy(blockOf, first, some.blockOf, at, length);
        System.arraycopy(words, first, some.words, at, length);
        Arrays.fill(some.sentenceOf, at, at + length, number);
        some.sentenceStarts[number++] = at;
        at += length;
      }
    }
    return some;
  }

  /** The text that the offsets point into. */
  public String text() {
    return text;
  }

  /** Number of tokens. */
  public int size() {
    return starts.length;
  }

  /** Offset of the first code unit of a token. */
  public int start(int token) {
    return starts[token];
  }

  /** Offset after the last code unit of a token. */
  public int end(int token) {
    return ends[token];
  }

  /** The token as it stands. */
  public String word(int token) {
    return shared(token).text();
  }

  /** The token in lower case. */
  public String lower(int token) {
    return shared(token).lower();
  }

  /** The token as a word: the same object for every token of a frequent word. */
  public Word shared(int token) {
    Word word = words[token];
    if (word == null) {
      word = SharedWords.of(text, starts[token], ends[token]);
      words[token] = word;
    }
    return word;
  }

  /** Whether the token is this word, letter by letter. */
  public boolean is(int token, String word) {
    return ends[token] - starts[token] == word.length() && text.startsWith(word, starts[token]);
  }

  /** First character of a token. */
  public char first(int token) {
    return text.charAt(starts[token]);
  }

  /** From the start of one token to the end of another, both included. */
  public Span span(int first, int last) {
    return new Span(starts[first], ends[last]);
  }

  /** Number of the sentence a token stands in. */
  public int sentence(int token) {
    return sentenceOf[token];
  }

  /** Number of the block a token stands in, counted over the blocks given. */
  public int block(int token) {
    return blockOf[token];
  }

  /** Number of sentences. */
  public int sentences() {
    return sentenceStarts.length;
  }

  /** First token of a sentence. */
  public int sentenceFirst(int sentence) {
    return sentenceStarts[sentence];
  }

  /** Token after the last one of a sentence. */
  public int sentenceEnd(int sentence) {
    return sentence + 1 < sentenceStarts.length ? sentenceStarts[sentence + 1] : starts.length;
  }

  /** Where a sentence stands in the text. */
  public Span sentenceSpan(int sentence) {
    return span(sentenceFirst(sentence), sentenceEnd(sentence) - 1);
  }

  /** The first token that ends after an offset, or {@link #size()} when there is none. */
  public int at(int offset) {
    int found = Arrays.binarySearch(ends, offset + 1);
    return found >= 0 ? found : -found - 1;
  }

  private static Map<String, Boolean> abbreviations() {
    var map = new HashMap<String, Boolean>();
    for (String line : TextResources.lines(Tokens.class, "abbreviations.en.txt")) {
      int blank = line.indexOf(' ');
      map.put(blank < 0 ? line : line.substring(0, blank), line.endsWith(" end"));
    }
    return Map.copyOf(map);
  }

  private static Set<String> numbered() {
    var numbered = new HashSet<String>();
    for (String line : TextResources.lines(Tokens.class, "abbreviations.en.txt")) {
      if (line.endsWith(" number")) {
        numbered.add(line.substring(0, line.indexOf(' ')));
      }
    }
    return Set.copyOf(numbered);
  }

  /** Walks over the text once; every step moves forward, so the time is linear. */
  private static final class Scanner {
    private final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] sentenceOf = new int[64];
    private int[] blockOf = new int[64];
    private int[] sentenceStarts = new int[16];
    private int count;
    private int sentences;
    private boolean sentenceOpen;
    // whether a straight quotation mark of the block is open
    private boolean quoteOpen;
    private final boolean linesAreSentences;
    private final List<Span> glued;
    private int nextGlued;

    Scanner(String text, List<Span> glued) {
      this.text = text;
      this.glued = glued;
      this.linesAreSentences = linesAreSentences(text);
    }

    /**
     * Whether a new line begins a new sentence in this text. Where lines are merely wrapped, many
     * of them begin in lower case.
     */
    private static boolean linesAreSentences(String text) {
      int lines = 0;
      int wrapped = 0;
      for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        if (at + 1 < text.length() && text.charAt(at + 1) > ' ') {
          lines++;
          wrapped += Character.isLowerCase(text.charAt(at + 1)) ? 1 : 0;
        }
      }
      return wrapped * 8 <= lines;
    }

    void scan(Span block, int number) {
      sentenceOpen = false;
      quoteOpen = false;
      int at = block.start();
      int end = block.end();
      while (at < end) {
        char c = text.charAt(at);
        int behind = behindGlued(at);
        if (behind > at) {
          at = Math.min(end, behind);
        } else if (isSpace(c)) {
          if (c == '\n' && (linesAreSentences || blankLine(at, end))) {
            sentenceOpen = false;
          }
          at++;
        } else {
          int stop = tokenEnd(at, end);
          add(at, stop, number);
          at = stop;
          if (endsSentence(count - 1, at, end)) {
            at = closeSentence(at, end, number);
          }
        }
      }
    }

    /** Where the text goes on that other headlines interrupt here; the offset itself if none do. */
    private int behindGlued(int at) {
      while (nextGlued < glued.size() && glued.get(nextGlued).end() <= at) {
        nextGlued++;
      }
      return nextGlued < glued.size() && glued.get(nextGlued).start() <= at
          ? glued.get(nextGlued).end()
          : at;
    }

    private boolean blankLine(int at, int end) {
      for (int i = at + 1; i < end; i++) {
        char c = text.charAt(i);
        if (c == '\n') {
          return true;
        }
        if (!isSpace(c)) {
          return false;
        }
      }
      return false;
    }

    /** Closing quotation marks and brackets belong to the sentence that they close. */
    private int closeSentence(int at, int end, int number) {
      int i = at;
      while (i < end && isCloser(text.charAt(i), i, end)) {
        int stop = text.startsWith("''", i) ? i + 2 : i + 1;
        add(i, stop, number);
        i = stop;
      }
      sentenceOpen = false;
      return i;
    }

    private boolean isCloser(char c, int at, int end) {
      if (c == '”' || c == '’' || c == '»' || c == ')' || c == ']') {
        return true;
      }
      // "It is shut."The mayor left: a mark that was open closes, though the blank is lost
      return (c == '"' || c == '\'')
          && (at + 1 >= end
              || !Character.isLetterOrDigit(text.charAt(at + 1))
              || c == '"' && quoteOpen && Character.isUpperCase(text.charAt(at + 1)));
    }

    private boolean endsSentence(int token, int at, int end) {
      int start = starts[token];
      char last = text.charAt(ends[token] - 1);
      if (last == '!' || last == '?' || last == '…') {
        return !lowerCaseFollows(at, end);
      }
      if (last != '.') {
        return false;
      }
      if (ends[token] - start > 1 && last == '.' && text.charAt(start) != '.') {
        // a token that keeps its full stop is an abbreviation: "Mr." never ends a sentence, "U.S."
        // and "Co." may
        String word = text.substring(start, ends[token] - 1);
        Boolean mayEnd = ABBREVIATIONS.get(word);
        boolean initials = word.length() == 1 || word.indexOf('.') >= 0;
        if (mayEnd == null && !initials
            || Boolean.TRUE.equals(mayEnd)
            || word.length() > 1 && initials) {
          return sentenceStartFollows(at, end);
        }
        return at >= end || restIsBlank(at, end);
      }
      return !lowerCaseFollows(at, end);
    }

    private boolean restIsBlank(int at, int end) {
      for (int i = at; i < end; i++) {
        if (!isSpace(text.charAt(i))) {
          return false;
        }
      }
      return true;
    }

    private boolean lowerCaseFollows(int at, int end) {
      int i = at;
      while (i < end && (isSpace(text.charAt(i)) || isCloser(text.charAt(i), i, end))) {
        i++;
      }
      return i < end
          && (Character.isLowerCase(text.charAt(i))
              || text.charAt(i) == ','
              || text.charAt(i) == ';');
    }

    /**
     * After an abbreviation that may end a sentence: a capital that begins a common starter, or the
     * end.
     */
    private boolean sentenceStartFollows(int at, int end) {
      int i = at;
      while (i < end && (isSpace(text.charAt(i)) || isCloser(text.charAt(i), i, end))) {
        i++;
      }
      if (i >= end) {
        return true;
      }
      char c = text.charAt(i);
      if (c == '"' || c == '“') {
        return true;
      }
      if (!Character.isUpperCase(c)) {
        return false;
      }
      int stop = i;
      while (stop < end && Character.isLetter(text.charAt(stop))) {
        stop++;
      }
      return SentenceStarters.contains(text.substring(i, stop));
    }

    private void add(int start, int end, int block) {
      if (!sentenceOpen) {
        if (sentences == sentenceStarts.length) {
          sentenceStarts = Arrays.copyOf(sentenceStarts, sentences * 2);
        }
        sentenceStarts[sentences++] = count;
        sentenceOpen = true;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
        sentenceOf = Arrays.copyOf(sentenceOf, count * 2);
        blockOf = Arrays.copyOf(blockOf, count * 2);
      }
      if (text.charAt(start) == '"') {
        quoteOpen = !quoteOpen;
      }
      starts[count] = start;
      ends[count] = end;
      sentenceOf[count] = sentences - 1;
      blockOf[count] = block;
      count++;
    }

    private int tokenEnd(int at, int end) {
      char c = text.charAt(at);
      if (isWordChar(c) || Character.isHighSurrogate(c)) {
        return wordEnd(at, end);
      }
      if ((c == '\'' || c == '’') && at > 0) {
        // text that is already split has a blank on both sides: "Okoro 's letter"
        char before = text.charAt(at - 1);
        int suffix = isWordChar(before) || before == ' ' ? suffixEnd(at, end) : at;
        if (suffix > at && (isWordChar(before) || suffix < end && text.charAt(suffix) == ' ')) {
          return suffix;
        }
      }
      if (c == '@' || c == '#') {
        int stop = at + 1;
        while (stop < end && (isWordChar(text.charAt(stop)) || text.charAt(stop) == '_')) {
          stop++;
        }
        return stop;
      }
      int stop = at + 1;
      if (c == '.' && stop < end && Character.isDigit(text.charAt(stop)) && opensWord(at)) {
        return wordEnd(stop, end); // ".45-caliber"
      }
      if (c == '.' || c == '-' || c == '`' || c == '\'' || c == '*' || c == '=' || c == '_') {
        int most = c == '`' || c == '\'' ? 2 : Integer.MAX_VALUE;
        while (stop < end && text.charAt(stop) == c && stop - at < most) {
          stop++;
        }
      }
      return stop;
    }

    private boolean opensWord(int at) {
      return at == 0 || isSpace(text.charAt(at - 1)) || text.charAt(at - 1) == '(';
    }

    private int wordEnd(int at, int end) {
      int i = at;
      while (i < end) {
        char c = text.charAt(i);
        if (isWordChar(c) || Character.isSurrogate(c)) {
          i++;
        } else if (i + 1 < end && joins(c, i) && isWordChar(text.charAt(i + 1))) {
          i++;
        } else if ((c == '\'' || c == '’') && i + 1 < end && isWordChar(text.charAt(i + 1))) {
          if (negation(i, end)) {
            // "don't" is "do" + "n't"
            return i - 1 > at ? i - 1 : i + 2;
          }
          if (suffixEnd(i, end) > i) {
            return i;
          }
          i++;
        } else {
          break;
        }
      }
      if (i > at
          && (text.charAt(at) == 'n' || text.charAt(at) == 'N')
          && i == at + 1
          && suffixOfNegation(at, end)) {
        return at + 3;
      }
      if (i < end && text.charAt(i) == '.' && keepsStop(at, i)) {
        return i + 1;
      }
      return i;
    }

    private boolean suffixOfNegation(int at, int end) {
      return at + 2 < end && negation(at + 1, end);
    }

    private boolean negation(int apostrophe, int end) {
      if (apostrophe == 0 || apostrophe + 1 >= end) {
        return false;
      }
      char n = text.charAt(apostrophe - 1);
      char t = text.charAt(apostrophe + 1);
      return (n == 'n' || n == 'N')
          && (t == 't' || t == 'T')
          && (apostrophe + 2 >= end || !isWordChar(text.charAt(apostrophe + 2)));
    }

    /**
     * End of a possessive or contracted ending ("'s", "'ll") that begins here, or the offset itself
     * when there is none.
     */
    private int suffixEnd(int at, int end) {
      int stop = at + 1;
      while (stop < end && isWordChar(text.charAt(stop)) && stop - at < 4) {
        stop++;
      }
      int length = stop - at - 1;
      if (length == 1) {
        char c = Character.toLowerCase(text.charAt(at + 1));
        return c == 's' || c == 'd' || c == 'm' ? stop : at;
      }
      if (length == 2) {
        char a = Character.toLowerCase(text.charAt(at + 1));
        char b = Character.toLowerCase(text.charAt(at + 2));
        return a == 'l' && b == 'l' || a == 'r' && b == 'e' || a == 'v' && b == 'e' ? stop : at;
      }
      return at;
    }

    /** Signs that join letters or digits: "AT&T", "1,000", "3.5", "01:26", "and/or" stays apart. */
    private boolean joins(char c, int at) {
      if (c == '-' || c == '‑' || c == '&' || c == '_') {
        return true;
      }
      char before = at > 0 ? text.charAt(at - 1) : ' ';
      char after = text.charAt(at + 1);
      if (c == '.' || c == ',' || c == ':') {
        if (Character.isDigit(before) && Character.isDigit(after)) {
          return true;
        }
        // "U.S", "a.m", "example.com"
        return c == '.'
            && Character.isLetter(before)
            && Character.isLetter(after)
            && !GluedSentences.at(text, at);
      }
      return c == '/' && Character.isDigit(before) && Character.isDigit(after);
    }

    private boolean keepsStop(int start, int stop) {
      // "D-Pa.", "R-N.C.": a party's letter before a state's short form
      boolean party =
          stop - start > 3
              && text.charAt(start + 1) == '-'
              && Character.isUpperCase(text.charAt(start))
              && Character.isUpperCase(text.charAt(start + 2));
      String word = text.substring(party ? start + 2 : start, stop);
      if (ABBREVIATIONS.containsKey(word)) {
        return !NUMBERED.contains(word) || digitFollows(stop + 1);
      }
      if (word.length() == 1) {
        return Character.isUpperCase(word.charAt(0));
      }
      // "U.S", "a.m", "D.C": single letters between stops
      if (word.indexOf('.') < 0) {
        return false;
      }
      for (int i = 0; i < word.length(); i++) {
        boolean even = i % 2 == 0;
        if (even != Character.isLetter(word.charAt(i)) || !even && word.charAt(i) != '.') {
          return false;
        }
      }
      return true;
    }

    private boolean digitFollows(int at) {
      int i = at;
      while (i < text.length() && text.charAt(i) == ' ') {
        i++;
      }
      return i < text.length() && Character.isDigit(text.charAt(i));
    }

    Tokens finish() {
      return new Tokens(
          text,
          Arrays.copyOf(starts, count),
          Arrays.copyOf(ends, count),
          Arrays.copyOf(sentenceOf, count),
          Arrays.copyOf(blockOf, count),
          Arrays.copyOf(sentenceStarts, sentences),
          new Word[count],
          glued.isEmpty());
    }

    private static boolean isWordChar(char c) {
      return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isSpace(char c) {
      return c <= ' '
          || c == '\u00a0'
          || Character.isWhitespace(c)
          || c == '\u200b'
          || c == '\ufeff';
    }
  }
}
