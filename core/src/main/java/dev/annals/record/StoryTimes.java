package dev.annals.record;

import dev.annals.annotation.Event;
import dev.annals.annotation.TimeExpression;
import dev.annals.annotation.TimeType;
import dev.annals.article.Role;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When things happened, told apart from when they were published. What an article tells without a
 * date of its own happened on the day that this and the other articles of those days speak of, and
 * only if they speak of none, on the day of publication.
 */
final class StoryTimes {

  // how far back from its publication an article may tell without saying the day
  private static final int REACH = 3;
  // a day must have this share of the stated days around an article to be what it tells of
  private static final double SHARE = 0.45;
  private static final int LEAST_VOTES = 3;
  // days before its publication that an article states, from which none is its own
  private static final int SCATTERED = 2;
  // PAST_REF, FUTURE_REF
  private static final String REFERENCE = "_REF";

  /**
   * A moment as well as it is known.
   *
   * @param date ISO 8601 as precise as known, or null
   * @param time clock time, or null
   * @param precision as in {@link StoryRecord.Entry#precision()}
   * @param from as in {@link StoryRecord.Entry#dateFrom()}
   * @param day the day, or null when it is less precise than that
   */
  record When(
      @Nullable String date,
      @Nullable String time,
      String precision,
      String from,
      @Nullable LocalDate day) {

    static final When UNKNOWN = new When(null, null, "unknown", "story", null);

    static When of(LocalDate day, @Nullable String time, String precision, String from) {
      return new When(day.toString(), time, precision, from, day);
    }
  }

  /**
   * What decides the time of all that an article does not date itself.
   *
   * @param day the day of its news at the latest, or null
   * @param placed whether its story places it
   * @param usual the day that it tells of without saying so, or null
   * @param scattered whether it tells of several days alike
   * @param trusted of an article that its story places the days that it and dated ones name: what
   *     weekday it means is not known otherwise; empty for others
   * @param ownDay whether what it begins with is of the day of its own date rather than of the
   *     usual day: it is dated, and does not name that day together with others
   */
  record Setting(
      @Nullable LocalDate day,
      boolean placed,
      @Nullable LocalDate usual,
      boolean scattered,
      List<LocalDate> trusted,
      boolean ownDay) {}

  // how the value of a weekday begins that nothing fixes
  static final String WEEKDAY = "XXXX-WXX-";

  private final StoryContext context;
  private final Map<String, Setting> settings = new HashMap<>();

  /** The day of each article's news at the latest. */
  private final Map<String, @Nullable LocalDate> published = new HashMap<>();

  private final Map<String, @Nullable LocalDate> leadOf = new HashMap<>();
  private final TreeMap<LocalDate, TreeMap<LocalDate, Integer>> leadOn = new TreeMap<>();
  private final TreeMap<LocalDate, TreeMap<LocalDate, Integer>> statedOn = new TreeMap<>();

  StoryTimes(StoryContext context) {
    this.context = context;
    publish();
    for (StoryArticle article : context.articles()) {
      LocalDate lead = lead(article);
      LocalDate day = published(article);
      leadOf.put(article.article().id(), lead);
      if (lead != null && day != null) {
        leadOn.computeIfAbsent(day, key -> new TreeMap<>()).merge(lead, 1, Integer::sum);
      }
    }
    for (StoryArticle article : context.articles()) {
      LocalDate published = published(article);
      if (published != null) {
        stated(article, published)
            .forEach(
                (day, votes) ->
                    statedOn
                        .computeIfAbsent(published, key -> new TreeMap<>())
                        .merge(day, votes, Integer::sum));
      }
    }
    var sure = daysOfDated();
    for (StoryArticle article : context.articles()) {
      boolean placed = context.placed(article) != null;
      List<LocalDate> trusted = placed ? trusted(article, sure) : List.of();
      LocalDate usual = placed && trusted.isEmpty() ? null : usualDay(article);
      settings.put(
          article.article().id(),
          new Setting(
              published(article),
              placed,
              usual,
              usual == null && (placed || isScattered(article)),
              trusted,
              usual != null && isOfItsOwnDay(article, usual)));
    }
  }

