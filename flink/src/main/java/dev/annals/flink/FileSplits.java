package dev.annals.flink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Splits as they are kept in checkpoints. */
final class FileSplits {

  private static final int VERSION = 1;

  private FileSplits() {}

  /** One split. */
  static final class One implements SimpleVersionedSerializer<FileSplit> {

    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(FileSplit split) throws IOException {
      var bytes = new ByteArrayOutputStream();
      write(split, new DataOutputStream(bytes));
      return bytes.toByteArray();
    }

    @Override
    public FileSplit deserialize(int version, byte[] bytes) throws IOException {
      return read(version, new DataInputStream(new ByteArrayInputStream(bytes)));
    }
  }

  /** Those that nobody reads yet. */
  static final class Many implements SimpleVersionedSerializer<List<FileSplit>> {

    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(List<FileSplit> splits) throws IOException {
      var bytes = new ByteArrayOutputStream();
      var out = new DataOutputStream(bytes);
      out.writeInt(splits.size());
      for (FileSplit split : splits) {
        write(split, out);
      }
      return bytes.toByteArray();
    }

    @Override
    public List<FileSplit> deserialize(int version, byte[] bytes) throws IOException {
      var in = new DataInputStream(new ByteArrayInputStream(bytes));
      int size = in.readInt();
      var splits = new ArrayList<FileSplit>();
      for (int i = 0; i < size; i++) {
        splits.add(read(version, in));
      }
      return splits;
    }
  }

  private static void write(FileSplit split, DataOutputStream out) throws IOException {
    out.writeInt(split.number());
    out.writeUTF(split.path());
    out.writeUTF(split.name());
    out.writeInt(split.read());
  }

  private static FileSplit read(int version, DataInputStream in) throws IOException {
    if (version != VERSION) {
      throw new IOException("splits of version " + version);
    }
    return new FileSplit(in.readInt(), in.readUTF(), in.readUTF(), in.readInt());
  }
}
