package dev.annals.annotation;

import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers in digits and words as ranges: "more than 20" is 20 and up, "dozens" is 24 to 150,
 * "between five and seven" is 5 to 7.
 */
final class NumberReader {

  private static final Map<String, double[]> WORDS = words();
  private static final Map<String, Double> SCALES = scales();
  private static final Map<String, String> BOUNDS = bounds();
  private static final Set<String> RANGES =
      Set.copyOf(TextResources.lines(NumberReader.class, "number-ranges.en.txt"));
  private static final Set<String> BETWEEN =
      Set.copyOf(TextResources.lines(NumberReader.class, "number-between.en.txt"));
  private static final Set<String> WITH_BETWEEN =
      Set.copyOf(TextResources.lines(NumberReader.class, "number-between-only.en.txt"));
  private static final Map<String, String> UNITS = Lemmas.table("units.en.txt");
  private static final WordTrait UNIT = WordTrait.ofLower(UNITS::containsKey);
  private static final WordTrait NUMERAL = WordTrait.ofLower(WORDS::containsKey);
  // words of the longest bound: "no fewer than"
  private static final int LONGEST_BOUND = 3;

  private final Tokens tokens;

  NumberReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * A number as read.
   *
   * @param first first token, bound and currency included
   * @param end token after the last one, unit included
   * @param unit currency or measure, or null
   * @param rule how it was read
   */
  record Reading(int first, int end, double low, double high, @Nullable String unit, String rule) {}

  private static Map<String, double[]> words() {
    var words = new HashMap<String, double[]>();
    for (String line : TextResources.lines(NumberReader.class, "numbers.en.txt")) {
      String[] parts = line.split(" ");
      words.put(
          parts[0], new double[] {Double.parseDouble(parts[1]), Double.parseDouble(parts[2])});
    }
    return words;
  }

  private static Map<String, Double> scales() {
    var scales = new HashMap<String, Double>();
    Lemmas.table("number-scales.en.txt").forEach((k, v) -> scales.put(k, Double.valueOf(v)));
    return scales;
  }

  private static Map<String, String> bounds() {
    var bounds = new HashMap<String, String>();
    for (String line : TextResources.lines(NumberReader.class, "number-bounds.en.txt")) {
      int sign = line.indexOf(" = ");
      bounds.put(line.substring(0, sign), line.substring(sign + 3));
    }
    return bounds;
  }

  /** The number that begins at this token, bounds before it looked up, or null when none does. */
  @Nullable Reading read(int token) {
    int sentence = tokens.sentence(token);
    int at = token;
    String unit = null;
    if (UNIT.has(tokens, at) && at + 1 < tokens.size() && isDigits(at + 1)) {
      unit = UNITS.get(lower(at));
      at++;
    }
    double[] range = new double[2];
    int end = value(at, sentence, range);
    if (end < 0) {
      return null;
    }
    String rule = "number";
    if (end + 1 < tokens.size()
        && tokens.sentence(end) == sentence
        && RANGES.contains(lower(end))
        && tokens.sentence(end + 1) == sentence) {
      int next = end + 1;
      if (unit != null && UNITS.containsKey(lower(next)) && next + 1 < tokens.size()) {
        next++;
      }
      double[] upper = new double[2];
      int rangeEnd = value(next, sentence, upper);
      // "12 and 15" are two numbers unless "between" stands before
      boolean between = !WITH_BETWEEN.contains(lower(end)) || isBetween(token);
      if (rangeEnd > 0 && between && upper[1] > range[0]) {
        range[1] = upper[1];
        // "5 to 7 million"
        if (upper[0] >= 1000 && range[0] < 1000 && isDigits(at) && scaled(rangeEnd - 1)) {
          range[0] *= SCALES.get(lower(rangeEnd - 1));
        }
        end = rangeEnd;
        rule = "range";
      }
    }
    if (end < tokens.size() && tokens.sentence(end) == sentence) {
      String after = lower(end);
      if (UNITS.containsKey(after)) {
        unit = UNITS.get(after);
        end++;
      } else if (end + 1 < tokens.size() && UNITS.containsKey(after + "-" + lower(end + 1))) {
        unit = UNITS.get(after + "-" + lower(end + 1));
        end += 2;
      }
    }
    return bounded(token, end, range, unit, rule, sentence);
  }

