package dev.annals.made;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** One event that never happened, with those who speak of it: what its reports have in common. */
final class Plot {

  private static final int PEOPLE = 6;

  private record Actor(String name, String role) {

    String surname() {
      return name.substring(name.indexOf(' ') + 1);
    }
  }

  private final Phrasebook book;
  private final Random random;
  private final LocalDate day;
  private final String town;
  private final String other;
  private final String river;
  private final String organization;
  private final String what;
  private final String event;
  private final String state;
  private final List<Actor> people = new ArrayList<>();
  private final List<String> copied;
  private final List<String> facts = new ArrayList<>();
  private Actor speaking;
  int left;

  Plot(Phrasebook book, long seed, LocalDate day, int reports) {
    this.book = book;
    this.random = new Random(seed);
    this.day = day;
    this.left = reports;
    town = book.name("townend", random);
    other = book.name("townend", random);
    river = "River " + book.name("nameend", random);
    organization = book.name("townend", random) + " " + book.any("orgend", random);
    for (int i = 0; i < PEOPLE; i++) {
      people.add(
          new Actor(
              book.any("given", random) + " " + book.name("nameend", random),
              book.any("role", random)));
    }
    speaking = people.get(0);
    String[] parts = book.any("event", random).split(" \\| ");
    event = parts[2];
    state = parts[3];
    what = fill(parts[1], day);
    for (int i = 0; i < 12; i++) {
      facts.add(fill(book.any("fact", random), day));
    }
    copied = paragraphs(day, 6);
  }

  /** Another report of the event; a fifth of them copy an agency's. */
  Telling report(LocalDate on) {
    var paragraphs = new ArrayList<String>();
    String agency = null;
    if (random.nextInt(5) == 0) {
      agency = book.any("agency", random);
      paragraphs.addAll(copied);
    }
    paragraphs.addAll(paragraphs(on, 15 - paragraphs.size()));
    return new Telling(
        Phrasebook.capital(fill(book.any("title", random), on)), agency, List.copyOf(paragraphs));
  }

  /** A report: its headline, the agency it copies or nothing, its paragraphs. */
  record Telling(
      String title, @org.jspecify.annotations.Nullable String agency, List<String> paragraphs) {}

  private List<String> paragraphs(LocalDate on, int count) {
    var paragraphs = new ArrayList<String>();
    paragraphs.add(fill(book.any("lead", random), on));
    while (paragraphs.size() < count) {
      var paragraph = new StringBuilder();
      int sentences = 2 + random.nextInt(3);
      for (int i = 0; i < sentences; i++) {
        paragraph.append(i > 0 ? " " : "").append(Phrasebook.capital(sentence(on)));
      }
      paragraphs.add(paragraph.toString());
    }
    return paragraphs;
  }

  private String sentence(LocalDate on) {
    int kind = random.nextInt(10);
    if (kind < 3) {
      return facts.get(random.nextInt(facts.size()));
    }
    return fill(book.any(kind < 6 ? "quote" : "filler", random), on);
  }

  /** Fills gaps until there are none; a saying may have gaps of its own. */
  private String fill(String sentence, LocalDate on) {
    speaking = people.get(random.nextInt(people.size()));
    var filled = new StringBuilder();
    int from = 0;
    for (int gap = sentence.indexOf('{'); gap >= 0; gap = sentence.indexOf('{', from)) {
      int end = sentence.indexOf('}', gap);
      filled.append(sentence, from, gap).append(word(sentence.substring(gap + 1, end), on));
      from = end + 1;
    }
    return filled.append(sentence.substring(from)).toString();
  }

  private String word(String kind, LocalDate on) {
    return switch (kind) {
      case "town" -> town;
      case "town.upper" -> town.toUpperCase(Locale.ROOT);
      case "town2" -> other;
      case "river" -> river;
      case "person" -> speaking.name();
      case "surname" -> speaking.surname();
      case "role" -> speaking.role();
      case "role.title" -> Phrasebook.capital(speaking.role());
      case "org" -> organization;
      case "what" -> what;
      case "lowerwhat" -> what.startsWith("A ") || what.startsWith("The ") ? lower(what) : what;
      case "event" -> event;
      case "state" -> state;
      case "saying" -> saying(on);
      case "lowersaying" -> lower(saying(on));
      case "number" -> Integer.toString(10 + random.nextInt(890));
      case "small" -> Integer.toString(2 + random.nextInt(18));
      case "percent" -> 1 + random.nextInt(40) + "." + random.nextInt(10);
      case "weekday" -> weekday(day);
      case "day" -> date(day);
      case "nextday" -> date(on.plusDays(3 + random.nextInt(60)));
      case "month" ->
          Month.of(1 + random.nextInt(12)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "noun", "thing", "adjective", "verb" -> book.common(kind, random);
      default -> book.any(kind, random);
    };
  }

  private String saying(LocalDate on) {
    Actor speaker = speaking;
    String saying = fill(book.any("saying", random), on);
    speaking = speaker;
    return saying;
  }

  private static String weekday(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String date(LocalDate day) {
    return day.getDayOfMonth()
        + " "
        + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + " "
        + day.getYear();
  }

  private static String lower(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
