package dev.annals.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a store lies: a folder ({@code news}), an SQLite file ({@code monday.db}, a backup) or a
 * PostgreSQL database ({@code jdbc:postgresql://host/news}).
 *
 * @param url the JDBC URL; for messages see {@link #shown}
 * @param folder the folder, or null when it is none
 * @param file the SQLite file, or null when it is on a server
 */
record StoreLocation(String url, @Nullable Path folder, @Nullable Path file) {

  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  static StoreLocation of(String location) {
    if (location.startsWith(POSTGRESQL)) {
      return new StoreLocation(location, null, null);
    }
    if (location.startsWith(SQLITE)) {
      String name = location.substring(SQLITE.length()).replaceFirst("^file:", "");
      name = name.replaceFirst("\\?.*", "");
      if (name.isEmpty() || name.contains(":memory:")) {
        throw new IllegalArgumentException("a store needs a file: " + location);
      }
      return new StoreLocation(location, null, Path.of(name));
    }
    if (location.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "a store is a folder, jdbc:sqlite:FILE or jdbc:postgresql://HOST/NAME: " + location);
    }
    Path path = Path.of(location);
    if (Files.isRegularFile(path)) {
      return new StoreLocation(SQLITE + path, null, path);
    }
    Path file = path.resolve("annals.db");
    return new StoreLocation(SQLITE + file, path, file);
  }

  boolean sqlite() {
    return file != null;
  }

  /** Whether there is a store to open; a database server is taken to have one. */
  boolean exists() {
    return file == null || Files.exists(file);
  }

  /** Makes the folder. */
  void make() throws IOException {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (AccessDeniedException e) {
      throw new IOException(folder + ": no permission to make this folder", e);
    } catch (IOException e) {
      throw new IOException(folder + ": cannot be made: " + e.getMessage(), e);
    }
  }

  /** A file or folder of this name that belongs to the store, or null on a server. */
  @Nullable Path beside(String name) {
    if (folder != null) {
      return folder.resolve(name);
    }
    return file == null ? null : file.resolveSibling(file.getFileName() + "." + name);
  }

  /** For messages: without parameters, where a password may be. */
  String shown() {
    return file != null ? file.toString() : url.replaceFirst("\\?.*", "");
  }
}
