package dev.annals.annotation;

import dev.annals.annotation.TimeForm.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * Reads times that count from another: "last week", "the day before", "the year-earlier quarter".
 */
final class RelativeGrammar {

  private final TimeAtoms atoms;
  private final TimeContext context;
  private final CalendarGrammar calendar;
  private final YearGrammar years;
  private final int limit;

  RelativeGrammar(
      TimeAtoms atoms,
      TimeContext context,
      CalendarGrammar calendar,
      YearGrammar years,
      int limit) {
    this.atoms = atoms;
    this.context = context;
    this.calendar = calendar;
    this.years = years;
    this.limit = limit;
  }

  /**
   * "last week", "this coming Sunday", "the previous month", "the following day", "the weekend".
   */
  @Nullable TimeForm relative(int at) {
    int next = at;
    boolean the = is(next, TimeWord.THE) || is(next, TimeWord.ITS);
    boolean somebodys = the && "PERSON".equals(value(next, TimeWord.ITS));
    if (the) {
      next++;
    }
    Anchor anchor = null;
    int shift = 0;
    boolean past = false;
    boolean that = false;
    if (is(next, TimeWord.THIS)) {
      anchor = Anchor.PUBLICATION;
      next++;
      if (is(next, TimeWord.COMING)) {
        shift = 1;
        next++;
      } else if (is(next, TimeWord.PAST)) {
        shift = -1;
        next++;
      } else if (is(next, TimeWord.SAME) || is(next, TimeWord.CURRENT)) {
        next++;
      }
    } else if (is(next, TimeWord.LAST) || is(next, TimeWord.PAST)) {
      past = is(next, TimeWord.PAST);
      anchor = Anchor.PUBLICATION;
      shift = -1;
      next++;
    } else if (is(next, TimeWord.NEXT) || is(next, TimeWord.COMING)) {
      anchor = the ? Anchor.NARRATED : Anchor.PUBLICATION;
      shift = 1;
      next++;
    } else if (is(next, TimeWord.CURRENT) || is(next, TimeWord.LATEST)) {
      anchor = is(next, TimeWord.LATEST) ? Anchor.NARRATED : Anchor.PUBLICATION;
      next++;
    } else if (is(next, TimeWord.PREVIOUS)) {
      anchor = Anchor.NARRATED;
      shift = -1;
      next++;
    } else if (is(next, TimeWord.FOLLOWING)) {
      anchor = Anchor.NARRATED;
      shift = 1;
      next++;
    } else if (is(next, TimeWord.THAT) || is(next, TimeWord.SAME)) {
      anchor = Anchor.NARRATED;
      that = true;
      next++;
      if (is(next, TimeWord.SAME)) {
        next++;
      }
    }
    if (anchor == null) {
      TimeForm end = unitEnd(at, next);
      if (end != null) {
        return end;
      }
      int compared = is(next, TimeWord.FISCAL) ? next + 1 : next;
      if (comparesYears(compared)) {
        return yearEarlier(at, compared);
      }
      // "his year in the choir" is no year of the calendar
      return the && !somebodys ? definite(at, next) : null;
    }
    if (next >= limit) {
      return null;
    }
    int weekday = calendar.weekday(next);
    if (weekday > 0) {
      var form = new TimeForm(at, next + 1, "relative-weekday");
      form.weekday = weekday;
      form.direction = shift;
      form.strict = shift != 0;
      form.anchor = anchor;
      TimeForm dated = calendar.monthDate(isComma(next + 1) ? next + 2 : next + 1);
      if (dated != null && dated.day > 0) {
        form = TimeGrammar.copy(dated, at, dated.end);
        form.weekday = weekday;
      }
      return form;
    }
    int month = calendar.month(next);
    if (month > 0 && anchor == Anchor.PUBLICATION) {
      TimeForm dated = calendar.monthDate(next);
      var form =
          TimeGrammar.copy(
              dated == null ? new TimeForm(at, next + 1, "") : dated,
              at,
              dated == null ? next + 1 : dated.end);
      form.month = month;
      form.direction = shift;
      form.strict = true;
      form.rule = "relative-month";
      return form;
    }
    int word = next;
    if (is(word, TimeWord.FISCAL)) {
      word++;
    }
    String season = value(next, TimeWord.SEASON);
    if (season != null) {
      var form = new TimeForm(at, next + 1, "relative-season");
      form.season = season;
      form.direction = shift;
      form.strict = true;
      form.anchor = anchor;
      return form;
    }
    String part = value(next, TimeWord.DAYPART);
    if (part != null && anchor == Anchor.PUBLICATION && !past
        || part != null && anchor == Anchor.NARRATED) {
      TimeForm form = CalendarGrammar.day(at, next + 1, shift, "relative-daypart");
      form.anchor = anchor;
      form.type = TimeType.TIME;
      form.daypart = part;
      return form;
    }
    if (is(word, TimeWord.KIND_OF_DAY) && is(word + 1, TimeWord.UNIT)) {
      word++;
    }
    String unit = value(word, TimeWord.UNIT);
    if (is(next, TimeWord.PERIOD) && anchor == Anchor.NARRATED) {
      unit = "P";
    }
    if (unit != null
        && atoms.isCapital(word)
        && word > at
        && !atoms.isCapital(at - 1)
        && context.label(word) != NameLabel.OUTSIDE) {
      return null;
    }
    if (unit != null
        && word == at + 1
        && atoms.isCapital(word)
        && atoms.isCapital(at)
        && atoms.quoted(at)) {
      // a title: "This Week"
      return null;
    }
    if (unit == null || unit.equals("TS") && anchor != Anchor.NARRATED || past && the) {
      return null;
    }
    if (unit.length() == 2) {
      return null;
    }
    var form = new TimeForm(at, word + 1, that ? "that-unit" : "relative-unit");
    form.anchor = anchor;
    form.unit = unit;
    form.amount = shift;
    // "this year's third quarter"
    if (unit.equals("Y") && is(word + 1, TimeWord.POSSESSIVE)) {
      TimeForm inner = years.quarter(word + 2);
      if (inner == null && "Q".equals(value(word + 2, TimeWord.UNIT))) {
        inner = new TimeForm(at, word + 3, "quarter");
        inner.quarter = -1;
      }
      if (inner != null && inner.year < 0) {
        TimeForm whole = TimeGrammar.copy(inner, at, inner.end);
        whole.yearShift = shift;
        whole.narratedYear = anchor == Anchor.NARRATED;
        return whole;
      }
    }
    if (is(word + 1, TimeWord.OR) && is(word + 2, TimeWord.SO)) {
      form.end = word + 3;
    }
    return form;
  }

