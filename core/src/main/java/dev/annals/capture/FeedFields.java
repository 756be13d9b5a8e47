package dev.annals.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an entry or a feed by their local names. Extensions use the names of the core for
 * things of their own, so the feed's own vocabulary goes before those that everybody knows, and
 * these before the rest, which counts only where nothing else has the name.
 */
final class FeedFields {

  /** Of a vocabulary that nobody knows: looked at last. */
  private static final int UNKNOWN = 2;

  /** Parts of the names of vocabularies that mean by a name what feeds mean by it. */
  private static final List<String> KNOWN =
      List.of(
          "purl.org/dc/",
          "purl.org/rss/1.0/modules/content",
          "purl.org/rss/1.0/",
          "purl.org/atom",
          "w3.org/2005/atom",
          "w3.org/1999/xhtml",
          "backend.userland.com",
          "my.netscape.com",
          "channel.netscape.com",
          "itunes.com",
          "prismstandard.org",
          "base.google.com");

  /** Prefixes that are used without being declared. */
  private static final Set<String> USUAL =
      Set.of("rss", "atom", "dc", "dcterms", "content", "itunes", "prism", "xhtml", "a10");

  private final List<List<Element>> ranks = List.of(list(), list(), list());

  FeedFields(Element parent) {
    String own = parent.tag().prefix();
    for (Element child : parent.children()) {
      int rank = rank(child, own);
      if (rank <= UNKNOWN) {
        ranks.get(rank).add(child);
      }
    }
  }

  private static List<Element> list() {
    return new ArrayList<>();
  }

  private static int rank(Element child, String own) {
    String prefix = child.tag().prefix();
    if (prefix.isEmpty() || prefix.equals(own)) {
      return 0;
    }
    String space = child.tag().namespace().toLowerCase(Locale.ROOT);
    if (space.contains("search.yahoo.com/mrss") || prefix.equals("media")) {
      return UNKNOWN + 1; // what media:title names is a picture
    }
    boolean declared = !space.equals("http://www.w3.org/xml/1998/namespace");
    if (!declared) {
      return USUAL.contains(prefix.toLowerCase(Locale.ROOT)) ? 1 : UNKNOWN;
    }
    boolean links = space.contains("purl.org/rss/1.0/modules/link");
    return !links && KNOWN.stream().anyMatch(space::contains) ? 1 : UNKNOWN;
  }

  /** The elements of a name, the feed's own first. */
  List<Element> all(String name) {
    var found = new ArrayList<Element>();
    for (List<Element> rank : ranks) {
      for (Element child : rank) {
        if (local(child).equals(name)) {
          found.add(child);
        }
      }
    }
    return found;
  }

  /** The elements of some names in vocabularies that are known, else in others. */
  List<Element> texts(List<String> names) {
    var found = new ArrayList<Element>();
    for (List<Element> rank : ranks) {
      for (Element child : rank) {
        boolean wanted = rank != ranks.get(UNKNOWN) || found.isEmpty();
        if (wanted && names.contains(local(child))) {
          found.add(child);
        }
      }
    }
    return found;
  }

  /** The first element of a name, or null. */
  @Nullable Element child(String name) {
    List<Element> all = all(name);
    return all.isEmpty() ? null : all.get(0);
  }

  /** The first of some names that says something, or null. */
  @Nullable String text(String... names) {
    for (String name : names) {
      for (Element child : all(name)) {
        String text = child.wholeText().strip();
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return null;
  }

  static String local(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  static String attribute(Element element, String name) {
    return element.attributes().getIgnoreCase(name).strip();
  }
}
