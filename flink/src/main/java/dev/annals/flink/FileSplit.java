package dev.annals.flink;

import java.util.Objects;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A file to be read, from a document on.
 *
 * @param number its place among all files
 * @param path where it lies, as a URL or a path
 * @param name the id of its document, if it has one alone and that has no other id
 * @param read documents of the file that were read before
 */
record FileSplit(int number, String path, String name, int read) implements SourceSplit {

  FileSplit {
    Objects.requireNonNull(path);
    Objects.requireNonNull(name);
  }

  @Override
  public String splitId() {
    return Integer.toString(number);
  }

  FileSplit after(int documents) {
    return new FileSplit(number, path, name, documents);
  }
}