  /** "year-end", "the month's end". */
  private @Nullable TimeForm unitEnd(int at, int next) {
    String unit = value(next, TimeWord.UNIT);
    if (unit == null || unit.length() > 1) {
      return null;
    }
    int end = is(next + 1, TimeWord.POSSESSIVE) ? next + 2 : next + 1;
    if (!"end".equals(value(end, TimeWord.EDGE)) || !context.closes(end + 1, limit)) {
      return null;
    }
    var form = new TimeForm(at, end + 1, "unit-end");
    form.anchor = Anchor.PUBLICATION;
    form.unit = unit;
    if (unit.equals("Y") && atoms.joined(next)) {
      // as accounts are dated
      form.anchor = Anchor.CALENDAR;
      form.month = 12;
      form.day = 31;
      form.yearShift = 0;
    }
    return form;
  }

  /** "the day before", "the weekend", "the quarter", "the year". */
  private @Nullable TimeForm definite(int at, int next) {
    if (is(next, TimeWord.FISCAL)) {
      next++;
    }
    if (is(next, TimeWord.KIND_OF_DAY) && is(next + 1, TimeWord.UNIT)) {
      next++;
    }
    String unit = value(next, TimeWord.UNIT);
    String season = value(next, TimeWord.SEASON);
    if (season != null
        && !is(next, TimeWord.UNIT)
        && (context.part(next).isNoun() && context.closes(next + 1, limit))) {
      var form = new TimeForm(at, next + 1, "season");
      form.season = season;
      if (is(next + 1, TimeWord.OF) && next + 2 < limit) {
        TimeForm year = years.year(next + 2);
        if (year != null) {
          form.year = year.year;
          form.end = year.end;
        }
      }
      return form;
    }
    if (unit == null || unit.length() == 2) {
      return null;
    }
    int after = next + 1;
    if (unit.equals("D") && (is(after, TimeWord.BEFORE) || is(after, TimeWord.AFTER))) {
      TimeForm day = after + 1 < limit ? calendar.date(after + 1) : null;
      if (day != null && day.isDay() && day.names() && !is(after + 1, TimeWord.UNITS)) {
        TimeForm form = TimeGrammar.copy(day, at, day.end);
        form.dayShift = is(after, TimeWord.BEFORE) ? -1 : 1;
        form.rule = "day-beside";
        return form;
      }
    }
    if (is(after, TimeWord.BEFORE) && context.closes(after + 1, limit)) {
      return narrated(at, after + 1, unit, -1, "unit-before");
    }
    if ((is(after, TimeWord.LATER) || is(after, TimeWord.AFTER))
        && context.closes(after + 1, limit)) {
      return narrated(at, after + 1, unit, 1, "unit-after");
    }
    if (unit.equals("W") && is(after, TimeWord.OF)) {
      TimeForm day = calendar.monthDate(after + 1);
      if (day != null && day.day > 0) {
        TimeForm form = TimeGrammar.copy(day, at, day.end);
        form.unit = "W";
        form.rule = "week-of";
        return form;
      }
    }
    if (unit.equals("Y") && is(after, TimeWord.ENDED)) {
      return TimeForm.fixed(at, after, "year-ended", TimeType.DURATION, "P1Y");
    }
    // "earlier in the week the dam broke", but "the week the dam broke"
    boolean within =
        is(at - 1, TimeWord.IN)
            && (is(at - 2, TimeWord.EARLIER)
                || is(at - 2, TimeWord.LATER)
                || is(at - 2, TimeWord.PHASE));
    if (!within && !context.closes(after, limit) || is(after, TimeWord.OF)) {
      return null;
    }
    if (unit.equals("E")
        || unit.equals("Q")
        || unit.equals("Y")
        || unit.equals("M")
        || unit.equals("W")
        || unit.equals("D") && is(at - 1, TimeWord.IN)) {
      return narrated(at, after, unit, 0, "the-unit");
    }
    return null;
  }

