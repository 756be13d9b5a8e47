package dev.annals.record;

import dev.annals.annotation.TimeExpression;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Picture;
import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a story. The same picture in several articles is told by its file name, or by
 * captions that share nearly all words.
 */
final class PictureSection {

  /** Share of common words from which two captions of one credit are of one picture. */
  private static final double SAME_CAPTION = 0.85;

  /** Letters of a day as a time's value has it. */
  private static final int DAY = 10;

  /** Words that tie a day to a sentence. */
  private static final Set<String> LINKS =
      Set.copyOf(TextResources.lines(PictureSection.class, "day-links.en.txt"));

  private static final class Group {
    private final Picture first;
    private final Set<String> words;
    private final Set<String> days;
    private final List<Cite> cites = new ArrayList<>();
    private @Nullable String credit;
    private @Nullable String photographer;
    private @Nullable String src;

    Group(Picture first, Set<String> words, Set<String> days) {
      this.first = first;
      this.words = words;
      this.days = days;
    }
  }

  List<StoryRecord.PictureEntry> compile(StoryContext context) {
    var groups = new ArrayList<Group>();
    var byFile = new HashMap<String, Group>();
    var byWord = new HashMap<String, List<Group>>();
    for (StoryArticle article : context.articles()) {
      var taken = new HashSet<Group>();
      for (Picture picture : article.article().pictures()) {
        if (picture.end() <= picture.start()) {
          continue;
        }
        var times = times(article, picture);
        var words = words(article, picture, times);
        var days = days(times);
        String file = fileName(picture.src());
        Group group = file == null ? null : byFile.get(file);
        if (group == null) {
          group = sameCaption(picture, words, days, byWord, taken);
        }
        if (group == null) {
          group = new Group(picture, words, days);
          groups.add(group);
          for (String word : words) {
            byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(group);
          }
        }
        taken.add(group);
        if (file != null) {
          byFile.putIfAbsent(file, group);
        }
        group.credit = group.credit == null ? picture.credit() : group.credit;
        group.photographer =
            group.photographer == null ? picture.photographer() : group.photographer;
        group.src = group.src == null ? picture.src() : group.src;
        group.cites.add(context.cite(article, picture.start(), picture.end()));
      }
    }
    var entries = new ArrayList<StoryRecord.PictureEntry>();
    for (Group group : groups) {
      entries.add(
          new StoryRecord.PictureEntry(
              group.first.caption(),
              group.credit,
              group.photographer,
              group.src,
              context.sources(group.cites),
              new Cites(group.cites)));
    }
    return entries;
  }

  private static @Nullable Group sameCaption(
      Picture picture,
      Set<String> words,
      Set<String> days,
      Map<String, List<Group>> byWord,
      Set<Group> taken) {
    var shared = new LinkedHashMap<Group, Integer>();
    for (String word : words) {
      for (Group group : byWord.getOrDefault(word, List.of())) {
        shared.merge(group, 1, Integer::sum);
      }
    }
    Group best = null;
    double most = SAME_CAPTION;
    for (var entry : shared.entrySet()) {
      Group group = entry.getKey();
      double common = entry.getValue();
      double share = common / (words.size() + group.words.size() - common);
      // two captions of one article are two pictures, however alike
      boolean clash =
          group.credit != null
              && picture.credit() != null
              && !group.credit.equalsIgnoreCase(picture.credit());
      clash |= !days.isEmpty() && !group.days.isEmpty() && !group.days.equals(days);
      if (share >= most && words.size() > 3 && !clash && !taken.contains(group)) {
        most = share;
        best = group;
      }
    }
    return best;
  }

  /** The expressions of time in a caption. */
  private static List<TimeExpression> times(StoryArticle article, Picture picture) {
    return article.annotations().times().stream()
        .filter(t -> t.start() >= picture.start() && t.end() <= picture.end())
        .toList();
  }

  /** The days that a caption names: "March 12" is "12 Mar 2031", and Wednesday of that week. */
  private static Set<String> days(List<TimeExpression> times) {
    var days = new HashSet<String>();
    for (TimeExpression time : times) {
      if (time.value().length() >= DAY && Character.isDigit(time.value().charAt(0))) {
        days.add(time.value().substring(0, DAY));
      }
    }
    return days;
  }

  /** The words of a caption but for its times, which every outlet writes its own way. */
  private static Set<String> words(
      StoryArticle article, Picture picture, List<TimeExpression> times) {
    String text = article.article().text();
    var plain = new StringBuilder();
    int from = picture.start();
    for (TimeExpression time : times) {
      if (time.start() >= from) {
        plain.append(text, from, time.start()).append(' ');
        from = time.end();
      }
    }
    plain.append(text, from, picture.end());
    var words = new HashSet<>(List.of(StoryNames.normal(plain.toString()).split(" +")));
    words.removeIf(word -> word.isEmpty() || !times.isEmpty() && LINKS.contains(word));
    return words;
  }

  /**
   * The last part of the path, without query and size suffix; null for none and for names too short
   * to tell.
   */
  private static @Nullable String fileName(@Nullable String src) {
    if (src == null) {
      return null;
    }
    int query = src.indexOf('?');
    String path = query < 0 ? src : src.substring(0, query);
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.length() < 12 ? null : file;
  }
}
