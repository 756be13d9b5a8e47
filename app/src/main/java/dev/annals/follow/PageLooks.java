package dev.annals.follow;

import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Stated;
import dev.annals.store.FollowTables;
import dev.annals.store.FollowedPage;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a look at a page comes to. Safe for use by several threads. */
final class PageLooks {

  /** Failures in a row after which a page that was never had is given up. */
  private static final int TRIES = 8;

  /** The same for one that is not there, or not for us. */
  private static final int TRIES_MISSING = 3;

  private final Cadence cadence;
  private final FollowTables tables;
  private final Held held;
  private final Dues dues;
  private final InstantSource clock;
  private final FollowMetrics metrics;

  PageLooks(
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

  Turn answered(Task task, FollowedPage page, Answer answer) {
    int status = answer.status();
    if (status == 304) {
      return Turn.of(noted(page, visited(page, task, answer)));
    }
    if (status == 404 || status == 410) {
      return Turn.of(missing(page, answer));
    }
    if (!answer.ok()) {
      return Turn.of(failed(page, Looker.status(answer), false, 0, null));
    }
    String type = answer.mediaType();
    boolean html = type.contains("html") || type.isEmpty();
    if (!html && !type.equals("text/plain")) {
      return Turn.of(refused(page, "no page: " + type));
    }
    String other = page.visits() == 0 && task.hops() > 0 ? other(page, task.url()) : null;
    if (other != null) {
      return Turn.of(same(page, task.url(), other));
    }
    return Turn.of(kept(page, task, answer, html ? MediaKind.HTML : MediaKind.PLAIN_TEXT));
  }

  /** Another page that leads to the same address, or null. */
  private @Nullable String other(FollowedPage page, String address) {
    for (FollowedPage there : tables.pagesAt(address)) {
      if (!there.url().equals(page.url()) && there.visits() > 0) {
        return there.url();
      }
    }
    return null;
  }

  private Note same(FollowedPage page, String address, String other) {
    var draft = new PageDraft(page);
    draft.address = address;
    draft.state = "same";
    draft.nextAt = null;
    draft.visits = 1;
    draft.fetchedAt = clock.millis();
    draft.error = "the same page as " + other;
    return noted(page, draft);
  }

  private Note kept(FollowedPage page, Task task, Answer answer, MediaKind kind) {
    var capture =
        new Capture(
            task.url(),
            task.url(),
            task.url(),
            clock.instant(),
            kind,
            answer.charset(),
            answer.body(),
            stated(page.title(), page.publisher(), page.language(), page.published()));
    FollowedPage after = visited(page, task, answer).made();
    FollowedPage unread = unread(page, task);
    boolean first = page.visits() == 0;
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    return new Note(
        List.of(capture),
        (tables, rejection) -> {
          if (rejection == null) {
            tables.looked(after);
            if (first) {
              tables.count(page.source(), day, 1);
            }
          } else {
            tables.looked(with(unread, rejection));
          }
        },
        () -> {
          held.release(Task.pageKey(page.url()));
          dues.of(after);
          metrics.count(first ? "annals_articles_total" : "annals_visits_total");
        });
  }

  static Stated stated(
      @Nullable String title,
      @Nullable String publisher,
      @Nullable String language,
      @Nullable String published) {
    return new Stated(title, List.of(), publisher, language, published, null);
  }

  private PageDraft visited(FollowedPage page, Task task, Answer answer) {
    long now = clock.millis();
    var draft = new PageDraft(page);
    draft.address = task.moved() == null ? page.address() : task.moved();
    draft.state = "kept";
    draft.visits++;
    draft.fetchedAt = now;
    draft.goneAt = null;
    draft.failures = 0;
    draft.error = null;
    draft.nextAt = cadence.revisit(now, draft.visits);
    if (answer.status() != 304) {
      draft.etag = task.detour() ? null : answer.header("etag");
      draft.modified = task.detour() ? null : answer.header("last-modified");
    }
    return draft;
  }

  /** A page that was fetched but is no article. */
  private FollowedPage unread(FollowedPage page, Task task) {
    var draft = new PageDraft(page);
    draft.address = task.moved() == null ? page.address() : task.moved();
    draft.state = page.visits() == 0 ? "refused" : page.state();
    draft.visits++;
    draft.fetchedAt = clock.millis();
    draft.nextAt = page.visits() == 0 ? null : cadence.revisit(clock.millis(), draft.visits);
    return draft.made();
  }

  private static FollowedPage with(FollowedPage page, String error) {
    var draft = new PageDraft(page);
    draft.error = error;
    return draft.made();
  }

  private Note refused(FollowedPage page, String why) {
    var draft = new PageDraft(page);
    draft.state = page.visits() == 0 ? "refused" : page.state();
    draft.error = why;
    draft.visits++;
    draft.nextAt = null;
    return noted(page, draft);
  }

  /** A page that is not there. What was kept of it stays, marked. */
  private Note missing(FollowedPage page, Answer answer) {
    long now = clock.millis();
    var draft = new PageDraft(page);
    draft.failures++;
    draft.error = Looker.status(answer);
    if (page.visits() == 0) {
      boolean over = answer.status() == 410 || draft.failures >= TRIES_MISSING;
      draft.state = over ? "failed" : "waiting";
      draft.nextAt = over ? null : Long.valueOf(cadence.retry(now, draft.failures, null));
    } else {
      if (page.goneAt() == null) {
        metrics.count("annals_articles_gone_total");
      }
      draft.state = "gone";
      draft.goneAt = page.goneAt() == null ? Long.valueOf(now) : page.goneAt();
      draft.visits++;
      draft.nextAt = answer.status() == 410 ? null : cadence.revisit(now, draft.visits);
    }
    return noted(page, draft);
  }

  /** A look that gave nothing; see {@link Looker#failed}. */
  Note failed(
      FollowedPage page, String why, boolean never, long notBefore, @Nullable Duration asked) {
    var draft = new PageDraft(page);
    draft.failures++;
    draft.error = why;
    long again = Math.max(notBefore, cadence.retry(clock.millis(), draft.failures, asked));
    if (page.visits() > 0) {
      // what is kept stays; a missed visit counts as one
      draft.visits++;
      Long next = never ? null : cadence.revisit(clock.millis(), draft.visits);
      draft.nextAt = next == null ? null : Long.valueOf(Math.max(next, again));
    } else {
      boolean over = never && notBefore == 0 || draft.failures >= (never ? TRIES_MISSING : TRIES);
      draft.state = never ? "refused" : over ? "failed" : "waiting";
      draft.nextAt = over ? null : Long.valueOf(again);
    }
    return noted(page, draft);
  }

  private Note noted(FollowedPage page, PageDraft draft) {
    FollowedPage after = draft.made();
    return new Note(
        List.of(),
        (tables, rejection) -> tables.looked(after),
        () -> {
          held.release(Task.pageKey(page.url()));
          dues.of(after);
        });
  }
}
