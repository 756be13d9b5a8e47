package dev.annals.search;

import dev.annals.article.Article;
import dev.annals.article.Cite;
import dev.annals.record.StoryRecord;
import dev.annals.text.Span;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.QueryParserBase;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Full-text search over articles, quotes, people and stories. The index is derived from the store
 * and can always be made again from it: {@link #generation} tells which state of the store it
 * holds. Safe for use by several threads; one process writes.
 */
public final class Search implements Closeable {

  /** Changes when the fields of the index change: an index of another version is made again. */
  private static final String VERSION = "1";

  private static final String[] WORDS = {"title", "text", "name"};
  private static final int SNIPPET = 240;
  private static final int FACETS = 10;
  private static final int LONGEST_TERM = 8000;
  private static final int MOST_STORIES = 10_000;

  private final Directory directory;
  private final Analyzer analyzer;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private Search(Directory directory) throws IOException {
    this.directory = directory;
    var keywords = new HashMap<String, Analyzer>();
    for (String field : List.of("kind", "story", "article", "language", "date")) {
      keywords.put(field, new KeywordAnalyzer());
    }
    analyzer = new PerFieldAnalyzerWrapper(new EnglishAnalyzer(), keywords);
    writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
    searchers = new SearcherManager(writer, null);
  }

  /**
   * The index of a folder, made when missing. While another process has it open, an index that is
   * gone with this process: it is made from the store like any other.
   */
  public static Search open(Path folder) throws IOException {
    try {
      return new Search(FSDirectory.open(folder));
    } catch (LockObtainFailedException e) {
      return inMemory();
    }
  }

  /** An index that is gone with the process. */
  public static Search inMemory() throws IOException {
    return new Search(new ByteBuffersDirectory());
  }

  /**
   * The state of the store that this index holds, or -1 when it holds none or was made by another
   * version.
   */
  public long generation() {
    var data = writer.getLiveCommitData();
    if (data == null) {
      return -1;
    }
    long generation = -1;
    boolean sameVersion = false;
    for (Map.Entry<String, String> entry : data) {
      if (entry.getKey().equals("generation")) {
        generation = Long.parseLong(entry.getValue());
      }
      sameVersion |= entry.getKey().equals("version") && entry.getValue().equals(VERSION);
    }
    return sameVersion ? generation : -1;
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
   */
  public void update(StoryRecord record, List<Article> articles) throws IOException {
    var documents = new ArrayList<Document>();
    documents.add(story(record));
    for (Article article : articles) {
      documents.add(article(record.id(), article));
    }
    var outlets = new HashMap<String, Article>();
    articles.forEach(article -> outlets.put(article.id(), article));
    for (StoryRecord.QuoteEntry quote : record.quotes()) {
      documents.add(quote(record.id(), quote, outlets));
    }
    for (StoryRecord.Actor person : record.people()) {
      documents.add(person(record, person));
    }
    writer.updateDocuments(new Term("story", record.id()), documents);
  }

  /** Removes a story that is no more. */
  public void remove(String story) throws IOException {
    writer.deleteDocuments(new Term("story", story));
  }

  /** Makes all updates visible and durable as the given state of the store. */
  public void commit(long generation) throws IOException {
    writer.setLiveCommitData(
        Map.of("generation", Long.toString(generation), "version", VERSION).entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
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
    if (from < 0 || size < 1 || size > 100 || from > 10_000) {
      throw new IllegalArgumentException("no such page: from " + from + ", size " + size);
    }
    Query parsed = parse(query);
    IndexSearcher searcher = searchers.acquire();
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
          counts(facets.kinds),
          counts(facets.outlets),
          counts(facets.languages),
          hits);
    } finally {
      searchers.release(searcher);
    }
  }

  /**
   * Ids of the stories in which all of the given fields have all words of their value.
   *
   * @param fields {@code person}, {@code place}, {@code outlet} or {@code language} to words
   */
  public Set<String> stories(Map<String, String> fields) throws IOException {
    var all = new BooleanQuery.Builder();
    all.add(new TermQuery(new Term("kind", "story")), BooleanClause.Occur.FILTER);
    for (var field : new TreeMap<>(fields).entrySet()) {
      Query words =
          new QueryBuilder(analyzer)
              .createBooleanQuery(field.getKey(), field.getValue(), BooleanClause.Occur.MUST);
      if (words == null) {
        return Set.of();
      }
      all.add(words, BooleanClause.Occur.FILTER);
    }
    IndexSearcher searcher = searchers.acquire();
    try {
      var ids = new TreeSet<String>();
      var stored = searcher.storedFields();
      for (ScoreDoc found : searcher.search(all.build(), MOST_STORIES).scoreDocs) {
        ids.add(stored.document(found.doc, Set.of("story")).get("story"));
      }
      return ids;
    } finally {
      searchers.release(searcher);
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
    var parser =
        new MultiFieldQueryParser(WORDS, analyzer, Map.of("title", 2f, "text", 1f, "name", 2f));
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

  private static Document base(String kind, String story) {
    var document = new Document();
    document.add(new StringField("kind", kind, Field.Store.YES));
    document.add(new SortedDocValuesField("kind-facet", bytes(kind)));
    document.add(new StringField("story", story, Field.Store.YES));
    return document;
  }

  private static org.apache.lucene.util.BytesRef bytes(String value) {
    return new org.apache.lucene.util.BytesRef(value);
  }

  private static void outlet(Document document, @Nullable String outlet) {
    if (outlet != null && outlet.length() < LONGEST_TERM) {
      document.add(new TextField("outlet", outlet, Field.Store.YES));
      document.add(new SortedDocValuesField("outlet-facet", bytes(outlet)));
    }
  }

  private static void date(Document document, @Nullable String date) {
    if (date != null && date.length() >= 10) {
      document.add(new StringField("date", date.substring(0, 10), Field.Store.YES));
    }
  }

  private static void language(Document document, String language) {
    document.add(new StringField("language", language, Field.Store.YES));
    document.add(new SortedDocValuesField("language-facet", bytes(language)));
  }

  private static Document story(StoryRecord record) {
    var document = base("story", record.id());
    document.add(new TextField("title", record.title(), Field.Store.YES));
    var text = new StringBuilder();
    for (StoryRecord.Entry entry : record.timeline()) {
      if (text.length() < 20_000) {
        text.append(entry.text()).append('\n');
      }
    }
    document.add(new TextField("text", text.toString(), Field.Store.YES));
    date(document, record.start());
    for (StoryRecord.Actor person : record.people()) {
      document.add(new TextField("person", person.name(), Field.Store.NO));
    }
    for (StoryRecord.Actor place : record.places()) {
      document.add(new TextField("place", place.name(), Field.Store.NO));
    }
    for (StoryRecord.Member member : record.articles()) {
      if (member.source() != null) {
        document.add(new TextField("outlet", member.source(), Field.Store.NO));
      }
    }
    for (String language : record.languages()) {
      document.add(new StringField("language", language, Field.Store.NO));
    }
    return document;
  }

  private static Document article(String story, Article article) {
    var document = base("article", story);
    document.add(new StringField("article", limit(article.id()), Field.Store.YES));
    if (article.title() != null) {
      document.add(new TextField("title", article.title(), Field.Store.YES));
    }
    document.add(new TextField("text", article.text(), Field.Store.YES));
    outlet(document, article.source());
    date(document, article.published());
    language(document, article.language());
    return document;
  }

  private static Document quote(
      String story, StoryRecord.QuoteEntry quote, Map<String, Article> articles) {
    var document = base("quote", story);
    Cite first = quote.cites().places().get(0);
    document.add(new StringField("article", limit(first.article()), Field.Store.YES));
    document.add(new StoredField("start", first.start()));
    document.add(new StoredField("end", first.end()));
    document.add(new TextField("text", quote.text(), Field.Store.YES));
    if (quote.speaker() != null) {
      document.add(new TextField("speaker", quote.speaker().name(), Field.Store.NO));
      document.add(new TextField("name", quote.speaker().name(), Field.Store.YES));
    }
    Article article = articles.get(first.article());
    if (article != null) {
      outlet(document, article.source());
      date(document, article.published());
      language(document, article.language());
    }
    return document;
  }

  private static Document person(StoryRecord record, StoryRecord.Actor person) {
    var document = base("person", record.id());
    document.add(new TextField("name", person.name(), Field.Store.YES));
    document.add(new TextField("person", person.name(), Field.Store.NO));
    var words = new StringBuilder();
    person.roles().forEach(role -> words.append(role.role()).append("; "));
    person.aliases().forEach(alias -> words.append(alias).append("; "));
    document.add(new TextField("text", words.toString(), Field.Store.YES));
    date(document, record.start());
    return document;
  }

  private static String limit(String id) {
    return id.length() < LONGEST_TERM ? id : id.substring(0, LONGEST_TERM);
  }

  private static List<Hits.Count> counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(FACETS)
        .map(e -> new Hits.Count(e.getKey(), e.getValue()))
        .toList();
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

  /** Flushes and closes the index; what was not committed is lost and made again from the store. */
  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }
}
