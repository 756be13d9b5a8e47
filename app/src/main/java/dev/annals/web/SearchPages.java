package dev.annals.web;

import dev.annals.Engine;
import dev.annals.search.Hit;
import dev.annals.search.Hits;
import dev.annals.search.SearchFilter;
import dev.annals.text.Span;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The search page: hits with their words marked, and ways to narrow them. */
final class SearchPages {

  private static final int HITS = 20;
  private static final int DEEPEST = 10_000;
  private static final int TITLE = 140;
  private static final int LONGEST_QUERY = 1000;
  private static final long BYTES_KEPT = 8L << 20;

  private final Engine engine;
  private final Renderer renderer;
  private final KeptPages pages = new KeptPages(BYTES_KEPT);

  SearchPages(Engine engine, Renderer renderer) {
    this.engine = engine;
    this.renderer = renderer;
  }

  /** What a request narrows its search to. */
  static SearchFilter filter(Context context) {
    return new SearchFilter(
        context.queryParam("kind"),
        context.queryParam("outlet"),
        context.queryParam("language"),
        context.queryParam("since"),
        context.queryParam("until"));
  }

  /** What a request asks for. */
  static String query(Context context) {
    String query = Pages.text(context, "q");
    if (query.length() > LONGEST_QUERY) {
      throw new Problem(400, "Too long", "A query has at most " + LONGEST_QUERY + " characters.");
    }
    return query;
  }

  void show(Context context) throws IOException {
    String query = query(context);
    SearchFilter filter = filter(context);
    int from = Math.min(DEEPEST, Pages.number(context.queryParam("from")));
    String state = Long.toString(engine.searchState());
    String name = link(query, filter) + "&from=" + from;
    Renderer.send(context, pages.of(name, state, () -> render(query, filter, from)));
  }

  private String render(String query, SearchFilter filter, int from) {
    Hits hits;
    String error = null;
    try {
      hits = engine.search(query, filter, from, HITS);
    } catch (IllegalArgumentException e) {
      hits = new Hits(0, List.of(), List.of(), List.of(), List.of());
      error = e.getMessage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var groups = new ArrayList<SearchPage.Group>();
    group(groups, "Kind", "kind", query, filter, filter.kind(), hits.kinds());
    group(groups, "Outlet", "outlet", query, filter, filter.outlet(), hits.outlets());
    group(groups, "Language", "language", query, filter, filter.language(), hits.languages());
    String heading =
        query.isBlank() && filter.equals(SearchFilter.NONE)
            ? "Everything in the store"
            : Words.count((int) hits.total(), "match", "matches");
    String next =
        from + HITS < hits.total() ? link(query, filter) + "&from=" + (from + HITS) : null;
    String previous = from == 0 ? null : link(query, filter) + "&from=" + Math.max(0, from - HITS);
    return renderer.render(
        "search.jte",
        new SearchPage(
            query,
            filter,
            heading,
            error,
            groups,
            hits.hits().stream().map(SearchPages::view).toList(),
            previous,
            next));
  }

  private static String link(String query, SearchFilter filter) {
    var link = new StringBuilder("/search?q=").append(Links.encode(query));
    add(link, "kind", filter.kind());
    add(link, "outlet", filter.outlet());
    add(link, "language", filter.language());
    add(link, "since", filter.since());
    add(link, "until", filter.until());
    return link.toString();
  }

  private static void add(StringBuilder link, String name, @Nullable String value) {
    if (value != null) {
      link.append('&').append(name).append('=').append(Links.encode(value));
    }
  }

  private static SearchFilter with(SearchFilter filter, String field, @Nullable String value) {
    String kind = field.equals("kind") ? value : filter.kind();
    String outlet = field.equals("outlet") ? value : filter.outlet();
    String language = field.equals("language") ? value : filter.language();
    return new SearchFilter(kind, outlet, language, filter.since(), filter.until());
  }

  private static void group(
      List<SearchPage.Group> groups,
      String name,
      String field,
      String query,
      SearchFilter filter,
      @Nullable String chosen,
      List<Hits.Count> counts) {
    if (counts.size() < 2 && chosen == null) {
      return;
    }
    var facets = new ArrayList<SearchPage.Facet>();
    if (chosen != null) {
      String all = link(query, with(filter, field, null));
      facets.add(new SearchPage.Facet("all", null, all, false));
    }
    for (Hits.Count count : counts) {
      facets.add(
          new SearchPage.Facet(
              Words.shorten(count.value(), 60),
              count.count(),
              link(query, with(filter, field, count.value())),
              count.value().equals(chosen)));
    }
    groups.add(new SearchPage.Group(name, facets));
  }

  private static SearchPage.Hit view(Hit hit) {
    String story = Links.story(hit.story());
    String link =
        hit.article() == null
            ? hit.kind().equals("person") ? story + "#people" : story
            : hit.end() > hit.start()
                ? Links.cite(hit.article(), hit.start(), hit.end())
                : Links.article(hit.article());
    var runs = new ArrayList<Run>();
    int at = 0;
    for (Span mark : hit.highlights()) {
      if (mark.start() >= at) {
        runs.add(new Run(hit.snippet().substring(at, mark.start()), null, "", false));
        runs.add(new Run(mark.of(hit.snippet()), "hit", "", false));
        at = mark.end();
      }
    }
    runs.add(new Run(hit.snippet().substring(at), null, "", false));
    var meta = new ArrayList<String>();
    if (hit.outlet() != null) {
      meta.add(Words.shorten(hit.outlet(), 80));
    }
    if (hit.date() != null) {
      meta.add(Words.date(hit.date()));
    }
    String id = hit.article() == null ? hit.kind() : hit.article();
    String title = Words.shorten(hit.title().isBlank() ? id : hit.title(), TITLE);
    boolean itself = hit.kind().equals("story");
    return new SearchPage.Hit(
        hit.kind(), title, link, runs, String.join(" · ", meta), itself ? null : story);
  }
}
