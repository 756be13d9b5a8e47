package dev.annals.flink;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Reports of events that never happened, told by several outlets each, as JSON lines. The same seed
 * gives the same reports.
 */
final class MadeNews {

  /** What reports in one language are put together from. */
  private record Words(
      String ids,
      List<String> towns,
      List<String> people,
      List<String> outlets,
      List<String> events,
      List<String> follows,
      String opening,
      String quote,
      String witness) {}

  private static final Words ENGLISH =
      new Words(
          "r",
          List.of(
              "Port Selden",
              "Norhaven",
              "Quillby",
              "Tarn Ferry",
              "Upper Maddock",
              "Veldmoor",
              "Wexcombe",
              "Yarrow Bay",
              "Zennick",
              "Ostermouth",
              "Pellow",
              "Lintock"),
          List.of(
              "Ada Okoro",
              "Bram Halloway",
              "Celia Winterbourne",
              "Dov Marchetti",
              "Elsbeth Quain",
              "Farid Nasser",
              "Greta Lindqvist",
              "Hugo Pemberton",
              "Ines Calloway",
              "Joram Tisdale"),
          List.of(
              "Harbour Post", "Norland Gazette", "Selden Courier", "Island Channel", "Radio Tarn"),
          List.of(
              "a fire destroyed the old grain market",
              "a freight train derailed beside the canal bridge",
              "the council postponed the vote on the new reservoir",
              "dock workers walked out over night shifts",
              "a landslide cut off the coastal road",
              "the public library was evacuated after a gas leak",
              "fishermen rescued a crew from a sinking trawler",
              "the stadium roof collapsed under wet snow",
              "thieves took eleven paintings from the museum",
              "a power failure stopped the trams"),
          List.of(
              "No one was hurt, the fire brigade said.",
              "Two people were taken to hospital with light injuries.",
              "The damage was put at 3.5 million crowns.",
              "An inquiry was opened in the afternoon.",
              "Shops nearby stayed closed until the evening.",
              "Witnesses spoke of a loud noise shortly before noon.",
              "The district court will hear the case in spring.",
              "Schools were told to send the children home."),
          "In %s, %s on %d March 2031. ",
          "\\\"We have not seen anything like it in %d years,\\\" said %s, the mayor of %s. ",
          " Report %d of the day named %s as a witness.");

  private static final Words GERMAN =
      new Words(
          "g",
          List.of("Altwerder", "Bad Murnitz", "Hohenried", "Kleinzell", "Untertannau", "Weidhafen"),
          List.of(
              "Anke Brodersen", "Bernd Zeisig", "Carla Ostermeier", "Dirk Wollny", "Frauke Thies"),
          List.of("Werder Bote", "Murnitzer Tagblatt", "Radio Tannau"),
          List.of(
              "brannte die alte Markthalle bis auf die Mauern nieder",
              "entgleiste ein G\u00fcterzug neben der Kanalbr\u00fccke",
              "verschob der Gemeinderat die Abstimmung \u00fcber das neue Wasserwerk",
              "legten Hafenarbeiter wegen der Nachtschichten die Arbeit nieder",
              "versch\u00fcttete ein Erdrutsch die K\u00fcstenstra\u00dfe",
              "st\u00fcrzte das Dach der Turnhalle unter nassem Schnee ein"),
          List.of(
              "Verletzt wurde niemand, teilte die Feuerwehr mit.",
              "Zwei Menschen kamen mit leichten Verletzungen in ein Krankenhaus.",
              "Der Schaden wurde auf mehrere Millionen Kronen gesch\u00e4tzt.",
              "Am Nachmittag begann eine Untersuchung der Ursache.",
              "Die L\u00e4den in der N\u00e4he blieben bis zum Abend geschlossen."),
          "In %s %s, und zwar am %d. M\u00e4rz 2031. ",
          "\\\"So etwas haben wir seit %d Jahren nicht gesehen\\\", sagte %s aus dem Rathaus von %s. ",
          " Die Meldung Nummer %d des Tages nannte %s als Zeugen.");

  private MadeNews() {}

  /** Prints reports: {@code java MadeNews.java COUNT SEED}. */
  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[0]);
    reports(count, Long.parseLong(arguments[1])).forEach(System.out::println);
  }

  /**
   * Lines of JSON; about four reports tell of one event, here and there a copy or a new version.
   */
  static List<String> reports(int count, long seed) {
    return reports(count, seed, ENGLISH);
  }

  /** The same in German. */
  static List<String> german(int count, long seed) {
    return reports(count, seed, GERMAN);
  }

  private static List<String> reports(int count, long seed, Words words) {
    var random = new Random(seed);
    var lines = new ArrayList<String>();
    var told = new ArrayList<int[]>();
    int stories = Math.max(1, count / 4);
    for (int i = 0; i < count; i++) {
      int[] plot;
      if (told.size() < stories && (told.isEmpty() || random.nextInt(4) == 0)) {
        plot =
            new int[] {
              told.size(),
              random.nextInt(words.towns().size()),
              random.nextInt(words.people().size()),
              random.nextInt(words.events().size())
            };
        told.add(plot);
      } else {
        plot = told.get(Math.max(0, told.size() - 1 - random.nextInt(6)));
      }
      String id = i > 10 && random.nextInt(25) == 0 ? words.ids() + (i - 9) : words.ids() + i;
      lines.add(report(id, plot, random, words));
      if (random.nextInt(30) == 0) {
        lines.add(lines.get(random.nextInt(lines.size())));
      }
    }
    return lines;
  }

  private static String report(String id, int[] plot, Random random, Words words) {
    String town = words.towns().get(plot[1]);
    String person = words.people().get(plot[2]);
    String event = words.events().get(plot[3]);
    int day = 1 + plot[0] / 3 % 27;
    String published = String.format("2031-%02d-%02d", 3 + plot[0] / 81, day);
    var text = new StringBuilder();
    text.append(String.format(words.opening(), town, event, day));
    text.append(words.follows().get(random.nextInt(words.follows().size()))).append("\\n\\n");
    text.append(String.format(words.quote(), 10 + plot[0] % 60, person, town));
    text.append(words.follows().get(random.nextInt(words.follows().size()))).append("\\n\\n");
    text.append(words.follows().get(random.nextInt(words.follows().size())));
    int number = random.nextInt(1000);
    String witness = words.people().get(random.nextInt(words.people().size()));
    text.append(String.format(words.witness(), number, witness));
    String outlet = words.outlets().get(random.nextInt(words.outlets().size()));
    return "{\"id\":\""
        + id
        + "\",\"source\":\""
        + outlet
        + "\",\"published\":\""
        + published
        + "\",\"title\":\""
        + town
        + ": "
        + event
        + "\",\"text\":\""
        + text
        + "\"}";
  }
}
