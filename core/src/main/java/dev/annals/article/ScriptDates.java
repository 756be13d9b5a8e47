package dev.annals.article;

import java.util.List;

/**
 * Dates of publication in the data that pages hand to their scripts: {@code
 * "published_at":"2031-03-04T09:30:00+01:00"}, {@code publication_date = "2031-03-04 09:30"}.
 */
final class ScriptDates {

  private static final String KEY = "ubl"; // publish, publication, Published

  private static final int LONGEST_KEY = 24;
  private static final int LONGEST_GAP = 12;
  private static final int LONGEST_DATE = 32;
  private static final int LONGEST_SCRIPT = 2_000_000;

  private ScriptDates() {}

  /** Adds the first dates of a script, up to so many in the list. */
  static void find(String script, int most, List<String> dates) {
    if (script.length() > LONGEST_SCRIPT) {
      return;
    }
    int at = script.indexOf(KEY);
    while (at >= 0 && dates.size() < most) {
      char before = at == 0 ? ' ' : script.charAt(at - 1);
      if (before == 'p' || before == 'P') {
        read(script, at, dates);
      }
      at = script.indexOf(KEY, at + KEY.length());
    }
  }

  private static void read(String script, int at, List<String> dates) {
    int key = at;
    int last = Math.min(script.length(), at + LONGEST_KEY);
    while (key < last && (Character.isLetter(script.charAt(key)) || isJoin(script.charAt(key)))) {
      key++;
    }
    int value = key;
    last = Math.min(script.length(), key + LONGEST_GAP);
    while (value < last && !Character.isLetterOrDigit(script.charAt(value))) {
      value++;
    }
    if (value == key || value >= last || !startsWithDay(script, value)) {
      return;
    }
    int end = value;
    last = Math.min(script.length(), value + LONGEST_DATE);
    while (end < last && isTime(script.charAt(end))) {
      end++;
    }
    dates.add(script.substring(value, end));
  }

  private static boolean startsWithDay(String script, int at) {
    if (at + 10 > script.length()) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = script.charAt(at + i);
      boolean mark = i == 4 || i == 7;
      if (mark ? c != '-' && c != '/' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isTime(char c) {
    return c >= '0' && c <= '9' || "-/:.+TZ ".indexOf(c) >= 0;
  }

  private static boolean isJoin(char c) {
    return c == '_' || c == '-';
  }
}
