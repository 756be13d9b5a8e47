package dev.annals.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kept-alive HTTP/1.1 connection that asks for one page at a time and costs next to nothing: the
 * answer is waited for to its last byte and not looked into. Opened anew after an error.
 */
final class Connection {

  private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final InetSocketAddress address;
  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private final byte[] copy = new byte[1 << 16];
  private @Nullable Object owner;
  private @Nullable SocketChannel channel;
  private StringBuilder head = new StringBuilder();
  private byte[] tail = new byte[0];
  private boolean inHead;
  private boolean chunked;
  private long left;
  private int status;
  private boolean waiting;
  private long sent;
  private long took;

  Connection(InetSocketAddress address, Selector selector) {
    this.address = address;
    this.selector = selector;
  }

  /** Who is told when something comes. */
  void owner(Object reader) {
    owner = reader;
  }

  boolean waiting() {
    return waiting;
  }

  int status() {
    return status;
  }

  /** Nanoseconds from the request to the last byte of the answer. */
  long took() {
    return took;
  }

  void send(String path) throws IOException {
    sent = System.nanoTime();
    SocketChannel open = channel;
    if (open == null) {
      open = SocketChannel.open(address);
      open.setOption(StandardSocketOptions.TCP_NODELAY, true);
      open.configureBlocking(false);
      open.register(selector, SelectionKey.OP_READ, owner);
      channel = open;
    }
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: "
            + address.getHostString()
            + "\r\nAccept-Encoding: gzip\r\n\r\n";
    var bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      open.write(bytes);
    }
    head = new StringBuilder();
    tail = new byte[0];
    inHead = true;
    waiting = true;
  }

  /** Takes what has come; whether that was the end of the answer. */
  boolean receive() throws IOException {
    took = System.nanoTime() - sent;
    SocketChannel open = channel;
    if (open == null) {
      throw new IOException("closed");
    }
    buffer.clear();
    for (int read = open.read(buffer); read != 0; read = open.read(buffer)) {
      if (read < 0) {
        throw new IOException("the server has closed the connection");
      }
      buffer.flip();
      buffer.get(copy, 0, read);
      buffer.clear();
      if (take(read)) {
        took = System.nanoTime() - sent;
        waiting = false;
        return true;
      }
    }
    return false;
  }

  private boolean take(int length) throws IOException {
    int from = 0;
    if (inHead) {
      int before = head.length();
      head.append(new String(copy, 0, length, StandardCharsets.ISO_8859_1));
      int end = head.indexOf("\r\n\r\n");
      if (end < 0) {
        return false;
      }
      readHead(head.substring(0, end).toLowerCase(Locale.ROOT));
      inHead = false;
      from = end + 4 - before;
    }
    if (chunked) {
      var joined = Arrays.copyOf(tail, tail.length + length - from);
      System.arraycopy(copy, from, joined, tail.length, length - from);
      tail =
          Arrays.copyOfRange(joined, Math.max(0, joined.length - LAST_CHUNK.length), joined.length);
      return Arrays.equals(tail, LAST_CHUNK);
    }
    left -= length - from;
    return left <= 0;
  }

  private void readHead(String lines) throws IOException {
    status = Integer.parseInt(lines.substring(9, 12));
    chunked = lines.contains("transfer-encoding: chunked");
    int at = lines.indexOf("content-length: ");
    if (at < 0 && !chunked) {
      throw new IOException("an answer without length");
    }
    left = at < 0 ? 0 : Long.parseLong(lines.substring(at + 16).split("\r", 2)[0]);
  }

  void close() {
    waiting = false;
    SocketChannel open = channel;
    channel = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      // the next request opens another one
    }
  }
}
