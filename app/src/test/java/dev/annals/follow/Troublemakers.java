package dev.annals.follow;

import dev.annals.follow.World.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Hosts that hold up, flood, or lead astray whoever asks them. */
final class Troublemakers {

  private static final String HTML = Manners.HTML;

  private final World world;
  private final Manners manners;

  Troublemakers(World world, Manners manners) {
    this.world = world;
    this.manners = manners;
  }

  void slow() {
    manners.hosts("drips its feed", 5, (s, i) -> s.on("/feed", (request, reply) -> drip(reply)));
    manners.hosts(
        "drips its article",
        3,
        (s, i) -> {
          manners.news(s, "/a");
          s.on("/a", (request, reply) -> drip(reply));
        });
    manners.hosts(
        "says nothing",
        3,
        (s, i) ->
            s.on(
                "/feed",
                (request, reply) -> {
                  Thread.sleep(8000);
                  reply.keepAlive = false;
                }));
    manners.hosts(
        "takes no connection",
        2,
        (s, i) -> manners.sources.put(s.address, "http://" + s.address + ":1025/feed"));
    manners.hosts(
        "speaks no HTTP",
        2,
        (s, i) -> s.on("/feed", (request, reply) -> reply.raw("220 mail.example ESMTP\r\n")));
  }

  private static void drip(TestServer.Reply reply) throws IOException, InterruptedException {
    reply.raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<rss><channel>");
    for (int i = 0; i < 200; i++) {
      reply.raw(" ");
      Thread.sleep(50);
    }
  }

  static void endless(TestServer.Reply reply, String type, String start) throws IOException {
    reply.raw("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n" + start);
    byte[] block = "<p>and so on</p>\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 20_000; i++) {
      reply.out.write(block);
    }
  }

  void tooMuch() {
    manners.hosts(
        "sends without end",
        3,
        (s, i) ->
            s.on("/feed", (request, reply) -> endless(reply, "application/rss+xml", "<rss>")));
    manners.hosts(
        "sends an article without end",
        3,
        (s, i) -> {
          manners.news(s, "/a");
          s.on("/a", (request, reply) -> endless(reply, "text/html", "<html><body>"));
        });
    manners.hosts(
        "sends endless headers",
        2,
        (s, i) ->
            s.on(
                "/feed",
                (request, reply) -> {
                  reply.raw("HTTP/1.1 200 OK\r\n");
                  for (int n = 0; n < 100_000; n++) {
                    reply.raw("X-" + n + ": y\r\n");
                  }
                }));
    byte[] bomb = World.gzip(new byte[48 << 20]);
    manners.hosts(
        "packs a bomb",
        3,
        (s, i) -> {
          manners.news(s, "/a");
          s.on("/a", (request, reply) -> reply.send(200, bomb, HTML, "Content-Encoding: gzip"));
        });
    byte[] whole = World.gzip(TestArticles.page(1, 1).getBytes(StandardCharsets.UTF_8));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    manners.hosts(
        "clips a packed article",
        2,
        (s, i) -> {
          manners.news(s, "/a");
          s.on("/a", (request, reply) -> reply.send(200, half, HTML, "Content-Encoding: gzip"));
        });
    manners.hosts(
        "says 429",
        4,
        (s, i) -> {
          manners.news(s, "/a");
          s.says(
              "/feed",
              429,
              "slow down",
              "Retry-After: " + (i % 2 == 0 ? "7200" : "Wed, 05 Mar 2031 12:00:00 GMT"));
        });
    manners.hosts(
        "says 503",
        2,
        (s, i) -> {
          manners.news(s, "/a");
          s.says("/feed", 503, "closed for the night", "Retry-After: 7200");
        });
    manners.hosts("says 500", 3, (s, i) -> s.says("/feed", 500, "broken"));
  }

  void inside() {
    List<String> targets =
        List.of(
            "http://127.0.0.1:" + world.port() + "/secret",
            "http://localhost:" + world.port() + "/secret",
            "http://[::1]:" + world.port() + "/secret",
            "http://[::ffff:127.0.0.1]:" + world.port() + "/secret",
            "http://2130706433:" + world.port() + "/secret",
            "http://169.254.169.254/latest/meta-data/",
            "http://10.0.0.1/",
            "file:///etc/passwd");
    manners.names.put("localhost", "127.0.0.1");
    manners.hosts(
        "redirects to an address inside",
        targets.size(),
        (s, i) -> {
          manners.news(s, "/a");
          s.moved("/a", i % 2 == 0 ? 302 : 301, targets.get(i));
        });
    manners.hosts(
        "lists addresses inside", 2, (s, i) -> s.feed("/feed", targets.toArray(String[]::new)));
    manners.hosts(
        "has a name that comes to point inside",
        3,
        (s, i) -> {
          String name = "rebind" + i + ".example";
          manners.names.put(name, s.address);
          manners.sources.put(s.address, "http://" + name + ":" + world.port() + "/feed");
          byte[] feed =
              TestArticles.rss(
                      "Rebinding",
                      List.of(
                          new String[][] {{"http://" + name + ":" + world.port() + "/a", "Item"}}))
                  .getBytes(StandardCharsets.UTF_8);
          byte[] page = TestArticles.page(world.event(), 1).getBytes(StandardCharsets.UTF_8);
          // each look is a connection of its own, so each looks the name up
          s.on("/robots.txt", (request, reply) -> last(reply, 404, new byte[0], HTML));
          s.on(
              "/feed",
              (request, reply) -> last(reply, 200, feed, "Content-Type: application/rss+xml"));
          s.on("/a", (request, reply) -> last(reply, 200, page, HTML));
          manners.listed(s, "/a");
        });
  }

  private static void last(TestServer.Reply reply, int status, byte[] body, String type)
      throws IOException {
    reply.keepAlive = false;
    reply.send(status, body, type, "Connection: close");
  }

  void certificates() {
    int good = world.tls("good");
    int old = world.tls("old");
    int self = world.tls("self");
    manners.host("has a good certificate", 180, 0, (s, i) -> secure(s, s.address + ":" + good));
    manners.host(
        "has a bad certificate", 181, 0, (s, i) -> secure(s, s.address + ":" + good)); // another's
    manners.host("has a bad certificate", 182, 1, (s, i) -> secure(s, s.address + ":" + old));
    manners.host("has a bad certificate", 183, 2, (s, i) -> secure(s, s.address + ":" + self));
    manners.host(
        "leads down from https",
        184,
        0,
        (s, i) -> {
          manners.news(s, "/a");
          s.paths.put("/plain", s.paths.get("/feed"));
          s.moved("/feed", 301, s.url("/plain"));
          manners.names.put("tls.example", s.address);
          manners.sources.put(s.address, "https://tls.example:" + good + "/feed");
        });
    manners.unlisted("127.70.0.184");
    for (Site bad : manners.of("has a bad certificate")) {
      manners.unlisted(bad.address);
    }
  }

  private void secure(Site site, String place) {
    manners.news(site, "/a");
    site.feed("/feed", "https://" + place + "/a");
    manners.sources.put(site.address, "https://" + place + "/feed");
  }
}
