package dev.annals.follow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/**
 * Hosts at loopback addresses, each with a manner of its own, and a log of who was asked what. All
 * of them answer at the same port; some at those of the TLS servers.
 */
final class World implements AutoCloseable {

  /** Addresses of the hosts; what is asked at others is asked of one that must not be asked. */
  static final String BLOCK = "127.70.0.0/16";

  /** One request: who was asked for what, when, and how. */
  record Asked(String host, String path, Map<String, String> headers, int phase, long start) {}

  final ConcurrentLinkedQueue<Asked> log = new ConcurrentLinkedQueue<>();
  private final Map<String, Site> sites = new ConcurrentHashMap<>();
  private final List<TestServer> servers = new ArrayList<>();
  private final TestServer plain;
  private int events;
  volatile int phase = 1;

  World() {
    plain = new TestServer(this::answer);
    servers.add(plain);
  }

  /** A host, made when it is named first. */
  Site site(int number) {
    String address = "127.70.0." + number;
    return sites.computeIfAbsent(address, a -> new Site(this, a, plain.port()));
  }

  /** Another server for the same hosts, behind a certificate. */
  int tls(String certificate) {
    var server = new TestServer(0, TestTls.showing(certificate), this::answer);
    servers.add(server);
    return server.port();
  }

  int port() {
    return plain.port();
  }

  /** An event that nobody else has told of. */
  int event() {
    return ++events;
  }

  private void answer(TestServer.Request request, TestServer.Reply reply)
      throws IOException, InterruptedException {
    log.add(new Asked(request.host(), request.path(), request.headers(), phase, System.nanoTime()));
    Site site = sites.get(request.host());
    TestServer.Handler handler = site == null ? null : site.paths.get(request.path());
    if (site == null || handler == null) {
      reply.send(404, "not found");
      return;
    }
    int most = site.atOnce.incrementAndGet();
    site.mostAtOnce.accumulateAndGet(most, Math::max);
    try {
      handler.handle(request, reply);
    } finally {
      site.atOnce.decrementAndGet();
    }
  }

  @Override
  public void close() {
    servers.forEach(TestServer::close);
  }

  static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** One host. */
  static final class Site {

    private static final String HTML = "Content-Type: text/html; charset=utf-8";
    private static final String RSS = "Content-Type: application/rss+xml";

    final String address;
    final Map<String, TestServer.Handler> paths = new ConcurrentHashMap<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final World world;
    private final int port;

    Site(World world, String address, int port) {
      this.world = world;
      this.address = address;
      this.port = port;
    }

    String url(String path) {
      return "http://" + address + ":" + port + path;
    }

    Site on(String path, TestServer.Handler handler) {
      paths.put(path, handler);
      return this;
    }

    /** Answers always the same. */
    Site says(String path, int status, String body, String... headers) {
      return on(path, (request, reply) -> reply.send(status, body, headers));
    }

    /** Answers with 304 to whoever has it already. */
    Site tagged(String path, String body, String... headers) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      String tag = '"' + Integer.toHexString(body.hashCode()) + '"';
      var all = new ArrayList<>(List.of(headers));
      all.add("ETag: " + tag);
      return on(
          path,
          (request, reply) -> {
            if (request.header("if-none-match").equals(tag)) {
              reply.send(304, "", "ETag: " + tag);
            } else {
              reply.send(200, bytes, all.toArray(String[]::new));
            }
          });
    }

    /** A page about an event of its own. */
    Site article(String path) {
      return tagged(path, TestArticles.page(world.event(), 1), HTML);
    }

    /** A feed of pages of this host, or of others where they are whole addresses. */
    Site feed(String path, String... links) {
      var items = new ArrayList<String[]>();
      for (String link : links) {
        items.add(new String[] {link.startsWith("/") ? url(link) : link, "Item " + link});
      }
      return feed(path, items);
    }

    /** A feed of items: link, title, and where given GUID and date. */
    Site feed(String path, List<String[]> items) {
      return tagged(path, TestArticles.rss("Host " + address, items), RSS);
    }

    Site moved(String path, int status, String target) {
      return on(path, (request, reply) -> reply.send(status, "", "Location: " + target));
    }

    /** How often something was asked for. */
    int asked(String path) {
      return (int)
          world.log.stream().filter(a -> a.host().equals(address) && a.path().equals(path)).count();
    }

    /** How often something was asked for in a phase. */
    int asked(String path, int phase) {
      return (int)
          world.log.stream()
              .filter(a -> a.host().equals(address) && a.path().equals(path) && a.phase() == phase)
              .count();
    }

    @Override
    public String toString() {
      return address;
    }

    List<Asked> log() {
      return world.log.stream().filter(a -> a.host().equals(address)).toList();
    }
  }
}
