package dev.annals.annotation;

import dev.annals.annotation.TimeNumbers.Amount;
import org.jspecify.annotations.Nullable;

/** Reads amounts of time: durations, "two weeks ago", "every Monday". */
final class AmountGrammar {

  private final TimeAtoms atoms;
  private final TimeContext context;
  private final TimeNumbers numbers;
  private final int limit;

  AmountGrammar(TimeAtoms atoms, TimeContext context, int limit) {
    this.atoms = atoms;
    this.context = context;
    this.numbers = new TimeNumbers(atoms, limit);
    this.limit = limit;
  }

  /** "at least 30 days", "the past two months", "a year ago", "five-year". */
  @Nullable TimeForm duration(int at) {
    String length = value(at, TimeWord.LENGTH);
    if (length != null) {
      return fixed(at, at + 1, "length", TimeType.DURATION, length);
    }
    // "the decades-long quarrel", "a day-long meeting"
    if (unit(at) != null
        && atoms.joined(at)
        && !atoms.joined(at - 1)
        && is(at + 1, TimeWord.KIND_OF_DAY)
        && is(at + 1, TimeWord.NEAR)) {
      double count = is(at, TimeWord.UNIT) ? 1 : TimeNumbers.SOME;
      return fixed(at, at + 2, "length", TimeType.DURATION, DurationValues.of(count, unit(at)));
    }
    int next = bound(at);
    boolean bounded = next > at;
    boolean framed = false;
    boolean past = false;
    boolean future = false;
    if (!bounded) {
      if (is(next, TimeWord.THE)
          || is(next, TimeWord.THESE)
          || is(next, TimeWord.THOSE)
          || is(next, TimeWord.ITS)) {
        next++;
        framed = true;
      }
      if (isFrame(next)) {
        past = is(next, TimeWord.PAST) || is(next, TimeWord.LAST);
        future = is(next, TimeWord.NEXT) || is(next, TimeWord.COMING);
        next++;
        framed = true;
      }
    }
    Amount amount = numbers.amount(next);
    if (amount == null) {
      return framed || bounded ? bareUnits(at, next, past, future) : plural(at);
    }
    next = amount.end();
    if (is(next, TimeWord.MORE) && !atoms.joined(next)) {
      next++;
    }
    if (isFrame(next) && is(next + 1, TimeWord.UNITS)) {
      next++;
    }
    if (is(next, TimeWord.KIND_OF_DAY)) {
      next++;
    }
    String unit = unit(next);
    if (unit == null) {
      return null;
    }
    boolean singular = is(next, TimeWord.UNIT);
    if (unit.equals("Q") && singular && amount.indefinite() && is(next + 1, TimeWord.OF)
        || unit.equals("Q") && !singular && atoms.joined(next - 1)
        || atoms.isCapital(next) && !atoms.isCapital(at)
        || atoms.isCapital(next) && atoms.number(at) >= 0) {
      return null;
    }
    if (unit.equals("TS") && singular && !context.closes(next + 1, limit)) {
      return null;
    }
    next++;
    double value = amount.value();
    // "a minute and a half"
    if (is(next, TimeWord.AND) && is(next + 1, TimeWord.A) && is(next + 2, TimeWord.HALF)) {
      value += 0.5;
      next += 3;
    } else if (is(next, TimeWord.OR) && is(next + 1, TimeWord.NUMBER)) {
      next += 2;
    }
    if (is(next, TimeWord.OLD) || next < limit && atoms.joined(next - 1) && !shiftFollows(next)) {
      // ages are no times
      if (is(next, TimeWord.OLD)) {
        return null;
      }
    }
    if (is(next, TimeWord.OR) && is(next + 1, TimeWord.SO)) {
      next += 2;
    }
    int first = at;
    if (amount.end() <= next - 1 && atoms.joined(next - 1)
        || amount.end() == next - 1 && atoms.joined(next - 2)) {
      // "a 16-hour", "a year-earlier": the joined words alone
      first = amount.indefinite() ? next - 1 : Math.max(at, joinedFirst(next - 1));
    }
    TimeForm shift = shift(first, next, value, unit);
    if (shift != null) {
      return shift;
    }
    if (!amount.indefinite()
        && first == at
        && is(next, TimeWord.A)
        && is(next + 1, TimeWord.UNIT)) {
      // "24 hours a day, seven days a week"
      return fixed(
          at, next + 2, "rate", TimeType.SET, DurationValues.of(1, String.valueOf(unit(next + 1))));
    }
    if (amount.indefinite() && is(at, TimeWord.A) && at > 0 && isRate(at)) {
      return fixed(at, next, "rate", TimeType.SET, DurationValues.of(1, unit));
    }
    if (value == 1 && singular && unit.equals("D") && isSomeDay(at, next)) {
      return fixed(at, next, "some-day", TimeType.DATE, "FUTURE_REF");
    }
    return fixed(first, next, "duration", TimeType.DURATION, DurationValues.of(value, unit));
  }

