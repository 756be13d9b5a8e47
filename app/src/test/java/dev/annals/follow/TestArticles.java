package dev.annals.follow;

import java.util.Locale;

/** Pages about events that never happened, each unlike the others. */
final class TestArticles {

  private static final String[] TOWNS = {
    "Aldmere", "Brinholt", "Corvane", "Dunsley", "Eskwater", "Farlow", "Grenmoor", "Haskby",
    "Ingrave", "Jarrow Point", "Kelbeck", "Lunmouth", "Marlow Sands", "Norby", "Oxcombe", "Pellwick"
  };
  private static final String[] THINGS = {
    "bridge",
    "school",
    "ferry",
    "harbour",
    "library",
    "mill",
    "tower",
    "quarry",
    "market",
    "hospital",
    "railway",
    "reservoir",
    "theatre",
    "airfield",
    "cannery",
    "lighthouse"
  };
  private static final String[] DEEDS = {
    "closed", "flooded", "sold", "rebuilt", "searched", "evacuated", "reopened", "damaged"
  };
  private static final String[] PEOPLE = {
    "Ada Okoro",
    "Berit Lunde",
    "Carl Nyman",
    "Dora Pell",
    "Emil Vance",
    "Freya Holm",
    "Gus Tarrant",
    "Hanna Weiss"
  };

  private TestArticles() {}

  private static String of(String[] words, int number) {
    return words[Math.floorMod(number, words.length)];
  }

  static String title(int event) {
    return String.format(
        Locale.ROOT,
        "%s in %s %s after night of the %d gales",
        capital(of(THINGS, event)),
        of(TOWNS, event / 16),
        of(DEEDS, event / 256),
        event % 9973);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** A page about an event; tellings of one event differ a little. */
  static String page(int event, int telling) {
    String town = of(TOWNS, event / 16);
    String thing = of(THINGS, event);
    String deed = of(DEEDS, event / 256);
    String mayor = of(PEOPLE, event / 7);
    String other = of(PEOPLE, event / 7 + 3);
    var body = new StringBuilder();
    paragraph(
        body,
        "The old %s in %s was %s on Tuesday after %d people had reported cracks in its northern wall, the council said.",
        thing,
        town,
        deed,
        20 + event % 400);
    paragraph(
        body,
        "“We looked at every stone of the %s and we will look again,” said %s, the mayor of %s. “Nobody was hurt, and that is what counts.”",
        thing,
        mayor,
        town);
    paragraph(
        body,
        "%s, who leads the opposition in the council, said the %s should have been repaired %d years ago and asked for an inquiry by the county.",
        other,
        thing,
        2 + event % 17);
    paragraph(
        body,
        "Engineers from file %d were expected to arrive on Wednesday; a report number %d is due next month. Report %d of this newspaper follows.",
        event,
        event * 31 % 100_003,
        telling);
    paragraph(
        body,
        "Shops along the quay of %s stayed open, and buses were sent around the %s by way of Mill Lane and the station.",
        town,
        thing);
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + title(event)
        + "</title><meta property=\"og:type\" content=\"article\"></head><body><header><a href=\"/\">Home</a></header>"
        + "<article><h1>"
        + title(event)
        + "</h1>"
        + body
        + "</article><footer><a href=\"/about\">About us</a></footer></body></html>";
  }

  private static void paragraph(StringBuilder body, String format, Object... values) {
    body.append("<p>").append(String.format(Locale.ROOT, format, values)).append("</p>\n");
  }

  /** A feed of items given as pairs of address and title. */
  static String rss(String title, Iterable<String[]> items) {
    var xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>");
    xml.append(title).append("</title>");
    for (String[] item : items) {
      xml.append("<item><guid isPermaLink=\"false\">")
          .append(item.length > 2 ? item[2] : item[0])
          .append("</guid><link>")
          .append(item[0])
          .append("</link><title>")
          .append(item[1])
          .append("</title>");
      if (item.length > 3) {
        xml.append("<pubDate>").append(item[3]).append("</pubDate>");
      }
      xml.append("</item>");
    }
    return xml.append("</channel></rss>").toString();
  }
}
