package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.follow.Follower;
import dev.annals.follow.NameResolver;
import dev.annals.follow.SourceList;
import dev.annals.web.WebOptions;
import dev.annals.web.WebServer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves pages and REST API until it is stopped. */
@Command(
    name = "serve",
    header = "Serves the web page and the REST API over the store.",
    footer = {
      "",
      "Examples:",
      "  annals serve                          pages at http://localhost:8080/",
      "  ANNALS_TOKEN=... annals serve         uploads and corrections for those who have the token",
      "  annals serve --follow feeds.opml      pages, and what is new in feeds, in one process"
    })
final class ServeCommand implements Callable<Integer> {

  private final Console console;
  @Mixin private final StoreOption store = new StoreOption();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: localhost).")
  private String host = "localhost";

  @Option(names = "--port", paramLabel = "PORT", description = "Port (default: 8080; 0: any).")
  private int port = 8080;

  @Option(
      names = "--requests-per-minute",
      paramLabel = "N",
      description = "Requests that one address may make in a minute (default: 6000).")
  private int requestsPerMinute = 6000;

  @Mixin private final FollowOptions following = new FollowOptions();

  @Option(
      names = "--follow",
      arity = "0..*",
      paramLabel = "FILE.opml|URL",
      description = "Follow these sources, and those of the store, in this process.")
  private @Nullable List<String> follow;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    String token = System.getenv("ANNALS_TOKEN");
    var options =
        new WebOptions(
            host, port, token == null || token.isEmpty() ? null : token, requestsPerMinute);
    var stopped = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    try (var engine = store.open(Settings.defaults());
        var follower = follower(engine);
        var server = new WebServer(engine, options, InstantSource.system(), follower)) {
      console
          .err()
          .println("annals: http://" + host + ":" + server.port() + "/  (stop with Ctrl-C)");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> FollowCommand.stop(stopped, ended)));
      stopped.await();
    } finally {
      ended.countDown();
    }
    return 0;
  }

  private @Nullable Follower follower(Engine engine) throws IOException {
    if (follow == null) {
      return null;
    }
    var settings = following.settings();
    var listed = FollowCommand.listed(follow);
    if (!listed.isEmpty()) {
      new SourceList(engine, settings, InstantSource.system()).addAll(listed);
    }
    return new Follower(
        engine,
        settings,
        InstantSource.system(),
        NameResolver.SYSTEM,
        message -> console.err().println("annals: " + message));
  }
}
