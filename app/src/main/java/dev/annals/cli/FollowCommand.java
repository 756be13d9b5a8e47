package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.follow.Follower;
import dev.annals.follow.NameResolver;
import dev.annals.follow.SourceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Polls feeds for ever and keeps stories current. */
@Command(
    name = "follow",
    header = "Follows feeds, news sitemaps and front pages until it is stopped.",
    description = {
      "",
      "What is given is added to the sources of the store; without any, those are followed that",
      "are there already. See annals sources."
    },
    footer = {
      "",
      "Examples:",
      "  annals follow --contact desk@harbour.example feeds.opml",
      "  annals follow https://harbour.example/feed.xml https://gazette.example/",
      "  annals serve --follow feeds.opml      pages and following in one process"
    })
final class FollowCommand implements Callable<Integer> {

  private static final long REPORT_EVERY_SECONDS = 60;

  private final Console console;
  @Mixin private final StoreOption store = new StoreOption();
  @Mixin private final FollowOptions options = new FollowOptions();

  @Parameters(
      paramLabel = "FILE.opml|URL",
      arity = "0..*",
      description = "A list of feeds, or the address of a feed, sitemap or front page.")
  private final List<String> sources = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Documents worked on at once (default: one per processor).")
  private int threads = Settings.defaults().threads();

  FollowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = options.settings();
    List<SourceList.Listed> listed = listed(sources);
    var stopped = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    try (Engine engine = store.open(new Settings(threads))) {
      var list = new SourceList(engine, settings, InstantSource.system());
      if (!listed.isEmpty()) {
        list.addAll(listed);
      }
      if (list.all().isEmpty()) {
        throw new IllegalArgumentException("nothing to follow: name a list of feeds or an address");
      }
      try (var follower =
          new Follower(
              engine, settings, InstantSource.system(), NameResolver.SYSTEM, this::message)) {
        message("following " + Reports.count(list.all().size(), "source") + "  (stop with Ctrl-C)");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopped, ended)));
        while (!stopped.await(REPORT_EVERY_SECONDS, TimeUnit.SECONDS)) {
          report(follower);
        }
      }
    } finally {
      ended.countDown();
    }
    return CommandLines.DONE;
  }

  /** Lets what is under way be written down before the process ends. */
  static void stop(CountDownLatch stopped, CountDownLatch ended) {
    stopped.countDown();
    try {
      ended.await(2, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(Follower follower) {
    var metrics = follower.metrics();
    message(
        metrics.total("annals_articles_total")
            + " new articles, "
            + metrics.total("annals_versions_total")
            + " new versions, "
            + metrics.total("annals_requests_total")
            + " requests, "
            + metrics.total("annals_fetch_problems_total")
            + " without answer");
  }

  private void message(String text) {
    console.err().println("annals: " + text);
  }

  /** The sources that are named: in lists, or by their addresses. */
  static List<SourceList.Listed> listed(List<String> names) throws IOException {
    var listed = new ArrayList<SourceList.Listed>();
    for (String name : names) {
      if (name.startsWith("http://") || name.startsWith("https://")) {
        listed.add(new SourceList.Listed(name, SourceList.Details.NONE));
        continue;
      }
      Path file = Path.of(name);
      if (!Files.exists(file)) {
        throw new IllegalArgumentException(name + ": no such file, and no http or https address");
      }
      List<SourceList.Listed> feeds = SourceList.listed(Files.readAllBytes(file));
      if (feeds.isEmpty()) {
        throw new IllegalArgumentException(name + ": no list of feeds (OPML)");
      }
      listed.addAll(feeds);
    }
    return listed;
  }
}
