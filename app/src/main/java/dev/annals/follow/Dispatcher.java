package dev.annals.follow;

import dev.annals.store.FollowTables;
import dev.annals.store.FollowedHost;
import dev.annals.store.FollowedPage;
import dev.annals.store.FollowedSource;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is asked what, and when: one request at a time to each host, with a gap after it; the
 * host that has waited longest comes first. All of it is done by one thread; others post to it.
 * What waits is in the store, only the next looks of each host are in memory.
 */
final class Dispatcher {

  /** Looks of one host in memory. */
  private static final int ROOM = 50;

  private static final int SOURCES_AT_ONCE = 500;
  private static final long SOURCES_EVERY = 200;
  private static final long LOOKED_UP_AGAIN = 1000;
  private static final long PAUSED_AGAIN = 30_000;

  /** A line without looks is forgotten after this time. */
  private static final long IDLE = 60_000;

  private static final long LONGEST_SLEEP_NANOSECONDS = 20_000_000;

  private record DueHost(String host, long at) {}

  private final FollowSettings settings;
  private final FollowTables tables;
  private final Looker looker;
  private final RobotsLook robotsLook;
  private final Ledger ledger;
  private final Held held;
  private final Cadence cadence;
  private final ExecutorService workers;
  private final InstantSource clock;

  private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();
  private final Map<String, Line> lines = new HashMap<>();
  private final PriorityQueue<Line> ready =
      new PriorityQueue<>(Comparator.comparingLong(l -> l.readyAt));
  private final Map<String, Long> dueAt = new HashMap<>();
  private final PriorityQueue<DueHost> due =
      new PriorityQueue<>(Comparator.comparingLong(DueHost::at));
  private long sourcesAt;
  private long tidyAt;
  private int heldSources;
  private int free;
  private volatile @Nullable Thread thread;
  private volatile boolean stopped;
  private volatile int waiting;
  private volatile int hosts;

  Dispatcher(
      FollowSettings settings,
      FollowTables tables,
      Looker looker,
      RobotsLook robotsLook,
      Ledger ledger,
      Held held,
      ExecutorService workers,
      InstantSource clock) {
    this.settings = settings;
    this.tables = tables;
    this.looker = looker;
    this.robotsLook = robotsLook;
    this.ledger = ledger;
    this.held = held;
    this.cadence = new Cadence(settings);
    this.workers = workers;
    this.clock = clock;
    this.free = settings.connections();
  }

  /** Works until it is stopped; called by the thread that is to do it. */
  void run() {
    thread = Thread.currentThread();
    boolean loaded = false;
    while (!stopped) {
      try {
        if (!loaded) {
          tables.firstDue().forEach(this::hostDue);
          loaded = true;
        }
        pass();
      } catch (UncheckedIOException e) {
        // the store is busy or gone: what waits there waits on
        LockSupport.parkNanos(1_000_000_000);
      }
      if (posted.isEmpty()) {
        LockSupport.parkNanos(LONGEST_SLEEP_NANOSECONDS);
      }
    }
  }

  void stop() {
    stopped = true;
    wake();
  }

  private void wake() {
    Thread sleeper = thread;
    if (sleeper != null) {
      LockSupport.unpark(sleeper);
    }
  }

  /** Does something on the dispatcher's thread, soon. */
  private void post(Runnable work) {
    posted.add(work);
    wake();
  }

  /** A page of a host is due at a time; told when that is in the store. */
  void due(String host, long at) {
    post(() -> hostDue(host, at));
  }

  private void hostDue(String host, long at) {
    Long before = dueAt.get(host);
    if (before == null || at < before) {
      dueAt.put(host, at);
      due.add(new DueHost(host, at));
    }
  }

  private void pass() {
    for (Runnable work = posted.poll(); work != null; work = posted.poll()) {
      work.run();
    }
    long now = clock.millis();
    if (!ledger.full()) {
      loadSources(now);
      loadPages(now);
      while (free > 0 && !ready.isEmpty() && ready.element().readyAt <= now) {
        Line line = ready.remove();
        line.queued = false;
        start(line, now);
      }
    }
    if (now >= tidyAt) {
      tidyAt = now + IDLE;
      lines.values().removeIf(l -> !l.busy && l.tasks.isEmpty() && l.readyAt + IDLE < now);
    }
    waiting = lines.values().stream().mapToInt(l -> l.tasks.size()).sum();
    hosts = lines.size();
  }

  private void loadSources(long now) {
    if (now < sourcesAt) {
      return;
    }
    sourcesAt = now + SOURCES_EVERY;
    // those that wait for their host are due too, and must not hide the others
    long releases = held.releases();
    List<FollowedSource> sources = tables.dueSources(now, SOURCES_AT_ONCE + heldSources);
    heldSources = 0;
    for (FollowedSource read : sources) {
      String key = Task.sourceKey(read.id());
      if (!held.take(key)) {
        heldSources++;
        continue;
      }
      FollowedSource source = held.releases() == releases ? read : tables.source(read.id());
      if (source != null && source.state().equals("active") && source.nextAt() <= now) {
        enqueue(Task.of(source));
      } else {
        held.release(key);
      }
    }
  }

