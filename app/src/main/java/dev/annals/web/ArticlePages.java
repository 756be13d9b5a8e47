package dev.annals.web;

import dev.annals.Engine;
import dev.annals.annotation.Annotations;
import dev.annals.annotation.MentionType;
import dev.annals.article.Article;
import dev.annals.article.Cite;
import dev.annals.article.CiteMaker;
import dev.annals.record.StoryRecord;
import dev.annals.store.ArticleVersion;
import dev.annals.store.HistoryEntry;
import dev.annals.text.Span;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page of a stored article: its text with all that was found, its versions, its origin. */
final class ArticlePages {

  private static final int TITLE = 300;
  private static final int FACT = 400;
  private static final int RELATIVES = 20;

  private final Engine engine;
  private final Renderer renderer;

  ArticlePages(Engine engine, Renderer renderer) {
    this.engine = engine;
    this.renderer = renderer;
  }

  /** All versions of an article, the newest first. */
  List<ArticleVersion> versions(@Nullable String id) {
    var versions = id == null ? List.<ArticleVersion>of() : engine.store().versions(id);
    if (versions.isEmpty()) {
      String asked = id == null ? "" : Words.shorten(id, 100);
      throw new Problem(404, "No such article", "No article has this id: " + asked);
    }
    return versions;
  }

  void show(Context context) {
    var versions = versions(context.queryParam("id"));
    ArticleVersion shown = asked(versions, Pages.number(context.queryParam("version")));
    Article article = shown.article();
    Span target = target(context, article);
    StoryRecord record = story(article.id());
    var page =
        new ArticlePage(
            article.id(),
            Words.shorten(article.title() == null ? article.id() : article.title(), TITLE),
            article.source() == null ? "Outlet unknown" : Words.shorten(article.source(), TITLE),
            record == null ? null : back(record, article.id(), target),
            outside(article, target),
            facts(article, record, shown),
            record == null ? List.of() : relatives(record, article.id()),
            history(article.id()),
            legend(shown.annotations()),
            new MarkedText(article, shown.annotations(), target).blocks(),
            differences(versions));
    context.html(renderer.render("article.jte", page));
  }

  private static ArticleVersion asked(List<ArticleVersion> versions, int number) {
    for (ArticleVersion version : versions) {
      if (version.version() == number) {
        return version;
      }
    }
    return versions.get(0);
  }

  private static @Nullable Span target(Context context, Article article) {
    int from = Pages.number(context.queryParam("from"));
    int to = Pages.number(context.queryParam("to"));
    return from < to && to <= article.text().length() ? new Span(from, to) : null;
  }

  private @Nullable StoryRecord story(String article) {
    String story = engine.store().storyOf(article);
    return story == null ? null : engine.store().record(story);
  }

  /** The way back to the story, to the entry that cites the words where there is one. */
  private static ArticlePage.Fact back(StoryRecord record, String article, @Nullable Span target) {
    String link = Links.story(record.id());
    for (int i = 0; target != null && i < record.timeline().size() && link.indexOf("#") < 0; i++) {
      for (Cite cite : record.timeline().get(i).cites().places()) {
        if (cite.article().equals(article)
            && cite.start() == target.start()
            && cite.end() == target.end()) {
          link = new TimelinePieces(record).link(i);
        }
      }
    }
    return new ArticlePage.Fact("Story", Words.shorten(record.title(), 120), link);
  }

  private static @Nullable String outside(Article article, @Nullable Span target) {
    return Links.web(
        target == null ? article.url() : CiteMaker.link(article, target.start(), target.end()));
  }

