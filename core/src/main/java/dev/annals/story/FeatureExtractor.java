package dev.annals.story;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Mention;
import dev.annals.annotation.TimeExpression;
import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.Tokens;
import dev.annals.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the {@link StoryFeatures} of an article. Works without annotations, without capitals and in
 * any language that puts spaces between words. Safe for use by several threads.
 */
public final class FeatureExtractor {

  /** Tokens after which an article no longer adds words: what is new stands above. */
  private static final int READ = 1200;

  /** Tokens of the body that make the lead. */
  private static final int LEAD = 70;

  /** The features of an article. */
  public StoryFeatures features(Article article, Annotations annotations) {
    return of(article, annotations, Tokens.ofAll(article.text(), spans(article)));
  }

  /**
   * The features of an article that was cut into words already.
   *
   * @param tokens those that it was annotated by
   */
  public StoryFeatures features(Article article, Annotations annotations, Tokens tokens) {
    List<Block> blocks = article.blocks();
    if (blocks.isEmpty() || !tokens.isWhole()) {
      return features(article, annotations);
    }
    boolean[] told = new boolean[blocks.size()];
    for (int i = 0; i < told.length; i++) {
      told[i] = isTold(blocks.get(i).role());
    }
    return of(article, annotations, tokens.only(told));
  }

  private static StoryFeatures of(Article article, Annotations annotations, Tokens body) {
    var title = Tokens.of(article.title() == null ? "" : article.title());
    var counts = new WordCounts();
    counts.headline(title);
    counts.body(body, READ, LEAD);
    List<Terms> terms = counts.terms();
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
        terms.get(0),
        terms.get(1),
        terms.get(2),
        names.terms(),
        terms.get(3),
        days.terms(),
        forms(title, body, annotations),
        MinHash.signature(counts.hashes()));
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
          Word shared = tokens.shared(t);
          String word = shared.text();
          String small = shared.lower();
          String stem = WordCounts.stemOf(shared);
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
      if (isTold(block.role())) {
        spans.add(block.span());
      }
    }
    return spans;
  }

  private static boolean isTold(Role role) {
    return role.isBody()
        || role == Role.HEADLINE
        || role == Role.STANDFIRST
        || role == Role.CAPTION
        || role == Role.OTHER;
  }

  /**
   * Words with a capital in mid-sentence that never stand in small letters: names, for texts that
   * were not annotated.
   */
  private static void capitalised(Tokens tokens, Counts names) {
    int end = Math.min(tokens.size(), READ);
    for (int t = 0; t < end; t++) {
      if (Character.isUpperCase(tokens.first(t))
          && tokens.end(t) - tokens.start(t) > 1
          && tokens.sentenceFirst(tokens.sentence(t)) != t) {
        names.add(tokens.lower(t));
      }
    }
    for (int t = 0; t < end && !names.isEmpty(); t++) {
      if (Character.isLowerCase(tokens.first(t))) {
        names.remove(tokens.word(t));
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

    void remove(String word) {
      counts.remove(word);
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
