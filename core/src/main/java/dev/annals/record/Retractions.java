package dev.annals.record;

import dev.annals.article.Article;
import dev.annals.text.TextResources;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What outlets have taken back or put right themselves: told by a notice in the article, or by a
 * notice of the same outlet that names the article's headline.
 */
public final class Retractions {

  private static final List<String> OPENINGS = lines("retraction-openings.en.txt");
  private static final List<String> PHRASES = lines("retraction-phrases.en.txt");
  private static final List<String> CORRECTIONS = lines("correction-phrases.en.txt");

  // notices stand at the top or at the end
  private static final int LOOKED_AT = 600;
  // characters of a text that is nothing but a notice
  private static final int LONGEST_NOTICE = 900;
  // share of a headline's words by which a notice names it
  private static final double NAMED = 0.6;
  private static final int LEAST_NAMED = 3;

  private Retractions() {}

  private static List<String> lines(String name) {
    return TextResources.lines(Retractions.class, name);
  }

  /** Whether an article is nothing but the notice that it was taken back. */
  public static boolean isNotice(Article article) {
    return article.text().length() <= LONGEST_NOTICE
        && StoryRecord.RETRACTED.equals(notice(article));
  }

  /** What an article says of itself: retracted, corrected, or null for nothing. */
  static @Nullable String notice(Article article) {
    String title = article.title() == null ? "" : article.title().toLowerCase(Locale.ROOT).strip();
    String text = article.text();
    String top = text.substring(0, Math.min(LOOKED_AT, text.length())).toLowerCase(Locale.ROOT);
    String end = text.substring(Math.max(0, text.length() - LOOKED_AT)).toLowerCase(Locale.ROOT);
    if (opens(title) || holds(top, PHRASES) || holds(end, PHRASES)) {
      return StoryRecord.RETRACTED;
    }
    return holds(top, CORRECTIONS) || holds(end, CORRECTIONS) ? StoryRecord.CORRECTED : null;
  }

  /** Whether a headline says that something is taken back. */
  static boolean opens(Article article) {
    String title = article.title();
    return title != null && opens(title.toLowerCase(Locale.ROOT).strip());
  }

  private static boolean opens(String title) {
    for (String opening : OPENINGS) {
      if (title.startsWith(opening)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String text, List<String> phrases) {
    for (String phrase : phrases) {
      if (text.contains(phrase)) {
        return true;
      }
    }
    return false;
  }

  /** The notices of a story's articles by id; those without one are left out. */
  static Map<String, String> of(List<ArticleParts> articles) {
    var notices = new HashMap<String, String>();
    for (ArticleParts parts : articles) {
      StoryArticle article = parts.article();
      boolean gone = StoryRecord.GONE.equals(article.notice());
      String notice = article.notice() != null && !gone ? article.notice() : parts.notice();
      notice = notice == null && gone ? StoryRecord.GONE : notice;
      if (notice != null) {
        notices.put(parts.id(), notice);
      }
    }
    for (ArticleParts notice : articles) {
      if (notice.opensAsNotice()) {
        for (ArticleParts other : articles) {
          if (other != notice && names(notice.article().article(), other.article().article())) {
            notices.put(other.id(), StoryRecord.RETRACTED);
          }
        }
      }
    }
    return notices;
  }

  private static boolean names(Article notice, Article other) {
    String title = other.title();
    if (title == null || notice.source() == null || !notice.source().equals(other.source())) {
      return false;
    }
    Set<String> words = ContentWords.of(title);
    var told = ContentWords.of(notice.title() + " " + notice.text());
    long shared = words.stream().filter(told::contains).count();
    return shared >= LEAST_NAMED && shared >= NAMED * words.size();
  }
}
