package dev.annals.annotation;

import org.jspecify.annotations.Nullable;

/** Reads years and what counts by them: fiscal years, quarters and halves, decades, centuries. */
final class YearGrammar {

  // years that a bare number may mean
  static final int FIRST_YEAR = 1500;
  static final int LAST_YEAR = 2099;

  private final TimeAtoms atoms;
  private final TimeContext context;
  private final TimeNumbers numbers;
  private final int limit;

  YearGrammar(TimeAtoms atoms, TimeContext context, TimeNumbers numbers, int limit) {
    this.atoms = atoms;
    this.context = context;
    this.numbers = numbers;
    this.limit = limit;
  }

  /** "last year", "this year", "next year" as -1, 0, 1. */
  @Nullable Integer yearShift(int at) {
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

  boolean isYear(int at) {
    if (at < 0 || at >= limit || atoms.end(at) - atoms.start(at) != 4) {
      return false;
    }
    int number = atoms.number(at);
    return number >= FIRST_YEAR && number <= LAST_YEAR;
  }

  /** "1998", "fiscal 1989", "the year two thousand", "1990-91". */
  @Nullable TimeForm year(int at) {
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
          || !named && (words[0] < 1900 || is(words[1], TimeWord.UNITS) || !bareYear(at, words))) {
        return null;
      }
      year = words[0];
      end = words[1];
    }
    var form =
        new TimeForm(fiscal || named || next == at ? at : at, end, fiscal ? "fiscal-year" : "year");
    form.year = year;
    return form;
  }

  /** "nineteen ninety-six", but "two thousand" people are people. */
  private boolean bareYear(int at, int[] words) {
    return words[0] < 2000 || is(at - 1, TimeWord.IN) && context.closes(words[1], limit);
  }

  private boolean looksLikeYear(int at) {
    int before = at - 1;
    char sign =
        before < 0 || atoms.sentence(before) != atoms.sentence(at) ? ' ' : atoms.first(before);
    if (sign == '$' || sign == '£' || sign == '€' || sign == '#' || sign == '+') {
      return false;
    }
    if (atoms.joined(at) && isYear(at + 1)
        || before >= 0 && atoms.joined(before) && isYear(before)) {
      return true;
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
    return next != PartOfSpeech.NNS || preposition && atoms.number(at) > 1900;
  }

  /** "the third quarter of 1990", "fourth-quarter", "first half". */
  @Nullable TimeForm quarter(int at) {
    int next = at;
    int brief = at < limit ? briefQuarter(at) : 0;
    if (brief > 0) {
      var form = new TimeForm(at, isYear(at + 1) ? at + 2 : at + 1, "quarter");
      form.quarter = brief;
      form.year = isYear(at + 1) ? atoms.number(at + 1) : -1;
      return form;
    }
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

  /** "Q3" as 3, all else as 0. */
  private int briefQuarter(int at) {
    boolean brief =
        atoms.end(at) - atoms.start(at) == 2 && atoms.first(at) == 'Q' && !atoms.joined(at - 1);
    int quarter = brief ? atoms.last(at) - '0' : 0;
    return quarter >= 1 && quarter <= 4 ? quarter : 0;
  }

  /** "the 1990s", "the late '80s", "the nineties", "the 20th century". */
  @Nullable TimeForm decade(int at) {
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
        number = numbers.dayNumber(next);
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

  private boolean is(int at, TimeWord word) {
    return at >= 0 && at < limit && atoms.is(at, word);
  }
}
