package dev.annals.annotation;

import dev.annals.annotation.TimeForm.Anchor;
import org.jspecify.annotations.Nullable;

/** Reads dates, parts of the calendar and clock times. */
final class CalendarGrammar {

  // years that a bare number may mean
  private static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 2099;

  private final TimeAtoms atoms;
  private final TimeContext context;
  private final TimeNumbers numbers;
  private final int limit;

  CalendarGrammar(TimeAtoms atoms, TimeContext context, int limit) {
    this.atoms = atoms;
    this.context = context;
    this.numbers = new TimeNumbers(atoms, limit);
    this.limit = limit;
  }

  /** The longest date that begins here, or null. */
  @Nullable TimeForm date(int at) {
    if (at >= limit) {
      return null;
    }
    TimeForm best = dayword(at);
    best = longer(best, weekdayDate(at));
    best = longer(best, monthDate(at));
    best = longer(best, numeric(at));
    best = longer(best, holiday(at));
    best = longer(best, relative(at));
    best = longer(best, quarter(at));
    best = longer(best, decade(at));
    best = longer(best, year(at));
    return best;
  }

  private static @Nullable TimeForm longer(@Nullable TimeForm one, @Nullable TimeForm other) {
    return other == null || one != null && one.end >= other.end ? one : other;
  }

  private @Nullable TimeForm dayword(int at) {
    String shift = value(at, TimeWord.DAYWORD);
    if (shift != null && context.label(at) == NameLabel.OUTSIDE) {
      TimeForm form = day(at, at + 1, Integer.parseInt(shift), "dayword");
      return form;
    }
    if (is(at, TimeWord.TONIGHT)) {
      TimeForm form = day(at, at + 1, 0, "tonight");
      form.type = TimeType.TIME;
      form.daypart = "NI";
      return form;
    }
    if (is(at, TimeWord.OVERNIGHT) && context.part(at) == PartOfSpeech.RB) {
      TimeForm form = day(at, at + 1, -1, "overnight");
      form.type = TimeType.TIME;
      form.daypart = "NI";
      return form;
    }
    return null;
  }

  private static TimeForm day(int first, int end, int shift, String rule) {
    var form = new TimeForm(first, end, rule);
    form.anchor = Anchor.PUBLICATION;
    form.unit = "D";
    form.amount = shift;
    return form;
  }

  /** "Friday", "Friday, Oct. 13", "Wednesday the 6th", "Monday last week". */
  private @Nullable TimeForm weekdayDate(int at) {
    int weekday = weekday(at);
    if (weekday < 0) {
      return null;
    }
    int next = at + 1;
    TimeForm date = monthDate(isComma(next) ? next + 1 : next);
    if (date != null && date.day > 0) {
      TimeForm form = TimeGrammar.copy(date, at, date.end);
      form.weekday = weekday;
      form.rule = "weekday-date";
      return form;
    }
    if (context.insideName(at, limit)) {
      return null;
    }
    var form = new TimeForm(at, next, "weekday");
    form.weekday = weekday;
    int unit = is(next, TimeWord.OF) ? next + 1 : next;
    if ((is(unit, TimeWord.LAST) || is(unit, TimeWord.NEXT) || is(unit, TimeWord.THIS))
        && "W".equals(value(unit + 1, TimeWord.UNIT))) {
      form.weekShift = is(unit, TimeWord.LAST) ? -1 : is(unit, TimeWord.NEXT) ? 1 : 0;
      form.strict = true;
      form.end = unit + 2;
      form.rule = "weekday-of-week";
    }
    return form;
  }

  private int weekday(int at) {
    int weekday = at < limit ? atoms.intValue(at, TimeWord.WEEKDAY) : -1;
    if (weekday < 0 && at < limit && atoms.isCapital(at)) {
      int brief = atoms.intValue(at, TimeWord.WEEKDAY_SHORT);
      boolean sure = atoms.last(at) == '.' || month(at + 1) > 0;
      return brief > 0 && sure ? brief : -1;
    }
    return weekday > 0 && atoms.isCapital(at) ? weekday : -1;
  }

