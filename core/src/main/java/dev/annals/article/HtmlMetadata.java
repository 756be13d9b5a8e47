package dev.annals.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a page states about its article beside the text, from the signal that is best at each. */
final class HtmlMetadata {

  private static final Set<String> BYLINE_WORDS = Words.load("byline-words.en.txt");

  final Page page;
  final @Nullable JsonNode article;
  final JsonLd data;
  final @Nullable String source;
  final @Nullable String title;
  final @Nullable String description;

  /** Host of the address that the page states for itself, or null. */
  final @Nullable String canonicalHost;

  private final @Nullable String language;

  HtmlMetadata(Page page, @Nullable String url) {
    this.page = page;
    data = page.data;
    article = data.article();
    canonicalHost = host(canonicalUrl());
    language = statedLanguage();
    source = source(url);
    description =
        first(page.meta.get("og:description"), page.meta.get("description"), ld("description"));
    title = title();
  }

  /** The article's text as the page states it, or null. */
  @Nullable String statedBody() {
    String body = ld("articleBody");
    return body == null || body.indexOf('<') < 0 ? body : org.jsoup.Jsoup.parse(body).text();
  }

  @Nullable String canonicalUrl() {
    String stated = first(page.canonical, page.meta.get("og:url"), ld("url"));
    return stated == null || !stated.startsWith("http") ? null : stated;
  }

  @Nullable String section() {
    String stated =
        first(page.meta.get("article:section"), ld("articleSection"), page.meta.get("section"));
    return stated == null || stated.startsWith("http") ? null : clean(stated);
  }

  @Nullable Boolean accessibleForFree() {
    String stated = ld("isAccessibleForFree");
    if (stated != null) {
      return !stated.equalsIgnoreCase("false");
    }
    // Facebook's way to say it; "metered" says neither
    String tier = page.meta.get("article:content_tier");
    boolean told = "free".equalsIgnoreCase(tier) || "locked".equalsIgnoreCase(tier);
    return told ? "free".equalsIgnoreCase(tier) : null;
  }

  /** Language tag as stated, or null. */
  @Nullable String language() {
    return language;
  }

  private @Nullable String statedLanguage() {
    String stated = first(page.language, ld("inLanguage"), page.meta.get("og:locale"));
    if (stated == null) {
      return null;
    }
    String tag = stated.strip().replace('_', '-');
    var locale = java.util.Locale.forLanguageTag(tag);
    return locale.getLanguage().isEmpty() ? null : locale.toLanguageTag();
  }

  List<String> byline() {
    var names = new LinkedHashSet<String>();
    data.names(article, "author").forEach(name -> addAuthors(names, name));
    for (String key :
        List.of(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "cxenseparse:author")) {
      String stated = page.meta.get(key);
      if (names.isEmpty() && stated != null) {
        addAuthors(names, stated);
      }
    }
    for (String property : List.of("author", "name")) {
      if (names.isEmpty() && property.equals("author")) {
        page.properties.getOrDefault(property, List.of()).forEach(name -> addAuthors(names, name));
      }
    }
    return new ArrayList<>(names);
  }

  private void addAuthors(Set<String> names, String stated) {
    String line = clean(stated);
    for (String word : BYLINE_WORDS) {
      if (Words.opens(Words.lower(line), word + " ")) {
        line = line.substring(word.length() + 1).strip();
      }
    }
    if (line.isEmpty() || line.length() > 200 || line.startsWith("http") || line.startsWith("@")) {
      return;
    }
    for (String name : NameJoints.split(line, ",&;", NameJoints.Joint.JOIN)) {
      if (!name.isEmpty() && name.length() < 80 && !name.equalsIgnoreCase(source)) {
        names.add(name);
      }
    }
  }

  private @Nullable String source(@Nullable String url) {
    List<String> publishers = data.names(article, "publisher");
    String stated =
        first(
            page.meta.get("og:site_name"),
            publishers.isEmpty() ? null : publishers.get(0),
            page.meta.get("application-name"));
    if (stated != null && !stated.startsWith("http")) {
      return clean(stated);
    }
    return url == null ? canonicalHost : host(url);
  }

