package dev.annals.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The articles about one event, as a value: the caller keeps it, the clusterer keeps nothing. Safe
 * for use by several threads.
 *
 * @param id readable, safe in a URL, the same for ever
 * @param title headline of the article that opened it, or its first words
 * @param members its articles in the order they came
 * @param earlier ids of the stories that this one follows in a long affair
 * @param later ids of the stories that follow this one
 */
public record Story(
    String id, String title, List<Member> members, List<String> earlier, List<String> later) {

  /** Copies the lists and checks that there is an article. */
  public Story {
    members = List.copyOf(members);
    earlier = List.copyOf(earlier);
    later = List.copyOf(later);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a story without articles: " + id);
    }
  }

  /** Ids of its articles in the order they came. */
  public List<String> articles() {
    return members.stream().map(Member::article).toList();
  }

  /** Order time of its earliest article with one, or null. */
  public @Nullable Long firstTime() {
    Long first = null;
    for (Member member : members) {
      Long time = member.time();
      if (time != null && (first == null || time < first)) {
        first = time;
      }
    }
    return first;
  }

  /** Order time of its latest article with one, or null. */
  public @Nullable Long lastTime() {
    Long last = null;
    for (Member member : members) {
      Long time = member.time();
      if (time != null && (last == null || time > last)) {
        last = time;
      }
    }
    return last;
  }
}
