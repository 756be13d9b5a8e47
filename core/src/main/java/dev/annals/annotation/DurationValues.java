package dev.annals.annotation;

/** Writes lengths of time as TIMEX3 has them: {@code P2Y6M}, {@code PT1M30S}, {@code PXD}. */
final class DurationValues {

  private DurationValues() {}

  static String of(double amount, String unit) {
    if (unit.equals("T")) {
      return amount < 0 ? "PXY" : "P" + number(amount * 10) + "Y";
    }
    if (unit.equals("C")) {
      return amount < 0 ? "PXC" : "P" + number(amount * 100) + "Y";
    }
    if (unit.equals("L")) {
      return amount < 0 ? "PXL" : "P" + number(amount) + "L";
    }
    if (unit.equals("E")) {
      return amount < 0 ? "PXWE" : "P" + number(amount) + "WE";
    }
    if (unit.equals("F")) {
      return amount < 0 ? "PXW" : "P" + number(amount * 2) + "W";
    }
    boolean clock = unit.length() == 2;
    String letter = clock ? unit.substring(1) : unit;
    String prefix = clock ? "PT" : "P";
    if (amount < 0) {
      return prefix + "X" + letter;
    }
    double rest = amount - Math.floor(amount);
    if (rest == 0.5) {
      String whole = amount < 1 ? "" : number(Math.floor(amount)) + letter;
      switch (unit) {
        case "Y" -> {
          return prefix + whole + "6M";
        }
        case "TM" -> {
          return prefix + whole + "30S";
        }
        case "TH" -> {
          return prefix + whole + "30M";
        }
        default -> {
          return prefix + amount + letter;
        }
      }
    }
    return prefix + number(amount) + letter;
  }

  private static String number(double amount) {
    return amount == Math.rint(amount) && amount < 1e9
        ? Integer.toString((int) amount)
        : Double.toString(amount);
  }

  /** At least two digits. */
  static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  static String two(String number) {
    return number.length() < 2 ? "0" + number : number;
  }
}
