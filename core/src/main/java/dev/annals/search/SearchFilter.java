package dev.annals.search;

import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a search is narrowed to; null narrows nothing.
 *
 * @param kind {@code article}, {@code quote}, {@code person} or {@code story}
 * @param outlet words of the publisher's name
 * @param language BCP 47 tag
 * @param since first day, ISO 8601
 * @param until last day
 */
public record SearchFilter(
    @Nullable String kind,
    @Nullable String outlet,
    @Nullable String language,
    @Nullable String since,
    @Nullable String until) {

  /** Narrows nothing. */
  public static final SearchFilter NONE = new SearchFilter(null, null, null, null, null);

  /** Takes blank values for none. */
  public SearchFilter {
    kind = given(kind);
    outlet = given(outlet);
    language = given(language);
    since = given(since);
    until = given(until);
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  Query narrow(Query query, Analyzer analyzer) {
    if (equals(NONE)) {
      return query;
    }
    var all = new BooleanQuery.Builder().add(query, BooleanClause.Occur.MUST);
    term(all, "kind", kind);
    term(all, "language", language);
    if (outlet != null) {
      all.add(words("outlet", outlet, analyzer), BooleanClause.Occur.FILTER);
    }
    if (since != null || until != null) {
      all.add(
          TermRangeQuery.newStringRange("date", since, until, true, true),
          BooleanClause.Occur.FILTER);
    }
    return all.build();
  }

  /** Stories in which all fields have all words of their value. */
  static Query stories(Map<String, String> fields, Analyzer analyzer) {
    var all = new BooleanQuery.Builder();
    term(all, "kind", "story");
    for (var field : new TreeMap<>(fields).entrySet()) {
      all.add(words(field.getKey(), field.getValue(), analyzer), BooleanClause.Occur.FILTER);
    }
    return all.build();
  }

  private static void term(BooleanQuery.Builder all, String field, @Nullable String value) {
    if (value != null) {
      all.add(new TermQuery(new Term(field, value)), BooleanClause.Occur.FILTER);
    }
  }

  private static Query words(String field, String value, Analyzer analyzer) {
    Query words =
        new QueryBuilder(analyzer).createBooleanQuery(field, value, BooleanClause.Occur.MUST);
    return words == null ? new MatchNoDocsQuery() : words;
  }
}
