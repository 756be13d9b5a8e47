package dev.annals.annotation;

import dev.annals.annotation.TimeForm.Anchor;
import org.jspecify.annotations.Nullable;

/** Reads days and months of the calendar, and dispatches to the readers of other dates. */
final class CalendarGrammar {

  private final TimeAtoms atoms;
  private final TimeContext context;
  private final TimeNumbers numbers;
  private final YearGrammar years;
  private final RelativeGrammar relatives;
  private final int limit;

  CalendarGrammar(TimeAtoms atoms, TimeContext context, int limit) {
    this.atoms = atoms;
    this.context = context;
    this.numbers = new TimeNumbers(atoms, limit);
    this.limit = limit;
    this.years = new YearGrammar(atoms, context, numbers, limit);
    this.relatives = new RelativeGrammar(atoms, context, this, years, limit);
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
    best = longer(best, relatives.relative(at));
    best = longer(best, years.quarter(at));
    best = longer(best, years.decade(at));
    best = longer(best, years.year(at));
    return best;
  }

  private static @Nullable TimeForm longer(@Nullable TimeForm one, @Nullable TimeForm other) {
    return other == null || one != null && one.end >= other.end ? one : other;
  }

  private @Nullable TimeForm dayword(int at) {
    String shift = value(at, TimeWord.DAYWORD);
    if (shift != null && context.label(at) == NameLabel.OUTSIDE && !endsName(at)) {
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

  /** "Harbour Radio Today" */
  private boolean endsName(int at) {
    return at > 0
        && atoms.isCapital(at)
        && atoms.sentence(at - 1) == atoms.sentence(at)
        && context.label(at - 1) != NameLabel.OUTSIDE
        && context.closes(at + 1, limit);
  }

  static TimeForm day(int first, int end, int shift, String rule) {
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

  int weekday(int at) {
    int weekday = at < limit ? atoms.intValue(at, TimeWord.WEEKDAY) : -1;
    if (weekday < 0 && at < limit && atoms.isCapital(at)) {
      int brief = atoms.intValue(at, TimeWord.WEEKDAY_SHORT);
      boolean sure = atoms.last(at) == '.' || month(at + 1) > 0;
      return brief > 0 && sure ? brief : -1;
    }
    return weekday > 0 && atoms.isCapital(at) ? weekday : -1;
  }

  /** The month that begins here, or -1; the verbs "may" and "march" are none. */
  int month(int at) {
    if (at >= limit || !atoms.isCapital(at)) {
      return -1;
    }
    int month = atoms.intValue(at, TimeWord.MONTH);
    boolean numbered =
        isDayNumber(at + 1) || years.isYear(at + 1) || isComma(at + 1) && years.isYear(at + 2);
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
    return !timed
        && (is(at + 1, TimeWord.PURPOSE) || is(at + 1, TimeWord.OF) && !years.isYear(at + 2));
  }

  /** "March 5", "5 March 2031", "March 2031", "July last year", "the 5th of March". */
  @Nullable TimeForm monthDate(int at) {
    int month = month(at);
    if (month > 0) {
      var form = new TimeForm(at, at + 1, "month");
      form.month = month;
      int next = at + 1;
      if (is(next, TimeWord.THE) && isDayNumber(next + 1)) {
        next++;
      }
      if (isDayNumber(next) && !is(next + 1, TimeWord.UNITS)) {
        form.day = numbers.dayNumber(next);
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
        form.day = numbers.dayNumber(start);
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
        || numbers.dayNumber(next + 1) <= form.day
        || !context.closes(next + 2, limit)
        || is(next + 2, TimeWord.OF)
        || next + 2 < limit && atoms.first(next + 2) == '%') {
      return null;
    }
    var further = new TimeForm(next + 1, next + 2, "further-day");
    further.month = form.month;
    further.day = numbers.dayNumber(next + 1);
    further.yearShift = form.yearShift;
    further.year = form.year;
    return further;
  }

  private TimeForm withYear(TimeForm form) {
    int next = form.end;
    int comma = isComma(next) ? next + 1 : next;
    int of = is(next, TimeWord.OF) ? next + 1 : comma;
    if (years.isYear(of) && !(comma > next && form.day == 0 && !closesYear(of + 1))) {
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
    Integer shift = years.yearShift(of);
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

  private boolean isDayNumber(int at) {
    return numbers.dayNumber(at) > 0;
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
        form.year >= YearGrammar.FIRST_YEAR
            && form.year <= YearGrammar.LAST_YEAR
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
    if (years.isYear(end)) {
      form.year = atoms.number(end);
      form.end = end + 1;
    } else if (isComma(end) && years.isYear(end + 1)) {
      form.year = atoms.number(end + 1);
      form.end = end + 2;
    }
    String stretch = value(form.end, TimeWord.UNIT);
    if (stretch != null && (stretch.equals("W") || stretch.equals("E"))) {
      // "Easter week", "Labor Day weekend"
      form.unit = stretch;
      form.end++;
      form.rule = "holiday-" + stretch.toLowerCase(java.util.Locale.ROOT);
    }
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
