package dev.annals.follow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * Any number of web hosts behind one port: each address of the loopback network is a host of its
 * own. A handler writes what it likes, well-formed or not.
 */
final class TestServer implements AutoCloseable {

  /** One request as it came. */
  record Request(String host, String path, Map<String, String> headers, byte[] body) {

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** Answers a request. */
  @FunctionalInterface
  interface Handler {
    void handle(Request request, Reply reply) throws IOException, InterruptedException;
  }

  /** Where an answer is written. */
  static final class Reply {
    final OutputStream out;
    boolean keepAlive = true;

    Reply(OutputStream out) {
      this.out = out;
    }

    /** An answer with a body; headers as {@code name: value}. */
    void send(int status, byte[] body, String... headers) throws IOException {
      var head = new StringBuilder("HTTP/1.1 " + status + " Answer\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
      out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      if (status != 304) {
        out.write(body);
      }
      out.flush();
    }

    void send(int status, String body, String... headers) throws IOException {
      send(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    void raw(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      keepAlive = false;
    }
  }

  private final ServerSocket listener;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(null, task, "test-server", 128 << 10);
            thread.setDaemon(true);
            return thread;
          });
  private final Handler handler;
  final AtomicInteger connections = new AtomicInteger();

  TestServer(Handler handler) {
    this(0, handler);
  }

  TestServer(int port, Handler handler) {
    this(port, ServerSocketFactory.getDefault(), handler);
  }

  TestServer(int port, ServerSocketFactory sockets, Handler handler) {
    this.handler = handler;
    try {
      listener = sockets.createServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), port), 1000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  String url(String host, String path) {
    return "http://" + host + ":" + port() + path;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(60_000);
      var in = new BufferedInputStream(socket.getInputStream());
      String address = socket.getLocalAddress().getHostAddress();
      boolean more = true;
      while (more) {
        String first = line(in);
        if (first.isEmpty()) {
          return;
        }
        var headers = new TreeMap<String, String>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
          int colon = line.indexOf(':');
          headers.put(
              line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        var reply = new Reply(socket.getOutputStream());
        handler.handle(new Request(address, first.split(" ")[1], headers, body), reply);
        more = reply.keepAlive;
      }
    } catch (IOException e) {
      // the caller has hung up, as it should on some
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
