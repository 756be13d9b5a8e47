package dev.annals.annotation;

import org.jspecify.annotations.Nullable;

/**
 * Reads time expressions from word classes, one sentence at a time. Every rule looks a bounded
 * number of words ahead; of the rules that fit at a word, the one that reads furthest wins.
 */
final class TimeGrammar {

  private final TimeAtoms atoms;
  private final TimeContext context;
  private int limit;
  private CalendarGrammar calendar;
  private AmountGrammar amounts;
  private ClockGrammar clocks;

  TimeGrammar(TimeAtoms atoms, Tags tags) {
    this.atoms = atoms;
    this.context = new TimeContext(atoms, tags);
    this.calendar = new CalendarGrammar(atoms, context, 0);
    this.amounts = new AmountGrammar(atoms, context, 0);
    this.clocks = new ClockGrammar(atoms, context, 0);
  }

  /** Sets the atom after the sentence that is read now. */
  void limit(int end) {
    limit = end;
    calendar = new CalendarGrammar(atoms, context, end);
    amounts = new AmountGrammar(atoms, context, end);
    clocks = new ClockGrammar(atoms, context, end);
  }

  /** The longest time expression that begins at an atom, or null. */
  @Nullable TimeForm read(int at) {
    TimeForm best = phased(at);
    best = longer(best, clocked(at));
    best = longer(best, amounts.duration(at));
    best = longer(best, amounts.set(at));
    best = longer(best, vague(at));
    return best;
  }

  /** "April 24 and 25": the second day of a month that was named before the first. */
  @Nullable TimeForm furtherDay(TimeForm form) {
    return calendar.furtherDay(form);
  }

  /** Whether a weekday ends the stretch that another began: "Monday to Friday". */
  boolean closesRange(TimeForm begins, TimeForm ends) {
    return begins.weekday > 0
        && ends.rule.equals("weekday")
        && ends.first == begins.end + 1
        && atoms.is(begins.end, TimeWord.TO);
  }

  private static @Nullable TimeForm longer(@Nullable TimeForm one, @Nullable TimeForm other) {
    return other == null || one != null && one.end >= other.end ? one : other;
  }

  /** A date with the part of it that is meant: "early next week", "the end of 1990". */
  private @Nullable TimeForm phased(int at) {
    TimeForm plain = withDaypart(at);
    if (plain != null) {
      return plain;
    }
    int next = at;
    if (is(next, TimeWord.THE)) {
      next++;
    }
    boolean phase = false;
    if (is(next, TimeWord.PHASE) || is(next, TimeWord.EARLIER) || is(next, TimeWord.LATER)) {
      next++;
      phase = true;
      if (next < limit && (is(next, TimeWord.IN) || is(next, TimeWord.ON))) {
        next++;
      }
    }
    if (is(next, TimeWord.EDGE) && is(next + 1, TimeWord.OF)) {
      next += 2;
      phase = true;
    }
    if (!phase || next >= limit) {
      return null;
    }
    TimeForm inner = withDaypart(next);
    if (inner == null && at < next) {
      inner = amounts.recentUnits(next);
    }
    if (inner == null) {
      return null;
    }
    // "earlier in the day" is the day told of
    TimeForm form = inner;
    return widened(form, at);
  }

  private static TimeForm widened(TimeForm form, int first) {
    return copy(form, first, form.end);
  }

  static TimeForm copy(TimeForm form, int first, int end) {
    var copy = new TimeForm(first, end, form.rule);
    copy.type = form.type;
    copy.anchor = form.anchor;
    copy.value = form.value;
    copy.unit = form.unit;
    copy.amount = form.amount;
    copy.year = form.year;
    copy.yearShift = form.yearShift;
    copy.narratedYear = form.narratedYear;
    copy.month = form.month;
    copy.day = form.day;
    copy.weekday = form.weekday;
    copy.weekShift = form.weekShift;
    copy.dayShift = form.dayShift;
    copy.quarter = form.quarter;
    copy.half = form.half;
    copy.season = form.season;
    copy.holiday = form.holiday;
    copy.daypart = form.daypart;
    copy.hour = form.hour;
    copy.minute = form.minute;
    copy.zone = form.zone;
    copy.direction = form.direction;
    copy.strict = form.strict;
    return copy;
  }

