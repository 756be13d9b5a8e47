package dev.annals.flink;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;

/**
 * Test files by names that are the same on every machine: the source of a job keeps names in its
 * savepoints. {@code fixture:/week.jsonl} lies beside this class under src/test/resources.
 */
public final class FixtureFiles implements FileSystemFactory {

  private static final URI ROOT = URI.create("fixture:/");

  @Override
  public String getScheme() {
    return "fixture";
  }

  @Override
  public FileSystem create(URI location) {
    return new Files();
  }

  private static final class Files extends LocalFileSystem {

    @Override
    public URI getUri() {
      return ROOT;
    }

    @Override
    public File pathToFile(Path path) {
      return new File("src/test/resources/dev/annals/flink" + path.getPath());
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
      long length = super.getFileStatus(path).getLen();
      return new Status(path, length);
    }
  }

  private record Status(Path path, long length) implements FileStatus {

    @Override
    public long getLen() {
      return length;
    }

    @Override
    public long getBlockSize() {
      return length;
    }

    @Override
    public short getReplication() {
      return 1;
    }

    @Override
    public long getModificationTime() {
      return 0;
    }

    @Override
    public long getAccessTime() {
      return 0;
    }

    @Override
    public boolean isDir() {
      return false;
    }

    @Override
    public Path getPath() {
      return path;
    }
  }
}
