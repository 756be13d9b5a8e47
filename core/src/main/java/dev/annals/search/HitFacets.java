package dev.annals.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * Counts the kinds, outlets and languages of all that matches: by number first, names are looked up
 * once for each part of the index.
 */
final class HitFacets extends SimpleCollector {

  private static final List<String> FIELDS =
      List.of("kind-facet", "outlet-facet", "language-facet");
  private static final int SHOWN = 10;

  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final SortedDocValues[] values = new SortedDocValues[FIELDS.size()];
  private final int[][] numbers = new int[FIELDS.size()][];
  private long total;

  private HitFacets() {
    FIELDS.forEach(field -> counts.add(new HashMap<>()));
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = DocValues.getSorted(context.reader(), FIELDS.get(i));
      numbers[i] = new int[values[i].getValueCount()];
    }
  }

  @Override
  public void collect(int doc) throws IOException {
    total++;
    for (int i = 0; i < values.length; i++) {
      if (values[i].advanceExact(doc)) {
        numbers[i][values[i].ordValue()]++;
      }
    }
  }

  @Override
  public void finish() throws IOException {
    for (int i = 0; i < values.length; i++) {
      for (int number = 0; number < numbers[i].length; number++) {
        if (numbers[i][number] > 0) {
          String name = values[i].lookupOrd(number).utf8ToString();
          counts.get(i).merge(name, numbers[i][number], Integer::sum);
        }
      }
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /** How many there are. */
  record Counted(long total, List<Map<String, Integer>> counts) {

    /** The most frequent kinds (0), outlets (1) or languages (2). */
    List<Hits.Count> most(int field) {
      return Hits.most(counts.get(field), SHOWN);
    }
  }

  /** One collector for each slice of the index, taken together. */
  static CollectorManager<HitFacets, Counted> manager() {
    return new CollectorManager<>() {
      @Override
      public HitFacets newCollector() {
        return new HitFacets();
      }

      @Override
      public Counted reduce(Collection<HitFacets> slices) {
        var all = new HitFacets();
        for (HitFacets slice : slices) {
          all.total += slice.total;
          for (int i = 0; i < FIELDS.size(); i++) {
            var into = all.counts.get(i);
            slice.counts.get(i).forEach((name, count) -> into.merge(name, count, Integer::sum));
          }
        }
        return new Counted(all.total, all.counts);
      }
    };
  }
}
