package dev.annals.record;

import dev.annals.article.Article;
import dev.annals.text.TextResources;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of article one is, by its headline and address. */
enum Genre {
  REPORT,
  /** Explains or weighs: "Why the bridge was closed", "What does it mean?". */
  EXPLANATION,
  /** Says what its writer thinks: "Opinion: …", {@code /opinion/2021/…}. */
  OPINION;

  private static final Set<String> SECTIONS = words("opinion-sections.en.txt");
  private static final Set<String> LABELS = words("opinion-labels.en.txt");
  private static final Set<String> EXPLAINING = words("explaining-openings.en.txt");

  // characters of a label before a headline
  private static final int LONGEST_LABEL = 20;

  private static Set<String> words(String name) {
    return Set.copyOf(TextResources.lines(Genre.class, name));
  }

  static Genre of(Article article) {
    String title = article.title() == null ? "" : article.title().strip().toLowerCase(Locale.ROOT);
    if (isOpinion(article.url()) || isOpinion(article.canonicalUrl()) || isLabelled(title)) {
      return OPINION;
    }
    return title.contains("?") || explains(title) ? EXPLANATION : REPORT;
  }

  private static boolean isOpinion(@Nullable String url) {
    if (url == null) {
      return false;
    }
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    // the last part is the headline's words
    int last = path.lastIndexOf('/');
    return last > 0
        && Arrays.stream(path.substring(0, last).toLowerCase(Locale.ROOT).split("/"))
            .anyMatch(SECTIONS::contains);
  }

  private static boolean isLabelled(String title) {
    for (int i = 0; i < Math.min(LONGEST_LABEL, title.length()); i++) {
      char c = title.charAt(i);
      if (c == ':' || c == '|') {
        return LABELS.contains(title.substring(0, i).strip());
      }
    }
    return false;
  }

  private static boolean explains(String title) {
    int end = 0;
    while (end < title.length() && title.charAt(end) != ' ') {
      end++;
    }
    String first = title.substring(0, end);
    if (first.isEmpty()) {
      return false;
    }
    boolean counts = first.length() <= 2 && first.chars().allMatch(Character::isDigit);
    return counts || EXPLAINING.contains(first);
  }
}
