package dev.annals.bench;

import dev.annals.article.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.FSDirectory;

/**
 * What the least costs that anybody does with a text: Lucene indexes its words, on this thread
 * alone.
 */
final class LuceneFloor {

  private LuceneFloor() {}

  static void index(Path folder, List<Article> articles) throws IOException {
    var settings =
        new IndexWriterConfig(new StandardAnalyzer()).setMergeScheduler(new SerialMergeScheduler());
    try (var directory = FSDirectory.open(folder);
        var writer = new IndexWriter(directory, settings)) {
      for (Article article : articles) {
        var document = new Document();
        document.add(new StringField("id", article.id(), Field.Store.YES));
        document.add(
            new TextField(
                "title", Objects.requireNonNullElse(article.title(), ""), Field.Store.NO));
        document.add(new TextField("text", article.text(), Field.Store.NO));
        writer.addDocument(document);
      }
      writer.commit();
    }
  }
}
