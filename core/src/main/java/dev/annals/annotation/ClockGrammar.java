package dev.annals.annotation;

import dev.annals.annotation.TimeForm.Anchor;
import org.jspecify.annotations.Nullable;

/** Reads clock times with their zones. */
final class ClockGrammar {

  private final TimeAtoms atoms;
  private final TimeContext context;
  private final int limit;

  ClockGrammar(TimeAtoms atoms, TimeContext context, int limit) {
    this.atoms = atoms;
    this.context = context;
    this.limit = limit;
  }

  /** "10 p.m. EST", "22:10 local time", "noon", "four o'clock", "(1830 GMT)". */
  @Nullable TimeForm clock(int at) {
    if (at >= limit) {
      return null;
    }
    int named = atoms.intValue(at, TimeWord.HOUR);
    if (named >= 0) {
      if (atoms.isCapital(at)
          && at > 0
          && atoms.isCapital(at - 1)
          && atoms.sentence(at - 1) == atoms.sentence(at)) {
        // a title
        return null;
      }
      if (at > 0
          && context.part(at - 1).isAdjective()
          && (at < 2 || context.part(at - 2) != PartOfSpeech.IN)) {
        // "for them it was high noon"
        return null;
      }
      return clock(at, at + 1, named, 0, "named-hour");
    }
    String word = atoms.word(at);
    int hour = -1;
    int minute = -1;
    int next = at + 1;
    boolean sure = false;
    int half = 0;
    int number = atoms.number(at);
    if (number >= 0) {
      hour = number;
    } else if (Character.isDigit(word.charAt(0))) {
      int digits = 0;
      while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
        digits++;
      }
      hour = digits(word, 0, digits);
      int rest = digits;
      if (digits <= 2
          && digits + 3 <= word.length()
          && (word.charAt(digits) == ':' || word.charAt(digits) == '.')
          && digits(word, digits + 1, digits + 3) >= 0) {
        minute = digits(word, digits + 1, digits + 3);
        rest = digits + 3;
        sure = word.charAt(digits) == ':';
        // "1:02:03"
        if (rest + 3 == word.length() && word.charAt(rest) == ':') {
          rest += 3;
        }
      }
      if (rest < word.length()) {
        // "5:30pm"
        String ending = DayEndings.lower(word.substring(rest));
        Integer shift = DayEndings.halfOfDay(ending);
        if (shift == null) {
          return null;
        }
        half = shift + 1;
        sure = true;
      }
    } else {
      hour = atoms.intValue(at, TimeWord.NUMBER);
      if (hour > 12) {
        return null;
      }
    }
    if (hour < 0 || hour > 2400 || minute > 59) {
      return null;
    }
    if (half == 0
        && next < limit
        && is(next, TimeWord.AMPM)
        && (atoms.last(next) == '.' || atoms.word(next).length() >= 2)) {
      half = atoms.intValue(next, TimeWord.AMPM) + 1;
      sure = true;
      next++;
    } else if (is(next, TimeWord.OCLOCK)) {
      sure = true;
      next++;
    }
    String zone = next < limit ? Zones.at(atoms, next) : null;
    String before = zone == null && at > 0 ? Zones.at(atoms, at - 1) : null;
    if (zone != null) {
      next++;
      sure = true;
      if (minute < 0 && hour >= 100 && half == 0) {
        minute = hour % 100;
        hour = hour / 100;
      }
    } else if (is(next, TimeWord.LOCAL) && is(next + 1, TimeWord.TIMEWORD)) {
      next += 2;
      sure = true;
    }
    // "4 in the morning", "10 at night"
    if (half == 0 && hour <= 12 && next + 1 < limit) {
      int part =
          is(next, TimeWord.IN) && is(next + 1, TimeWord.THE)
              ? next + 2
              : is(next, TimeWord.AT) ? next + 1 : -1;
      String daypart = part < 0 ? null : value(part, TimeWord.DAYPART);
      if (daypart != null) {
        half = daypart.equals("MO") ? 1 : 13;
        sure = true;
        next = part + 1;
      }
    }
    if (!sure || hour > 24 || minute > 59) {
      return null;
    }
    if (half == 13 && hour < 12) {
      hour += 12;
    } else if (half == 1 && hour == 12) {
      hour = 0;
    } else if (half > 0 && hour > 12) {
      return null;
    }
    TimeForm form = clock(at, next, hour, Math.max(0, minute), "clock");
    form.zone = zone == null ? before : zone;
    return form;
  }

  private static TimeForm clock(int at, int end, int hour, int minute, String rule) {
    var form = new TimeForm(at, end, rule);
    form.anchor = Anchor.NARRATED;
    form.type = TimeType.TIME;
    form.unit = "D";
    form.hour = hour;
    form.minute = minute;
    return form;
  }

  /** The number in digits between two offsets, or -1. */
  static int digits(String word, int start, int end) {
    if (end - start < 1 || end - start > 4) {
      return -1;
    }
    int number = 0;
    for (int i = start; i < end; i++) {
      char c = word.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  private @Nullable String value(int at, TimeWord word) {
    return at >= 0 && at < limit ? atoms.value(at, word) : null;
  }

  private boolean is(int at, TimeWord word) {
    return at >= 0 && at < limit && atoms.is(at, word);
  }
}
