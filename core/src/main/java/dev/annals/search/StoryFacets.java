package dev.annals.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;

/** Collects the stories of a query and counts their places, people, outlets and languages. */
final class StoryFacets extends SimpleCollector {

  private static final List<String> FIELDS = List.of("place", "person", "outlet", "language");
  private static final int SHOWN = 10;

  /** Who is named in passing is no way to narrow. */
  private static final int KEPT = 12;

  private static final int LONGEST = 200;

  private final Set<String> ids = new TreeSet<>();
  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final SortedSetDocValues[] values = new SortedSetDocValues[FIELDS.size()];
  private SortedDocValues stories = DocValues.emptySorted();

  StoryFacets() {
    FIELDS.forEach(field -> counts.add(new HashMap<>()));
  }

  /** Adds the story's id, to be read for many stories at once. */
  static void addId(Document story, String id) {
    story.add(new SortedDocValuesField("story-id", new BytesRef(id)));
  }

  /** Adds what stories are counted by. */
  static void add(Document story, String field, Collection<String> values) {
    values.stream()
        .distinct()
        .filter(value -> value.length() < LONGEST && !value.isBlank())
        .limit(KEPT)
        .forEach(v -> story.add(new SortedSetDocValuesField("story-" + field, new BytesRef(v))));
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    stories = DocValues.getSorted(context.reader(), "story-id");
    for (int i = 0; i < values.length; i++) {
      values[i] = DocValues.getSortedSet(context.reader(), "story-" + FIELDS.get(i));
    }
  }

  @Override
  public void collect(int doc) throws IOException {
    if (stories.advanceExact(doc)) {
      ids.add(stories.lookupOrd(stories.ordValue()).utf8ToString());
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i].advanceExact(doc)) {
        for (int n = 0; n < values[i].docValueCount(); n++) {
          String value = values[i].lookupOrd(values[i].nextOrd()).utf8ToString();
          counts.get(i).merge(value, 1, Integer::sum);
        }
      }
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  private StoryHits hits() {
    return new StoryHits(ids, top(0), top(1), top(2), top(3));
  }

  private List<Hits.Count> top(int field) {
    return Hits.most(counts.get(field), SHOWN);
  }

  /** One collector for each slice of the index, taken together. */
  static CollectorManager<StoryFacets, StoryHits> manager() {
    return new CollectorManager<>() {
      @Override
      public StoryFacets newCollector() {
        return new StoryFacets();
      }

      @Override
      public StoryHits reduce(Collection<StoryFacets> slices) {
        var all = new StoryFacets();
        for (StoryFacets slice : slices) {
          all.ids.addAll(slice.ids);
          for (int i = 0; i < FIELDS.size(); i++) {
            var into = all.counts.get(i);
            slice.counts.get(i).forEach((value, count) -> into.merge(value, count, Integer::sum));
          }
        }
        return all.hits();
      }
    };
  }
}
