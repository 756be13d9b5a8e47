package dev.annals.article;

import dev.annals.article.DateCandidates.Candidate;
import dev.annals.article.DateCandidates.Kind;
import dev.annals.capture.StatedTime;
import dev.annals.text.TextResources;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Chooses when a page was published from all that it says about it: every signal speaks for its
 * day, and the day that most is said for wins. The time is given as its best signal states it.
 */
final class DateSignals {

  /**
   * When, and the signal that said it.
   *
   * @param time ISO 8601 as stated
   * @param from {@code json-ld}, {@code meta}, {@code microdata}, {@code time}, {@code url}, {@code
   *     text}, {@code script}
   */
  record Published(String time, String from) {}

  static final int EARLIEST = 1995;

  /** A day beside another, where a zone may explain it, supports it as far as this. */
  private static final double NEIGHBOUR = 0.6;

  /** What states the very time of the last change counts less. */
  private static final double CHANGED = 0.7;

  /** Length of a time with seconds and no offset. */
  private static final int SECONDS = 19;

  private static final int QUARTER = 900;
  private static final int FARTHEST = 14 * 3600;

  private static final Set<String> MONTH_FIRST = Words.load("month-first-languages.txt");
  private static final Set<String> DAY_FIRST_HOSTS = Words.load("day-first-hosts.txt");
  private static final List<String> MODIFIED_NAMES =
      TextResources.lines(DateSignals.class, "modified-names.txt");

  private final HtmlMetadata metadata;
  private final Page page;
  private final boolean monthFirst;
  private final LocalDate latest;

  DateSignals(HtmlMetadata metadata, @Nullable Instant captured) {
    this.metadata = metadata;
    this.page = metadata.page;
    this.monthFirst = isMonthFirst();
    this.latest =
        captured == null
            ? LocalDate.of(2099, 12, 31)
            : LocalDate.ofInstant(captured, ZoneOffset.UTC).plusYears(1);
  }

