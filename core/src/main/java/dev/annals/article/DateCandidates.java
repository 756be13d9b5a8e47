package dev.annals.article;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.text.TextResources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a page says about when it was published, each with its kind, where it stands and how far
 * it is to be believed when nothing else is known.
 */
final class DateCandidates {

  /** Kinds of signals; the best come first. */
  enum Kind {
    JSON_LD("json-ld"),
    META("meta"),
    MICRODATA("microdata"),
    TIME("time"),
    URL("url"),
    TEXT("text"),
    OTHER_JSON_LD("json-ld"),
    WEAK_META("meta"),
    SCRIPT("script");

    final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  /**
   * One date.
   *
   * @param time ISO 8601 as stated
   * @param weight how far it is to be believed; see {@link DateSignals}
   */
  record Candidate(String time, LocalDate day, Kind kind, double weight) {}

  /** Figures below were chosen on the dates set; halves of it agree within a page or two. */
  private static final double STRONG = 3.0;

  private static final double STATED = 2.6;
  private static final double ADDRESS = 2.4;
  private static final double NEAR = 2.2;
  private static final double CLOSE = 1.8;
  private static final double WEAK = 1.3;
  private static final double SENTENCE = 0.4;
  static final double FAR = 0.6;
  private static final double FAR_SENTENCE = 0.3;
  private static final double ANYWHERE = 0.15;

  /** Days far from the headline; the first of them decide. */
  private static final int MOST_IN_TEXT = 60;

  private static final int BEFORE = 8;
  private static final int AFTER = 14;

  /** A line with so few words beside its date is a stamp. */
  private static final int STAMP_WORDS = 12;

  private static final int SENTENCE_WORDS = 30;

  /** A date's label stands within so many characters before it. */
  private static final int WITHIN = 40;

  private static final int LONGEST = 300;

  private static final List<String> NAMES =
      TextResources.lines(DateCandidates.class, "date-names.txt");
  private static final List<String> WEAK_NAMES =
      TextResources.lines(DateCandidates.class, "weak-date-names.txt");
  private static final Set<String> UPDATED = Words.load("update-words.txt");
  private static final Set<String> LABELS = Words.load("publish-words.txt");

  private static final int ELSEWHERE =
      PageContext.bit("comment")
          | PageContext.bit("related")
          | PageContext.bit("sidebar")
          | PageContext.bit("navigation")
          | PageContext.bit("footer");
  private static final int NEVER_NEAR = PageContext.bit("comment") | PageContext.bit("footer");

  private final HtmlMetadata metadata;
  private final Page page;
  private final boolean monthFirst;
  private final LocalDate latest;
  private final List<Candidate> found = new ArrayList<>();
  private final int title;

  /** Groups around the headline: what stands in them too is not elsewhere. */
  private final int around;

  DateCandidates(HtmlMetadata metadata, boolean monthFirst, LocalDate latest) {
    this.metadata = metadata;
    this.page = metadata.page;
    this.monthFirst = monthFirst;
    this.latest = latest;
    this.title = titleAt();
    this.around = title < 0 ? 0 : page.blocks.get(title).context.all;
  }

  /** All of them, of each kind the best first. */
  List<Candidate> find(List<String> addresses) {
    structured();
    timeElements();
    for (String address : addresses) {
      LocalDate day = UrlDay.of(address);
      if (day != null) {
        add(day.toString(), Kind.URL, ADDRESS);
        break;
      }
    }
    text();
    for (String stated : page.scriptDates) {
      add(iso(stated), Kind.SCRIPT, FAR);
    }
    return found;
  }

  private void structured() {
    add(iso(metadata.ld("datePublished")), Kind.JSON_LD, STRONG);
    firstMeta(NAMES, Kind.META, STATED);
    firstMeta(WEAK_NAMES, Kind.WEAK_META, WEAK);
    for (String value : page.properties.getOrDefault("datePublished", List.of())) {
      if (add(iso(value), Kind.MICRODATA, STATED)) {
        break;
      }
    }
    for (String name : List.of("dateCreated", "uploadDate")) {
      for (String value : page.properties.getOrDefault(name, List.of())) {
        if (add(iso(value), Kind.MICRODATA, WEAK)) {
          break;
        }
      }
    }
    for (JsonNode object : metadata.data.objects()) {
      if (object != metadata.article
          && add(iso(JsonLd.text(object, "datePublished")), Kind.OTHER_JSON_LD, WEAK)) {
        break;
      }
    }
    add(iso(metadata.ld("dateCreated")), Kind.OTHER_JSON_LD, FAR);
    add(iso(metadata.ld("uploadDate")), Kind.OTHER_JSON_LD, FAR);
  }

  private void firstMeta(List<String> names, Kind kind, double weight) {
    for (String name : names) {
      if (add(iso(page.meta.get(name)), kind, weight)) {
        return;
      }
    }
  }

