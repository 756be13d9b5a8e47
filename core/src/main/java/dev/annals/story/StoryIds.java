package dev.annals.story;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Names stories: words of the headline and a mark made from the first article's id. */
final class StoryIds {

  private static final int WORDS = 6;
  private static final int LETTERS = 48;
  private static final int MARK = 6;

  private StoryIds() {}

  /** {@code ferry-runs-aground-off-kestrel-point-3fa9c1}. */
  static String of(@Nullable String title, String article, Predicate<String> taken) {
    String slug = slug(title == null ? "" : title);
    String mark = mark(article);
    String id = (slug.isEmpty() ? "story" : slug) + "-" + mark.substring(0, MARK);
    String free = id;
    for (int n = 2; taken.test(free); n++) {
      free = id + "-" + n;
    }
    return free;
  }

  private static String mark(String article) {
    long hash = 1125899906842597L;
    for (int i = 0; i < article.length(); i++) {
      hash = hash * 31 + article.charAt(i);
    }
    return String.format(Locale.ROOT, "%016x", Hashing.mix(hash));
  }

  private static String slug(String title) {
    String plain = Normalizer.normalize(title, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    var slug = new StringBuilder();
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < plain.length() && slug.length() < LETTERS; i++) {
      char c = plain.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        if (!inWord) {
          if (words++ == WORDS) {
            break;
          }
          if (slug.length() > 0) {
            slug.append('-');
          }
          inWord = true;
        }
        slug.append(c);
      } else if (c != '\'' && c != '’' && Character.getType(c) != Character.NON_SPACING_MARK) {
        inWord = false;
      }
    }
    return slug.toString();
  }
}
