package dev.annals.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Direct and partial quotes: every stretch in quotation marks inside a true content is to be found,
 * with its speaker.
 */
final class QuoteScorer implements Scorer {

  private static final Pattern QUOTED =
      Pattern.compile(
          "(?:“|\"|``|''|«|„)(.+?)(?:”|\"|''|»|“|$)", Pattern.DOTALL | Pattern.UNIX_LINES);

  private static final int GOLD = 0;
  private static final int FOUND = 1;
  private static final int INSIDE = 2;
  private static final int HIT = 3;
  private static final int WITH_SOURCE = 4;
  private static final int ANSWERED = 5;
  private static final int RIGHT = 6;
  private static final int ALL = 7;
  private static final int ALL_FOUND = 8;

  @Override
  public Tally tally(List<JsonNode> truth, Map<String, JsonNode> output) {
    var tally =
        new Tally(
            9,
            (sums, into) -> {
              double precision = sums[INSIDE] / Math.max(sums[FOUND], 1);
              double recall = sums[HIT] / Math.max(sums[GOLD], 1);
              into.put("content_precision", precision);
              into.put("content_recall", recall);
              into.put("content_f1", Tally.f1(precision, recall));
              into.put("speaker_precision", sums[RIGHT] / Math.max(sums[ANSWERED], 1));
              into.put("speaker_recall", sums[RIGHT] / Math.max(sums[WITH_SOURCE], 1));
              into.put("unknown_share", 1 - sums[ANSWERED] / Math.max(sums[WITH_SOURCE], 1));
              into.put("all_recall_half_overlap", sums[ALL_FOUND] / Math.max(sums[ALL], 1));
            });
    for (JsonNode line : truth) {
      new Document(line, output.get(line.get("id").asText())).count(tally.document());
    }
    return tally;
  }

  /** One article; offsets count code points, as the scorer of the benchmark does. */
  private static final class Document {

    private final JsonNode line;
    private final int[] text;
    private final List<JsonNode> direct = new ArrayList<>();
    private final List<BitSet> spans = new ArrayList<>();
    private final List<BitSet> contents = new ArrayList<>();

    Document(JsonNode line, @Nullable JsonNode found) {
      this.line = line;
      this.text = found == null ? new int[0] : Scorer.text(found, "text").codePoints().toArray();
      if (found == null || !found.has("quotes")) {
        return;
      }
      for (JsonNode quote : found.get("quotes")) {
        JsonNode content = quote.get("content");
        if (content == null || content.isNull()) {
          continue;
        }
        var span = range(content.get("start").asInt(), content.get("end").asInt());
        contents.add(span);
        if (!Scorer.text(quote, "kind").equals("indirect")) {
          direct.add(quote);
          spans.add(span);
        }
      }
    }

    void count(double[] row) {
      row[FOUND] += direct.size();
      var wholes = new ArrayList<BitSet>();
      for (JsonNode attribution : line.get("attributions")) {
        wholes.add(characters(attribution.get("content")));
      }
      for (BitSet span : spans) {
        row[INSIDE] += inside(span, wholes) ? 1 : 0;
      }
      var seen = new HashSet<List<Integer>>();
      for (int i = 0; i < wholes.size(); i++) {
        JsonNode attribution = line.get("attributions").get(i);
        for (JsonNode fragment : attribution.get("content").get(0)) {
          for (int[] stretch : quoted(fragment.get(0).asInt(), fragment.get(1).asInt())) {
            if (seen.add(List.of(stretch[0], stretch[1]))) {
              stretch(range(stretch[0], stretch[1]), wholes.get(i), attribution, row);
            }
          }
        }
      }
      for (BitSet whole : wholes) {
        row[ALL]++;
        row[ALL_FOUND] +=
            contents.stream()
                    .anyMatch(
                        c -> both(c, whole) >= 0.5 * Math.max(whole.cardinality(), c.cardinality()))
                ? 1
                : 0;
      }
    }

    private static boolean inside(BitSet span, List<BitSet> wholes) {
      int length = span.cardinality();
      return length > 0 && wholes.stream().anyMatch(w -> both(span, w) >= 0.8 * length);
    }

