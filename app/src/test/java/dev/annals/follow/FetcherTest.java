package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetcherTest {

  private static final int MOST = 1 << 20;

  private final ConcurrentLinkedQueue<TestServer.Request> requests = new ConcurrentLinkedQueue<>();
  private final TestServer server = new TestServer(this::answer);
  private final AtomicInteger lookups = new AtomicInteger();

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(TestServer.Request request, TestServer.Reply reply)
      throws IOException, InterruptedException {
    requests.add(request);
    switch (request.path()) {
      case "/plain" -> reply.send(200, "plain text", "ETag: \"1\"", "Content-Type: text/plain");
      case "/gzip" -> reply.send(200, gzip(text(5000)), "Content-Encoding: gzip");
      case "/file.gz" -> reply.send(200, gzip(text(5000)));
      case "/bomb" -> reply.send(200, gzip(new byte[900 << 20 >> 4]), "Content-Encoding: gzip");
      case "/clipped" ->
          reply.send(200, Arrays.copyOf(gzip(text(5000)), 900), "Content-Encoding: gzip");
      case "/br" ->
          // an empty last block after one uncompressed block: "hi"
          reply.send(200, new byte[] {0x0b, 0, (byte) 0x80, 'h', 3}, "Content-Encoding: br");
      case "/long" -> reply.send(200, new byte[MOST + 1]);
      case "/endless" -> {
        reply.raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
        byte[] block = new byte[1 << 14];
        for (int i = 0; i < 100_000; i++) {
          reply.out.write(block);
        }
      }
      case "/drip" -> {
        reply.raw("HTTP/1.1 200 OK\r\n\r\n");
        for (int i = 0; i < 1000; i++) {
          reply.raw("x");
          Thread.sleep(50);
        }
      }
      case "/headers" -> {
        reply.raw("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 1_000_000; i++) {
          reply.raw("X-" + i + ": y\r\n");
        }
      }
      case "/nonsense" -> reply.raw("SSH-2.0-OpenSSH_9.2\r\n");
      case "/silent" -> reply.keepAlive = false;
      case "/moved" -> reply.send(301, "", "Location: http://10.0.0.1/secret");
      default -> reply.send(404, "nothing here");
    }
  }

  private static byte[] text(int length) {
    var text = new StringBuilder();
    for (int i = 0; text.length() < length; i++) {
      text.append(i).append(' ');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(out)) {
      packed.write(plain);
    }
    return out.toByteArray();
  }

  private static FollowSettings settings(String... allowed) {
    var d = FollowSettings.defaults();
    return new FollowSettings(
        "https://desk.example/bot",
        List.of(allowed),
        null,
        d.hostGap(),
        d.shortestInterval(),
        d.longestInterval(),
        d.revisits(),
        8,
        Duration.ofMillis(1500),
        MOST);
  }

  private Answer get(String path) throws IOException {
    return get(server.url("127.9.0.1", path), NameResolver.SYSTEM, "127.9.0.0/16");
  }

  private Answer get(String url, NameResolver names, String... allowed) throws IOException {
    try (var fetcher = new Fetcher(settings(allowed), names)) {
      return fetcher.get(new Fetch(url, null, null, MOST));
    }
  }

  private void fails(String path, FetchProblem problem) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> get(path))
        .as(path)
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.problem()).as(e.toString()).isEqualTo(problem));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void saysWhoItIs() throws IOException {
    Answer answer = get("/plain");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("etag")).isEqualTo("\"1\"");
    assertThat(answer.mediaType()).isEqualTo("text/plain");
    var request = requests.element();
    assertThat(request.header("user-agent"))
        .isEqualTo("annals/0.1 (news reader; +https://desk.example/bot)");
    assertThat(request.header("host")).isEqualTo("127.9.0.1:" + server.port());
    assertThat(request.headers()).doesNotContainKeys("cookie", "referer", "authorization");
  }

  @Test
  void asksWhetherSomethingChanged() throws IOException {
    try (var fetcher = new Fetcher(settings("127.9.0.0/16"), NameResolver.SYSTEM)) {
      fetcher.get(
          new Fetch(
              server.url("127.9.0.1", "/plain"), "\"1\"", "Wed, 05 Mar 2031 10:00:00 GMT", MOST));
    }
    assertThat(requests.element().header("if-none-match")).isEqualTo("\"1\"");
    assertThat(requests.element().header("if-modified-since"))
        .isEqualTo("Wed, 05 Mar 2031 10:00:00 GMT");
  }

  @Test
  void unpacks() throws IOException {
    Answer answer = get("/gzip");
    assertThat(answer.body()).isEqualTo(text(5000));
    assertThat(answer.wire()).isLessThan(5000);
    assertThat(get("/file.gz").body()).isEqualTo(text(5000));
  }

  @Test
  void givesUpOnWhatIsTooMuch() {
    fails("/bomb", FetchProblem.SIZE);
    fails("/long", FetchProblem.SIZE);
    fails("/endless", FetchProblem.SIZE);
    fails("/drip", FetchProblem.TIME);
  }

  @Test
  void givesUpOnWhatIsNoAnswer() {
    fails("/clipped", FetchProblem.FORM);
    fails("/headers", FetchProblem.FORM);
    fails("/nonsense", FetchProblem.FORM);
    fails("/silent", FetchProblem.FORM);
  }

  @Test
  void connectsToNoRefusedAddress() {
    for (String url :
        List.of(
            server.url("127.0.0.1", "/plain"),
            server.url("localhost", "/plain"),
            server.url("[::1]", "/plain"),
            server.url("[::ffff:127.0.0.1]", "/plain"),
            server.url("2130706433", "/plain"),
            server.url("0.0.0.0", "/plain"),
            "http://169.254.169.254/latest/meta-data/")) {
      assertThatThrownBy(() -> get(url, NameResolver.SYSTEM))
          .as(url)
          .isInstanceOfSatisfying(
              FetchException.class,
              e -> assertThat(e.problem()).as(url).isEqualTo(FetchProblem.ADDRESS));
    }
    assertThat(requests).isEmpty();
    assertThat(server.connections).hasValue(0);
  }

  @Test
  void connectsToTheVeryAddressThatWasChecked() throws IOException {
    // the first answer is good, every later one points at another host
    var answers = new ArrayDeque<>(List.of("127.9.0.7"));
    NameResolver changing =
        host -> {
          lookups.incrementAndGet();
          String next = answers.isEmpty() ? "127.8.0.1" : answers.remove();
          return List.of(InetAddress.getByName(next));
        };
    String url = "http://rebind.example:" + server.port() + "/plain";
    assertThat(get(url, changing, "127.9.0.0/16").status()).isEqualTo(200);
    assertThat(lookups).hasValue(1);
    assertThat(requests.element().host()).isEqualTo("127.9.0.7");
    assertThat(requests.element().header("host")).startsWith("rebind.example:");
    assertThatThrownBy(() -> get(url, changing, "127.9.0.0/16"))
        .hasMessageContaining("address not allowed");
  }

  @Test
  void usesTheGoodOnesOfSeveralAddresses() throws IOException {
    NameResolver several =
        host ->
            List.of(
                InetAddress.getByName("127.8.0.1"),
                InetAddress.getByName("169.254.169.254"),
                InetAddress.getByName("127.9.0.3"));
    get("http://mixed.example:" + server.port() + "/plain", several, "127.9.0.0/16");
    assertThat(requests.element().host()).isEqualTo("127.9.0.3");
  }

  @Test
  void givesUpOnManyAddressesThatTakeNoConnectionTogether() throws Exception {
    var full = new ArrayList<Socket>();
    try (var deaf = new ServerSocket()) {
      deaf.bind(new InetSocketAddress("0.0.0.0", 0), 1);
      for (int i = 0; i < 3; i++) { // its queue is full, and nobody takes from it
        var socket = new Socket();
        full.add(socket);
        try {
          socket.connect(new InetSocketAddress("127.9.0.1", deaf.getLocalPort()), 100);
        } catch (SocketTimeoutException e) {
          // as it should be for the next who come
        }
      }
      NameResolver many =
          host -> {
            var addresses = new ArrayList<InetAddress>();
            for (int i = 1; i <= 50; i++) {
              addresses.add(InetAddress.getByName("127.9.1." + i));
            }
            return addresses;
          };
      long start = System.nanoTime();
      assertThatThrownBy(
              () -> get("http://many.example:" + deaf.getLocalPort() + "/", many, "127.9.0.0/16"))
          .isInstanceOfSatisfying(
              FetchException.class,
              e ->
                  assertThat(e.problem())
                      .as(e.toString())
                      .isIn(FetchProblem.TIME, FetchProblem.CONNECT));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    } finally {
      for (Socket socket : full) {
        socket.close();
      }
    }
  }

  @Test
  void givesUpOnATlsGreetingThatNeverEnds() throws Exception {
    try (var listener = new ServerSocket(0)) {
      var drip =
          new Thread(
              () -> {
                try (Socket socket = listener.accept()) {
                  socket.getOutputStream().write(new byte[] {22, 3, 3, 0x20, 0});
                  for (int i = 0; i < 200; i++) {
                    socket.getOutputStream().write(0);
                    Thread.sleep(50);
                  }
                } catch (IOException | InterruptedException e) {
                  // hung up on, as it should be
                }
              });
      drip.start();
      long start = System.nanoTime();
      assertThatThrownBy(
              () ->
                  get(
                      "https://127.9.0.1:" + listener.getLocalPort() + "/",
                      NameResolver.SYSTEM,
                      "127.9.0.0/16"))
          .isInstanceOf(FetchException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      drip.join(5000);
      assertThat(drip.isAlive()).isFalse();
    }
  }

  @Test
  void followsNoRedirectByItself() throws IOException {
    Answer answer = get("/moved");
    assertThat(answer.permanent()).isTrue();
    assertThat(answer.target()).isEqualTo("http://10.0.0.1/secret");
  }

  @Test
  void tellsHostsThatAreNotThere() {
    NameResolver nobody =
        host -> {
          throw new UnknownHostException(host);
        };
    assertThatThrownBy(() -> get("http://gone.example/", nobody))
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.problem()).isEqualTo(FetchProblem.NAME));
    assertThatThrownBy(() -> get("http://127.9.0.1:1025/", NameResolver.SYSTEM, "127.9.0.0/16"))
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.problem()).isEqualTo(FetchProblem.CONNECT));
  }

  @Test
  void goesThroughAProxyWithoutCheckingItsAddress() throws IOException {
    var d = settings();
    var proxied =
        new FollowSettings(
            d.contact(),
            List.of(),
            "127.9.0.9:" + server.port(),
            d.hostGap(),
            d.shortestInterval(),
            d.longestInterval(),
            d.revisits(),
            8,
            d.answerTime(),
            MOST);
    NameResolver onlyProxy =
        host -> {
          if (host.equals("127.9.0.9")) {
            return List.of(InetAddress.getByName(host));
          }
          if (host.equals("inside.example")) {
            return List.of(InetAddress.getByName("10.0.0.1"));
          }
          throw new UnknownHostException(host);
        };
    try (var fetcher = new Fetcher(proxied, onlyProxy)) {
      assertThat(fetcher.get(new Fetch("http://far.example/x", null, null, MOST)).status())
          .isEqualTo(404);
      assertThat(requests.element().path()).isEqualTo("http://far.example/x");
      assertThatThrownBy(() -> fetcher.get(new Fetch("http://inside.example/x", null, null, MOST)))
          .hasMessageContaining("address not allowed");
    }
  }

  @Test
  void unpacksBrotli() throws IOException {
    assertThat(get("/br").body()).isEqualTo(new byte[] {'h'});
  }
}
