package dev.annals.follow;

import dev.annals.capture.Capture;
import dev.annals.capture.FeedDocument;
import dev.annals.capture.FeedEntry;
import dev.annals.store.FollowTables;
import dev.annals.store.FollowedHost;
import dev.annals.store.FollowedPage;
import dev.annals.store.FollowedSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a look at a source comes to. Safe for use by several threads. */
final class SourceLooks {

  private final Cadence cadence;
  private final FollowTables tables;
  private final Held held;
  private final Dues dues;
  private final InstantSource clock;
  private final FollowMetrics metrics;

  SourceLooks(
      Cadence cadence,
      FollowTables tables,
      Held held,
      Dues dues,
      InstantSource clock,
      FollowMetrics metrics) {
    this.cadence = cadence;
    this.tables = tables;
    this.held = held;
    this.dues = dues;
    this.clock = clock;
    this.metrics = metrics;
  }

  Turn answered(Task task, FollowedSource source, Answer answer, Robots robots) {
    var draft = new SourceDraft(source);
    if (answer.status() == 410) {
      draft.state = "gone";
      draft.error = "HTTP status 410: gone for good";
      return Turn.of(noted(source, draft));
    }
    if (answer.status() == 304) {
      return Turn.of(noted(source, worked(draft, answer, false)));
    }
    if (!answer.ok()) {
      return Turn.of(failed(source, Looker.status(answer), 0, null));
    }
    if (task.moved() != null) {
      draft.address = task.moved();
    }
    String digest = digest(answer.body());
    boolean direct = !task.detour();
    draft.etag = direct ? answer.header("etag") : null;
    draft.modified = direct ? answer.header("last-modified") : null;
    if (digest.equals(source.digest())) {
      return Turn.of(noted(source, worked(draft, answer, false)));
    }
    Found found = SourceReader.read(answer, source, robots.sitemaps(), clock.instant());
    if (found == null) {
      return Turn.of(failed(source, "no feed, sitemap or page: " + answer.mediaType(), 0, null));
    }
    if (found.elsewhere() != null) {
      if (task.hops() >= Looker.HOPS) {
        return Turn.of(failed(source, "leads from one list to the next", 0, null));
      }
      return Turn.on(task.redirected(found.elsewhere(), found.lasting()));
    }
    draft.kind = found.kind();
    draft.digest = digest;
    return listed(source, draft, answer, found, robots);
  }

  private Turn listed(
      FollowedSource source, SourceDraft draft, Answer answer, Found found, Robots robots) {
    // held before they are looked up: what another thread has just written is then seen
    var mine = found.pages().stream().filter(p -> held.take(Task.pageKey(p.url()))).toList();
    Set<String> known = tables.known(mine.stream().map(FoundPage::url).toList());
    var pages = new ArrayList<FollowedPage>();
    var captures = new ArrayList<Capture>();
    var next = new ArrayList<Task>();
    var inline = new ArrayList<String>();
    long now = clock.millis();
    for (FoundPage page : mine) {
      if (known.contains(page.url())) {
        held.release(Task.pageKey(page.url()));
        continue;
      }
      boolean closed = page.whole() != null && forbidden(page.url(), answer, robots);
      FeedEntry entry = closed ? page.whole() : page.inline();
      Capture capture = entry == null ? null : capture(page, entry);
      FollowedPage row = row(page, source, now, capture != null);
      pages.add(row);
      if (capture == null) {
        next.add(Task.of(row));
      } else {
        captures.add(capture);
        inline.add(Task.pageKey(page.url()));
      }
    }
    worked(draft, answer, !pages.isEmpty());
    FollowedSource after = draft.at(now);
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    var note =
        new Note(
            captures,
            (tables, rejection) -> {
              pages.forEach(tables::add);
              tables.looked(after);
              if (!captures.isEmpty() && rejection == null) {
                tables.count(source.id(), day, captures.size());
              }
            },
            () -> {
              inline.forEach(held::release);
              pages.forEach(dues::of);
              held.release(Task.sourceKey(source.id()));
              metrics.add("annals_articles_total", "", captures.size());
            });
    return new Turn(List.of(note), next, true, 0, false);
  }

  /** Whether a page may not be asked for, as far as is known of its host. */
  private boolean forbidden(String url, Answer answer, Robots robots) {
    String host = WebUrl.host(url);
    if (host.equals(WebUrl.host(answer.url()))) {
      return !robots.allows(WebUrl.path(url));
    }
    FollowedHost kept = tables.host(host);
    byte[] said = kept == null || kept.robotsUntil() <= clock.millis() ? null : kept.robots();
    return said != null && !Robots.of(said).allows(WebUrl.path(url));
  }

  private static @Nullable Capture capture(FoundPage page, FeedEntry whole) {
    Capture entry = FeedDocument.capture(whole, page.url());
    if (entry == null) {
      return null;
    }
    return new Capture(
        page.url(),
        page.url(),
        null,
        null,
        entry.kind(),
        entry.charset(),
        entry.content(),
        PageLooks.stated(page.title(), page.publisher(), page.language(), page.published()));
  }

  private static FollowedPage row(FoundPage page, FollowedSource source, long now, boolean inline) {
    return new FollowedPage(
        page.url(),
        page.url(),
        WebUrl.host(inline ? source.address() : page.url()),
        source.id(),
        inline ? "kept" : "waiting",
        inline ? null : now,
        now,
        null,
        null,
        0,
        0,
        null,
        null,
        null,
        page.title(),
        page.publisher(),
        page.language(),
        page.published());
  }

  private SourceDraft worked(SourceDraft draft, Answer answer, boolean somethingNew) {
    long now = clock.millis();
    draft.gap = cadence.interval(draft.gap, somethingNew);
    draft.nextAt = cadence.next(now, draft.gap, CacheRules.fresh(answer, clock.instant()));
    draft.succeededAt = now;
    draft.changedAt = somethingNew ? Long.valueOf(now) : draft.changedAt;
    draft.failures = 0;
    draft.error = null;
    return draft;
  }

  /** A look that gave nothing; see {@link Looker#failed}. */
  Note failed(FollowedSource source, String why, long notBefore, @Nullable Duration asked) {
    var draft = new SourceDraft(source);
    draft.failures++;
    draft.error = why;
    draft.nextAt = Math.max(notBefore, cadence.retry(clock.millis(), draft.failures, asked));
    return noted(source, draft);
  }

  private Note noted(FollowedSource source, SourceDraft draft) {
    FollowedSource after = draft.at(clock.millis());
    return new Note(
        List.of(),
        (tables, rejection) -> tables.looked(after),
        () -> held.release(Task.sourceKey(source.id())));
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
