package dev.annals.search;

import dev.annals.article.Article;
import dev.annals.article.Cite;
import dev.annals.record.StoryRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/** What the index holds of a story: the story, its articles, its quotes and its people. */
final class IndexDocuments {

  /** Changes when the fields change: an index of another version is made again. */
  static final String VERSION = "3";

  private static final int LONGEST_TERM = 8000;
  private static final int LONGEST_TITLE = 500;

  private IndexDocuments() {}

  /** Words of texts by their stems, ids and days as they are. */
  static Analyzer analyzer() {
    var keywords = new HashMap<String, Analyzer>();
    for (String field : List.of("kind", "story", "article", "language", "date")) {
      keywords.put(field, new KeywordAnalyzer());
    }
    return new PerFieldAnalyzerWrapper(new EnglishAnalyzer(), keywords);
  }

  /** Of hits that fit equally well, the story that changed first comes first. */
  static final Sort ORDER =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField("generation", SortField.Type.LONG),
          new SortField("story-order", SortField.Type.STRING));

  static List<Document> of(StoryRecord record, List<Article> articles, long generation) {
    var documents = new ArrayList<Document>();
    documents.add(story(record));
    for (Article article : articles) {
      documents.add(article(record.id(), article));
    }
    var outlets = new HashMap<String, Article>();
    articles.forEach(article -> outlets.put(article.id(), article));
    for (StoryRecord.QuoteEntry quote : record.quotes()) {
      documents.add(quote(record, quote, outlets));
    }
    for (StoryRecord.Actor person : record.people()) {
      documents.add(person(record, person));
    }
    for (Document document : documents) {
      document.add(new NumericDocValuesField("generation", generation));
      document.add(new SortedDocValuesField("story-order", bytes(limit(record.id()))));
    }
    return documents;
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
    document.add(new TextField("title", head(record.title()), Field.Store.YES));
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
    StoryFacets.addId(document, record.id());
    StoryFacets.add(document, "person", names(record.people()));
    StoryFacets.add(document, "place", names(record.places()));
    StoryFacets.add(
        document,
        "outlet",
        record.articles().stream()
            .map(StoryRecord.Member::source)
            .filter(Objects::nonNull)
            .toList());
    StoryFacets.add(document, "language", record.languages());
    return document;
  }

  private static List<String> names(List<StoryRecord.Actor> actors) {
    return actors.stream().map(StoryRecord.Actor::name).toList();
  }

  private static Document article(String story, Article article) {
    var document = base("article", story);
    document.add(new StringField("article", limit(article.id()), Field.Store.YES));
    if (article.title() != null) {
      document.add(new TextField("title", head(article.title()), Field.Store.YES));
    }
    document.add(new TextField("text", article.text(), Field.Store.YES));
    outlet(document, article.source());
    date(document, article.published());
    language(document, article.language());
    return document;
  }

  private static Document quote(
      StoryRecord record, StoryRecord.QuoteEntry quote, Map<String, Article> articles) {
    var document = base("quote", record.id());
    // who asks for a mayor's words on the bridge wants those in which she calls it "it" as well
    document.add(new TextField("about", head(record.title()), Field.Store.NO));
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

  private static String head(String title) {
    return title.substring(0, Math.min(LONGEST_TITLE, title.length()));
  }

  private static String limit(String id) {
    return id.length() < LONGEST_TERM ? id : id.substring(0, LONGEST_TERM);
  }
}
