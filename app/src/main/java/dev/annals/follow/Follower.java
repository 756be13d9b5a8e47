package dev.annals.follow;

import dev.annals.Engine;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the sources in a store until it is closed: looks at them when they are due, fetches what
 * is new, looks again at what may have changed. All it knows is in the store; it can be killed at
 * any time, and goes on from there.
 *
 * <pre>{@code
 * try (var follower = new Follower(engine, FollowSettings.defaults(), InstantSource.system())) {
 *   follower.sources().add("https://harbour.example/feed.xml");
 *   ...
 * }
 * }</pre>
 */
public final class Follower implements AutoCloseable {

  private static final long WORKER_STACK = 1L << 20;

  private final Fetcher fetcher;
  private final FollowMetrics metrics = new FollowMetrics();
  private final Ledger ledger;
  private final Dispatcher dispatcher;
  private final SourceList sources;
  private final Alerter alerter;
  private final Thread alerterThread;
  private final ExecutorService workers;
  private final Thread ledgerThread;
  private final Thread dispatcherThread;

  /**
   * Starts following.
   *
   * @param engine closed by the caller, after this
   */
  public Follower(Engine engine, FollowSettings settings, InstantSource clock) {
    this(engine, settings, clock, NameResolver.SYSTEM, message -> {});
  }

  /**
   * Starts following.
   *
   * @param engine closed by the caller, after this
   * @param names looks hosts up
   * @param messages told what those who run it should know, one line each
   */
  public Follower(
      Engine engine,
      FollowSettings settings,
      InstantSource clock,
      NameResolver names,
      Consumer<String> messages) {
    this(engine, settings, clock, new Fetcher(settings, names), messages);
  }

  /** Starts following with a way of fetching, which is closed with this. */
  Follower(
      Engine engine,
      FollowSettings settings,
      InstantSource clock,
      Fetcher fetcher,
      Consumer<String> messages) {
    this.fetcher = fetcher;
    var tables = engine.store().follow();
    var held = new Held();
    this.sources = new SourceList(engine, settings, clock);
    this.ledger = new Ledger(engine, metrics, messages);
    this.workers =
        Executors.newFixedThreadPool(
            settings.connections(),
            task -> {
              var thread = new Thread(null, task, "annals-fetch", WORKER_STACK);
              thread.setDaemon(true);
              return thread;
            });
    var relay = new Relay();
    var looker = new Looker(settings, fetcher, tables, held, relay, clock, metrics);
    var robots = new RobotsLook(fetcher, clock, metrics);
    this.dispatcher =
        new Dispatcher(settings, tables, looker, robots, ledger, held, workers, clock);
    relay.to = dispatcher;
    gauges(held);
    this.alerter = new Alerter(engine, fetcher, clock, metrics);
    this.ledgerThread = started("annals-ledger", ledger::run);
    this.dispatcherThread = started("annals-dispatcher", dispatcher::run);
    this.alerterThread = started("annals-alerter", alerter::run);
  }

  /** Passes on to the dispatcher, which is made after those who tell it something. */
  private static final class Relay implements Dues {
    private @Nullable Dispatcher to;

    @Override
    public void at(String host, long time) {
      if (to != null) {
        to.due(host, time);
      }
    }
  }

  private void gauges(Held held) {
    metrics.gauge(
        "annals_looks_waiting", "Looks in memory that wait for their host.", dispatcher::waiting);
    metrics.gauge("annals_hosts", "Hosts in memory.", dispatcher::hosts);
    metrics.gauge("annals_looks_held", "Looks not yet durable.", held::size);
    metrics.gauge("annals_notes_waiting", "Results that wait to be written.", ledger::waiting);
  }

  private static Thread started(String name, Runnable work) {
    var thread = new Thread(null, work, name, 8L << 20);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** What is followed. */
  public SourceList sources() {
    return sources;
  }

  /** What was done so far. */
  public FollowMetrics metrics() {
    return metrics;
  }

  /** Why nothing goes on, in one line; null when all is well. */
  public @Nullable String trouble() {
    if (!ledgerThread.isAlive() || !dispatcherThread.isAlive()) {
      return "a thread has ended";
    }
    return ledger.trouble();
  }

  /** Finishes what is under way, writes it down and stops. */
  @Override
  public void close() throws IOException {
    dispatcher.stop();
    alerter.stop();
    try {
      dispatcherThread.join(TimeUnit.SECONDS.toMillis(10));
      workers.shutdown();
      if (!workers.awaitTermination(3, TimeUnit.SECONDS)) {
        fetcher.close(); // hangs up on who is still talking
        workers.shutdownNow();
        workers.awaitTermination(3, TimeUnit.SECONDS);
      }
      ledger.stop();
      ledgerThread.join(TimeUnit.MINUTES.toMillis(2));
      alerterThread.join(TimeUnit.MINUTES.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      fetcher.close();
    }
  }
}
