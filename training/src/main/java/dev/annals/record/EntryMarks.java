package dev.annals.record;

import dev.annals.text.TextResources;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What readers said of entries of timelines: right, arguable or wrong, and how weighty. Their texts
 * are elsewhere; an article is known by the digest of its text, a sentence by where it begins.
 */
final class EntryMarks {

  /** What a reader said of one entry. */
  record Mark(String date, char verdict, int weight, String reason, String day) {

    /**
     * What he would say of the same sentence with another date.
     *
     * @param given the date it has now, {@code none} for none
     */
    Mark of(String given) {
      if (given.equals(date)) {
        return this;
      }
      boolean isDay = reason.equals("day");
      if (verdict != 'r' && !isDay) {
        return this;
      }
      if (isDay && given.equals(day)) {
        return new Mark(given, 'r', weight, "ok", day);
      }
      return new Mark(given, given.equals(NONE) ? 'a' : 'w', weight, "day", day);
    }
  }

  /** A story that was read. */
  record Story(String name, List<String> articles, Map<String, Mark> marks) {

    @Nullable Mark mark(String digest, int start, String date) {
      Mark mark = marks.get(digest + " " + start);
      return mark == null ? null : mark.of(date);
    }
  }

  static final String NONE = "none";

  private static final int DIGEST = 16;

  private EntryMarks() {}

  /** All stories that were read. */
  static List<Story> read() {
    var stories = new ArrayList<Story>();
    var articles = new ArrayList<String>();
    Map<String, Mark> marks = new HashMap<>();
    for (String line : TextResources.lines(EntryMarks.class, "entry-marks.txt")) {
      String[] part = line.split(" ");
      switch (part[0]) {
        case "story" -> {
          articles = new ArrayList<>();
          marks = new HashMap<>();
          stories.add(new Story(part[1], articles, marks));
        }
        case "article" -> articles.add(part[1]);
        case "entry" ->
            marks.put(
                articles.get(Integer.parseInt(part[1])) + " " + part[2],
                new Mark(part[3], part[4].charAt(0), Integer.parseInt(part[5]), part[6], part[7]));
        // what no entry told: right by itself, with the day that the texts give
        case "missing" ->
            marks.putIfAbsent(
                articles.get(Integer.parseInt(part[1])) + " " + part[2],
                new Mark(part[3], 'r', Integer.parseInt(part[4]), "ok", part[3]));
        default -> throw new IllegalStateException("no such mark: " + line);
      }
    }
    return stories;
  }

  /** What an article is known by. */
  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
