package dev.annals.article;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.capture.StatedTime;
import dev.annals.text.TextResources;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Chooses when a page was published from all that it says about it, best signal first: structured
 * data, meta elements, properties, time elements, its address, dates in its text.
 */
final class DateSignals {

  /**
   * When, and the signal that said it.
   *
   * @param time ISO 8601 as stated
   * @param from {@code json-ld}, {@code meta}, {@code microdata}, {@code time}, {@code url}, {@code
   *     text}
   */
  record Published(String time, String from) {}

  private static final List<String> NAMES =
      TextResources.lines(DateSignals.class, "date-names.txt");
  private static final Set<String> UPDATED = Words.load("update-words.en.txt");
  private static final int EARLIEST = 1995;
  private static final int ELSEWHERE =
      PageContext.bit("comment")
          | PageContext.bit("related")
          | PageContext.bit("sidebar")
          | PageContext.bit("navigation")
          | PageContext.bit("footer");

  private final HtmlMetadata metadata;
  private final Page page;
  private final boolean monthFirst;
  private final int latest;

  DateSignals(HtmlMetadata metadata, @Nullable Instant captured) {
    this.metadata = metadata;
    this.page = metadata.page;
    String language = metadata.language();
    if (language == null || page.language.isEmpty()) {
      String stated = rootLanguage(page);
      language = stated.isEmpty() ? language : stated;
    }
    this.monthFirst = language == null || language.equals("en") || language.equals("en-US");
    this.latest =
        captured == null ? 2099 : LocalDate.ofInstant(captured, ZoneOffset.UTC).getYear() + 1;
  }

  /** What {@code xml:lang} of older pages says. */
  private static String rootLanguage(Page page) {
    if (page.blocks.isEmpty()) {
      return "";
    }
    Document document = page.blocks.get(0).context.element.ownerDocument();
    Element root = document == null ? null : document.firstElementChild();
    return root == null ? "" : root.attr("xml:lang").strip();
  }

  /** What was chosen; an address that names an earlier day knows better than a restated date. */
  @Nullable Published published(@Nullable String url) {
    Published chosen = choose(url);
    if (chosen != null && !chosen.from().equals("url")) {
      for (String address : addresses(url)) {
        String path = path(address);
        if (path != null
            && path.compareTo(chosen.time().substring(0, 10)) < 0
            && !isZoneApart(path, chosen.time())) {
          return new Published(path, "url");
        }
      }
    }
    return chosen;
  }

  /** Whether a day and the time after it can be the same moment, told in two zones. */
  private static boolean isZoneApart(String day, String time) {
    if (time.length() < 13 || time.charAt(10) != 'T') {
      return false;
    }
    boolean next = LocalDate.parse(day).plusDays(1).toString().equals(time.substring(0, 10));
    return next && Integer.parseInt(time.substring(11, 13)) < 12;
  }

  private @Nullable Published choose(@Nullable String url) {
    String stated = time(metadata.ld("datePublished"));
    if (stated != null) {
      return new Published(stated, "json-ld");
    }
    for (String name : NAMES) {
      String meta = time(page.meta.get(name));
      if (meta != null) {
        return new Published(meta, "meta");
      }
    }
    for (String name : List.of("datePublished", "dateCreated", "uploadDate")) {
      for (String value : page.properties.getOrDefault(name, List.of())) {
        String property = time(value);
        if (property != null) {
          return new Published(property, "microdata");
        }
      }
    }
    for (JsonNode object : metadata.data.objects()) {
      String any = time(JsonLd.text(object, "datePublished"));
      if (any != null) {
        return new Published(any, "json-ld");
      }
    }
    for (boolean near : new boolean[] {true, false}) {
      String element = timeElement(near);
      if (element != null) {
        return new Published(element, "time");
      }
      for (String address : addresses(url)) {
        String path = path(address);
        if (near && path != null) {
          return new Published(path, "url");
        }
      }
      String text = text(near);
      if (text != null) {
        return new Published(text, "text");
      }
    }
    String anywhere = text(false, true);
    if (anywhere != null) {
      return new Published(anywhere, "text");
    }
    String created = time(metadata.ld("dateCreated"));
    return created == null ? null : new Published(created, "json-ld");
  }

  /** When the page says that it was last changed, or null. */
  @Nullable String modified() {
    String stated = time(metadata.ld("dateModified"));
    for (String name :
        List.of(
            "article:modified_time",
            "og:updated_time",
            "last-modified",
            "datemodified",
            "dcterms.modified")) {
      if (stated == null) {
        stated = time(page.meta.get(name));
      }
    }
    for (String value : page.properties.getOrDefault("dateModified", List.of())) {
      if (stated == null) {
        stated = time(value);
      }
    }
    return stated;
  }