  private void loadPages(long now) {
    while (!due.isEmpty() && due.element().at() <= now) {
      DueHost next = due.remove();
      Long at = dueAt.get(next.host());
      if (at == null || at != next.at()) {
        continue; // an earlier one has come in its place
      }
      dueAt.remove(next.host());
      Line line = lines.get(next.host());
      int room = ROOM - (line == null ? 0 : line.tasks.size());
      if (room <= 0) {
        hostDue(next.host(), now + LOOKED_UP_AGAIN);
        continue;
      }
      int taken = 0;
      long releases = held.releases();
      List<FollowedPage> pages = tables.duePages(next.host(), now, ROOM);
      for (FollowedPage read : pages) {
        String key = Task.pageKey(read.url());
        if (!held.take(key)) {
          continue;
        }
        FollowedPage page = held.releases() == releases ? read : tables.page(read.url());
        Long dueNow = page == null ? null : page.nextAt();
        if (page != null && dueNow != null && dueNow <= now) {
          enqueue(Task.of(page));
          taken++;
        } else {
          held.release(key);
        }
      }
      Long later = tables.nextDue(next.host());
      if (later != null) {
        long pause = taken > 0 || !pages.isEmpty() ? LOOKED_UP_AGAIN : PAUSED_AGAIN;
        hostDue(next.host(), Math.max(later, now + pause));
      }
    }
  }

  private void enqueue(Task task) {
    Line line = lines.computeIfAbsent(WebUrl.host(task.url()), this::open);
    line.tasks.add(task);
    queue(line);
  }

  private Line open(String name) {
    var line = new Line(name);
    FollowedHost kept = tables.host(name);
    if (kept != null) {
      line.robotsUntil = kept.robotsUntil();
      line.robotsBytes = kept.robots();
      line.robotsStatus = kept.robotsStatus();
      line.readyAt = kept.waitUntil();
      if (kept.robotsUntil() > clock.millis()) {
        line.robots = kept.robots() == null ? Robots.OPEN : Robots.of(kept.robots());
      }
    }
    return line;
  }

  private void queue(Line line) {
    if (!line.queued && !line.busy && !line.tasks.isEmpty()) {
      line.queued = true;
      ready.add(line);
    }
  }

  private void start(Line line, long now) {
    line.busy = true;
    free--;
    Robots robots = line.robots;
    if (robots == null || line.robotsUntil <= now) {
      String moved = line.robotsAt;
      String url = moved != null ? moved : WebUrl.root(line.tasks.element().url()) + "robots.txt";
      int hops = line.robotsHops;
      workers.execute(() -> askForRobots(line, url, hops));
      return;
    }
    Task task = line.tasks.remove();
    long until = line.robotsUntil;
    workers.execute(() -> look(line, task, robots, until));
  }

  private void askForRobots(Line line, String url, int hops) {
    var said = robotsLook.ask(url, hops);
    post(() -> robotsKnown(line, said));
  }

  private void robotsKnown(Line line, RobotsLook.Said said) {
    long now = clock.millis();
    free++;
    line.busy = false;
    line.robotsAt = said.elsewhere();
    line.robotsHops = said.elsewhere() == null ? 0 : line.robotsHops + 1;
    if (said.elsewhere() != null) {
      line.readyAt = now + gap(line);
    } else if (said.problem() == null) {
      line.failures = 0;
      line.robots = said.robots();
      line.robotsUntil = said.until();
      line.robotsBytes = said.bytes();
      line.robotsStatus = said.status();
      line.readyAt = now + gap(line);
      keep(line, 0);
    } else {
      // nothing may be asked of a host that does not say what may be asked
      line.failures++;
      line.readyAt = now + Math.max(said.pause(), cadence.hostPause(line.failures));
      var tasks = new ArrayList<>(line.tasks);
      line.tasks.clear();
      String problem = said.problem();
      List<Note> notes = looker.unreachable(tasks, problem);
      workers.execute(() -> notes.forEach(ledger::put));
      if (said.pause() > 0) {
        keep(line, line.readyAt);
      }
    }
    queue(line);
  }

  private void keep(Line line, long waitUntil) {
    var row =
        new FollowedHost(
            line.host, line.robotsBytes, line.robotsStatus, line.robotsUntil, waitUntil);
    workers.execute(() -> ledger.put(new Note(List.of(), (t, rejection) -> t.keep(row), () -> {})));
  }

  private void look(Line line, Task task, Robots robots, long until) {
    Turn turn = looker.look(task, robots, until);
    // first to the ledger: a page is written down before what came of it
    turn.notes().forEach(ledger::put);
    post(() -> looked(line, turn));
  }

  private void looked(Line line, Turn turn) {
    long now = clock.millis();
    free++;
    line.busy = false;
    if (turn.trouble()) {
      line.failures++;
      line.readyAt = now + Math.max(turn.pause(), cadence.hostPause(line.failures));
      if (turn.pause() > 0) {
        keep(line, line.readyAt);
      }
    } else if (turn.asked()) {
      line.failures = 0;
      line.readyAt = now + gap(line);
    }
    for (Task next : turn.next()) {
      Line other = lines.get(WebUrl.host(next.url()));
      if (next.hops() == 0 && other != null && other.tasks.size() >= ROOM) {
        held.release(next.key()); // it is in the store, and comes from there
      } else {
        enqueue(next);
      }
    }
    queue(line);
  }

  private long gap(Line line) {
    long own = settings.hostGap().toMillis();
    return line.robots == null || line.robots.delay() == null
        ? own
        : Math.max(own, line.robots.delay().toMillis());
  }

  /** Looks that wait in memory. */
  int waiting() {
    return waiting;
  }

  /** Hosts in memory. */
  int hosts() {
    return hosts;
  }
}
