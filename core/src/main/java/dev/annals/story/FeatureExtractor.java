package dev.annals.story;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Mention;
import dev.annals.annotation.TimeExpression;
import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes the {@link StoryFeatures} of an article. Works without annotations, without capitals and in
 * any language that puts spaces between words. Safe for use by several threads.
 */
public final class FeatureExtractor {

  /** Tokens after which an article no longer adds words: what is new stands above. */
  private static final int READ = 1200;

  /** Tokens of the body that make the lead. */
  private static final int LEAD = 70;

  /** Letters of a word that count: "evacuated" and "evacuation" become one, in any language. */
  private static final int STEM = 7;

  /** The features of an article. */
  public StoryFeatures features(Article article, Annotations annotations) {
    var body = Tokens.ofAll(article.text(), spans(article));
    var title = Tokens.of(article.title() == null ? "" : article.title());
    var headline = new Counts();
    var lead = new Counts();
    var whole = new Counts();
    var numbers = new Counts();
    var titleWords = words(title, title.size());
    var bodyWords = words(body, READ);
    for (var word : titleWords) {
      count(word, numbers, headline, lead, whole);
    }
    int at = 0;
    for (var word : bodyWords) {
      if (at++ < LEAD) {
        count(word, numbers, lead, whole);
      } else {
        count(word, numbers, whole);
      }
    }
    var names = new Counts();
    capitalised(body, names);
    capitalisedInTitle(title, names);
    if (names.isEmpty()) {
      for (Mention mention : annotations.mentions()) {
        for (String part : mention.name().split(" ")) {
          if (part.length() > 1) {
            names.add(part.toLowerCase(Locale.ROOT));
          }
        }
      }
    }
    var days = new Counts();
    for (TimeExpression time : annotations.times()) {
      if (time.value().length() >= 10 && Character.isDigit(time.value().charAt(9))) {
        days.add(time.value().substring(0, 10));
      }
    }
    return new StoryFeatures(
        article.id(),
        article.source(),
        article.title(),
        StatedTime.seconds(article.published(), article.captured()),
        StatedTime.day(article.published()),
        article.language(),
        headline.terms(),
        lead.terms(),
        whole.terms(),
        names.terms(),
        numbers.terms(),
        days.terms(),
        forms(title, body, annotations),
        MinHash.signature(bodyWords));
  }

  /** The first spelling of each word that differs from what is compared. */
  private static Map<String, String> forms(Tokens title, Tokens body, Annotations annotations) {
    var forms = new HashMap<String, String>();
    for (Mention mention : annotations.mentions()) {
      // a shared "okoro" is shown as "Ada Okoro"
      String name = mention.name();
      String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
      if (name.length() > last.length()) {
        forms.putIfAbsent(last, name);
      }
    }
    for (Tokens tokens : List.of(body, title)) {
      int end = Math.min(tokens.size(), READ);
      for (int t = 0; t < end; t++) {
        if (Character.isLetter(tokens.first(t))) {
          String word = tokens.word(t);
          String small = tokens.lower(t);
          String stem = stem(small);
          if (!stem.equals(word)) {
            forms.putIfAbsent(stem, word);
          }
          if (!small.equals(word) && !small.equals(stem)) {
            forms.putIfAbsent(small, word);
          }
        }
      }
    }
    return forms;
  }

  private static List<Span> spans(Article article) {
    var spans = new ArrayList<Span>();
    for (Block block : article.blocks()) {
      Role role = block.role();
      boolean told =
          role.isBody()
              || role == Role.HEADLINE
              || role == Role.STANDFIRST
              || role == Role.CAPTION
              || role == Role.OTHER;
      if (told) {
        spans.add(block.span());
      }
    }
    return spans;
  }

