package dev.annals.search;

import dev.annals.text.Span;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.QueryParserBase;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Full-text search over articles, quotes, people and stories. The index is derived from the store
 * and can always be made again from it: {@link #generation} tells which state of the store it
 * holds. Any number of processes search one index while one of them {@link #startUpdate updates}
 * it: they see what it has committed once they {@link #refresh}. Safe for use by several threads.
 */
public final class Search implements Closeable {

  private static final String[] WORDS = {"title", "text", "name", "about"};
  private static final Map<String, Float> WEIGHTS =
      Map.of("title", 2f, "text", 1f, "name", 2f, "about", 0.2f);
  private static final int SNIPPET = 240;
  private static final int FACETS = 10;

  private final Directory directory;
  private final Analyzer analyzer = IndexDocuments.analyzer();

  /** Null while there is no index that can be read. */
  private @Nullable SearcherManager searchers;

  private Search(Directory directory) throws IOException {
    this.directory = directory;
    refresh();
  }

  /** The index of a folder, which need not be there yet. */
  public static Search open(Path folder) throws IOException {
    return new Search(FSDirectory.open(folder));
  }

  /** An index that is gone with the process. */
  public static Search inMemory() throws IOException {
    return new Search(new ByteBuffersDirectory());
  }

  /**
   * The state of the store that this index holds, or -1 when it holds none, one of another store,
   * or was made by another version.
   */
  public long generation(String store) throws IOException {
    IndexSearcher searcher = acquire();
    try {
      return searcher.getIndexReader() instanceof DirectoryReader reader
          ? generation(store, reader.getIndexCommit().getUserData())
          : -1;
    } finally {
      release(searcher);
    }
  }

  static long generation(String store, Map<String, String> noted) {
    boolean same =
        store.equals(noted.get("store")) && IndexDocuments.VERSION.equals(noted.get("version"));
    String generation = noted.get("generation");
    return same && generation != null ? Long.parseLong(generation) : -1;
  }

  /** Looks at what was committed last, by whichever process. */
  public synchronized void refresh() throws IOException {
    try {
      if (searchers != null) {
        searchers.maybeRefreshBlocking();
      } else if (DirectoryReader.indexExists(directory)) {
        searchers = new SearcherManager(directory, null);
      }
    } catch (IndexNotFoundException
        | CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | NoSuchFileException
        | EOFException e) {
      // somebody has deleted or damaged it: it is made again from the store
      if (searchers != null) {
        searchers.close();
        searchers = null;
      }
    }
  }

  /** Begins to change the index, or gives null while somebody else does. */
  public @Nullable IndexUpdate startUpdate() throws IOException {
    return IndexUpdate.start(directory, analyzer);
  }

  private synchronized IndexSearcher acquire() throws IOException {
    return searchers == null ? new IndexSearcher(new MultiReader()) : searchers.acquire();
  }

  private static void release(IndexSearcher searcher) throws IOException {
    if (searcher.getIndexReader() instanceof DirectoryReader reader) {
      reader.decRef(); // what a searcher manager does
    }
  }

  /**
   * What matches a query: words, "a phrase", {@code speaker:okoro bridge}, {@code outlet:"Harbour
   * Post"}, {@code language:en}, {@code kind:quote}, {@code date:[2031-03-01 TO 2031-03-05]}. A
   * query that is no query in this syntax is taken as plain words.
   *
   * @param query what to look for; all for a blank one
   * @param from how many of the best hits to leave out
   * @param size how many to give, at most 100
   */
  public Hits find(String query, int from, int size) throws IOException {
    return find(query, SearchFilter.NONE, from, size);
  }

  /**
   * What matches a query and a filter.
   *
   * @param query as above
   * @param from how many of the best hits to leave out
   * @param size how many to give, at most 100
   */
  public Hits find(String query, SearchFilter filter, int from, int size) throws IOException {
    if (from < 0 || size < 1 || size > 100 || from > 10_000) {
      throw new IllegalArgumentException("no such page: from " + from + ", size " + size);
    }
    Query parsed = filter.narrow(parse(query), analyzer);
    IndexSearcher searcher = acquire();
    try {
      TopDocs top = searcher.search(parsed, from + size);
      var facets = searcher.search(parsed, new FacetCounting());
      var hits = new ArrayList<Hit>();
      ScoreDoc[] docs = top.scoreDocs;
      for (int i = from; i < docs.length; i++) {
        hits.add(hit(searcher, parsed, docs[i]));
      }
      return new Hits(
          facets.total,
          Hits.most(facets.kinds, FACETS),
          Hits.most(facets.outlets, FACETS),
          Hits.most(facets.languages, FACETS),
          hits);
    } finally {
      release(searcher);
    }
  }

  /**
   * The stories in which all of the given fields have all words of their value, and what they can
   * be narrowed by further.
   *
   * @param fields {@code person}, {@code place}, {@code outlet} or {@code language} to words; all
   *     stories when there are none
   */
  public StoryHits stories(Map<String, String> fields) throws IOException {
    Query all = SearchFilter.stories(fields, analyzer);
    IndexSearcher searcher = acquire();
    try {
      return searcher.search(all, StoryFacets.manager());
    } finally {
      release(searcher);
    }
  }

  private Query parse(String query) {
    if (query.isBlank()) {
      return new MatchAllDocsQuery();
    }
    try {
      return parser().parse(query);
    } catch (ParseException | IllegalArgumentException e) {
      try {
        return parser().parse(QueryParserBase.escape(query));
      } catch (ParseException f) {
        throw new IllegalArgumentException("cannot be searched for: " + query, f);
      }
    }
  }

  private QueryParser parser() {
    var parser = new MultiFieldQueryParser(WORDS, analyzer, WEIGHTS);
    parser.setDefaultOperator(QueryParser.Operator.AND);
    parser.setAllowLeadingWildcard(false);
    return parser;
  }

  private Hit hit(IndexSearcher searcher, Query query, ScoreDoc found) throws IOException {
    Document document = searcher.storedFields().document(found.doc);
    String text = document.get("text");
    var snippet =
        text == null ? new Snippet("", List.of()) : snippet(searcher, query, found.doc, text);
    var start = document.getField("start");
    var end = document.getField("end");
    String title = document.get("title");
    return new Hit(
        document.get("kind"),
        document.get("story"),
        document.get("article"),
        start == null ? 0 : start.numericValue().intValue(),
        end == null ? 0 : end.numericValue().intValue(),
        title != null ? title : document.get("name") != null ? document.get("name") : "",
        document.get("outlet"),
        document.get("date"),
        snippet.text(),
        snippet.highlights(),
        found.score);
  }

  private record Snippet(String text, List<Span> highlights) {}

  private Snippet snippet(IndexSearcher searcher, Query query, int doc, String text)
      throws IOException {
    var formatter =
        new PassageFormatter() {
          private @Nullable Snippet snippet;

          @Override
          public Object format(Passage[] passages, String content) {
            if (passages.length == 0) {
              return "";
            }
            Passage passage = passages[0];
            int from = passage.getStartOffset();
            int to = Math.min(passage.getEndOffset(), from + SNIPPET * 2);
            var highlights = new ArrayList<Span>();
            for (int i = 0; i < passage.getNumMatches(); i++) {
              int start = passage.getMatchStarts()[i];
              int end = passage.getMatchEnds()[i];
              if (start >= from && end <= to) {
                highlights.add(new Span(start - from, end - from));
              }
            }
            snippet = new Snippet(content.substring(from, to), highlights);
            return "";
          }
        };
    new UnifiedHighlighter.Builder(searcher, analyzer)
        .withFormatter(formatter)
        .withMaxLength(500_000)
        .build()
        .highlightFields(new String[] {"text"}, query, new int[] {doc}, new int[] {1});
    if (formatter.snippet != null) {
      return formatter.snippet;
    }
    return new Snippet(text.substring(0, Math.min(SNIPPET, text.length())), List.of());
  }

  /** One count for each slice of the index, added up. */
  private static final class FacetCounting implements CollectorManager<Facets, Facets> {
    @Override
    public Facets newCollector() {
      return new Facets();
    }

    @Override
    public Facets reduce(Collection<Facets> slices) {
      var all = new Facets();
      for (Facets slice : slices) {
        all.total += slice.total;
        slice.kinds.forEach((value, count) -> all.kinds.merge(value, count, Integer::sum));
        slice.outlets.forEach((value, count) -> all.outlets.merge(value, count, Integer::sum));
        slice.languages.forEach((value, count) -> all.languages.merge(value, count, Integer::sum));
      }
      return all;
    }
  }

  /** Counts kinds, outlets and languages of all that matches. */
  private static final class Facets extends SimpleCollector {
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Map<String, Integer> outlets = new HashMap<>();
    private final Map<String, Integer> languages = new HashMap<>();
    private long total;
    private final SortedDocValues[] values = new SortedDocValues[3];

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      values[0] = DocValues.getSorted(context.reader(), "kind-facet");
      values[1] = DocValues.getSorted(context.reader(), "outlet-facet");
      values[2] = DocValues.getSorted(context.reader(), "language-facet");
    }

    @Override
    public void collect(int doc) throws IOException {
      total++;
      for (int i = 0; i < values.length; i++) {
        if (values[i].advanceExact(doc)) {
          String value = values[i].lookupOrd(values[i].ordValue()).utf8ToString();
          (i == 0 ? kinds : i == 1 ? outlets : languages).merge(value, 1, Integer::sum);
        }
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (searchers != null) {
      searchers.close();
    }
    directory.close();
  }
}
