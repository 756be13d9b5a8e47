package dev.annals.capture;

import java.util.Locale;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where an entry or a feed leads to. */
final class FeedLinks {

  private static final String REGISTRY = "http://www.iana.org/assignments/relation/";

  private FeedLinks() {}

  /**
   * The page of an entry or a feed, or null.
   *
   * @param home the page of the feed, from which relative addresses count when nothing nearer is
   *     stated
   */
  static @Nullable String of(Element entry, FeedFields fields, @Nullable String home) {
    String origin = fields.text("origlink"); // behind a counter of clicks
    if (origin != null) {
      return absolute(origin, entry, home);
    }
    Element best = null;
    int bestRank = Integer.MAX_VALUE;
    for (Element link : fields.all("link")) {
      int rank = target(link).isEmpty() ? Integer.MAX_VALUE : rank(link);
      if (rank < bestRank) {
        best = link;
        bestRank = rank;
      }
    }
    if (best != null) {
      return absolute(target(best), best, home);
    }
    Element guid = fields.child("guid");
    String id = fields.text("guid", "id");
    boolean lasting =
        guid == null || !FeedFields.attribute(guid, "isPermaLink").equalsIgnoreCase("false");
    if (id != null && lasting && (isWeb(id) || guid != null && id.startsWith("/"))) {
      return absolute(id, entry, home);
    }
    String about = FeedFields.attribute(entry, "rdf:about");
    String own = about.isEmpty() ? FeedFields.attribute(entry, "href") : about; // RDF, CDF
    return own.isEmpty() || !about.isEmpty() && !isWeb(own) ? null : absolute(own, entry, home);
  }

  /** Which of several links leads to the page itself: the lower the likelier. */
  private static int rank(Element link) {
    String rel = FeedFields.attribute(link, "rel").toLowerCase(Locale.ROOT);
    rel = rel.startsWith(REGISTRY) ? rel.substring(REGISTRY.length()) : rel;
    String type = FeedFields.attribute(link, "type").toLowerCase(Locale.ROOT);
    if (rel.isEmpty() || rel.equals("alternate")) {
      return type.isEmpty() || type.contains("html") ? 0 : 1;
    }
    return rel.equals("self") ? 2 : Integer.MAX_VALUE;
  }

  private static String target(Element link) {
    String href = FeedFields.attribute(link, "href");
    return href.isEmpty() ? link.ownText().strip() : href;
  }

  /** Against the {@code xml:base} around it, else the feed's own page. */
  private static String absolute(String link, Element at, @Nullable String home) {
    if (isWeb(link)) {
      return link;
    }
    if (link.startsWith("www.")) {
      return "http://" + link;
    }
    String base = base(at, home == null ? "" : home);
    String resolved = base.isEmpty() ? "" : StringUtil.resolve(base, link);
    return resolved.isEmpty() ? link : resolved;
  }

  private static String base(Element at, String home) {
    Element parent = at.parent();
    String outer = parent == null ? home : base(parent, home);
    String stated = FeedFields.attribute(at, "xml:base");
    if (stated.isEmpty()) {
      return outer;
    }
    String inner = outer.isEmpty() ? stated : StringUtil.resolve(outer, stated);
    return inner.isEmpty() ? outer : inner;
  }

  static boolean isWeb(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }
}
