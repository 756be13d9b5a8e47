package dev.annals.capture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads the lists of feeds that feed readers exchange. */
public final class Opml {

  private Opml() {}

  /**
   * A feed of the list.
   *
   * @param url where it is
   * @param title what it is called, or null
   */
  public record Listed(String url, @Nullable String title) {}

  /** The feeds of a list in its order, each once, folders left out. */
  public static List<Listed> feeds(byte[] bytes) {
    var list = Jsoup.parse(XmlText.of(bytes, null), "", Parser.xmlParser());
    var urls = new LinkedHashSet<String>();
    var feeds = new ArrayList<Listed>();
    for (Element outline : list.getAllElements()) {
      String url = attribute(outline, "xmlUrl");
      if (outline.tagName().equalsIgnoreCase("outline") && url != null && urls.add(url)) {
        String title = attribute(outline, "title");
        feeds.add(new Listed(url, title == null ? attribute(outline, "text") : title));
      }
    }
    return feeds;
  }

  private static @Nullable String attribute(Element element, String name) {
    String value = element.attributes().getIgnoreCase(name).strip();
    return value.isEmpty() ? null : value;
  }
}
