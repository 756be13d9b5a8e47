package dev.annals.capture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads the lists of feeds that feed readers exchange. */
public final class Opml {

  private static final Set<String> USUAL = Set.of("xmlurl", "htmlurl", "title", "text", "type");

  private Opml() {}

  /**
   * A feed of the list.
   *
   * @param url where it is
   * @param title what it is called, or null
   * @param more the other attributes, names in small letters and without prefix
   */
  public record Listed(String url, @Nullable String title, Map<String, String> more) {

    /** Copies the map. */
    public Listed {
      more = Map.copyOf(more);
    }

    /** A feed without other attributes. */
    public Listed(String url, @Nullable String title) {
      this(url, title, Map.of());
    }
  }

  /** The feeds of a list in its order, each once, folders left out. */
  public static List<Listed> feeds(byte[] bytes) {
    var list = Jsoup.parse(XmlText.of(bytes, null), "", Parser.xmlParser());
    var urls = new LinkedHashSet<String>();
    var feeds = new ArrayList<Listed>();
    for (Element outline : list.getAllElements()) {
      String url = attribute(outline, "xmlUrl");
      if (outline.tagName().equalsIgnoreCase("outline") && url != null && urls.add(url)) {
        String title = attribute(outline, "title");
        feeds.add(
            new Listed(url, title == null ? attribute(outline, "text") : title, more(outline)));
      }
    }
    return feeds;
  }

  private static Map<String, String> more(Element outline) {
    var more = new TreeMap<String, String>();
    for (var attribute : outline.attributes()) {
      String name = attribute.getKey().toLowerCase(Locale.ROOT);
      name = name.substring(name.indexOf(':') + 1);
      if (!USUAL.contains(name) && !attribute.getValue().isBlank()) {
        more.put(name, attribute.getValue().strip());
      }
    }
    return more;
  }

  private static @Nullable String attribute(Element element, String name) {
    String value = element.attributes().getIgnoreCase(name).strip();
    return value.isEmpty() ? null : value;
  }
}