  /** The days that the dated articles name. */
  private TreeSet<LocalDate> daysOfDated() {
    var sure = new TreeSet<LocalDate>();
    for (StoryArticle article : context.articles()) {
      if (context.parts(article).published() != null) {
        for (LocalDate day : days(article)) {
          if (day != null) {
            sure.add(day);
          }
        }
        sure.add(Objects.requireNonNull(published(article)));
      }
    }
    return sure;
  }

  private List<LocalDate> trusted(StoryArticle article, TreeSet<LocalDate> sure) {
    var trusted = new TreeSet<LocalDate>();
    for (LocalDate day : days(article)) {
      if (day != null && sure.contains(day)) {
        trusted.add(day);
      }
    }
    return List.copyOf(trusted);
  }

  private void publish() {
    var days = new ArrayList<LocalDate>();
    for (StoryArticle article : context.articles()) {
      LocalDate stated = context.parts(article).published();
      if (stated != null) {
        LocalDate day = context.parts(article).lead().early() ? stated.plusDays(1) : stated;
        published.put(article.article().id(), day);
        days.add(day);
      }
    }
    Collections.sort(days);
    for (StoryArticle article : context.articles()) {
      if (context.placed(article) != null) {
        published.put(article.article().id(), days.get((days.size() - 1) / 2));
      }
    }
  }

  /**
   * The day of an article's news at the latest: that of its publication, the next one where it is
   * dated too early, or null.
   */
  @Nullable LocalDate published(StoryArticle article) {
    return published.get(article.article().id());
  }

  /** The day that the first sentences of an article state, when it is one of the last days. */
  private @Nullable LocalDate lead(StoryArticle article) {
    LocalDate published = published(article);
    if (published == null) {
      return null;
    }
    for (Event event : context.parts(article).lead().facts()) {
      LocalDate day = event.time() == null ? null : read(article, event.time(), "stated").day();
      if (day != null && !day.isAfter(published) && !day.isBefore(published.minusDays(REACH))) {
        return day;
      }
    }
    return null;
  }

  private boolean isOfItsOwnDay(StoryArticle article, LocalDate day) {
    LocalDate published = published(article);
    if (published == null || context.placed(article) != null) {
      return false;
    }
    int own = stated(article, published).getOrDefault(day, 0);
    int all = 0;
    for (var votes :
        statedOn.subMap(published.minusDays(1), true, published.plusDays(1), true).values()) {
      all += votes.getOrDefault(day, 0);
    }
    return own == 0 || all <= own;
  }

  /** Whether an article argues rather than reports. */
  boolean isEssay(StoryArticle article) {
    return context.parts(article).lead().essay();
  }

  /** Reads a value as the article means it. */
  private When read(StoryArticle article, String value, String from) {
    LocalDate stated = context.parts(article).published();
    When read = read(value, published(article), from);
    LocalDate day = read.day();
    Lead lead = context.parts(article).lead();
    if (day == null || stated == null || !lead.early() && !lead.tomorrow()) {
      return read;
    }
    return When.of(Lead.meant(day, stated), read.time(), read.precision(), from);
  }

  /** What decides the time of what an article does not date itself. */
  Setting setting(StoryArticle article) {
    return Objects.requireNonNull(settings.get(article.article().id()));
  }

  /** The days that an article states, those shortly before its publication alone. */
  private TreeMap<LocalDate, Integer> stated(StoryArticle article, LocalDate published) {
    return context
        .parts(article)
        .stated
        .get(
            published,
            () -> {
              var votes = new TreeMap<LocalDate, Integer>();
              for (LocalDate day : days(article)) {
                if (day != null
                    && !day.isAfter(published)
                    && !day.isBefore(published.minusDays(REACH))) {
                  votes.merge(day, 1, Integer::sum);
                }
              }
              return votes;
            });
  }