  private void timeElements() {
    int near = 0;
    int far = 0;
    for (Page.Time element : page.times) {
      int distance = element.before() - title;
      boolean close = title >= 0 && distance >= -BEFORE && distance <= AFTER;
      int context = element.context().all;
      if ((context & (close ? ELSEWHERE & ~around | NEVER_NEAR & ~around : ELSEWHERE)) != 0
          || isUpdate(element.text())
          || (close ? near : far) > 2) {
        continue;
      }
      String stated = iso(element.stated());
      stated = stated == null ? iso(element.text()) : stated;
      double weight = close ? (near == 0 ? NEAR : WEAK) : far == 0 ? FAR : ANYWHERE;
      if (add(stated, Kind.TIME, weight)) {
        near += close ? 1 : 0;
        far += close ? 0 : 1;
      }
    }
  }

  /** Days in short lines: stamps close to the headline, sentences, stamps elsewhere. */
  private void text() {
    int last = found.size() + MOST_IN_TEXT;
    for (int i = 0; i < page.blocks.size(); i++) {
      PageBlock block = page.blocks.get(i);
      boolean close = title >= 0 && i >= title - BEFORE && i <= title + AFTER;
      if (block.words > LONGEST || !hasYear(block.text) || !close && found.size() > last) {
        continue;
      }
      boolean stamp = block.words <= STAMP_WORDS;
      int outside = ELSEWHERE & ~around;
      boolean elsewhere =
          (block.context.all & (close && stamp ? NEVER_NEAR & ~around : outside)) != 0
              || block.text.indexOf('©') >= 0;
      double weight;
      if (elsewhere) {
        weight = ANYWHERE;
      } else if (close && stamp) {
        weight = Math.abs(i - title) <= 4 ? NEAR : CLOSE;
      } else if (block.words <= SENTENCE_WORDS) {
        weight = close ? SENTENCE : stamp ? FAR : FAR_SENTENCE;
      } else {
        weight = ANYWHERE;
      }
      line(block.text, weight / (1 + i * 1e-6));
    }
  }

  /** The days of a line that are not introduced as those of a change. */
  private void line(String line, double weight) {
    List<DayFinder.Found> days = DayFinder.findAll(line, monthFirst, 4);
    int from = 0;
    for (DayFinder.Found day : days) {
      String before = line.substring(from, day.start());
      from = Math.min(line.length(), day.start() + 6);
      double worth = weight < CLOSE && holds(before, LABELS) ? CLOSE : weight;
      if (!holds(before, UPDATED) && add(stamped(line, day.day()), Kind.TEXT, worth)) {
        return;
      }
    }
  }

  /** With the clock of a line that is nothing but a stamp. */
  private static String stamped(String line, LocalDate day) {
    Stamp stamp = line.length() > 80 || line.indexOf(':') < 0 ? null : Stamp.of(line);
    boolean bare = stamp != null && stamp.otherWords() <= 4;
    String iso = bare ? stamp.iso() : "";
    return iso.startsWith(day.toString()) ? iso : day.toString();
  }

  private boolean add(@Nullable String time, Kind kind, double weight) {
    if (time == null) {
      return false;
    }
    LocalDate day = LocalDate.parse(time.substring(0, 10));
    boolean plausible = day.getYear() >= DateSignals.EARLIEST && !day.isAfter(latest);
    if (plausible) {
      found.add(new Candidate(time, day, kind, weight));
    }
    return plausible;
  }

  private @Nullable String iso(@Nullable String stated) {
    return DateSignals.iso(stated, monthFirst);
  }

  private int titleAt() {
    int h1 = -1;
    for (int i = 0; i < page.blocks.size(); i++) {
      PageBlock block = page.blocks.get(i);
      if (metadata.title != null && block.isHeading() && block.text.equals(metadata.title)) {
        return i;
      }
      if (h1 < 0 && block.context.tag.heading == 1) {
        h1 = i;
      }
    }
    return h1;
  }

  /** Whether four figures of any script stand in a line that may be a year. */
  private static boolean hasYear(String line) {
    int digits = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean digit = c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
      digits = digit ? digits + 1 : 0;
      if (digits == 4 && "12".indexOf('0' + Character.digit(line.charAt(i - 3), 10)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUpdate(String words) {
    return holds(words, UPDATED);
  }

  /** Whether the words right before a date hold one of a list. */
  private static boolean holds(String words, Set<String> list) {
    String plain = Words.plain(words.substring(Math.max(0, words.length() - WITHIN)));
    if (plain.length() < 2) {
      return false;
    }
    for (String word : list) {
      boolean wide = word.charAt(0) > '\u2E80';
      if (wide ? plain.contains(word) : Words.contains(plain, word)) {
        return true;
      }
    }
    return false;
  }
}