  private boolean isBetween(int token) {
    return token > 0 && BETWEEN.contains(lower(token - 1));
  }

  private boolean scaled(int token) {
    return SCALES.containsKey(lower(token));
  }

  private Reading bounded(
      int token, int end, double[] range, @Nullable String unit, String rule, int sentence) {
    int first = token;
    double low = range[0];
    double high = range[1];
    for (int length = LONGEST_BOUND; length > 0; length--) {
      int from = token - length;
      if (from < 0 || tokens.sentence(from) != sentence) {
        continue;
      }
      String kind = BOUNDS.get(words(from, token));
      if (kind == null) {
        continue;
      }
      first = from;
      switch (kind) {
        case "least" -> {
          high = Double.POSITIVE_INFINITY;
          rule = "bound";
        }
        case "most" -> {
          low = 0;
          rule = "bound";
        }
        case "about" -> {
          low = Math.round(low * 0.9);
          high = Math.round(high * 1.1);
          rule = "approximate";
        }
        case "below" -> {
          low = Math.round(low * 0.9);
          rule = "approximate";
        }
        case "above" -> {
          high = Math.round(high * 1.1);
          rule = "approximate";
        }
        default -> rule = "number";
      }
      break;
    }
    return new Reading(first, end, low, high, unit, rule);
  }

  private String words(int from, int to) {
    var joined = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from) {
        joined.append(' ');
      }
      joined.append(lower(i));
    }
    return joined.toString();
  }

  /** Reads one number with its scale; gives the token after it, or -1. */
  private int value(int token, int sentence, double[] range) {
    if (token >= tokens.size() || tokens.sentence(token) != sentence) {
      return -1;
    }
    int at = token;
    String word = lower(at);
    if (isDigits(at)) {
      int dash = Math.max(word.indexOf('-'), word.indexOf('–'));
      double number = digits(dash < 0 ? word : word.substring(0, dash));
      double upper = dash < 0 ? number : digits(word.substring(dash + 1));
      if (!(number <= upper)) {
        return -1;
      }
      range[0] = number;
      range[1] = upper;
    } else {
      double[] known = NUMERAL.has(tokens, at) ? WORDS.get(word) : null;
      if (known == null) {
        return -1;
      }
      boolean article = word.length() <= 2;
      if (article && !(at + 1 < tokens.size() && scaled(at + 1))) {
        return -1;
      }
      range[0] = known[0];
      range[1] = known[1];
    }
    at++;
    for (int more = 0; more < 3 && at < tokens.size() && tokens.sentence(at) == sentence; more++) {
      Double scale = SCALES.get(lower(at));
      if (scale == null && at + 1 < tokens.size() && tokens.is(at, Connectives.OF)) {
        // "tens of thousands"
        Double behind = SCALES.get(lower(at + 1));
        if (behind != null && range[1] > range[0]) {
          scale = behind;
          at++;
        }
      }
      if (scale == null) {
        break;
      }
      range[0] *= scale;
      range[1] *= scale;
      at++;
    }
    return at;
  }

  private boolean isDigits(int token) {
    return Character.isDigit(tokens.first(token));
  }

  private static double digits(String word) {
    double value = 0;
    double fraction = 0;
    boolean scaled = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= '0' && c <= '9') {
        if (fraction > 0) {
          value += (c - '0') * fraction;
          fraction /= 10;
        } else {
          value = value * 10 + (c - '0');
        }
      } else if (c == '.' && fraction == 0) {
        fraction = 0.1;
      } else if (c == ',' && fraction == 0) {
        continue;
      } else {
        Double scale = SCALES.get(word.substring(i));
        if (scale == null || i == 0) {
          return Double.NaN;
        }
        value *= scale;
        scaled = true;
        break;
      }
    }
    return word.isEmpty() || word.length() > 15 && !scaled ? Double.NaN : value;
  }

  private String lower(int token) {
    return tokens.lower(token);
  }
}
