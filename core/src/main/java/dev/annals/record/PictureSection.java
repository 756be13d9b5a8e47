package dev.annals.record;

import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Picture;
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

  private static final class Group {
    private final Picture first;
    private final Set<String> words;
    private final List<Cite> cites = new ArrayList<>();
    private @Nullable String credit;
    private @Nullable String photographer;
    private @Nullable String src;

    Group(Picture first, Set<String> words) {
      this.first = first;
      this.words = words;
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
        var words = words(picture.caption());
        String file = fileName(picture.src());
        Group group = file == null ? null : byFile.get(file);
        if (group == null) {
          group = sameCaption(picture, words, byWord, taken);
        }
        if (group == null) {
          group = new Group(picture, words);
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
      Picture picture, Set<String> words, Map<String, List<Group>> byWord, Set<Group> taken) {
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
      if (share >= most && words.size() > 3 && !clash && !taken.contains(group)) {
        most = share;
        best = group;
      }
    }
    return best;
  }

  private static Set<String> words(String caption) {
    return new HashSet<>(List.of(StoryNames.normal(caption).split(" ")));
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