  /** The days that the time expressions of an article mean, each as {@link #day} gives it. */
  @Nullable LocalDate[] days(StoryArticle article) {
    return context
        .parts(article)
        .days
        .get(
            published(article),
            () -> {
              var times = article.annotations().times();
              var days = new @Nullable LocalDate[times.size()];
              for (int i = 0; i < days.length; i++) {
                days[i] = day(article, times.get(i));
              }
              return days;
            });
  }

  /** The day that a time expression of the story itself means, or null. */
  private @Nullable LocalDate day(StoryArticle article, TimeExpression time) {
    if (time.type() != TimeType.DATE && time.type() != TimeType.TIME) {
      return null;
    }
    Role role = context.role(article, time.start());
    if (!role.isBody() && role != Role.CAPTION && role != Role.STANDFIRST) {
      return null;
    }
    LocalDate day = read(time.value(), published(article), "stated").day();
    LocalDate stated = context.parts(article).published();
    // the weight of a day is counted from what is sure
    return day == null || stated == null || !context.parts(article).lead().early()
        ? day
        : Lead.meant(day, stated);
  }

  /**
   * Whether an article tells of several days, none of them more than the others: what it does not
   * date may be of any of them.
   */
  private boolean isScattered(StoryArticle article) {
    LocalDate published = published(article);
    return published != null && stated(article, published).headMap(published).size() >= SCATTERED;
  }