  /** Words and numbers in lower case; a number that a tokeniser took apart is put together. */
  private static List<String> words(Tokens tokens, int most) {
    var words = new ArrayList<String>();
    int end = Math.min(tokens.size(), most);
    for (int t = 0; t < end; t++) {
      char first = tokens.first(t);
      if (Character.isDigit(first)) {
        var number = new StringBuilder(tokens.word(t));
        // "4 . 6", "1 , 200": tokenised text
        while (t + 2 < end
            && (tokens.is(t + 1, ".") || tokens.is(t + 1, ","))
            && Character.isDigit(tokens.first(t + 2))
            && tokens.start(t + 1) == tokens.end(t) + 1
            && tokens.start(t + 2) == tokens.end(t + 1) + 1) {
          number.append(tokens.first(t + 1)).append(tokens.word(t + 2));
          t += 2;
        }
        words.add(number.toString().toLowerCase(Locale.ROOT));
      } else if (Character.isLetter(first)) {
        words.add(tokens.lower(t));
      }
    }
    return words;
  }

  /** Counts a word in several places; a number counts as one in each of them. */
  private static void count(String word, Counts numbers, Counts... places) {
    if (Character.isDigit(word.charAt(0))) {
      String number = number(word);
      for (Counts place : places) {
        place.add(number);
        numbers.add(number);
      }
      return;
    }
    // "stop-and-frisk" counts as its parts too
    int from = 0;
    for (int i = 0; i <= word.length(); i++) {
      if (i == word.length() || word.charAt(i) == '-') {
        if (i - from > 1) {
          String stem = stem(word.substring(from, i));
          for (Counts place : places) {
            place.add(stem);
          }
        }
        from = i + 1;
      }
    }
  }

  private static String number(String word) {
    return word.indexOf(',') < 0 ? word : word.replace(",", "");
  }

  static String stem(String word) {
    int end = word.length();
    if (end > 0 && word.charAt(end - 1) == '.' && word.indexOf('.') == end - 1) {
      end--;
    }
    if (end > 3 && word.charAt(end - 1) == 's' && word.charAt(end - 2) != 's') {
      end--;
    }
    return word.substring(0, Math.min(end, STEM));
  }

  /**
   * Words with a capital in mid-sentence that never stand in small letters: names, for texts that
   * were not annotated.
   */
  private static void capitalised(Tokens tokens, Counts names) {
    Set<String> small = new HashSet<>();
    int end = Math.min(tokens.size(), READ);
    for (int t = 0; t < end; t++) {
      if (Character.isLowerCase(tokens.first(t))) {
        small.add(tokens.word(t));
      }
    }
    for (int t = 0; t < end; t++) {
      if (Character.isUpperCase(tokens.first(t))
          && tokens.end(t) - tokens.start(t) > 1
          && tokens.sentenceFirst(tokens.sentence(t)) != t) {
        String word = tokens.lower(t);
        if (!small.contains(word)) {
          names.add(word);
        }
      }
    }
  }

  /** A headline may capitalise every word: only what the body shows to be a name counts. */
  private static void capitalisedInTitle(Tokens title, Counts names) {
    for (int t = 0; t < title.size(); t++) {
      if (Character.isUpperCase(title.first(t))) {
        names.addIfKnown(title.word(t).toLowerCase(Locale.ROOT));
      }
    }
  }

  /** Counts that are given in the order of the alphabet. */
  private static final class Counts {
    private static final int[] NONE = {0};

    private final Map<String, int[]> counts = new HashMap<>();

    void add(String word) {
      int[] count = counts.get(word);
      if (count == null) {
        counts.put(word, new int[] {1});
      } else {
        count[0]++;
      }
    }

    boolean isEmpty() {
      return counts.isEmpty();
    }

    void addIfKnown(String word) {
      if (counts.containsKey(word)) {
        add(word);
      }
    }

    Terms terms() {
      String[] words = counts.keySet().toArray(String[]::new);
      Arrays.sort(words);
      float[] values = new float[words.length];
      for (int i = 0; i < words.length; i++) {
        values[i] = counts.getOrDefault(words[i], NONE)[0];
      }
      return new Terms(List.of(words), values);
    }
  }
}