  /** Whether "year-earlier" or "year-ago" stands here. */
  private boolean comparesYears(int at) {
    return at < limit
        && atoms.joined(at)
        && "Y".equals(value(at, TimeWord.UNIT))
        && (is(at + 1, TimeWord.EARLIER) || is(at + 1, TimeWord.AGO));
  }

  /** "the year-earlier quarter", "year-ago results". */
  private TimeForm yearEarlier(int at, int next) {
    int word = next + 2;
    TimeForm inner = years.quarter(word);
    if (inner != null) {
      inner = TimeGrammar.copy(inner, at, inner.end);
      inner.yearShift = -1;
      return inner;
    }
    if (is(word, TimeWord.UNIT) || is(word, TimeWord.PERIOD)) {
      return narrated(at, word + 1, "Y", -1, "year-earlier-quarter");
    }
    return narrated(next, word, "Y", -1, "year-earlier");
  }

  private static TimeForm narrated(int at, int end, String unit, int amount, String rule) {
    var form = new TimeForm(at, end, rule);
    form.anchor = Anchor.NARRATED;
    form.unit = unit;
    form.amount = amount;
    return form;
  }

  private @Nullable String value(int at, TimeWord word) {
    return at >= 0 && at < limit ? atoms.value(at, word) : null;
  }

  private boolean isComma(int at) {
    return at < limit && atoms.first(at) == ',';
  }

  private boolean is(int at, TimeWord word) {
    return at >= 0 && at < limit && atoms.is(at, word);
  }
}
