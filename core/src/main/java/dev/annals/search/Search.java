package dev.annals.search;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.QueryParserBase;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
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

  private static final int EACH = 500;

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
      TopDocs top = searcher.search(parsed, from + size, IndexDocuments.ORDER, true);
      var facets = searcher.search(parsed, HitFacets.manager());
      ScoreDoc[] found = top.scoreDocs;
      var shown = Arrays.copyOfRange(found, Math.min(from, found.length), found.length);
      var hits = hits(searcher, parsed, shown);
      return new Hits(facets.total(), facets.most(0), facets.most(1), facets.most(2), hits);
    } finally {
      release(searcher);
    }
  }

  /**
   * Every match that stands in an article, in no order that means something.
   *
   * @param stories in which stories, or null for all
   * @param hits given what matches, some at a time
   */
  public void each(
      String query, @Nullable Collection<String> stories, Consumer<? super List<Hit>> hits)
      throws IOException {
    var all = new BooleanQuery.Builder().add(parse(query), BooleanClause.Occur.MUST);
    if (stories != null) {
      var ids = stories.stream().map(BytesRef::new).toList();
      all.add(new TermInSetQuery("story", ids), BooleanClause.Occur.FILTER);
    }
    Query parsed = all.build();
    IndexSearcher searcher = acquire();
    try {
      ScoreDoc last = null;
      while (true) {
        TopDocs page = searcher.searchAfter(last, parsed, EACH, Sort.INDEXORDER);
        if (page.scoreDocs.length == 0) {
          return;
        }
        // words around the match only where few stories are looked at: they cost most
        var found = hits(searcher, stories == null ? null : parsed, page.scoreDocs);
        hits.accept(found.stream().filter(hit -> hit.article() != null).toList());
        last = page.scoreDocs[page.scoreDocs.length - 1];
      }
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

  private List<Hit> hits(IndexSearcher searcher, @Nullable Query marked, ScoreDoc[] found)
      throws IOException {
    var snippets = marked == null ? null : Snippets.of(searcher, analyzer, marked, found);
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < found.length; i++) {
      var snippet = snippets == null ? null : snippets.get(i);
      hits.add(hit(searcher.storedFields().document(found[i].doc), snippet, found[i].score));
    }
    return hits;
  }

  private static Hit hit(Document document, Snippets.@Nullable Snippet marked, float score) {
    String text = document.get("text");
    var snippet = marked != null ? marked : Snippets.start(text == null ? "" : text);
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
        score);
  }

  @Override
  public synchronized void close() throws IOException {
    if (searchers != null) {
      searchers.close();
    }
    directory.close();
  }
}