  private List<String> addresses(@Nullable String url) {
    var addresses = new ArrayList<String>();
    for (String address :
        new @Nullable String[] {url, metadata.canonicalUrl(), page.meta.get("og:url")}) {
      if (address != null) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  private @Nullable String time(@Nullable String stated) {
    if (stated == null || stated.isBlank()) {
      return null;
    }
    String iso = StatedTime.iso(stated);
    if (iso == null) {
      LocalDate day = DayFinder.find(stated, monthFirst);
      iso = day == null ? null : day.toString();
    }
    return iso != null && isPlausible(iso) ? iso : null;
  }

  private boolean isPlausible(String iso) {
    int year = Integer.parseInt(iso.substring(0, 4));
    return year >= EARLIEST && year <= latest;
  }

  private int titleAt() {
    int h1 = -1;
    for (int i = 0; i < page.blocks.size(); i++) {
      PageBlock block = page.blocks.get(i);
      if (metadata.title != null && block.isHeading() && block.text.equals(metadata.title)) {
        return i;
      }
      if (h1 < 0 && block.tag().equals("h1")) {
        h1 = i;
      }
    }
    return h1;
  }

  private @Nullable String timeElement(boolean near) {
    int title = titleAt();
    for (Page.Time element : page.times) {
      boolean close = title >= 0 && element.before() >= title - 8 && element.before() <= title + 14;
      if (near && !close || (element.context().all & ELSEWHERE) != 0) {
        continue;
      }
      if (isUpdate(element.text())) {
        continue;
      }
      String stated = time(element.stated());
      stated = stated == null ? time(element.text()) : stated;
      if (stated != null) {
        return stated;
      }
    }
    return null;
  }

  private static boolean isUpdate(String line) {
    String start = Furniture.bareStart(Words.plain(line));
    return UPDATED.stream().anyMatch(word -> Words.opens(start, word));
  }

  /** A day in short lines: close to the headline first, then anywhere in the page. */
  private @Nullable String text(boolean near) {
    return text(near, false);
  }

  private @Nullable String text(boolean near, boolean anything) {
    int title = titleAt();
    if (near && title < 0) {
      return null;
    }
    int size = page.blocks.size();
    for (int step = 0; step < (near ? 24 : size); step++) {
      int i = near ? title + (step < 14 ? step + 1 : 14 - 1 - step) : step;
      if (i < 0 || i >= size) {
        continue;
      }
      PageBlock block = page.blocks.get(i);
      boolean elsewhere = (block.context.all & ELSEWHERE) != 0 || block.text.indexOf('©') >= 0;
      elsewhere &= !anything;
      if (block.words > (anything ? 300 : 30) || elsewhere || isUpdate(block.text)) {
        continue;
      }
      LocalDate day = DayFinder.find(block.text, monthFirst);
      if (day != null && isPlausible(day.toString())) {
        return day.toString();
      }
    }
    return null;
  }

  /** The day in the path of an address: {@code /2031/03/04/}, {@code /2031-03-04-}, 20310304. */
  private @Nullable String path(String address) {
    int start = address.indexOf("//");
    int path = address.indexOf('/', start + 2);
    if (path < 0) {
      return null;
    }
    String part = address.substring(path);
    for (int i = 0; i + 8 <= part.length(); i++) {
      boolean begins = !Character.isDigit(part.charAt(i == 0 ? 0 : i - 1));
      if (!begins || !Character.isDigit(part.charAt(i))) {
        continue;
      }
      int digits = i;
      while (digits < part.length() && Character.isDigit(part.charAt(digits))) {
        digits++;
      }
      String day = null;
      if (digits - i == 8) {
        day = StatedTime.iso(part.substring(i, digits));
      } else if (digits - i == 4) {
        String end = part.substring(i, Math.min(part.length(), i + 11));
        LocalDate found = DayFinder.find(end, false);
        found = found == null ? DayFinder.find(turned(end), false) : found;
        day = found == null ? null : found.toString();
      } else if (digits - i <= 2 && i > 0 && part.charAt(i - 1) == '/') {
        // 04-03-2031 at the start of a part
        String end = part.substring(i, Math.min(part.length(), i + 10));
        boolean dashes = end.length() == 10 && end.charAt(2) == '-' && end.charAt(5) == '-';
        LocalDate found = dashes ? DayFinder.find(end, false) : null;
        day = found == null ? null : found.toString();
      }
      if (day != null && isPlausible(day)) {
        return day;
      }
    }
    return null;
  }

  /** {@code 2031/mar/04} as it is written: 04 mar 2031. */
  private static String turned(String path) {
    String[] parts = path.split("/", 4);
    return parts.length < 3 ? "" : parts[2] + " " + parts[1] + " " + parts[0];
  }
}
