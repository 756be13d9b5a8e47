package dev.annals.cli;

import dev.annals.Settings;
import dev.annals.web.WebOptions;
import dev.annals.web.WebServer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
      "  ANNALS_TOKEN=... annals serve         uploads and corrections for those who have the token"
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

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    String token = System.getenv("ANNALS_TOKEN");
    var options =
        new WebOptions(
            host, port, token == null || token.isEmpty() ? null : token, requestsPerMinute);
    try (var engine = store.open(Settings.defaults());
        var server = new WebServer(engine, options, InstantSource.system())) {
      console
          .err()
          .println("annals: http://" + host + ":" + server.port() + "/  (stop with Ctrl-C)");
      var stopped = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      stopped.await();
    }
    return 0;
  }
}
