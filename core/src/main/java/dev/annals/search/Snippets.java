package dev.annals.search;

import dev.annals.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;

/** The sentence of each hit that fits the query best, with the places of the words that match. */
final class Snippets {

  private static final int LENGTH = 240;
  private static final int LOOKED_AT = 200_000;

  private Snippets() {}

  /** Words of a hit. */
  record Snippet(String text, List<Span> highlights) {}

  /** The beginning of a text, for a hit that matches elsewhere. */
  static Snippet start(String text) {
    return new Snippet(text.substring(0, Math.min(LENGTH, text.length())), List.of());
  }

  /** One for each hit; null where the text has none of the words. */
  static List<@Nullable Snippet> of(
      IndexSearcher searcher, Analyzer analyzer, Query query, ScoreDoc[] found) throws IOException {
    int[] docs = new int[found.length];
    for (int i = 0; i < docs.length; i++) {
      docs[i] = found[i].doc;
    }
    var snippets = new ArrayList<@Nullable Snippet>();
    if (docs.length == 0) {
      return snippets;
    }
    for (Object snippet : new Finder(searcher, analyzer).find(query, docs)) {
      snippets.add(snippet instanceof Snippet marked ? marked : null);
    }
    return snippets;
  }

  private static final class Finder extends UnifiedHighlighter {

    Finder(IndexSearcher searcher, Analyzer analyzer) {
      super(
          new UnifiedHighlighter.Builder(searcher, analyzer)
              .withFormatter(new Marks())
              .withMaxLength(LOOKED_AT));
    }

    Object[] find(Query query, int[] docs) throws IOException {
      var found = highlightFieldsAsObjects(new String[] {"text"}, query, docs, new int[] {1});
      Object[] text = found.get("text");
      return text == null ? new Object[docs.length] : text;
    }
  }

  private static final class Marks extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      if (passages.length == 0 || passages[0].getNumMatches() == 0) {
        return "";
      }
      Passage passage = passages[0];
      int from = passage.getStartOffset();
      int to = Math.min(passage.getEndOffset(), from + LENGTH * 2);
      var highlights = new ArrayList<Span>();
      for (int i = 0; i < passage.getNumMatches(); i++) {
        int start = passage.getMatchStarts()[i];
        int end = passage.getMatchEnds()[i];
        if (start >= from && end <= to) {
          highlights.add(new Span(start - from, end - from));
        }
      }
      return new Snippet(content.substring(from, to), highlights);
    }
  }
}
