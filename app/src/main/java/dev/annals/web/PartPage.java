package dev.annals.web;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which piece of a long part of a story is shown: every part begins with what weighs most, and one
 * of them can be leafed through.
 *
 * @param part the part that is leafed through, or an empty string for none
 * @param page its page, from 1
 */
record PartPage(String part, int page) {

  static final PartPage FIRST = new PartPage("", 1);

  private static final int MOST_DIGITS = 5;

  /** The piece that an address asks for. */
  static PartPage of(Context context) {
    String part = context.queryParam("part");
    String page = context.queryParam("page");
    if (part == null || page == null || page.isEmpty() || page.length() > MOST_DIGITS) {
      return FIRST;
    }
    int number = 0;
    for (int i = 0; i < page.length(); i++) {
      char c = page.charAt(i);
      if (c < '0' || c > '9') {
        return FIRST;
      }
      number = number * 10 + c - '0';
    }
    return number < 2 ? FIRST : new PartPage(part, number);
  }

  boolean isFirst() {
    return part.isEmpty();
  }

  /** The piece of a part that is shown. */
  <T> List<T> of(String named, List<T> all, int atOnce) {
    return all.subList(from(named, all.size(), atOnce), to(named, all.size(), atOnce));
  }

  private int number(String named, int size, int atOnce) {
    int last = Math.max(1, (size + atOnce - 1) / atOnce);
    return part.equals(named) ? Math.min(page, last) : 1;
  }

  private int from(String named, int size, int atOnce) {
    return (number(named, size, atOnce) - 1) * atOnce;
  }

  private int to(String named, int size, int atOnce) {
    return Math.min(size, number(named, size, atOnce) * atOnce);
  }

  /** What leads to the other pieces; null when all is shown. */
  StoryPage.@Nullable More more(String story, String named, int size, int atOnce) {
    if (size <= atOnce) {
      return null;
    }
    int number = number(named, size, atOnce);
    int to = to(named, size, atOnce);
    return new StoryPage.More(
        from(named, size, atOnce) + 1,
        to,
        size,
        number == 1 ? null : link(story, named, number - 1),
        to == size ? null : link(story, named, number + 1));
  }

  private static String link(String story, String named, int page) {
    String anchor = named.equals("organisations") || named.equals("places") ? "people" : named;
    return Links.story(story)
        + (page == 1 ? "" : "?part=" + named + "&page=" + page)
        + "#"
        + anchor;
  }
}
