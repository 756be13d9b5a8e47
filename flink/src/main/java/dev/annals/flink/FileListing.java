package dev.annals.flink;

import dev.annals.DistinctIds;
import dev.annals.capture.Capture;
import dev.annals.capture.CaptureReaders;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Source;
import dev.annals.capture.Stated;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Lists files in the order in which the engine on one machine reads them. */
final class FileListing {

  private FileListing() {}

  /**
   * All files below these paths, of any file system that Flink knows.
   *
   * @throws IOException when a path cannot be listed
   */
  static List<FileSplit> list(List<String> paths) throws IOException {
    var files = new ArrayList<String>();
    for (String path : paths) {
      var root = new Path(path);
      FileSystem system = FileSystem.get(root.toUri());
      walk(system, system.getFileStatus(root), files);
    }
    var ids = new DistinctIds();
    var splits = new ArrayList<FileSplit>();
    for (String file : files) {
      splits.add(new FileSplit(splits.size(), file, name(file, ids), 0));
    }
    return splits;
  }

  private static void walk(FileSystem system, FileStatus status, List<String> files)
      throws IOException {
    if (!status.isDir()) {
      files.add(plain(status.getPath()));
      return;
    }
    FileStatus[] entries = system.listStatus(status.getPath());
    if (entries == null) {
      return;
    }
    Arrays.sort(entries, Comparator.comparing(entry -> entry.getPath().toString()));
    for (FileStatus entry : entries) {
      if (!CaptureReaders.isAboutFolder(entry.getPath().getName())) {
        walk(system, entry, files);
      }
    }
  }

  /** Local files go by their plain path, as everywhere in Annals. */
  private static String plain(Path path) {
    String scheme = path.toUri().getScheme();
    return scheme == null || scheme.equals("file") ? path.getPath() : path.toString();
  }

  private static String name(String file, DistinctIds ids) {
    String name = Source.ofFile(file, InputStream.nullInputStream()).name();
    return ids.name(
            new Capture(name, file, null, null, MediaKind.HTML, null, new byte[0], Stated.NOTHING))
        .id();
  }
}