  /** "Friday night", "tomorrow morning", "the morning of March 5". */
  private @Nullable TimeForm withDaypart(int at) {
    TimeForm date = calendar.date(at);
    if (date != null && date.isDay()) {
      int next = date.end;
      if (is(next, TimeWord.POSSESSIVE) && is(next + 1, TimeWord.DAYPART)) {
        next++;
      }
      if (is(next, TimeWord.PHASE) && is(next + 1, TimeWord.DAYPART)) {
        next++;
      }
      String part = next < limit ? atoms.value(next, TimeWord.DAYPART) : null;
      if (part != null) {
        return daypart(date, part, at, next + 1);
      }
    }
    if (date != null) {
      return date;
    }
    int next = is(at, TimeWord.THE) ? at + 1 : at;
    int word = is(next, TimeWord.PHASE) ? next + 1 : next;
    String part = word < limit ? atoms.value(word, TimeWord.DAYPART) : null;
    if (part == null && word > next && "TH".equals(unit(word)) && is(word + 1, TimeWord.OF)) {
      // "the early hours of Thursday" are its morning, whether the word follows or not
      String phase = atoms.value(next, TimeWord.PHASE);
      TimeForm day = word + 2 < limit ? withDaypart(word + 2) : null;
      if (day != null && (day.isDay() || day.daypart != null) && day.names() && phase != null) {
        return daypart(
            day,
            day.daypart != null ? day.daypart : phase.equals("START") ? "MO" : "NI",
            at,
            day.end);
      }
    }
    if (part == null) {
      return null;
    }
    int after = word + 1;
    if (is(after, TimeWord.OF) || is(after, TimeWord.ON)) {
      after++;
    }
    TimeForm day = after < limit ? calendar.date(after) : null;
    if (day != null && day.isDay()) {
      return daypart(day, part, at, day.end);
    }
    if (next > at && is(word + 1, TimeWord.BEFORE) && context.closes(word + 2, limit)) {
      var form = new TimeForm(at, word + 2, "daypart-before");
      form.anchor = TimeForm.Anchor.NARRATED;
      form.unit = "D";
      form.amount = -1;
      return daypart(form, part, at, word + 2);
    }
    if (word > next || next > at && is(at - 1, TimeWord.IN)) {
      var form = new TimeForm(at, word + 1, "daypart");
      form.anchor = TimeForm.Anchor.NARRATED;
      form.unit = "D";
      return daypart(form, part, at, word + 1);
    }
    return null;
  }

  private static TimeForm daypart(TimeForm day, String part, int first, int end) {
    TimeForm form = copy(day, first, end);
    form.type = TimeType.TIME;
    form.daypart = part;
    form.rule = day.rule + "+daypart";
    return form;
  }

  /** "10 p.m. Wednesday", "noon", "4 in the morning". */
  private @Nullable TimeForm clocked(int at) {
    int start = at;
    if (is(at, TimeWord.ABOUT) || is(at, TimeWord.PHASE)) {
      start++;
    }
    TimeForm clock = clocks.clock(start);
    if (clock == null) {
      return null;
    }
    int next = clock.end;
    if (is(next, TimeWord.ON) || isComma(next) || is(next, TimeWord.OF)) {
      next++;
    }
    TimeForm day = next < limit ? withDaypart(next) : null;
    if (day == null || !day.isDay() && (day.daypart == null || !day.names())) {
      return widened(clock, at);
    }
    TimeForm form = copy(day, at, day.end);
    form.type = TimeType.TIME;
    form.hour = clock.hour;
    form.minute = clock.minute;
    form.zone = clock.zone;
    form.rule = "clock+" + day.rule;
    return form;
  }

  private boolean isComma(int at) {
    return at < limit && atoms.first(at) == ',';
  }

  /** "now", "recently", "the future". */
  private @Nullable TimeForm vague(int at) {
    String reference = at < limit ? atoms.value(at, TimeWord.REFERENCE) : null;
    if (reference != null) {
      if (is(at - 1, TimeWord.LEAST)
          && calendar.date(is(at + 1, TimeWord.IN) ? at + 2 : at + 1) != null) {
        // "most recently last October"
        return null;
      }
      return TimeForm.fixed(at, at + 1, "reference", TimeType.DATE, reference);
    }
    int next = is(at, TimeWord.THE) ? at + 1 : at;
    if (next > at
        && is(next, TimeWord.PAST)
        && !atoms.joined(next)
        && (context.closes(next + 1, limit)
            || is(at - 1, TimeWord.IN) && context.part(next + 1) == PartOfSpeech.PRP)) {
      return TimeForm.fixed(at, next + 1, "past", TimeType.DATE, "PAST_REF");
    }
    int word = is(next, TimeWord.NEAR) ? next + 1 : next;
    if (word > at && is(word, TimeWord.FUTURE) && context.closes(word + 1, limit)) {
      return TimeForm.fixed(at, word + 1, "future", TimeType.DATE, "FUTURE_REF");
    }
    if (next > at && word > next && is(word, TimeWord.TERM) && !atoms.joined(next)) {
      return TimeForm.fixed(at, word + 1, "term", TimeType.DATE, "FUTURE_REF");
    }
    if (is(at, TimeWord.CURRENT) && context.isModifier(at)) {
      return TimeForm.fixed(at, at + 1, "current", TimeType.DATE, "PRESENT_REF");
    }
    return null;
  }

  private @Nullable String unit(int at) {
    return at < limit ? atoms.value(at, TimeWord.UNITS) : null;
  }

  private boolean is(int at, TimeWord word) {
    return at >= 0 && at < limit && atoms.is(at, word);
  }
}
