package dev.annals.follow;

import dev.annals.store.FollowTables;
import dev.annals.store.FollowedPage;
import dev.annals.store.FollowedSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one look: asks, and says what is to be noted and looked at next. Safe for use by several
 * threads.
 */
final class Looker {

  /** Redirects in a row; browsers follow twenty, robots.txt asks for five. */
  static final int HOPS = 5;

  private final FollowSettings settings;
  private final Fetching fetching;
  private final InstantSource clock;
  private final SourceLooks sources;
  private final PageLooks pages;
  private final FollowMetrics metrics;

  Looker(
      FollowSettings settings,
      Fetching fetching,
      FollowTables tables,
      Held held,
      Dues dues,
      InstantSource clock,
      FollowMetrics metrics) {
    this.settings = settings;
    this.fetching = fetching;
    this.clock = clock;
    this.metrics = metrics;
    var cadence = new Cadence(settings);
    this.sources = new SourceLooks(cadence, tables, held, dues, clock, metrics);
    this.pages = new PageLooks(cadence, tables, held, dues, clock, metrics);
  }

  /** Looks at a source or a page. */
  Turn look(Task task, Robots robots, long robotsUntil) {
    try {
      if (!robots.allows(WebUrl.path(task.url()))) {
        metrics.count("annals_robots_refusals_total");
        return Turn.unasked(failed(task, "robots.txt does not allow it", true, robotsUntil, null));
      }
      Answer answer = ask(task);
      if (answer.redirect()) {
        return redirected(task, answer);
      }
      if (answer.status() == 429 || answer.status() >= 500) {
        Duration asked = CacheRules.retryAfter(answer, clock.instant());
        Note note = failed(task, status(answer), false, 0, asked);
        // a plain 500 may be about this one page; the others say that the host has enough
        boolean host = answer.status() == 429 || answer.status() == 503 || asked != null;
        return host ? Turn.of(note).slowed(asked == null ? null : asked.toMillis()) : Turn.of(note);
      }
      return task.source() != null
          ? sources.answered(task, task.source(), answer, robots)
          : pages.answered(task, page(task), answer);
    } catch (FetchException e) {
      metrics.count("annals_fetch_problems_total", "reason=\"" + name(e.problem()) + "\"");
      boolean never = e.problem() == FetchProblem.ADDRESS || e.problem() == FetchProblem.URL;
      Turn turn = Turn.of(failed(task, String.valueOf(e.getMessage()), never, 0, null));
      boolean host =
          e.problem() == FetchProblem.NAME
              || e.problem() == FetchProblem.CONNECT
              || e.problem() == FetchProblem.TIME;
      return host ? turn.slowed(null) : turn;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // one bad page never stops the others
      return Turn.of(failed(task, "cannot be processed: " + e, false, 0, null));
    }
  }

  private Answer ask(Task task) throws IOException {
    FollowedSource source = task.source();
    FollowedPage page = task.page();
    boolean same = task.hops() == 0;
    String etag = !same ? null : source != null ? source.etag() : page == null ? null : page.etag();
    String modified =
        !same ? null : source != null ? source.modified() : page == null ? null : page.modified();
    Answer answer = fetching.get(new Fetch(task.url(), etag, modified, settings.largestBody()));
    String what = source != null ? "source" : "page";
    metrics.count(
        "annals_requests_total", "what=\"" + what + "\",status=\"" + answer.status() + "\"");
    metrics.add("annals_received_bytes_total", "", answer.wire());
    return answer;
  }

  static String name(FetchProblem problem) {
    return problem.name().toLowerCase(java.util.Locale.ROOT);
  }

  private Turn redirected(Task task, Answer answer) {
    String target = answer.target();
    if (target == null) {
      return Turn.of(failed(task, "redirect to nowhere that can be fetched", true, 0, null));
    }
    if (task.hops() >= HOPS) {
      return Turn.of(failed(task, "more than " + HOPS + " redirects in a row", false, 0, null));
    }
    // a lasting step down from https is not remembered: whoever sits between could have sent it
    boolean down = task.url().startsWith("https:") && target.startsWith("http:");
    return Turn.on(task.redirected(target, answer.permanent() && !down));
  }

  static String status(Answer answer) {
    return "HTTP status " + answer.status();
  }

  private static FollowedPage page(Task task) {
    return java.util.Objects.requireNonNull(task.page());
  }

  /**
   * A look that gave nothing.
   *
   * @param never whether asking again soon is of no use
   * @param notBefore when something may have changed, or 0
   * @param asked how long the server asks to be left alone, or null
   */
  Note failed(Task task, String why, boolean never, long notBefore, @Nullable Duration asked) {
    return task.source() != null
        ? sources.failed(task.source(), why, notBefore, asked)
        : pages.failed(page(task), why, never, notBefore, asked);
  }

  /** Looks that cannot be made because the host does not say what may be asked of it. */
  List<Note> unreachable(List<Task> tasks, String why) {
    return tasks.stream().map(task -> failed(task, why, false, 0, null)).toList();
  }

  Instant now() {
    return clock.instant();
  }
}