  static @Nullable String host(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      String host = URI.create(url).getHost();
      return host == null ? null : host.startsWith("www.") ? host.substring(4) : host;
    } catch (IllegalArgumentException e) {
      return null; // what is no URL has no host
    }
  }

  /**
   * The headline as a reader sees it: the heading of the page that agrees with what is stated of
   * it, else what is stated. Where the page's heading and its structured data say one thing, and
   * the title bar is repeated for sharing, the heading is the headline.
   */
  private @Nullable String title() {
    String stated = withoutSite(first(ld("headline"), ld("name")));
    String shared = withoutSite(first(page.meta.get("og:title"), page.meta.get("twitter:title")));
    String bar = withoutSite(page.title);
    List<Set<String>> lines = List.of(words(shared), words(stated), words(bar));
    PageBlock best = null;
    double most = 0;
    int count = 0;
    for (PageBlock block : page.blocks) {
      if (block.context.tag.heading != 1 && !inHeading(block.context)) {
        continue;
      }
      count++;
      double agreement = 0;
      Set<String> words = words(block.text);
      for (Set<String> line : lines) {
        agreement = Math.max(agreement, agreement(words, line));
      }
      boolean site = source != null && block.text.equalsIgnoreCase(source);
      if (!site && agreement > most) {
        most = agreement;
        best = block;
      }
      if (count > 40) {
        break;
      }
    }
    String heading = best == null ? null : clean(best.text);
    shared = withoutTail(withoutTail(shared, heading), stated);
    bar = withoutTail(withoutTail(bar, heading), stated);
    stated = withoutTail(stated, heading);
    boolean repeated = shared != null && isSame(shared, bar);
    if (heading != null && (shared == null ? most >= 0.3 : isHeadline(heading, shared))) {
      return heading;
    }
    if (heading != null && repeated && stated != null && isSame(heading, stated)) {
      return heading;
    }
    return first(shared, stated, bar, heading);
  }

  private static boolean isHeadline(String heading, String shared) {
    return agreement(words(heading), words(shared)) >= 0.95;
  }

  private static boolean isSame(String line, @Nullable String other) {
    return other != null && PlainWords.of(line).equals(PlainWords.of(other));
  }

  /** Without what follows the headline behind a bar, dash or star: site, section, author. */
  private static @Nullable String withoutTail(@Nullable String line, @Nullable String headline) {
    if (line == null || headline == null || headline.length() < 12) {
      return line;
    }
    int end = headline.length();
    if (line.length() <= end || !Words.plain(line).startsWith(Words.plain(headline))) {
      return line;
    }
    int at = end;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    boolean set = at > end && at + 1 < line.length() && line.charAt(at + 1) == ' ';
    boolean mark = at < line.length() && "|-–—*·•»:".indexOf(line.charAt(at)) >= 0;
    return set && mark ? line.substring(0, end) : line;
  }

  private static boolean inHeading(PageContext context) {
    return context.parent != null && context.parent.tag.heading == 1;
  }

  /** The different words of a line, as they are compared. */
  static Set<String> words(@Nullable String line) {
    return line == null || line.isEmpty()
        ? Set.of()
        : new HashSet<>(List.of(PlainWords.of(line).split(" ")));
  }

  /** Share of words that two lines have in common; none when the other has none. */
  static double agreement(Set<String> words, Set<String> others) {
    if (others.isEmpty()) {
      return 0;
    }
    int common = 0;
    for (String word : words) {
      common += others.contains(word) ? 1 : 0;
    }
    int all = words.size() + others.size();
    return all == common ? 0 : (double) common / (all - common);
  }

  /** Without the site's name before or after a bar or dash. */
  private @Nullable String withoutSite(@Nullable String stated) {
    if (stated == null || stated.isBlank()) {
      return null;
    }
    String line = clean(stated);
    String site = source == null ? "" : PlainWords.of(source);
    String compactHost =
        canonicalHost == null ? "" : canonicalHost.replace(".", "").replace("-", "");
    for (int round = 0; round < 3; round++) {
      int cut = -1;
      int width = 0;
      for (String separator :
          List.of(" | ", " - ", " – ", " — ", " :: ", " * ", " · ", " • ", " » ")) {
        int at = line.lastIndexOf(separator);
        if (at > cut) {
          cut = at;
          width = separator.length();
        }
      }
      if (cut <= 0) {
        break;
      }
      String tail = PlainWords.of(line.substring(cut + width));
      String compact = tail.replace(" ", "");
      boolean bar = line.charAt(cut + 1) == '|';
      boolean own =
          tail.equals(site)
              || !site.isEmpty() && (site.contains(tail) || tail.contains(site))
              || compact.length() > 2 && compactHost.contains(compact);
      if (!own && !(bar && tail.split(" ").length <= 4 && cut > 20)) {
        break;
      }
      line = line.substring(0, cut).strip();
    }
    return withoutSiteBefore(line, site);
  }

  /** Without {@code Orrin Times: } or {@code Orrin Times | } in front. */
  private static String withoutSiteBefore(String line, String site) {
    for (String separator : List.of(" | ", ": ", " - ", " – ", " — ", " :: ")) {
      int at = line.indexOf(separator);
      boolean own = at > 0 && !site.isEmpty() && PlainWords.of(line.substring(0, at)).equals(site);
      if (own && line.length() - at > 12) {
        return line.substring(at + separator.length()).strip();
      }
    }
    return line;
  }

  @Nullable String ld(String field) {
    return JsonLd.text(article, field);
  }

  static @Nullable String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  /** One line, entities of double escaping read. */
  static String clean(String text) {
    String read =
        text.indexOf('&') >= 0 ? org.jsoup.parser.Parser.unescapeEntities(text, false) : text;
    var clean = new StringBuilder(read.length());
    boolean space = false;
    for (int i = 0; i < read.length(); i++) {
      char c = read.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u200B') {
        space = clean.length() > 0;
      } else {
        if (space) {
          clean.append(' ');
        }
        space = false;
        clean.append(c);
      }
    }
    return clean.toString();
  }
}
