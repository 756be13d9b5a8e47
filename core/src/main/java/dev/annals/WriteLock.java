package dev.annals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Lets one process at a time write to a store in a folder. Freed by the system after a kill. */
final class WriteLock {

  private final @Nullable Path folder;
  private @Nullable FileChannel channel;

  WriteLock(@Nullable Path folder) {
    this.folder = folder;
  }

  void acquire() throws IOException {
    if (folder == null) {
      return;
    }
    Path file = folder.resolve("lock");
    FileChannel opened =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock got;
    try {
      got = opened.tryLock();
    } catch (OverlappingFileLockException e) {
      got = null;
    }
    if (got == null) {
      opened.close();
      throw new IOException(folder + ": another process is writing to this store");
    }
    channel = opened;
  }

  void release() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
