package dev.annals.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Pages that were made before, gzipped, as many as fit a bound; those not asked for longest go
 * first. A page is made anew when what it shows has changed. Safe for use by several threads.
 */
final class KeptPages {

  /**
   * A page.
   *
   * @param state of what it shows
   * @param gzip the page
   */
  record Kept(String state, byte[] gzip) {

    byte[] plain() {
      try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final long mostBytes;
  private final Map<String, Kept> pages = new LinkedHashMap<>(256, 0.75f, true);
  private long bytes;

  KeptPages(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The page of a name; made when there is none of this state. */
  Kept of(String name, String state, Supplier<String> maker) {
    return ofBytes(name, state, () -> maker.get().getBytes(StandardCharsets.UTF_8));
  }

  /** The same for what is made as bytes. */
  Kept ofBytes(String name, String state, Supplier<byte[]> maker) {
    Kept kept = known(name);
    if (kept == null || !kept.state().equals(state)) {
      kept = new Kept(state, gzip(maker.get()));
      keep(name, kept);
    }
    return kept;
  }

  private synchronized @Nullable Kept known(String name) {
    return pages.get(name);
  }

  private synchronized void keep(String name, Kept page) {
    Kept before = pages.put(name, page);
    bytes += page.gzip().length - (before == null ? 0 : before.gzip().length);
    var oldest = pages.entrySet().iterator();
    while (bytes > mostBytes && oldest.hasNext()) {
      bytes -= oldest.next().getValue().gzip().length;
      oldest.remove();
    }
  }

  private static byte[] gzip(byte[] page) {
    var out = new ByteArrayOutputStream(page.length / 4 + 64);
    try (var zip = new FastGzip(out)) {
      zip.write(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Half the size of level 1 costs three times the time: a page is made while somebody waits. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