  /** "she will one day be mayor", "may one day return". */
  private boolean isSomeDay(int at, int next) {
    return !is(at, TimeWord.A)
        && at > 0
        && next < limit
        && context.part(at - 1) == PartOfSpeech.MD
        && context.part(next) == PartOfSpeech.VB;
  }

  private int joinedFirst(int at) {
    int first = at;
    while (first > 0 && atoms.joined(first - 1) && first > at - 4) {
      first--;
    }
    return first;
  }

  /** "$5 a year", "twice a week": the amount stands right before. */
  private boolean isRate(int at) {
    return Character.isDigit(atoms.first(at - 1));
  }

  private boolean isFrame(int at) {
    return is(at, TimeWord.PAST)
        || is(at, TimeWord.LAST)
        || is(at, TimeWord.NEXT)
        || is(at, TimeWord.COMING)
        || is(at, TimeWord.FOLLOWING)
        || is(at, TimeWord.PREVIOUS)
        || is(at, TimeWord.LATEST)
        || is(at, TimeWord.ORDINAL) && !is(at, TimeWord.UNIT)
        || is(at, TimeWord.ORDINAL) && is(at, TimeWord.UNIT) && is(at + 1, TimeWord.NUMBER)
        || is(at, TimeWord.ORDINAL_LAST);
  }

  private boolean shiftFollows(int at) {
    return is(at, TimeWord.AGO) || is(at, TimeWord.EARLIER) || is(at, TimeWord.LATER);
  }

  private @Nullable TimeForm shift(int at, int next, double value, String unit) {
    TimeForm.Anchor anchor = null;
    int sign = 0;
    int end = next + 1;
    if (is(next, TimeWord.AGO)) {
      anchor = TimeForm.Anchor.PUBLICATION;
      sign = -1;
    } else if (is(next, TimeWord.EARLIER)
        || is(next, TimeWord.BEFORE) && context.closes(next + 1, limit)) {
      anchor = TimeForm.Anchor.NARRATED;
      sign = -1;
      if (is(next, TimeWord.EARLIER) && next + 1 < limit && is(next + 1, TimeWord.THAN)) {
        return null;
      }
    } else if (is(next, TimeWord.LATER) && context.closes(next + 1, limit)) {
      anchor = TimeForm.Anchor.NARRATED;
      sign = 1;
    } else if (is(next, TimeWord.HENCE)) {
      anchor = TimeForm.Anchor.PUBLICATION;
      sign = 1;
    } else if (is(next, TimeWord.FROM)
        && next + 1 < limit
        && (is(next + 1, TimeWord.DAYWORD)
            || "PRESENT_REF".equals(atoms.value(next + 1, TimeWord.REFERENCE)))) {
      anchor = TimeForm.Anchor.PUBLICATION;
      sign = 1;
      end = next + 2;
    }
    if (anchor == null) {
      return null;
    }
    String rule = anchor == TimeForm.Anchor.NARRATED ? "shift-narrated" : "shift";
    if (value == 0.5 && (unit.equals("C") || unit.equals("T"))) {
      // "half a century ago"
      value = unit.equals("C") ? 50 : 5;
      unit = "Y";
    }
    if (value == TimeNumbers.SOME || value != Math.rint(value) && !unit.startsWith("T")) {
      return fixed(at, end, rule, TimeType.DATE, sign < 0 ? "PAST_REF" : "FUTURE_REF");
    }
    if (unit.equals("TS") || unit.equals("TM") || unit.equals("TH")) {
      return fixed(at, end, rule, TimeType.DURATION, DurationValues.of(value, unit));
    }
    var form = new TimeForm(at, end, rule);
    form.anchor = anchor;
    form.unit = unit;
    form.amount = sign * (int) Math.min(value, 100_000);
    return form;
  }

