package dev.annals.search;

import dev.annals.article.Article;
import dev.annals.record.StoryRecord;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Changes to an index, by one process at a time, of which several threads may bring different
 * stories up to date. What was not committed is forgotten when it is closed, or when the process
 * dies.
 */
public final class IndexUpdate implements Closeable {

  /** Before words go to disk; larger ones save merging, and none is filled by a few stories. */
  private static final double BUFFER_MEGABYTES = 32;

  private final IndexWriter writer;

  private IndexUpdate(IndexWriter writer) {
    this.writer = writer;
  }

  static @Nullable IndexUpdate start(Directory directory, Analyzer analyzer) throws IOException {
    try {
      return new IndexUpdate(writer(directory, analyzer, OpenMode.CREATE_OR_APPEND));
    } catch (LockObtainFailedException e) {
      return null;
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | NoSuchFileException
        | EOFException e) {
      for (String file : directory.listAll()) {
        if (file.startsWith("segments")) {
          directory.deleteFile(file); // names what cannot be read
        }
      }
      return new IndexUpdate(writer(directory, analyzer, OpenMode.CREATE));
    }
  }

  private static IndexWriter writer(Directory directory, Analyzer analyzer, OpenMode mode)
      throws IOException {
    return new IndexWriter(
        directory,
        new IndexWriterConfig(analyzer)
            .setOpenMode(mode)
            .setCommitOnClose(false)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES));
  }

  /** The state of the store that the index holds; see {@link Search#generation}. */
  public long generation(String store) {
    var noted = new HashMap<String, String>();
    var data = writer.getLiveCommitData();
    if (data != null) {
      for (Map.Entry<String, String> entry : data) {
        noted.put(entry.getKey(), entry.getValue());
      }
    }
    return Search.generation(store, noted);
  }

  /** Empties the index. */
  public void clear() throws IOException {
    writer.deleteAll();
  }

  /**
   * Replaces all that the index holds of a story.
   *
   * @param record the story's record
   * @param articles the story's articles
   * @param generation the state of the store that changed it: of hits that fit equally well the one
   *     that changed first comes first, whichever thread put it in
   */
  public void update(StoryRecord record, List<Article> articles, long generation)
      throws IOException {
    writer.updateDocuments(
        new Term("story", record.id()), IndexDocuments.of(record, articles, generation));
  }

  /** Removes a story that is no more. */
  public void remove(String story) throws IOException {
    writer.deleteDocuments(new Term("story", story));
  }

  /** Makes all changes durable as the given state of a store; seen by those who refresh. */
  public void commit(String store, long generation) throws IOException {
    writer.setLiveCommitData(
        Map.of(
                "store",
                store,
                "generation",
                Long.toString(generation),
                "version",
                IndexDocuments.VERSION)
            .entrySet());
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
