package dev.annals.annotation;

import org.jspecify.annotations.Nullable;

/** Reads the amounts of durations: "24", "twenty-four", "a couple of", "2 1/2", "18 to 24". */
final class TimeNumbers {

  /** Amount of "several" and "a few". */
  static final double SOME = -1;

  private final TimeAtoms atoms;
  private final int limit;

  TimeNumbers(TimeAtoms atoms, int limit) {
    this.atoms = atoms;
    this.limit = limit;
  }

  /**
   * An amount.
   *
   * @param end atom after it
   * @param indefinite whether it is only "a" or "an"
   */
  record Amount(double value, int end, boolean indefinite) {}

  /** The amount that begins here, or null. */
  @Nullable Amount amount(int at) {
    Amount one = single(at);
    if (one == null) {
      return null;
    }
    // "two to three weeks", "a year or two"
    int next = one.end();
    if (!one.indefinite()
        && next + 2 < limit
        && is(next, TimeWord.AND)
        && is(next + 1, TimeWord.A)
        && is(next + 2, TimeWord.HALF)
        && one.value() >= 1) {
      // "one and a half years"
      return new Amount(one.value() + 0.5, next + 3, false);
    }
    if (next + 1 < limit && (is(next, TimeWord.TO) || is(next, TimeWord.OR)) && !one.indefinite()) {
      Amount other = single(next + 1);
      if (other != null && !other.indefinite()) {
        return new Amount(one.value(), other.end(), false);
      }
    }
    return one;
  }

  private @Nullable Amount single(int at) {
    if (at >= limit) {
      return null;
    }
    int number = atoms.number(at);
    if (number >= 0) {
      return digits(at, number);
    }
    if (Character.isDigit(atoms.first(at))) {
      return decimal(at);
    }
    if (is(at, TimeWord.A)) {
      Amount after = at + 1 < limit && !isPlain(at + 1) ? single(at + 1) : null;
      return after != null && !after.indefinite() ? after : new Amount(1, at + 1, true);
    }
    if (is(at, TimeWord.SOME)) {
      return new Amount(SOME, at + 1, false);
    }
    if (is(at, TimeWord.COUPLE) || is(at, TimeWord.DOZEN)) {
      double value = is(at, TimeWord.COUPLE) ? 2 : 12;
      return new Amount(value, at + 1 < limit && is(at + 1, TimeWord.OF) ? at + 2 : at + 1, false);
    }
    if (is(at, TimeWord.HALF)) {
      int end = at + 1 < limit && is(at + 1, TimeWord.A) ? at + 2 : at + 1;
      return new Amount(0.5, end, false);
    }
    return words(at);
  }

  private boolean isPlain(int at) {
    return is(at, TimeWord.NUMBER) && !is(at, TimeWord.SCALE);
  }

  private Amount digits(int at, int number) {
    // "2 1/2"
    if (at + 1 < limit && atoms.word(at + 1).equals("1/2")) {
      return new Amount(number + 0.5, at + 2, false);
    }
    return new Amount(number, at + 1, false);
  }

  private @Nullable Amount decimal(int at) {
    String word = atoms.word(at);
    if (word.equals("1/2")) {
      return new Amount(0.5, at + 1, false);
    }
    if (word.length() > 6) {
      return null;
    }
    int dots = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c < '0' || c > '9') {
        return null;
      }
    }
    return dots > 1 || word.endsWith(".")
        ? null
        : new Amount(Double.parseDouble(word), at + 1, false);
  }

  private @Nullable Amount words(int at) {
    double total = 0;
    double current = 0;
    int i = at;
    while (i < limit && i < at + 8) {
      int value = atoms.intValue(i, TimeWord.NUMBER);
      int scale = atoms.intValue(i, TimeWord.SCALE);
      if (value > 0) {
        // "nineteen ninety" is a year and no amount
        if (current > 0 && (current % 10 != 0 || value >= 10 && current % 100 != 0)) {
          break;
        }
        current += value;
      } else if (scale > 0) {
        current = Math.max(1, current) * scale;
        if (scale >= 1000) {
          total += current;
          current = 0;
        }
      } else if (i > at
          && is(i, TimeWord.AND)
          && i + 1 < limit
          && is(i + 1, TimeWord.NUMBER)
          && is(i - 1, TimeWord.SCALE)) {
        i++;
        continue;
      } else {
        break;
      }
      i++;
    }
    return i == at ? null : new Amount(total + current, i, false);
  }

  /** A year in words, "nineteen ninety-six", as year and the atom after it, or null. */
  int @Nullable [] yearInWords(int at) {
    int century = atoms.intValue(at, TimeWord.NUMBER);
    if (century == 2 && atoms.intValue(at + 1, TimeWord.SCALE) == 1000) {
      Amount amount = words(at);
      return amount == null || amount.value() > 2100
          ? null
          : new int[] {(int) amount.value(), amount.end()};
    }
    if (century < 15 || century > 20 || at + 1 >= limit) {
      return null;
    }
    int tens = atoms.intValue(at + 1, TimeWord.NUMBER);
    if (tens < 10) {
      return null;
    }
    if (tens >= 20 && at + 2 < limit) {
      int ones = atoms.intValue(at + 2, TimeWord.NUMBER);
      if (ones > 0 && ones < 10) {
        return new int[] {century * 100 + tens + ones, at + 3};
      }
    }
    return new int[] {century * 100 + tens, at + 2};
  }

  private boolean is(int at, TimeWord word) {
    return at < limit && atoms.is(at, word);
  }

  /** "5", "5th"; a number that a percent sign or a unit follows is no day. */
  int dayNumber(int at) {
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
}