  /** "for days", "weeks": a plural without a number. */
  private @Nullable TimeForm plural(int at) {
    if (!is(at, TimeWord.UNITS)) {
      return null;
    }
    // a title: "60 Minutes"
    if (is(at + 1, TimeWord.OLD) || atoms.isCapital(at) && atoms.number(at - 1) >= 0) {
      return null;
    }
    String unit = String.valueOf(atoms.value(at, TimeWord.UNITS));
    if (at > 0 && atoms.joined(at - 1)) {
      return null;
    }
    if (unit.equals("TS") || unit.equals("Q")) {
      return null;
    }
    int end = at + 1;
    // "the early hours of Thursday morning"
    if (is(at - 1, TimeWord.POSSESSIVE) || unit.length() == 2 && is(at - 1, TimeWord.PHASE)) {
      return null;
    }
    if (is(end, TimeWord.AGO)) {
      return fixed(at, end + 1, "plural-ago", TimeType.DATE, "PAST_REF");
    }
    if (is(end, TimeWord.OR) && is(end + 1, TimeWord.UNITS)) {
      end += 2;
    }
    return fixed(at, end, "plural", TimeType.DURATION, DurationValues.of(TimeNumbers.SOME, unit));
  }

  private @Nullable TimeForm bareUnits(int at, int next, boolean past, boolean future) {
    int word = is(next, TimeWord.KIND_OF_DAY) ? next + 1 : next;
    String unit = unit(word);
    if (unit == null || atoms.joined(word) && is(word + 1, TimeWord.KIND_OF_DAY)) {
      return null;
    }
    if (is(word, TimeWord.UNITS)) {
      if (is(at, TimeWord.THESE) && unit.equals("D")) {
        return fixed(at, word + 1, "these-days", TimeType.DATE, "PRESENT_REF");
      }
      if (past) {
        return fixed(at, word + 1, "past-units", TimeType.DATE, "PAST_REF");
      }
      return fixed(
          at, word + 1, "plural", TimeType.DURATION, DurationValues.of(TimeNumbers.SOME, unit));
    }
    // "the past decade", "the past week"
    if (is(word - 1, TimeWord.PAST) && unit.equals("Y") && is(at, TimeWord.THE)) {
      var year = new TimeForm(at, word + 1, "past-year");
      year.anchor = TimeForm.Anchor.PUBLICATION;
      year.unit = "Y";
      year.amount = -1;
      return year;
    }
    if (is(word - 1, TimeWord.PAST)) {
      return fixed(at, word + 1, "past-unit", TimeType.DURATION, DurationValues.of(1, unit));
    }
    return null;
  }

  /** "recent weeks", "coming months", "these days". */
  @Nullable TimeForm recentUnits(int at) {
    boolean recent = is(at, TimeWord.RECENT);
    boolean coming = is(at, TimeWord.COMING) || is(at, TimeWord.FUTURE);
    if ((recent || coming) && is(at + 1, TimeWord.UNITS)) {
      String unit = String.valueOf(atoms.value(at + 1, TimeWord.UNITS));
      String value =
          recent && unit.equals("Y")
              ? "PAST_REF"
              : recent || unit.equals("W")
                  ? DurationValues.of(TimeNumbers.SOME, unit)
                  : unit.startsWith("T") ? DurationValues.of(-1, unit) : "FUTURE_REF";
      TimeType type =
          value.startsWith("P") && !value.endsWith("F") ? TimeType.DURATION : TimeType.DATE;
      return fixed(at, at + 2, recent ? "recent" : "coming", type, value);
    }
    return null;
  }

  /** Words that widen an amount: "at least", "more than", "about", "up to", "no more than". */
  private int bound(int at) {
    if (is(at, TimeWord.ABOUT)) {
      return at + 1;
    }
    if (is(at, TimeWord.AT) && is(at + 1, TimeWord.LEAST)) {
      return is(at + 2, TimeWord.THE) || isFrame(at + 2) ? frameAfter(at + 2) : at + 2;
    }
    if (is(at, TimeWord.UP) && is(at + 1, TimeWord.TO)) {
      return at + 2;
    }
    int next = is(at, TimeWord.NO) ? at + 1 : at;
    if (is(next, TimeWord.MORE_LESS) && is(next + 1, TimeWord.THAN)) {
      return next + 2;
    }
    return at;
  }