  /** The month that begins here, or -1; the verbs "may" and "march" are none. */
  private int month(int at) {
    if (at >= limit || !atoms.isCapital(at)) {
      return -1;
    }
    int month = atoms.intValue(at, TimeWord.MONTH);
    boolean numbered = isDayNumber(at + 1) || isYear(at + 1) || isComma(at + 1) && isYear(at + 2);
    if (month > 0) {
      if (is(at, TimeWord.DOUBTFUL) && !numbered) {
        PartOfSpeech part = context.part(at);
        if (!part.isNoun() || context.part(at) == PartOfSpeech.NNS || namesEvent(at)) {
          return -1;
        }
      }
      boolean named =
          context.isPerson(at)
              || context.insideName(at, limit)
              || at + 1 < limit
                  && at > 0
                  && context.part(at + 1).isProperNoun()
                  && context.isPerson(at + 1)
                  && context.part(at - 1) != PartOfSpeech.IN
                  && context.part(at - 1) != PartOfSpeech.JJ;
      return named && !numbered && !isDayNumber(at - 1) ? -1 : month;
    }
    int brief = atoms.intValue(at, TimeWord.MONTH_SHORT);
    return brief > 0 && (numbered || atoms.last(at) == '.') ? brief : -1;
  }

  /** "the annual March for the Harbour": no word of time before, a purpose behind. */
  private boolean namesEvent(int at) {
    boolean timed =
        is(at - 1, TimeWord.IN)
            || is(at - 1, TimeWord.UNTIL)
            || is(at - 1, TimeWord.SINCE)
            || is(at - 1, TimeWord.LAST)
            || is(at - 1, TimeWord.NEXT)
            || is(at - 1, TimeWord.THIS)
            || is(at - 1, TimeWord.PHASE)
            || is(at - 1, TimeWord.FROM)
            || is(at - 1, TimeWord.AND)
            || is(at - 1, TimeWord.OF)
            || at > 0 && isDayNumber(at - 1);
    return !timed && (is(at + 1, TimeWord.PURPOSE) || is(at + 1, TimeWord.OF) && !isYear(at + 2));
  }

  /** "March 5", "5 March 2031", "March 2031", "July last year", "the 5th of March". */
  private @Nullable TimeForm monthDate(int at) {
    int month = month(at);
    if (month > 0) {
      var form = new TimeForm(at, at + 1, "month");
      form.month = month;
      int next = at + 1;
      if (is(next, TimeWord.THE) && isDayNumber(next + 1)) {
        next++;
      }
      if (isDayNumber(next) && !is(next + 1, TimeWord.UNITS)) {
        form.day = dayNumber(next);
        form.rule = "month-day";
        form.end = next + 1;
      } else if (next < limit
          && atoms.intValue(next, TimeWord.ORDINAL) > 0
          && !is(next, TimeWord.UNIT)) {
        form.day = atoms.intValue(next, TimeWord.ORDINAL);
        form.rule = "month-day";
        form.end = next + 1;
      }
      return withYear(form);
    }
    int start = is(at, TimeWord.THE) ? at + 1 : at;
    if (isDayNumber(start)) {
      int next = is(start + 1, TimeWord.OF) ? start + 2 : start + 1;
      int named = atoms.joined(start) ? -1 : month(next);
      // "5 May" but not "5, May"
      if (named > 0) {
        var form = new TimeForm(at, next + 1, "day-month");
        form.month = named;
        form.day = dayNumber(start);
        return withYear(form);
      }
    }
    return null;
  }

  /** The day that follows "April 24" in "April 24 and 25", or null. */
  @Nullable TimeForm furtherDay(TimeForm form) {
    int next = form.end;
    boolean month = form.rule.equals("month-day") || form.rule.equals("further-day");
    if (!month
        || !is(next, TimeWord.AND)
        || dayNumber(next + 1) <= form.day
        || !context.closes(next + 2, limit)
        || is(next + 2, TimeWord.OF)
        || next + 2 < limit && atoms.first(next + 2) == '%') {
      return null;
    }
    var further = new TimeForm(next + 1, next + 2, "further-day");
    further.month = form.month;
    further.day = dayNumber(next + 1);
    further.yearShift = form.yearShift;
    further.year = form.year;
    return further;
  }

  private TimeForm withYear(TimeForm form) {
    int next = form.end;
    int comma = isComma(next) ? next + 1 : next;
    int of = is(next, TimeWord.OF) ? next + 1 : comma;
    if (isYear(of) && !(comma > next && form.day == 0 && !closesYear(of + 1))) {
      form.year = atoms.number(of);
      form.end = of + 1;
      form.rule = form.rule + "-year";
      return form;
    }
    int[] words = numbers.yearInWords(next);
    if (words != null && words[1] <= limit) {
      form.year = words[0];
      form.end = words[1];
      form.rule = form.rule + "-year";
      return form;
    }
    Integer shift = yearShift(of);
    if (shift != null) {
      form.yearShift = shift;
      form.end = of + 2;
      form.rule = form.rule + "-relative-year";
    }
    return form;
  }