  /** Whether 3/4 is the fourth of March: in American English, unless the host is elsewhere. */
  private boolean isMonthFirst() {
    String language = metadata.language();
    if (language == null || page.language.isEmpty()) {
      String stated = rootLanguage(page);
      language = stated.isEmpty() ? language : stated;
    }
    if (language != null && !MONTH_FIRST.contains(Words.lower(language))) {
      return false;
    }
    String host = metadata.canonicalHost;
    return host == null || !DAY_FIRST_HOSTS.contains(host.substring(host.lastIndexOf('.') + 1));
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

  /** What was chosen, or null when the page says nothing of it. */
  @Nullable Published published(@Nullable String url) {
    List<Candidate> all = new DateCandidates(metadata, monthFirst, latest).find(addresses(url));
    Candidate best = choose(all);
    if (best == null) {
      return null;
    }
    best = withClock(best, all);
    String local = local(best, all);
    return new Published(local == null ? best.time() : local, best.kind().label);
  }

  /** The best statement of the same day that has a clock, where the chosen one has none. */
  private static Candidate withClock(Candidate best, List<Candidate> all) {
    Candidate clocked = best;
    for (Candidate other : all) {
      boolean fits =
          !hasClock(clocked.time())
              && hasClock(other.time())
              && other.day().equals(best.day())
              && other.weight() >= DateCandidates.FAR;
      clocked = fits ? other : clocked;
    }
    return clocked;
  }

  private @Nullable Candidate choose(List<Candidate> all) {
    String changed = modified();
    Candidate best = null;
    double most = 0;
    for (Candidate candidate : all) {
      double support = support(candidate, all, changed);
      boolean earlierKind =
          best != null
              && support == most
              && candidate.day().equals(best.day())
              && candidate.kind().compareTo(best.kind()) < 0;
      if (support > most || earlierKind) {
        most = support;
        best = candidate;
      }
    }
    if (best != null && best.kind() != Kind.URL) {
      for (Candidate address : all) {
        if (address.kind() == Kind.URL
            && address.day().isBefore(best.day())
            && !isZoneApart(address.day(), best.time())) {
          return address; // an address is never restated
        }
      }
    }
    return best;
  }

  /** All that is said for the day of a candidate: of each kind the best counts once. */
  private static double support(
      Candidate candidate, List<Candidate> all, @Nullable String changed) {
    Map<Kind, Double> byKind = new EnumMap<>(Kind.class);
    for (Candidate other : all) {
      double weight = other.weight() * (isSame(other.time(), changed) ? CHANGED : 1);
      if (!other.day().equals(candidate.day())) {
        boolean near =
            Math.abs(other.day().toEpochDay() - candidate.day().toEpochDay()) == 1
                && (hasClock(other.time()) || hasClock(candidate.time()));
        weight *= near ? NEIGHBOUR : 0;
      }
      byKind.merge(other.kind(), weight, Math::max);
    }
    double sum = 0;
    for (double weight : byKind.values()) {
      sum += weight;
    }
    return sum;
  }

  /** Whether two times are the same minute, or the same day where one has no clock. */
  private static boolean isSame(String time, @Nullable String other) {
    if (other == null) {
      return false;
    }
    boolean clocks = hasClock(time) && hasClock(other);
    int length = clocks ? 16 : 10;
    return time.regionMatches(0, other, 0, length);
  }

  private static boolean hasClock(String time) {
    return time.length() > 12 && time.charAt(10) == 'T';
  }

  /** Whether a day and the time after it can be the same moment, told in two zones. */
  private static boolean isZoneApart(LocalDate day, String time) {
    return hasClock(time)
        && day.plusDays(1).toString().equals(time.substring(0, 10))
        && Integer.parseInt(time.substring(11, 13)) < 12;
  }

  /**
   * A time as the page's own readers tell it. Stated in UTC, it is looked for with another offset;
   * stated on a clock without an offset, the offset follows from the same second stated in UTC.
   * Null when nothing else is said of it.
   */
  private static @Nullable String local(Candidate best, List<Candidate> all) {
    OffsetDateTime stated = offsetTime(best.time());
    if (stated != null && stated.getOffset().getTotalSeconds() != 0) {
      return null;
    }
    for (Candidate other : all) {
      OffsetDateTime same = offsetTime(other.time());
      if (same == null || other.time().length() < SECONDS) {
        continue;
      }
      boolean universal = same.getOffset().getTotalSeconds() == 0;
      if (stated != null && !universal && same.toEpochSecond() == stated.toEpochSecond()) {
        return other.time();
      }
      if (stated == null && universal && best.time().length() == SECONDS) {
        long ahead =
            LocalDateTime.parse(best.time()).toEpochSecond(ZoneOffset.UTC) - same.toEpochSecond();
        if (ahead % QUARTER == 0 && Math.abs(ahead) <= FARTHEST) {
          return best.time() + ZoneOffset.ofTotalSeconds((int) ahead).getId();
        }
      }
    }
    return null;
  }

  private static @Nullable OffsetDateTime offsetTime(String time) {
    if (time.length() < 17) {
      return null;
    }
    try {
      return OffsetDateTime.parse(time);
    } catch (DateTimeParseException e) {
      return null; // no offset
    }
  }

  /** When the page says that it was last changed, or null. */
  @Nullable String modified() {
    String stated = plausible(metadata.ld("dateModified"));
    for (String name : MODIFIED_NAMES) {
      if (stated == null) {
        stated = plausible(page.meta.get(name));
      }
    }
    for (String value : page.properties.getOrDefault("dateModified", List.of())) {
      if (stated == null) {
        stated = plausible(value);
      }
    }
    return stated;
  }

  private @Nullable String plausible(@Nullable String stated) {
    String iso = iso(stated, monthFirst);
    LocalDate day = day(iso);
    return day == null || day.getYear() < EARLIEST || day.isAfter(latest) ? null : iso;
  }

  private static @Nullable LocalDate day(@Nullable String iso) {
    return iso == null ? null : LocalDate.parse(iso.substring(0, 10));
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

  /** A stated date as ISO 8601, or null when none can be read. */
  static @Nullable String iso(@Nullable String stated, boolean monthFirst) {
    if (stated == null || stated.isBlank()) {
      return null;
    }
    String iso = StatedTime.iso(stated);
    if (iso == null) {
      LocalDate day = DayFinder.find(stated, monthFirst);
      iso = day == null ? null : day.toString();
    }
    return iso;
  }
}