  private static List<ArticlePage.Fact> facts(
      Article article, @Nullable StoryRecord record, ArticleVersion version) {
    var facts = new ArrayList<ArticlePage.Fact>();
    fact(facts, "By", String.join(", ", article.byline()));
    fact(
        facts,
        "Published",
        article.published() == null
            ? "not stated"
            : Words.stamp(article.published())
                + (article.publishedFrom() == null ? "" : " (" + article.publishedFrom() + ")"));
    fact(facts, "Updated", article.modified() == null ? null : Words.stamp(article.modified()));
    fact(facts, "Agency copy", article.wire());
    fact(facts, "Credits", String.join(", ", article.credits()));
    fact(facts, "Language", article.language());
    String url = Links.web(article.url());
    if (url != null) {
      facts.add(new ArticlePage.Fact("At", Words.shorten(url, 100), url));
    }
    if (!version.newest()) {
      fact(facts, "Version", version.version() + ", replaced by a later one");
    }
    if (record != null) {
      for (StoryRecord.Member member : record.articles()) {
        if (member.id().equals(article.id())) {
          fact(facts, "Notice", Words.notice(member.notice()));
          fact(facts, "Why it is in this story", member.why());
          lineage(facts, record, member);
        }
      }
    }
    return facts;
  }

  private static void lineage(
      List<ArticlePage.Fact> facts, StoryRecord record, StoryRecord.Member member) {
    for (StoryRecord.LineageGroup group : record.lineages()) {
      if (group.id() == member.lineage()) {
        String origin = group.origin() == null ? "" : group.origin() + ", ";
        fact(facts, "Lineage", origin + group.how());
      }
    }
  }

  private static void fact(List<ArticlePage.Fact> facts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new ArticlePage.Fact(name, Words.shorten(value, FACT), null));
    }
  }

  /** Articles that share the origin of this one and so count as one source with it. */
  private static List<ArticlePage.Fact> relatives(StoryRecord record, String article) {
    var relatives = new ArrayList<ArticlePage.Fact>();
    for (StoryRecord.LineageGroup group : record.lineages()) {
      if (group.articles().contains(article)) {
        for (StoryRecord.Member member : record.articles()) {
          if (group.articles().contains(member.id()) && !member.id().equals(article)) {
            relatives.add(
                new ArticlePage.Fact(
                    Words.shorten(member.source() == null ? member.id() : member.source(), 80),
                    Words.shorten(member.title() == null ? member.id() : member.title(), 120),
                    Links.article(member.id())));
          }
        }
      }
    }
    return relatives.subList(0, Math.min(RELATIVES, relatives.size()));
  }

  private List<String> history(String article) {
    String story = engine.store().storyOf(article);
    var lines = new ArrayList<String>();
    if (story != null) {
      for (HistoryEntry entry : engine.store().history(story)) {
        if (article.equals(entry.article())) {
          lines.add(entry.kind() + ": " + Words.shorten(entry.why(), FACT));
        }
      }
    }
    return lines;
  }

  private static List<ArticlePage.Kind> legend(Annotations found) {
    var kinds = new ArrayList<ArticlePage.Kind>();
    kind(kinds, found.quotes().size(), "quote", "quotes");
    for (var type : MentionType.values()) {
      String name = type.name().toLowerCase(Locale.ROOT);
      int count = (int) found.mentions().stream().filter(m -> m.type() == type).count();
      kind(kinds, count, name, name);
    }
    kind(kinds, found.times().size(), "time", "times");
    kind(kinds, found.changes().size(), "change", "changes of state");
    kind(kinds, found.claims().size(), "claim", "claims");
    return kinds;
  }

  private static void kind(List<ArticlePage.Kind> kinds, int count, String style, String name) {
    if (count > 0) {
      kinds.add(new ArticlePage.Kind(style, name, count));
    }
  }

  private static List<ArticlePage.VersionView> differences(List<ArticleVersion> versions) {
    var views = new ArrayList<ArticlePage.VersionView>();
    for (int i = 0; i + 1 < versions.size(); i++) {
      ArticleVersion after = versions.get(i);
      ArticleVersion before = versions.get(i + 1);
      views.add(
          new ArticlePage.VersionView(
              "What version " + after.version() + " changed",
              "Version " + before.version(),
              Links.article(before.article().id()) + "&version=" + before.version(),
              new VersionDiff(before.article(), after.article()).lines()));
    }
    return views;
  }
}