    private void stretch(BitSet gold, BitSet whole, JsonNode attribution, double[] row) {
      row[GOLD]++;
      int hit = -1;
      for (int k = 0; k < spans.size() && hit < 0; k++) {
        hit = covers(gold, spans.get(k), whole) ? k : -1;
      }
      if (hit < 0) {
        return;
      }
      row[HIT]++;
      JsonNode source = attribution.get("source");
      if (source == null || source.isEmpty()) {
        return;
      }
      row[WITH_SOURCE]++;
      JsonNode speaker = direct.get(hit).get("speaker");
      if (speaker == null || speaker.isNull() || speaker.isEmpty()) {
        return;
      }
      row[ANSWERED]++;
      row[RIGHT] += right(speaker, source) ? 1 : 0;
    }

    private static boolean covers(BitSet gold, BitSet span, BitSet whole) {
      int g = gold.cardinality();
      int s = span.cardinality();
      int shared = both(gold, span);
      return s > 0
          && (shared >= 0.8 * Math.max(g, s)
              || shared >= 0.8 * g && both(span, whole) >= 0.8 * Math.max(s, whole.cardinality()));
    }

    private boolean right(JsonNode speaker, JsonNode source) {
      JsonNode start = speaker.get("start");
      if (start != null && !start.isNull()) {
        var mention = range(start.asInt(), speaker.get("end").asInt());
        if (characters(source).intersects(mention)) {
          return true;
        }
      }
      var words = new StringBuilder();
      for (JsonNode part : source.get(0)) {
        words.append(words.length() == 0 ? "" : " ");
        words.append(slice(part.get(0).asInt(), part.get(1).asInt()));
      }
      Set<String> names = new HashSet<>();
      capitals(words.toString()).forEach(w -> names.add(withoutPossessive(w)));
      for (String field : new String[] {"name", "text"}) {
        var capitals = capitals(Scorer.text(speaker, field));
        if (!capitals.isEmpty()
            && names.contains(withoutPossessive(capitals.get(capitals.size() - 1)))) {
          return true;
        }
      }
      return false;
    }

    private static String withoutPossessive(String word) {
      String first = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
      return first.endsWith("’s") ? first.substring(0, first.length() - 2) : first;
    }

    /** Words that begin with a plain capital. */
    private static List<String> capitals(String text) {
      var words = new ArrayList<String>();
      int at = 0;
      int before = ' ';
      while (at < text.length()) {
        int c = text.codePointAt(at);
        int next = at + Character.charCount(c);
        if (c >= 'A' && c <= 'Z' && !ScoreText.isWord(before)) {
          int end = next;
          while (end < text.length() && inWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
          }
          if (end > next) {
            words.add(text.substring(at, end));
            before = text.codePointBefore(end);
            at = end;
            continue;
          }
        }
        before = c;
        at = next;
      }
      return words;
    }

    private static boolean inWord(int c) {
      return ScoreText.isWord(c) || c == '\'' || c == '’' || c == '-';
    }

    private List<int[]> quoted(int from, int to) {
      var stretches = new ArrayList<int[]>();
      String words = slice(from, to);
      Matcher matcher = QUOTED.matcher(words);
      int start = Math.min(from, text.length);
      while (matcher.find()) {
        if (!stripped(matcher.group(1)).isEmpty()) {
          stretches.add(
              new int[] {
                start + words.codePointCount(0, matcher.start(1)),
                start + words.codePointCount(0, matcher.end(1))
              });
        }
      }
      return stretches;
    }

    private static String stripped(String text) {
      int from = 0;
      int to = text.length();
      while (from < to && " .,;:!?".indexOf(text.charAt(from)) >= 0) {
        from++;
      }
      while (to > from && " .,;:!?".indexOf(text.charAt(to - 1)) >= 0) {
        to--;
      }
      return text.substring(from, to);
    }

    private String slice(int from, int to) {
      int start = Math.min(from, text.length);
      int end = Math.max(start, Math.min(to, text.length));
      return new String(text, start, end - start);
    }

    private static BitSet range(int from, int to) {
      var bits = new BitSet();
      if (to > from) {
        bits.set(from, to);
      }
      return bits;
    }

    /** All characters of the first group of spans: {@code [[[3, 9], [12, 20]]]}. */
    private static BitSet characters(JsonNode groups) {
      var bits = new BitSet();
      if (!groups.isEmpty()) {
        for (JsonNode span : groups.get(0)) {
          bits.or(range(span.get(0).asInt(), span.get(1).asInt()));
        }
      }
      return bits;
    }

    private static int both(BitSet one, BitSet other) {
      var shared = (BitSet) one.clone();
      shared.and(other);
      return shared.cardinality();
    }
  }
}
