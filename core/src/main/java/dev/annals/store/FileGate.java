package dev.annals.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Locks on the bytes of a file beside an SQLite database. */
final class FileGate implements Gate {

  private final Path file;
  private final @Nullable FileLock[] locks = new @Nullable FileLock[2];
  private @Nullable FileChannel channel;

  FileGate(Path file) {
    this.file = file;
  }

  @Override
  public boolean tryLock(int lock) throws IOException {
    if (channel == null) {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
    try {
      locks[lock] = channel.tryLock(lock, 1, false);
    } catch (OverlappingFileLockException e) {
      return false;
    }
    return locks[lock] != null;
  }

  @Override
  public void unlock(int lock) throws IOException {
    FileLock held = locks[lock];
    locks[lock] = null;
    if (held != null) {
      held.release();
    }
    if (channel != null && locks[WRITING] == null && locks[NEXT] == null) {
      channel.close();
      channel = null;
    }
  }
}
