package dev.annals.web;

import dev.annals.Engine;
import dev.annals.search.Hit;
import dev.annals.search.Hits;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The matches of a search as an Atom feed. */
final class SearchFeed {

  private static final int HITS = 100;

  private final Engine engine;

  SearchFeed(Engine engine) {
    this.engine = engine;
  }

  void atom(Context context) throws IOException {
    String query = Pages.text(context, "q");
    Hits hits;
    try {
      hits = engine.search(query, 0, HITS);
    } catch (IllegalArgumentException e) {
      throw new Problem(400, "Cannot be searched for", String.valueOf(e.getMessage()));
    }
    String latest = "1970-01-01T00:00:00Z";
    var entries = new StringBuilder();
    for (Hit hit : hits.hits()) {
      if (hit.article() == null) {
        continue;
      }
      String updated = instant(hit.date());
      latest = updated.compareTo(latest) > 0 ? updated : latest;
      String link =
          hit.end() > hit.start()
              ? Links.cite(hit.article(), hit.start(), hit.end())
              : Links.article(hit.article());
      String id =
          "urn:annals:hit:" + hit.kind() + ":" + Links.encode(hit.article()) + ":" + hit.start();
      entries.append("<entry><id>").append(escape(id)).append("</id><title>");
      entries.append(escape(hit.title().isBlank() ? hit.kind() : hit.title()));
      entries.append("</title><updated>").append(updated).append("</updated><link href=\"");
      entries.append(escape(link)).append("\"/><summary>").append(escape(hit.snippet()));
      entries.append("</summary></entry>\n");
    }
    String head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>urn:annals:search:"
            + escape(Links.encode(query))
            + "</id><title>Annals: "
            + escape(query)
            + "</title><author><name>Annals</name></author><updated>"
            + latest
            + "</updated>\n";
    context.contentType("application/atom+xml;charset=utf-8").result(head + entries + "</feed>\n");
  }

  private static String instant(@Nullable String day) {
    return day != null && day.length() >= 10 && Character.isDigit(day.charAt(8))
        ? day.substring(0, 10) + "T00:00:00Z"
        : "1970-01-01T00:00:00Z";
  }

  private static String escape(String text) {
    var plain = new StringBuilder();
    text.chars()
        .filter(
            c ->
                c >= ' '
                    && !(c >= 0x202A && c <= 0x202E)
                    && !Character.isSurrogate((char) c)
                    && c < 0xFFFE)
        .forEach(c -> plain.append((char) c));
    var out = new StringOutput();
    Escape.htmlAttribute(plain.toString(), out);
    return out.toString().replace(">", "&gt;");
  }
}
