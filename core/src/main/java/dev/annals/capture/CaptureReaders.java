package dev.annals.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads files, folders and streams of every format that Annals knows. Formats are told by content,
 * not by name; any may be gzipped. Immutable and safe for use by several threads.
 *
 * <pre>{@code
 * CaptureReaders.standard().read(Path.of("news"), captures::add, rejections::add);
 * }</pre>
 */
public final class CaptureReaders {

  private final List<CaptureReader> readers;

  /**
   * Reads with a list of readers of one's own.
   *
   * @param readers asked in this order; the first that accepts reads
   */
  public CaptureReaders(List<CaptureReader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** The readers that Annals comes with. */
  public static CaptureReaders standard() {
    return new CaptureReaders(
        List.of(
            new WarcReader(),
            new JsonLinesReader(),
            new FeedReader(),
            new OpmlReader(),
            new HtmlReader(),
            new PlainTextReader()));
  }

  /** The readers, in the order they are asked. */
  public List<CaptureReader> readers() {
    return readers;
  }

  /**
   * Reads a file, or all files below a folder in the order of their names; hidden files and those
   * that are about the folder ({@code README}, {@code LICENSE}) are left out. What cannot be opened
   * or read becomes a rejection.
   */
  public void read(Path path, Consumer<Capture> captures, Consumer<Rejection> rejections) {
    if (Files.isDirectory(path)) {
      readFolder(path, captures, rejections);
    } else {
      readFile(path, captures, rejections);
    }
  }

  /**
   * Reads a stream, such as standard input. A gzip layer is taken off here. Does not close it.
   *
   * @throws IOException when the stream itself breaks
   */
  public void read(Source source, Consumer<Capture> captures, Consumer<Rejection> rejections)
      throws IOException {
    try {
      readLayer(source, false, captures, rejections);
    } catch (BadInputException e) {
      rejections.accept(new Rejection(source.origin(), reason(e)));
    }
  }

  private void readLayer(
      Source source, boolean inflated, Consumer<Capture> captures, Consumer<Rejection> rejections)
      throws IOException {
    byte[] head = headOf(source.bytes());
    var bytes = new LayeredInput(head, source.bytes());
    if (head.length == 0) {
      throw new BadInputException("empty");
    }
    if (GzipLayer.begins(head)) {
      if (inflated) {
        throw new BadInputException("gzip inside gzip: not read");
      }
      var layer = new GzipLayer(bytes);
      readLayer(new Source(source.origin(), source.name(), layer), true, captures, rejections);
      return;
    }
    for (CaptureReader reader : readers) {
      if (reader.accepts(head)) {
        reader.read(new Source(source.origin(), source.name(), bytes), captures, rejections);
        return;
      }
    }
    throw new BadInputException(
        Head.binary(head) ? "no text: " + Head.binaryKind(head) : "no format that is known");
  }

  /** The first bytes. Damage further in shows when it is read on. */
  private static byte[] headOf(InputStream bytes) throws IOException {
    byte[] head = new byte[Head.LENGTH];
    int length = 0;
    try {
      int got = 0;
      while (got >= 0 && length < head.length) {
        length += got;
        got = bytes.read(head, length, head.length - length);
      }
    } catch (BadInputException e) {
      if (length == 0) {
        throw e;
      }
    }
    return Arrays.copyOf(head, length);
  }

  private void readFile(Path path, Consumer<Capture> captures, Consumer<Rejection> rejections) {
    try (InputStream bytes = Files.newInputStream(path)) {
      read(new Source(path.toString(), DocumentNames.of(path), bytes), captures, rejections);
    } catch (IOException e) {
      rejections.accept(new Rejection(path.toString(), reason(e)));
    }
  }

  private void readFolder(Path folder, Consumer<Capture> captures, Consumer<Rejection> rejections) {
    var entries = new ArrayList<Path>();
    try (var listing = Files.newDirectoryStream(folder)) {
      for (Path entry : listing) {
        Path name = entry.getFileName();
        if (name != null && !isAboutFolder(name.toString())) {
          entries.add(entry);
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      rejections.accept(new Rejection(folder.toString(), reason(e)));
    }
    entries.sort(Comparator.comparing(Path::toString));
    for (Path entry : entries) {
      if (Files.isRegularFile(entry) || Files.notExists(entry)) {
        readFile(entry, captures, rejections);
      } else if (!Files.isDirectory(entry)) {
        // a pipe that nobody writes to would never end
        rejections.accept(new Rejection(entry.toString(), "no regular file"));
      } else if (!Files.isSymbolicLink(entry)) {
        // a link to a folder may lead back here
        readFolder(entry, captures, rejections);
      }
    }
  }

  /** Whether a file in a folder of documents is none itself: {@code README}, hidden files. */
  public static boolean isAboutFolder(String name) {
    return name.startsWith(".")
        || name.startsWith("README")
        || name.startsWith("LICENSE")
        || name.equals("SOURCE");
  }

  private static String reason(Exception e) {
    if (e instanceof BadInputException) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof AccessDeniedException || e.getCause() instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    return "cannot be read: " + e.getMessage();
  }
}
