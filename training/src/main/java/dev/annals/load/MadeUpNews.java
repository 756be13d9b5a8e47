package dev.annals.load;

import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Stated;
import dev.annals.text.TextResources;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Reports about events that never happened, as many as one likes: a story has a place, people and
 * sentences of its own, and its reports tell different parts of it, some word for word alike. The
 * same seed gives the same reports.
 */
final class MadeUpNews {

  private static final LocalDate FIRST_DAY = LocalDate.of(2031, 1, 1);
  private static final int DAYS = 360;
  private static final List<String> KINDS =
      List.of("figure", "quote", "police", "claim", "quote", "after", "background", "quote");

  private final Map<String, List<String>> sentences = byKind("sentences.en.txt");
  private final Map<String, List<String>> names = byKind("names.en.txt");
  private final long seed;

  MadeUpNews(long seed) {
    this.seed = seed;
  }

  private static Map<String, List<String>> byKind(String file) {
    var kinds = new LinkedHashMap<String, List<String>>();
    for (String line : TextResources.lines(MadeUpNews.class, file)) {
      int bar = line.indexOf('|');
      kinds
          .computeIfAbsent(line.substring(0, bar), k -> new ArrayList<>())
          .add(line.substring(bar + 1));
    }
    return kinds;
  }

  /** All reports of story number {@code story}, in order of publication. */
  List<Capture> story(int story, int reports) {
    var random = new Random(seed * 1_000_003 + story);
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
    Map<String, String> slots = slots(random, day);
    var captures = new ArrayList<Capture>();
    String wire = body(random, slots);
    for (int i = 0; i < reports; i++) {
      slots.put("few", Integer.toString(3 + random.nextInt(3)));
      // a third prints what the agency sent
      String text = i > 0 && random.nextInt(3) == 0 ? wire : body(random, slots);
      String outlet = place(random) + " " + one(random, "outlet");
      String id = "made-up-" + story + "-" + i;
      String published =
          day.plusDays(i / 12)
              + String.format(Locale.ROOT, "T%02d:%02d:00Z", 6 + i % 12, random.nextInt(60));
      String lead = text.substring(0, text.indexOf('\n'));
      captures.add(
          new Capture(
              id,
              id,
              "https://news.example/" + id,
              null,
              MediaKind.PLAIN_TEXT,
              null,
              text.getBytes(StandardCharsets.UTF_8),
              new Stated(
                  lead.substring(0, Math.min(70, lead.length())),
                  List.of(person(random)),
                  outlet,
                  "en",
                  published,
                  null)));
    }
    return captures;
  }

  private Map<String, String> slots(Random random, LocalDate day) {
    var slots = new LinkedHashMap<String, String>();
    slots.put("place", place(random));
    slots.put("building", one(random, "building"));
    slots.put("event", one(random, "event"));
    slots.put("mayor", person(random));
    slots.put("chief", person(random));
    slots.put("witness", person(random));
    slots.put("agency", one(random, "agency"));
    slots.put("few", Integer.toString(3 + random.nextInt(9)));
    slots.put("many", Integer.toString(20 + random.nextInt(400)));
    slots.put("hour", Integer.toString(1 + random.nextInt(11)));
    slots.put("day", weekday(day.getDayOfWeek()));
    slots.put("earlier", weekday(day.minusDays(2).getDayOfWeek()));
    slots.put("later", weekday(day.plusDays(2).getDayOfWeek()));
    slots.put("group", fill(one(random, "group"), slots));
    return slots;
  }

  private String body(Random random, Map<String, String> slots) {
    var text = new StringBuilder(fill(one(random, "lead"), slots)).append('\n');
    for (String kind : KINDS) {
      text.append('\n').append(fill(one(random, kind), slots)).append('\n');
    }
    return text.toString();
  }

  private static String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private String person(Random random) {
    return one(random, "first") + " " + one(random, "last");
  }

  private String place(Random random) {
    return one(random, "place1") + one(random, "place2");
  }

  private String one(Random random, String kind) {
    List<String> choices = names.getOrDefault(kind, sentences.getOrDefault(kind, List.of("")));
    return choices.get(random.nextInt(choices.size()));
  }

  private static String fill(String sentence, Map<String, String> slots) {
    String filled = sentence;
    for (var slot : slots.entrySet()) {
      filled = filled.replace('{' + slot.getKey() + '}', slot.getValue());
    }
    return filled;
  }
}