  private int frameAfter(int at) {
    int next = is(at, TimeWord.THE) ? at + 1 : at;
    return isFrame(next) ? next + 1 : next;
  }

  /** "every day", "each Thursday", "daily", "Tuesday nights". */
  @Nullable TimeForm set(int at) {
    String adverb = at < limit ? atoms.value(at, TimeWord.ADVERB_SET) : null;
    if (adverb != null && !atoms.isCapital(at)) {
      return fixed(at, at + 1, "adverb-set", TimeType.SET, adverb);
    }
    TimeForm rate = rate(at);
    if (rate != null) {
      return rate;
    }
    int next = at;
    if (is(at, TimeWord.EACH)) {
      next++;
      // "every other Tuesday"
      boolean other = is(next, TimeWord.MORE) && !is(next, TimeWord.MORE_LESS);
      if (other && (is(next + 1, TimeWord.WEEKDAY) || is(next + 1, TimeWord.UNIT))) {
        next++;
        String skipped = value(next, TimeWord.UNIT);
        if (skipped != null) {
          return fixed(at, next + 1, "each", TimeType.SET, DurationValues.of(2, skipped));
        }
      }
      String weekday = value(next, TimeWord.WEEKDAY);
      if (weekday != null) {
        String part = value(next + 1, TimeWord.DAYPART);
        return fixed(
            at,
            part == null ? next + 1 : next + 2,
            "each-weekday",
            TimeType.SET,
            "XXXX-WXX-" + weekday + (part == null ? "" : "T" + part));
      }
      String month = value(next, TimeWord.MONTH);
      if (month != null) {
        return fixed(at, next + 1, "each-month", TimeType.SET, "XXXX-" + DurationValues.two(month));
      }
      String season = value(next, TimeWord.SEASON);
      if (season != null) {
        return fixed(at, next + 1, "each-season", TimeType.SET, "XXXX-" + season);
      }
      String part = value(next, TimeWord.DAYPART);
      if (part != null) {
        return fixed(at, next + 1, "each-daypart", TimeType.SET, "XXXX-XX-XXT" + part);
      }
      Amount amount = numbers.amount(next);
      double count = amount == null ? 1 : amount.value();
      int word = amount == null ? next : amount.end();
      if (is(word, TimeWord.KIND_OF_DAY)) {
        word++;
      }
      String unit = unit(word);
      return unit == null
          ? null
          : fixed(at, word + 1, "each", TimeType.SET, DurationValues.of(count, unit));
    }
    String weekdays = value(at, TimeWord.WEEKDAYS);
    if (weekdays != null) {
      return fixed(at, at + 1, "weekdays", TimeType.SET, "XXXX-WXX-" + weekdays);
    }
    String weekday = value(at, TimeWord.WEEKDAY);
    String parts = value(at + 1, TimeWord.DAYPARTS);
    if (weekday != null && parts != null) {
      return fixed(at, at + 2, "weekdays", TimeType.SET, "XXXX-WXX-" + weekday + "T" + parts);
    }
    return recentUnits(at);
  }

  /** "twice a week", "three times a day". */
  private @Nullable TimeForm rate(int at) {
    int next = at;
    if (is(at, TimeWord.RATE)) {
      next = at + 1;
    } else {
      Amount times = at < limit ? numbers.amount(at) : null;
      if (times == null || !is(times.end(), TimeWord.TIMEWORD)) {
        return null;
      }
      next = times.end() + 1;
    }
    String unit =
        is(next, TimeWord.A) || is(next, TimeWord.EACH) ? value(next + 1, TimeWord.UNIT) : null;
    return unit == null
        ? null
        : fixed(at, next + 2, "rate", TimeType.SET, DurationValues.of(1, unit));
  }

  private @Nullable String value(int at, TimeWord word) {
    return at < limit ? atoms.value(at, word) : null;
  }

  private @Nullable String unit(int at) {
    String unit = value(at, TimeWord.UNIT);
    return unit != null ? unit : value(at, TimeWord.UNITS);
  }

  private static TimeForm fixed(int first, int end, String rule, TimeType type, String value) {
    return TimeForm.fixed(first, end, rule, type, value);
  }

  private boolean is(int at, TimeWord word) {
    return at >= 0 && at < limit && atoms.is(at, word);
  }
}