  private boolean closesYear(int at) {
    return at >= limit || !Character.isLetter(atoms.first(at));
  }

  /** "last year", "this year", "next year" as -1, 0, 1. */
  private @Nullable Integer yearShift(int at) {
    if (!"Y".equals(value(at + 1, TimeWord.UNIT))) {
      return null;
    }
    if (is(at, TimeWord.LAST)) {
      return -1;
    }
    if (is(at, TimeWord.THIS)) {
      return 0;
    }
    return is(at, TimeWord.NEXT) ? 1 : null;
  }

  private boolean isDayNumber(int at) {
    return dayNumber(at) > 0;
  }

  /** "5", "5th"; a number that a percent sign or a unit follows is no day. */
  private int dayNumber(int at) {
    if (at < 0 || at >= limit) {
      return -1;
    }
    int number = atoms.number(at);
    if (number < 0 && Character.isDigit(atoms.first(at))) {
      String word = atoms.word(at);
      int digits = 0;
      while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
        digits++;
      }
      // "May 5-7" begins on the 5th
      if (digits <= 2
          && word.length() > digits + 1
          && word.length() <= digits + 3
          && !Character.isLetterOrDigit(word.charAt(digits))
          && word.charAt(digits) != '.'
          && word.charAt(digits) != ':'
          && word.charAt(digits) != '/'
          && word.charAt(digits) != ','
          && Character.isDigit(word.charAt(word.length() - 1))) {
        number = Integer.parseInt(word.substring(0, digits));
      }
      if (digits <= 2 && word.length() == digits + 2 && Character.isLetter(word.charAt(digits))) {
        String ending = word.substring(digits);
        if (DayEndings.contains(ending)) {
          number = Integer.parseInt(word.substring(0, digits));
        }
      }
    }
    return number >= 1 && number <= 31 ? number : -1;
  }

  private boolean isYear(int at) {
    if (at < 0 || at >= limit || atoms.end(at) - atoms.start(at) != 4) {
      return false;
    }
    int number = atoms.number(at);
    return number >= FIRST_YEAR && number <= LAST_YEAR;
  }

  /** "1998", "fiscal 1989", "the year two thousand", "1990-91". */
  private @Nullable TimeForm year(int at) {
    int next = at;
    if (is(next, TimeWord.THE)) {
      next++;
    }
    boolean fiscal = is(next, TimeWord.FISCAL);
    if (fiscal) {
      next++;
    }
    boolean named = "Y".equals(value(next, TimeWord.UNIT));
    if (named) {
      next++;
    }
    int year = -1;
    int end = next + 1;
    if (isYear(next)) {
      if (!fiscal && !named && next > at) {
        // "the 1988 period" is read as a period
        if (!is(next + 1, TimeWord.PERIOD)) {
          return null;
        }
        end++;
      }
      if (!fiscal && !named && !looksLikeYear(next)) {
        return null;
      }
      year = atoms.number(next);
    } else {
      int[] words = next < limit ? numbers.yearInWords(next) : null;
      if (words == null
          || words[1] > limit
          || !named
              && (year(words) < 1900 || is(words[1], TimeWord.UNITS) || !bareYear(at, words))) {
        return shortYear(at);
      }
      year = words[0];
      end = words[1];
    }
    var form =
        new TimeForm(fiscal || named || next == at ? at : at, end, fiscal ? "fiscal-year" : "year");
    form.year = year;
    return form;
  }

  private static int year(int[] words) {
    return words[0];
  }

  /** "nineteen ninety-six", but "two thousand" people are people. */
  private boolean bareYear(int at, int[] words) {
    return words[0] < 2000 || is(at - 1, TimeWord.IN) && context.closes(words[1], limit);
  }

  /** "'98" after a month or "in". */
  private @Nullable TimeForm shortYear(int at) {
    return null;
  }

  private boolean looksLikeYear(int at) {
    int before = at - 1;
    char sign =
        before < 0 || atoms.sentence(before) != atoms.sentence(at) ? ' ' : atoms.first(before);
    if (sign == '$' || sign == '£' || sign == '€' || sign == '#' || sign == '+') {
      return false;
    }
    if (atoms.joined(at) || before >= 0 && atoms.joined(before)) {
      return before >= 0
          && atoms.joined(before)
          && !atoms.joined(at)
          && (is(before, TimeWord.PHASE) || Character.isLetter(sign));
    }
    if (at + 1 >= limit) {
      return true;
    }
    char after = atoms.first(at + 1);
    if (after == '%' || after == '/' || after == '°') {
      return false;
    }
    PartOfSpeech next = context.part(at + 1);
    boolean preposition = before >= 0 && (context.part(before) == PartOfSpeech.IN);
    if (is(at + 1, TimeWord.UNITS) || atoms.is(at + 1, TimeWord.TERM)) {
      return false;
    }
    return next != PartOfSpeech.NNS || preposition && atoms.number(at) > 1900 || false;
  }

  /** "2031-03-05", "3/5/2031". */
  private @Nullable TimeForm numeric(int at) {
    String word = atoms.word(at);
    int length = word.length();
    if (length < 8 || length > 10 || !Character.isDigit(word.charAt(0))) {
      return null;
    }
    char sign = word.indexOf('/') > 0 ? '/' : word.indexOf('-') > 0 ? '-' : '.';
    int one = word.indexOf(sign);
    int two = one < 0 ? -1 : word.indexOf(sign, one + 1);
    if (two < 0 || word.indexOf(sign, two + 1) >= 0) {
      return null;
    }
    int a = ClockGrammar.digits(word, 0, one);
    int b = ClockGrammar.digits(word, one + 1, two);
    int c = ClockGrammar.digits(word, two + 1, length);
    var form = new TimeForm(at, at + 1, "numeric-date");
    if (one == 4) {
      form.year = a;
      form.month = b;
      form.day = c;
    } else if (length - two - 1 == 4) {
      form.year = c;
      // month first as in American news, unless only the second can be a month
      form.month = a <= 12 && sign == '/' ? a : b;
      form.day = a <= 12 && sign == '/' ? b : a;
    } else {
      return null;
    }
    boolean valid =
        form.year >= FIRST_YEAR
            && form.year <= LAST_YEAR
            && form.month >= 1
            && form.month <= 12
            && form.day >= 1
            && form.day <= 31;
    return valid ? form : null;
  }

  private @Nullable TimeForm holiday(int at) {
    int start = at;
    int direction = 0;
    if (is(at, TimeWord.LAST) || is(at, TimeWord.NEXT) || is(at, TimeWord.THIS)) {
      direction = is(at, TimeWord.LAST) ? -1 : is(at, TimeWord.NEXT) ? 1 : 0;
      start++;
    }
    int end = Holidays.match(atoms, start, limit);
    if (end < 0) {
      return null;
    }
    var form = new TimeForm(at, end, "holiday");
    form.holiday = Holidays.name(atoms, start, end);
    form.direction = direction;
    form.strict = direction != 0;
    if (isYear(end)) {
      form.year = atoms.number(end);
      form.end = end + 1;
    } else if (isComma(end) && isYear(end + 1)) {
      form.year = atoms.number(end + 1);
      form.end = end + 2;
    }
    return form;
  }

  /**
   * "last week", "this coming Sunday", "the previous month", "the following day", "the weekend".
   */
  private @Nullable TimeForm relative(int at) {
    int next = at;
    boolean the = is(next, TimeWord.THE) || is(next, TimeWord.ITS);
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
      return the ? definite(at, next) : null;
    }
    if (next >= limit) {
      return null;
    }
    int weekday = weekday(next);
    if (weekday > 0) {
      var form = new TimeForm(at, next + 1, "relative-weekday");
      form.weekday = weekday;
      form.direction = shift;
      form.strict = shift != 0;
      form.anchor = anchor;
      TimeForm dated = monthDate(isComma(next + 1) ? next + 2 : next + 1);
      if (dated != null && dated.day > 0) {
        form = TimeGrammar.copy(dated, at, dated.end);
        form.weekday = weekday;
      }
      return form;
    }
    int month = month(next);
    if (month > 0 && anchor == Anchor.PUBLICATION) {
      TimeForm dated = monthDate(next);
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
      TimeForm form = day(at, next + 1, shift, "relative-daypart");
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
      TimeForm inner = quarter(word + 2);
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
    // "the year-earlier quarter"
    if (atoms.joined(next)
        && "Y".equals(value(next, TimeWord.UNIT))
        && (is(next + 1, TimeWord.EARLIER) || is(next + 1, TimeWord.AGO))) {
      int word = next + 2;
      TimeForm inner = quarter(word);
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
        TimeForm year = year(next + 2);
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
    if (is(after, TimeWord.BEFORE) && context.closes(after + 1, limit)) {
      return narrated(at, after + 1, unit, -1, "unit-before");
    }
    if ((is(after, TimeWord.LATER) || is(after, TimeWord.AFTER))
        && context.closes(after + 1, limit)) {
      return narrated(at, after + 1, unit, 1, "unit-after");
    }
    if (unit.equals("W") && is(after, TimeWord.OF)) {
      TimeForm day = monthDate(after + 1);
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
    if (!context.closes(after, limit) || is(after, TimeWord.OF)) {
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

  private static TimeForm narrated(int at, int end, String unit, int amount, String rule) {
    var form = new TimeForm(at, end, rule);
    form.anchor = Anchor.NARRATED;
    form.unit = unit;
    form.amount = amount;
    return form;
  }

  /** "the third quarter of 1990", "fourth-quarter", "first half". */
  private @Nullable TimeForm quarter(int at) {
    int next = at;
    if (is(next, TimeWord.THE) || is(next, TimeWord.ITS)) {
      next++;
    }
    int year = -1;
    if (is(next, TimeWord.FISCAL)) {
      next++;
    }
    if (isYear(next)) {
      year = atoms.number(next);
      next++;
    }
    int number = next < limit ? atoms.intValue(next, TimeWord.ORDINAL) : -1;
    boolean last = is(next, TimeWord.ORDINAL_LAST);
    boolean quarter = "Q".equals(value(next + 1, TimeWord.UNIT));
    boolean half = is(next + 1, TimeWord.HALF);
    if (number < 1 && year > 0 && "Q".equals(value(next, TimeWord.UNIT))) {
      var form = new TimeForm(at, next + 1, "year-quarter");
      form.year = year;
      form.quarter = -1;
      return form;
    }
    if (!(quarter && (number >= 1 && number <= 4 || last)
        || half && (number == 1 || number == 2 || last))) {
      return null;
    }
    var form = new TimeForm(atoms.joined(next) ? next : at, next + 2, quarter ? "quarter" : "half");
    if (quarter) {
      form.quarter = last ? 4 : number;
    } else {
      form.half = last ? 2 : number;
    }
    form.year = year;
    int of = is(form.end, TimeWord.OF) || is(form.end, TimeWord.IN) ? form.end + 1 : form.end;
    Integer shift = of < limit ? yearShift(of) : null;
    if (shift != null) {
      form.yearShift = shift;
      form.end = of + 2;
    } else if (of > form.end && of < limit) {
      TimeForm inner = year(of);
      if (inner != null) {
        form.year = inner.year;
        form.end = inner.end;
      } else if (half && !(is(of, TimeWord.THE) && is(of + 1, TimeWord.UNIT))) {
        return null;
      }
    } else if (half && form.year < 0) {
      return null;
    }
    return form;
  }

  /** "the 1990s", "the late '80s", "the nineties", "the 20th century". */
  private @Nullable TimeForm decade(int at) {
    int next = at;
    if (is(next, TimeWord.THE)) {
      next++;
    }
    if (is(next, TimeWord.PHASE)) {
      next++;
    }
    if (next >= limit) {
      return null;
    }
    int words = atoms.intValue(next, TimeWord.DECADES);
    if (words > 0) {
      return next > at ? TimeForm.fixed(at, next + 1, "decade", TimeType.DATE, "19" + words) : null;
    }
    int start = next;
    if (is(next, TimeWord.POSSESSIVE) && next + 1 < limit) {
      next++;
    }
    String word = atoms.word(next);
    int length = word.length();
    if (length >= 3
        && length <= 6
        && word.charAt(length - 1) == 's'
        && Character.isDigit(word.charAt(0))) {
      String digits = word.substring(0, length - 1);
      if (digits.endsWith("'") || digits.endsWith("’")) {
        digits = digits.substring(0, digits.length() - 1);
      }
      int number = ClockGrammar.digits(digits, 0, digits.length());
      if (number >= 0 && number % 10 == 0) {
        if (digits.length() == 4 && number >= FIRST_YEAR && number <= LAST_YEAR) {
          return TimeForm.fixed(at, next + 1, "decade", TimeType.DATE, digits.substring(0, 3));
        }
        boolean marked = next > start || start > at;
        if (digits.length() == 2 && marked && number >= 20) {
          return TimeForm.fixed(at, next + 1, "decade", TimeType.DATE, "19" + digits.charAt(0));
        }
      }
    }
    // "the 20th century"
    if ("C".equals(value(next + 1, TimeWord.UNIT))) {
      int number = atoms.intValue(next, TimeWord.ORDINAL);
      if (number < 0) {
        number = dayNumber(next);
      }
      if (number > 1 && number < 30) {
        return TimeForm.fixed(
            at, next + 2, "century", TimeType.DATE, DurationValues.two(number - 1));
      }
    }
    return null;
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