  private @Nullable LocalDate usualDay(StoryArticle article) {
    LocalDate published = published(article);
    if (published == null) {
      return null;
    }
    LocalDate lead = leadOf.get(article.article().id());
    if (lead != null) {
      return lead;
    }
    var votes = new TreeMap<LocalDate, Integer>();
    int all = 0;
    var own = stated(article, published);
    for (var entry : own.entrySet()) {
      votes.merge(entry.getKey(), entry.getValue(), Integer::sum);
      all += entry.getValue();
    }
    LocalDate told = toldAround(published);
    if (told != null && (own.isEmpty() || own.containsKey(told))) {
      return told;
    }
    for (var day :
        statedOn.subMap(published.minusDays(1), true, published.plusDays(1), true).values()) {
      for (var entry : day.entrySet()) {
        if (!entry.getKey().isAfter(published)) {
          votes.merge(entry.getKey(), entry.getValue(), Integer::sum);
          all += entry.getValue();
        }
      }
    }
    LocalDate best = null;
    int most = 0;
    for (var entry : votes.entrySet()) {
      if (entry.getValue() >= most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return most >= LEAST_VOTES && most >= SHARE * all ? best : null;
  }

  /** The day that most reports published about a day begin with, the later of two, or null. */
  private @Nullable LocalDate toldAround(LocalDate published) {
    var votes = new TreeMap<LocalDate, Integer>();
    for (var day :
        leadOn.subMap(published.minusDays(1), true, published.plusDays(1), true).values()) {
      day.forEach(
          (lead, count) -> {
            if (!lead.isAfter(published)) {
              votes.merge(lead, count, Integer::sum);
            }
          });
    }
    LocalDate best = null;
    int most = 0;
    for (var entry : votes.entrySet()) {
      if (entry.getValue() >= most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }

  /**
   * When something happened that an article tells.
   *
   * @param value TIMEX3 value found for it, or null
   * @param rule {@code stated}, {@code narrated}, {@code dateline}, or null
   */
  When when(StoryArticle article, @Nullable String value, @Nullable String rule) {
    if (isReference(value)) {
      return When.UNKNOWN; // told as before or after the report, and no more
    }
    if (value != null && rule != null && !rule.equals("dateline")) {
      When read = read(article, value, rule);
      if (read.date() != null) {
        return isTrusted(article, value, read) ? read : When.UNKNOWN;
      }
    }
    Setting setting = setting(article);
    if (isEssay(article)) {
      return When.UNKNOWN;
    }
    if (setting.usual() != null) {
      return When.of(setting.usual(), null, "day", "story");
    }
    if (setting.day() == null || setting.scattered()) {
      return When.UNKNOWN;
    }
    return When.of(setting.day(), null, "day", setting.placed() ? "story" : "dateline");
  }

  /** A weekday of an article without a date is the one of its story only if others name it too. */
  private boolean isTrusted(StoryArticle article, String value, When read) {
    Setting setting = setting(article);
    return !setting.placed()
        || read.day() == null
        || !value.startsWith(WEEKDAY)
        || setting.trusted().contains(read.day());
  }

  /** A plan for a weekday that an undated article names is for the next such day. */
  When ahead(StoryArticle article, String value, When when) {
    LocalDate published = published(article);
    LocalDate day = when.day();
    return value.startsWith(WEEKDAY) && published != null && day != null && day.isBefore(published)
        ? When.of(day.plusWeeks(1), when.time(), when.precision(), when.from())
        : when;
  }

  /** Whether a value only says before or after: {@code PAST_REF}. */
  static boolean isReference(@Nullable String value) {
    return value != null && value.endsWith(REFERENCE);
  }

  /** Whether the words around an offset state the day of a value, rather than the dateline. */
  static boolean isStated(StoryArticle article, int start, int end, String value) {
    String day = value.length() > 10 ? value.substring(0, 10) : value;
    for (TimeExpression time : article.annotations().times()) {
      if (time.start() >= end) {
        return false;
      }
      if (time.start() >= start && time.value().startsWith(day)) {
        return true;
      }
    }
    return false;
  }

  /** Reads a TIMEX3 value as precisely as it is given. */
  static When read(String value, @Nullable LocalDate anchor, String from) {
    int length = value.length();
    try {
      if (value.startsWith(WEEKDAY) && length >= 10 && anchor != null) {
        int number = value.charAt(9) - '0';
        if (number < 1 || number > 7) {
          return When.UNKNOWN;
        }
        LocalDate last = anchor.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(number)));
        LocalDate day = Lead.meant(last, anchor);
        return ofDay(day, value.substring(10), from);
      }
      if (value.startsWith("XXXX-") && length >= 10 && anchor != null) {
        LocalDate day = LocalDate.parse(anchor.getYear() + value.substring(4, 10));
        if (day.isAfter(anchor.plusMonths(2))) {
          day = day.minusYears(1);
        }
        return ofDay(day, value.substring(10), from);
      }
      if (length >= 10
          && isDigits(value, 0, 4)
          && value.charAt(4) == '-'
          && isDigits(value, 5, 7)) {
        LocalDate day = LocalDate.parse(value.substring(0, 10));
        return ofDay(day, value.substring(10), from);
      }
      if (length == 7 && isDigits(value, 0, 4) && isDigits(value, 5, 7)) {
        return new When(value, null, "month", from, null);
      }
      if (length >= 8 && isDigits(value, 0, 4) && value.charAt(5) == 'W' && isDigits(value, 6, 8)) {
        return new When(value.substring(0, 8), null, "week", from, null);
      }
      if (length >= 4 && isDigits(value, 0, 4)) {
        return new When(value.substring(0, 4), null, "year", from, null);
      }
    } catch (DateTimeException e) {
      return When.UNKNOWN;
    }
    return When.UNKNOWN;
  }

  private static When ofDay(LocalDate day, String rest, String from) {
    if (rest.length() >= 6 && rest.charAt(0) == 'T' && isDigits(rest, 1, 3)) {
      return When.of(day, rest.substring(1, 6), "minute", from);
    }
    return When.of(day, null, rest.length() > 1 ? "part of day" : "day", from);
  }

  private static boolean isDigits(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (i >= value.length() || value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
