package dev.annals.article;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.capture.StatedTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the blocks of a live blog the time of the entry that they belong to. Entries are stated in
 * structured data ({@code liveBlogUpdate}), or are elements of one kind beside each other that each
 * hold a time, or paragraphs that each follow a time.
 */
final class LiveEntries {

  /** With fewer times a page is a report with a stamp, and perhaps an update. */
  private static final int FEWEST = 3;

  private static final int MOST = 5000;
  private static final int LEVELS = 8;

  /** Words that tell which block an entry begins with. */
  private static final int START = 60;

  private static final int ELSEWHERE =
      PageContext.bit("comment")
          | PageContext.bit("related")
          | PageContext.bit("sidebar")
          | PageContext.bit("footer");

  private final Page page;
  private final boolean[] body;
  private final HtmlMetadata metadata;

  private LiveEntries(Page page, boolean[] body, HtmlMetadata metadata) {
    this.page = page;
    this.body = body;
    this.metadata = metadata;
  }

  /**
   * Sets {@link PageBlock#time} of the blocks of entries.
   *
   * @param published when the page was published, for entries with nothing but a clock; or null
   */
  static void mark(Page page, boolean[] body, HtmlMetadata metadata, @Nullable String published) {
    var entries = new LiveEntries(page, body, metadata);
    if (!entries.stated() && page.times.size() >= FEWEST) {
      LocalDate day = published == null ? null : LocalDate.parse(published.substring(0, 10));
      if (!entries.boxes(day)) {
        entries.stamps(day);
      }
    }
  }

  /** Entries of a LiveBlogPosting, each found by its headline or the start of its text. */
  private boolean stated() {
    Map<String, String> starts = new HashMap<>();
    for (JsonNode object : metadata.data.objects()) {
      JsonNode updates = object.get("liveBlogUpdate");
      if (updates == null || !updates.isArray()) {
        continue;
      }
      for (JsonNode update : updates) {
        String time = StatedTime.iso(JsonLd.text(update, "datePublished"));
        if (time == null || starts.size() > MOST) {
          continue;
        }
        for (String field : List.of("headline", "articleBody")) {
          String words = JsonLd.text(update, field);
          String start = words == null ? "" : start(words);
          if (start.length() > 8) {
            starts.putIfAbsent(start, time);
          }
        }
      }
    }
    if (starts.size() < FEWEST) {
      return false;
    }
    var times = new @Nullable String[page.blocks.size()];
    int found = 0;
    for (int i = 0; i < times.length; i++) {
      times[i] = starts.get(start(page.blocks.get(i).text));
      found += times[i] != null && body[i] ? 1 : 0;
    }
    if (found < FEWEST) {
      return false;
    }
    return carry(times);
  }

  private static String start(String words) {
    String text = words.indexOf('<') < 0 ? words : org.jsoup.Jsoup.parse(words).text();
    String plain = PlainWords.of(text.substring(0, Math.min(text.length(), 2 * START)));
    return plain.substring(0, Math.min(plain.length(), START));
  }

  /** Elements of one kind under one parent that each hold a time and words of the body. */
  private boolean boxes(@Nullable LocalDate day) {
    Map<PageContext, Map<PageContext, String>> byParent = new LinkedHashMap<>();
    for (Page.Time time : page.times) {
      String stated = time(time, day);
      if (stated == null || (time.context().all & ELSEWHERE) != 0) {
        continue;
      }
      PageContext up = time.context();
      for (int level = 0; level < LEVELS && up.parent != null; level++, up = up.parent) {
        byParent.computeIfAbsent(up.parent, p -> new LinkedHashMap<>()).putIfAbsent(up, stated);
      }
    }
    Set<PageContext> told = told();
    Map<PageContext, String> best = Map.of();
    for (Map<PageContext, String> boxes : byParent.values()) {
      Map<Integer, Integer> kinds = new HashMap<>();
      boxes.keySet().forEach(box -> kinds.merge(box.signature, 1, Integer::sum));
      boxes.keySet().removeIf(box -> kinds.get(box.signature) < FEWEST || !told.contains(box));
      if (boxes.size() >= FEWEST && boxes.size() > best.size()) {
        best = boxes;
      }
    }
    if (best.isEmpty()) {
      return false;
    }
    var times = new @Nullable String[body.length];
    for (int i = 0; i < times.length; i++) {
      PageContext up = page.blocks.get(i).context;
      for (; up != null && times[i] == null; up = up.parent) {
        times[i] = best.get(up);
      }
    }
    return set(times);
  }

  /** Gives the blocks their times, where two thirds of the body are in entries. */
  private boolean set(@Nullable String[] times) {
    int words = 0;
    int timed = 0;
    for (int i = 0; i < body.length; i++) {
      int count = body[i] ? page.blocks.get(i).words : 0;
      words += count;
      timed += times[i] == null ? 0 : count;
    }
    if (timed * 3 < words * 2) {
      return false;
    }
    for (int i = 0; i < times.length; i++) {
      page.blocks.get(i).time = times[i];
    }
    return true;
  }

  /** All elements that hold words of the body. */
  private Set<PageContext> told() {
    Set<PageContext> told = new HashSet<>();
    for (int i = 0; i < body.length; i++) {
      PageContext up = body[i] ? page.blocks.get(i).context : null;
      while (up != null && told.add(up)) {
        up = up.parent;
      }
    }
    return told;
  }

  /** Times of one kind between paragraphs: each is that of what follows. */
  private void stamps(@Nullable LocalDate day) {
    Map<Integer, List<Page.Time>> kinds = new LinkedHashMap<>();
    for (Page.Time time : page.times) {
      PageContext context = time.context();
      if ((context.all & ELSEWHERE) == 0 && context.parent != null && time(time, day) != null) {
        int kind = context.signature * 31 + context.parent.signature;
        kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(time);
      }
    }
    for (List<Page.Time> times : kinds.values()) {
      var starts = new @Nullable String[page.blocks.size()];
      Set<Integer> apart = new HashSet<>();
      int entry = -1;
      for (Page.Time time : times) {
        int first = time.before();
        while (first < body.length && !body[first]) {
          first++;
        }
        if (first < body.length && first > entry) {
          starts[first] = time(time, day);
          apart.add(first);
          entry = first;
        }
      }
      if (apart.size() >= FEWEST && carry(starts)) {
        return;
      }
    }
  }

  private boolean carry(@Nullable String[] starts) {
    String time = null;
    for (int i = 0; i < starts.length; i++) {
      time = starts[i] == null ? time : starts[i];
      starts[i] = time;
    }
    return set(starts);
  }

  /** The time of an element, with the day of publication where it has a clock alone. */
  private static @Nullable String time(Page.Time element, @Nullable LocalDate day) {
    String stated = StatedTime.iso(element.stated());
    if (stated != null) {
      return stated;
    }
    String words = element.stated().isBlank() ? element.text() : element.stated();
    stated = StatedTime.iso(words);
    // 4:11 is the length of a video
    boolean clock = stated == null && day != null && words.length() < 24 && words.indexOf(':') > 1;
    return clock ? StatedTime.iso(day + " " + words.strip()) : stated;
  }
}
