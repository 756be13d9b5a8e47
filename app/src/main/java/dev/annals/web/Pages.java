package dev.annals.web;

import dev.annals.Engine;
import dev.annals.annotation.Annotations;
import dev.annals.article.Article;
import dev.annals.export.Exporter;
import dev.annals.record.Correction;
import dev.annals.record.StoryRecord;
import dev.annals.search.Hit;
import dev.annals.search.Hits;
import dev.annals.store.ArticleVersion;
import dev.annals.store.StorySummary;
import dev.annals.text.Span;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pages for people: front page, story, article, search, correction form, status. */
final class Pages {

  private static final int CARDS = 30;
  private static final int HITS = 20;
  private static final int PAGES_KEPT = 256;
  private static final int LEAD = 220;

  private final Engine engine;
  private final Guard guard;
  private final InstantSource clock;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.annals.web.pages");

  /** Rendered story pages by story, with the state of the store they show. */
  private final Map<String, Rendered> rendered =
      java.util.Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Rendered> eldest) {
              return size() > PAGES_KEPT;
            }
          });

  private record Rendered(long changed, String page) {}

  Pages(Engine engine, Guard guard, InstantSource clock) {
    this.engine = engine;
    this.guard = guard;
    this.clock = clock;
  }

  private String render(String template, String name, Object value) {
    var out = new StringOutput();
    templates.render(template, Map.of(name, value), out);
    return out.toString();
  }

  void front(Context context) throws IOException {
    var filter = FrontFilter.of(context);
    List<StorySummary> stories = new ArrayList<>(engine.stories());
    Set<String> fitting = filter.ids(engine);
    stories.removeIf(
        s -> fitting != null && !fitting.contains(s.id()) || !filter.onDay(s.start(), s.end()));
    StoryOrder.sort(stories);
    int from = Math.min(number(context.queryParam("from")), stories.size());
    var cards = new ArrayList<StoryCard>();
    for (StorySummary story : stories.subList(from, Math.min(stories.size(), from + CARDS))) {
      cards.add(card(story));
    }
    var page =
        new FrontPage(
            cards,
            stories.size(),
            filter.day(),
            filter.person(),
            filter.place(),
            filter.outlet(),
            filter.language(),
            filter.any(),
            from == 0 ? null : filter.link(Math.max(0, from - CARDS)),
            from + CARDS < stories.size() ? filter.link(from + CARDS) : null);
    context.html(render("front.jte", "page", page));
  }

  private StoryCard card(StorySummary story) {
    StoryRecord record = engine.store().record(story.id());
    String lead = null;
    String latest = null;
    Sparkline activity = new Sparkline(List.of());
    if (record != null) {
      StoryRecord.Entry best = null;
      StoryRecord.Entry last = null;
      for (StoryRecord.Entry entry : record.timeline()) {
        if (entry.background()) {
          continue;
        }
        best = best == null || entry.importance() > best.importance() ? entry : best;
        last = entry.date() == null ? last : entry;
      }
      lead = best == null ? null : Words.shorten(best.text(), LEAD);
      latest =
          last == null || last == best
              ? null
              : Words.when(last.date(), last.time()) + ": " + Words.shorten(last.text(), LEAD / 2);
      activity = new Sparkline(record.articles());
    }
    return new StoryCard(
        Links.story(story.id()),
        story.title(),
        Words.days(story.start(), story.end()),
        Words.count(story.articles(), "article"),
        Words.count(story.sources(), "independent source"),
        lead,
        latest,
        activity.path(),
        activity.width(),
        activity.label());
  }

  void story(Context context) {
    StoryRecord record = find(context.pathParam("id"));
    if (!record.id().equals(context.pathParam("id"))) {
      context.redirect(Links.story(record.id()));
      return;
    }
    long changed = engine.store().generation();
    Rendered known = rendered.get(record.id());
    if (known == null || known.changed() != changed) {
      var formats = engine.exporters().all().stream().map(Exporter::name).toList();
      var page = new StoryPages(record, formats).page();
      known = new Rendered(changed, render("story.jte", "page", page));
      rendered.put(record.id(), known);
    }
    context.html(known.page());
  }

  StoryRecord find(String story) {
    try {
      return engine.record(story);
    } catch (IllegalArgumentException e) {
      throw new Problem(404, "No such story", String.valueOf(e.getMessage()));
    }
  }

  void article(Context context) {
    var versions = versions(context.queryParam("id"));
    ArticleVersion newest = versions.get(versions.size() - 1);
    Article article = newest.article();
    Span target = target(context, article);
    var blocks = new MarkedText(article, newest.annotations(), target).blocks();
    var page =
        new ArticlePage(
            article.id(),
            article.title() == null ? article.id() : article.title(),
            article.source() == null ? "Outlet unknown" : article.source(),
            facts(article),
            legend(newest.annotations()),
            blocks,
            differences(versions));
    context.html(render("article.jte", "page", page));
  }

  List<ArticleVersion> versions(@Nullable String id) {
    var versions = id == null ? List.<ArticleVersion>of() : engine.store().versions(id);
    if (versions.isEmpty()) {
      throw new Problem(404, "No such article", "No article has this id: " + id);
    }
    return versions;
  }

  private static @Nullable Span target(Context context, Article article) {
    int from = number(context.queryParam("from"));
    int to = number(context.queryParam("to"));
    return from < to && to <= article.text().length() ? new Span(from, to) : null;
  }

  private List<ArticlePage.Fact> facts(Article article) {
    var facts = new ArrayList<ArticlePage.Fact>();
    fact(
        facts, "By", article.byline().isEmpty() ? null : String.join(", ", article.byline()), null);
    fact(
        facts,
        "Published",
        article.published() == null ? "not stated" : Words.stamp(article.published()),
        null);
    fact(
        facts,
        "Updated",
        article.modified() == null ? null : Words.stamp(article.modified()),
        null);
    fact(facts, "Agency copy", article.wire(), null);
    fact(
        facts,
        "Credits",
        article.credits().isEmpty() ? null : String.join(", ", article.credits()),
        null);
    String url = Links.web(article.url());
    fact(facts, "At", url, url);
    String story = engine.store().storyOf(article.id());
    if (story != null) {
      facts.add(new ArticlePage.Fact("Story", title(story), Links.story(story)));
      StoryRecord record = engine.store().record(story);
      if (record != null) {
        record.articles().stream()
            .filter(a -> a.id().equals(article.id()))
            .findFirst()
            .ifPresent(
                a -> {
                  fact(facts, "Why it is in this story", a.why(), null);
                  record.lineages().stream()
                      .filter(l -> l.id() == a.lineage())
                      .findFirst()
                      .ifPresent(
                          l ->
                              fact(
                                  facts,
                                  "Lineage",
                                  (l.origin() == null ? "" : l.origin() + ", ") + l.how(),
                                  null));
                });
      }
    }
    return facts;
  }

  private String title(String story) {
    StoryRecord record = engine.store().record(story);
    return record == null ? story : Words.shorten(record.title(), 80);
  }

  private static void fact(
      List<ArticlePage.Fact> facts, String name, @Nullable String value, @Nullable String link) {
    if (value != null && !value.isBlank()) {
      facts.add(new ArticlePage.Fact(name, value, link));
    }
  }

  private static List<ArticlePage.Kind> legend(Annotations annotations) {
    var kinds = new ArrayList<ArticlePage.Kind>();
    kind(kinds, !annotations.quotes().isEmpty(), "quote", "quotes");
    for (var type : dev.annals.annotation.MentionType.values()) {
      String name = type.name().toLowerCase(java.util.Locale.ROOT);
      kind(kinds, annotations.mentions().stream().anyMatch(m -> m.type() == type), name, name);
    }
    kind(kinds, !annotations.times().isEmpty(), "time", "times");
    kind(kinds, !annotations.changes().isEmpty(), "change", "changes of state");
    kind(kinds, !annotations.claims().isEmpty(), "claim", "claims");
    return kinds;
  }

  private static void kind(List<ArticlePage.Kind> kinds, boolean there, String style, String name) {
    if (there) {
      kinds.add(new ArticlePage.Kind(style, name));
    }
  }

  private static List<ArticlePage.VersionView> differences(List<ArticleVersion> versions) {
    var views = new ArrayList<ArticlePage.VersionView>();
    for (int i = versions.size() - 1; i > 0; i--) {
      views.add(
          new ArticlePage.VersionView(
              "What version " + versions.get(i).version() + " changed",
              ParagraphDiff.lines(versions.get(i - 1).article(), versions.get(i).article())));
    }
    return views;
  }

  void search(Context context) throws IOException {
    String query = context.queryParam("q") == null ? "" : String.valueOf(context.queryParam("q"));
    int from = number(context.queryParam("from"));
    Hits hits;
    String error = null;
    try {
      hits = engine.search(query, Math.min(from, 10_000), HITS);
    } catch (IllegalArgumentException e) {
      hits = new Hits(0, List.of(), List.of(), List.of(), List.of());
      error = e.getMessage();
    }
    var facets = new ArrayList<SearchPage.Facet>();
    facets(facets, query, "kind", hits.kinds());
    facets(facets, query, "outlet", hits.outlets());
    if (hits.languages().size() > 1) {
      facets(facets, query, "language", hits.languages());
    }
    var views = hits.hits().stream().map(Pages::view).toList();
    String heading =
        query.isBlank()
            ? "Everything in the store"
            : hits.total() + (hits.total() == 1 ? " match" : " matches");
    String next =
        from + HITS < hits.total()
            ? "/search?q=" + Links.encode(query) + "&from=" + (from + HITS)
            : null;
    context.html(
        render("search.jte", "page", new SearchPage(query, heading, error, facets, views, next)));
  }

  private static void facets(
      List<SearchPage.Facet> facets, String query, String field, List<Hits.Count> counts) {
    for (Hits.Count count : counts) {
      String value =
          count.value().indexOf(' ') < 0
              ? count.value()
              : '"' + count.value().replace("\"", "") + '"';
      String narrowed = (query.isBlank() ? "" : query + " ") + field + ":" + value;
      facets.add(
          new SearchPage.Facet(
              count.value(), count.count(), "/search?q=" + Links.encode(narrowed)));
    }
  }

  private static SearchPage.Hit view(Hit hit) {
    String link =
        hit.article() == null
            ? Links.story(hit.story())
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
      meta.add(hit.outlet());
    }
    if (hit.date() != null) {
      meta.add(Words.date(hit.date()));
    }
    String title = hit.title().isBlank() ? hit.kind() : hit.title();
    return new SearchPage.Hit(hit.kind(), title, link, runs, String.join(" · ", meta));
  }

  void correctionForm(Context context) {
    StoryRecord record = find(context.pathParam("id"));
    context.html(
        render(
            "correct.jte",
            "page",
            new CorrectionPage(record.id(), record.title(), text(context, "target"), null)));
  }

  void correct(Context context) throws IOException {
    guard.checkToken(context.formParam("token"));
    StoryRecord record = find(context.pathParam("id"));
    String value = context.formParam("value");
    try {
      engine.correct(
          new Correction(
              clock.instant().toString(),
              form(context, "author"),
              Correction.Kind.valueOf(form(context, "kind").toUpperCase(java.util.Locale.ROOT)),
              record.id(),
              form(context, "target"),
              value == null || value.isBlank() ? null : value.strip(),
              context.formParam("note")));
    } catch (IllegalArgumentException e) {
      throw new Problem(400, "Cannot be corrected so", String.valueOf(e.getMessage()));
    }
    context.redirect(
        Links.story(record.id()) + "#corrections", io.javalin.http.HttpStatus.SEE_OTHER);
  }

  private static String form(Context context, String name) {
    String value = context.formParam(name);
    if (value == null || value.isBlank()) {
      throw new Problem(400, "Something is missing", "Fill in: " + name);
    }
    return value.strip();
  }

  void status(Context context) {
    var facts = new TreeMap<String, String>();
    facts.put("articles", Long.toString(engine.store().articles()));
    facts.put("stories", Integer.toString(engine.stories().size()));
    facts.put("rejected documents", Integer.toString(engine.store().rejections().size()));
    facts.put("state of the store", Long.toString(engine.store().generation()));
    var reasons = new HashMap<String, Integer>();
    engine.store().rejections().forEach(r -> reasons.merge(r.reason(), 1, Integer::sum));
    context.html(render("status.jte", "page", new StatusPage(facts, new TreeMap<>(reasons))));
  }

  String message(String title, String text) {
    var out = new StringOutput();
    templates.render("message.jte", Map.of("title", title, "text", text), out);
    return out.toString();
  }

  static String text(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value;
  }

  static int number(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > 9) {
      return 0;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
