package dev.annals.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

class CopyCorpusTest {

  @Test
  void tracesCutsNewLeadsParaphraseAndMergedCopies() {
    var corpus = new CopyCorpus(7);
    var tracer = new LineageTracer();
    int right = 0;
    int found = 0;
    int gold = 0;
    for (int story = 0; story < 100; story++) {
      var sample = corpus.next();
      var group = new HashMap<String, Integer>();
      int number = 0;
      for (Lineage lineage : tracer.trace(sample.articles())) {
        for (String article : lineage.articles()) {
          group.put(article, number);
        }
        number++;
      }
      for (int a = 0; a < sample.articles().size(); a++) {
        for (int b = a + 1; b < sample.articles().size(); b++) {
          boolean same = sample.origins().get(a).equals(sample.origins().get(b));
          boolean tied =
              group
                  .get(sample.articles().get(a).article().id())
                  .equals(group.get(sample.articles().get(b).article().id()));
          right += same && tied ? 1 : 0;
          found += tied ? 1 : 0;
          gold += same ? 1 : 0;
        }
      }
    }
    double precision = (double) right / found;
    double recall = (double) right / gold;
    double f1 = 2 * precision * recall / (precision + recall);
    System.out.printf("copies: precision %.3f recall %.3f F1 %.3f%n", precision, recall, f1);
    assertThat(f1).isGreaterThan(0.95);
  }
}
