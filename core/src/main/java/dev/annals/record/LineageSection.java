package dev.annals.record;

import dev.annals.article.Cite;
import dev.annals.article.Outlets;
import dev.annals.lineage.Lineage;
import dev.annals.lineage.LineageTracer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which articles share an origin. */
final class LineageSection {

  private final LineageTracer tracer;

  LineageSection(Outlets outlets) {
    this.tracer = new LineageTracer(outlets);
  }

  /**
   * The lineages of a story.
   *
   * @param articles in the record's order
   */
  List<Lineage> trace(List<ArticleParts> articles, StoryMemory memory) {
    return tracer.trace(articles.stream().map(ArticleParts::traced).toList(), memory.lineage());
  }

  /** Number of the lineage of each article, from 1. */
  static Map<String, Integer> numbers(List<Lineage> lineages) {
    var numbers = new HashMap<String, Integer>();
    for (int i = 0; i < lineages.size(); i++) {
      for (String article : lineages.get(i).articles()) {
        numbers.put(article, i + 1);
      }
    }
    return numbers;
  }

  List<StoryRecord.LineageGroup> compile(StoryContext context, List<Lineage> lineages) {
    var groups = new ArrayList<StoryRecord.LineageGroup>();
    for (int i = 0; i < lineages.size(); i++) {
      Lineage lineage = lineages.get(i);
      var cites = new ArrayList<Cite>();
      for (Lineage.Evidence evidence : lineage.evidence()) {
        cites.add(
            context.cite(context.article(evidence.article()), evidence.start(), evidence.end()));
      }
      groups.add(
          new StoryRecord.LineageGroup(
              i + 1, lineage.origin(), lineage.articles(), lineage.how().label(), cites));
    }
    return groups;
  }
}
