package dev.annals.flink;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Reports of events that never happened, told by several outlets each, as JSON lines. The same seed
 * gives the same reports.
 */
final class MadeNews {

  private static final List<String> TOWNS =
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
          "Lintock");
  private static final List<String> PEOPLE =
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
          "Joram Tisdale");
  private static final List<String> OUTLETS =
      List.of("Harbour Post", "Norland Gazette", "Selden Courier", "Island Channel", "Radio Tarn");
  private static final List<String> EVENTS =
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
          "a power failure stopped the trams");
  private static final List<String> FOLLOWS =
      List.of(
          "No one was hurt, the fire brigade said.",
          "Two people were taken to hospital with light injuries.",
          "The damage was put at 3.5 million crowns.",
          "An inquiry was opened in the afternoon.",
          "Shops nearby stayed closed until the evening.",
          "Witnesses spoke of a loud noise shortly before noon.",
          "The district court will hear the case in spring.",
          "Schools were told to send the children home.");

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
              random.nextInt(TOWNS.size()),
              random.nextInt(PEOPLE.size()),
              random.nextInt(EVENTS.size())
            };
        told.add(plot);
      } else {
        plot = told.get(Math.max(0, told.size() - 1 - random.nextInt(6)));
      }
      String id = i > 10 && random.nextInt(25) == 0 ? "r" + (i - 9) : "r" + i;
      lines.add(report(id, plot, random));
      if (random.nextInt(30) == 0) {
        lines.add(lines.get(random.nextInt(lines.size())));
      }
    }
    return lines;
  }

  private static String report(String id, int[] plot, Random random) {
    String town = TOWNS.get(plot[1]);
    String person = PEOPLE.get(plot[2]);
    String event = EVENTS.get(plot[3]);
    int day = 1 + plot[0] / 3 % 27;
    String published = String.format("2031-%02d-%02d", 3 + plot[0] / 81, day);
    var text = new StringBuilder();
    text.append("In ").append(town).append(", ").append(event).append(" on ");
    text.append(String.format("%d March 2031", day)).append(". ");
    text.append(FOLLOWS.get(random.nextInt(FOLLOWS.size()))).append("\\n\\n");
    text.append("\\\"We have not seen anything like it in ").append(10 + plot[0] % 60);
    text.append(" years,\\\" said ").append(person).append(", the mayor of ").append(town);
    text.append(". ").append(FOLLOWS.get(random.nextInt(FOLLOWS.size()))).append("\\n\\n");
    text.append(FOLLOWS.get(random.nextInt(FOLLOWS.size())));
    text.append(" Report ").append(random.nextInt(1000)).append(" of the day named ");
    text.append(PEOPLE.get(random.nextInt(PEOPLE.size()))).append(" as a witness.");
    String outlet = OUTLETS.get(random.nextInt(OUTLETS.size()));
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
