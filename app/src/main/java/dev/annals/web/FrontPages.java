package dev.annals.web;

import dev.annals.Engine;
import dev.annals.record.StoryRecord;
import dev.annals.search.Hits;
import dev.annals.search.StoryHits;
import dev.annals.store.StorySummary;
import dev.annals.text.Datelines;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The front page: stories by importance and freshness, and ways to narrow them. */
final class FrontPages {

  private static final int CARDS = 30;
  private static final int CARDS_KEPT = 2000;
  private static final int TITLE = 160;
  private static final int LEAD = 200;
  private static final int LINES = 3;
  private static final int LINES_IN_ALL = 6;

  private final Engine engine;
  private final StoryList stories;
  private final Renderer renderer;
  private final KeptPages pages = new KeptPages(8L << 20);
  private volatile @Nullable StoryHits everything;

  private record KeptCard(long changed, StoryCard card) {}

  private final Map<String, KeptCard> cards =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KeptCard> eldest) {
          return size() > CARDS_KEPT;
        }
      };

  FrontPages(Engine engine, StoryList stories, Renderer renderer) {
    this.engine = engine;
    this.stories = stories;
    this.renderer = renderer;
  }

  /** What all stories can be narrowed by; until it is told, the page offers no choices. */
  void choices(StoryHits all) {
    everything = all;
  }

  void show(Context context) {
    var filter = FrontFilter.of(context);
    int from = Pages.number(context.queryParam("from"));
    var now = stories.now();
    var known = everything;
    String state = now.generation() + "-" + (known == null ? 0 : known.hashCode());
    var page = pages.of(filter.link(from), state, () -> render(now, filter, from, known));
    Renderer.send(context, page);
  }

  private String render(
      StoryList.Snapshot now, FrontFilter filter, int wished, @Nullable StoryHits all) {
    StoryHits hits = all;
    var fitting = new ArrayList<StorySummary>();
    try {
      boolean narrowed = !filter.fields().isEmpty();
      hits = narrowed ? engine.storyHits(filter.fields()) : all;
      for (StorySummary story : now.ordered()) {
        if ((!narrowed || hits != null && hits.ids().contains(story.id()))
            && filter.onDay(story.start(), story.end())) {
          fitting.add(story);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int from = Math.min(wished, fitting.size());
    var shown = new ArrayList<StoryCard>();
    for (StorySummary story : fitting.subList(from, Math.min(fitting.size(), from + CARDS))) {
      shown.add(card(story));
    }
    var page =
        new FrontPage(
            shown,
            fitting.size(),
            filter.day(),
            filter.person(),
            filter.place(),
            filter.outlet(),
            filter.language(),
            filter.any(),
            hits == null ? List.of() : groups(filter, hits),
            from == 0 ? null : filter.link(Math.max(0, from - CARDS)),
            from + CARDS < fitting.size() ? filter.link(from + CARDS) : null);
    return renderer.render("front.jte", page);
  }

  private static List<FrontPage.Group> groups(FrontFilter filter, StoryHits hits) {
    var groups = new ArrayList<FrontPage.Group>();
    group(groups, "Places", "place", filter, hits.places());
    group(groups, "People", "person", filter, hits.people());
    group(groups, "Outlets", "outlet", filter, hits.outlets());
    if (hits.languages().size() > 1) {
      group(groups, "Languages", "language", filter, hits.languages());
    }
    return groups;
  }

  private static void group(
      List<FrontPage.Group> groups,
      String name,
      String field,
      FrontFilter filter,
      List<Hits.Count> counts) {
    if (!counts.isEmpty()) {
      groups.add(
          new FrontPage.Group(
              name,
              counts.stream()
                  .map(
                      c ->
                          new FrontPage.Choice(
                              Words.shorten(c.value(), 60),
                              c.count(),
                              filter.with(field, c.value()).link(0)))
                  .toList()));
    }
  }

  private StoryCard card(StorySummary story) {
    synchronized (cards) {
      KeptCard kept = cards.get(story.id());
      if (kept != null && kept.changed() == story.changed()) {
        return kept.card();
      }
    }
    StoryCard card = made(story);
    synchronized (cards) {
      cards.put(story.id(), new KeptCard(story.changed(), card));
    }
    return card;
  }

  private StoryCard made(StorySummary story) {
    StoryRecord record = engine.store().record(story.id());
    List<StoryRecord.Member> articles = record == null ? List.of() : record.articles();
    var activity = new Activity(articles);
    return new StoryCard(
        story.id(),
        Links.story(story.id()),
        Words.shorten(story.title(), TITLE),
        Words.days(story.start(), story.end()),
        Words.count(story.articles(), "article"),
        Words.count(story.sources(), "independent source"),
        record == null ? List.of() : lead(record),
        latest(articles),
        activity.path(),
        activity.label());
  }

  private static List<StoryCard.Line> lead(StoryRecord record) {
    var entries = new ArrayList<StoryRecord.Entry>();
    for (StoryRecord.Entry entry : record.timeline()) {
      if (!entry.background()) {
        entries.add(entry);
      }
    }
    var weightiest =
        entries.stream()
            .sorted(Comparator.comparingDouble(StoryRecord.Entry::importance).reversed())
            .limit(LINES_IN_ALL)
            .toList();
    var first = weightiest.subList(0, Math.min(LINES, weightiest.size()));
    var lines = new ArrayList<StoryCard.Line>();
    String named = "";
    for (StoryRecord.Entry entry : entries) {
      if (weightiest.contains(entry) && lines.size() < LINES_IN_ALL) {
        boolean minor = !first.contains(entry);
        String date = entry.date() == null ? "" : entry.date();
        String time = entry.time() == null ? "" : entry.time();
        // a day is named once, and not only in a line that may be hidden
        String when =
            !named.isEmpty() && named.equals(date) ? time : Words.when(entry.date(), entry.time());
        named = minor ? named : date;
        lines.add(
            new StoryCard.Line(
                when,
                Words.shorten(Datelines.without(entry.text()), LEAD),
                entry.sources(),
                minor));
      }
    }
    return lines;
  }

  private static StoryCard.@Nullable Latest latest(List<StoryRecord.Member> articles) {
    StoryRecord.Member latest = null;
    for (StoryRecord.Member article : articles) {
      if (latest == null || stated(article).compareTo(stated(latest)) >= 0) {
        latest = article;
      }
    }
    if (latest == null) {
      return null;
    }
    String published = latest.published();
    return new StoryCard.Latest(
        published == null ? "" : Words.moment(published),
        Words.shorten(latest.source() == null ? latest.id() : latest.source(), 60),
        Words.shorten(latest.title() == null ? latest.id() : latest.title(), 90),
        Links.article(latest.id()));
  }

  private static String stated(StoryRecord.Member article) {
    return article.published() == null ? "" : article.published();
  }
}
