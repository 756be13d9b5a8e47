package dev.annals;

import dev.annals.capture.Capture;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps apart documents that are named after files of the same name: {@code index} of {@code
 * monday/index.html} stays, that of {@code tuesday/index.html} becomes {@code tuesday/index}.
 * Documents with an id or URL of their own are left alone: there the same id means the same
 * document.
 */
public final class DistinctIds {

  /** Where a document with an id was read, or null when there is none. */
  @FunctionalInterface
  public interface Taken {
    /** Where that document was read, or null. */
    @Nullable String origin(String id);
  }

  private final Map<String, String> origins = new HashMap<>();
  private final Taken taken;

  /** Ids that are distinct from each other. */
  public DistinctIds() {
    this(id -> null);
  }

  /**
   * Ids that are distinct from others too.
   *
   * @param taken those others
   */
  public DistinctIds(Taken taken) {
    this.taken = taken;
  }

  /** The capture under an id that no document of another file has. */
  public Capture name(Capture capture) {
    if (!namedAfterFile(capture)) {
      return capture;
    }
    String origin = origin(capture);
    String id = capture.id();
    Path folder = folder(origin);
    while (true) {
      String other = origins.containsKey(id) ? origins.get(id) : taken.origin(id);
      if (other == null || other.equals(origin)) {
        origins.put(id, origin);
        return id.equals(capture.id()) ? capture : withId(capture, id);
      }
      if (folder == null || folder.getFileName() == null) {
        return capture;
      }
      id = folder.getFileName() + "/" + id;
      folder = folder.getParent();
    }
  }

  /** The folder of a file, or null where the machine cannot say its name. */
  private static @Nullable Path folder(String origin) {
    try {
      return Path.of(origin).getParent();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** The same capture when its id is still free, else under another one. */
  Capture nameAgain(Capture capture) {
    if (!namedAfterFile(capture)) {
      return capture;
    }
    String other = taken.origin(capture.id());
    if (other == null || other.equals(origin(capture))) {
      return capture;
    }
    origins.put(capture.id(), other);
    return name(capture);
  }

  /** Where a capture was read; for a file its whole path, wherever the command was called. */
  static String origin(Capture capture) {
    return origin(capture.origin());
  }

  static String origin(String origin) {
    if (origin.startsWith("-") || origin.contains("://")) {
      return origin;
    }
    try {
      return Path.of(origin).toAbsolutePath().normalize().toString();
    } catch (InvalidPathException e) {
      return origin;
    }
  }

  private static boolean namedAfterFile(Capture capture) {
    if (capture.url() != null || capture.origin().equals("-")) {
      return false;
    }
    int slash = capture.origin().lastIndexOf('/');
    String file = capture.origin().substring(slash + 1);
    return file.startsWith(capture.id()) && !file.contains(":") && !file.contains("@");
  }

  private static Capture withId(Capture capture, String id) {
    return new Capture(
        id,
        capture.origin(),
        null,
        capture.captured(),
        capture.kind(),
        capture.charset(),
        capture.content(),
        capture.stated());
  }
}
