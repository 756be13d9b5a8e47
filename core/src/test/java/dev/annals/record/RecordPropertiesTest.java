package dev.annals.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Pipeline;
import dev.annals.Settings;
import dev.annals.article.Article;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of every record, tried on the examples. */
class RecordPropertiesTest {

  private static List<StoryArticle> articles(String folder) {
    var articles = new ArrayList<StoryArticle>();
    new Pipeline(Settings.defaults())
        .annotate(
            List.of(Path.of("../examples", folder)),
            new ByteArrayInputStream(new byte[0]),
            a -> articles.add(new StoryArticle(a.article(), a.annotations(), "in the folder")),
            r -> {});
    // two files of one name in different folders are two documents to the engine; here ids are made
    // distinct by hand
    var distinct = new HashMap<String, StoryArticle>();
    articles.forEach(a -> distinct.putIfAbsent(a.article().id(), a));
    return new ArrayList<>(distinct.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"council", "ferry"})
  void everyCiteGivesTheExactWordsOfItsArticle(String folder) throws Exception {
    var articles = articles(folder);
    Map<String, Article> byId = new HashMap<>();
    articles.forEach(a -> byId.put(a.article().id(), a.article()));
    var record = new RecordCompiler().compile(folder, articles);
    var cites = new ArrayList<Cite>();
    collect(record, cites);
    assertThat(cites).isNotEmpty();
    for (Cite cite : cites) {
      String text = byId.get(cite.article()).text();
      assertThat(cite.text()).isEqualTo(text.substring(cite.start(), cite.end()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"council", "ferry"})
  void orderOfArrivalDoesNotShow(String folder) {
    var articles = articles(folder);
    var record = new RecordCompiler().compile(folder, articles);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(articles, new Random(seed));
      assertThat(new RecordCompiler().compile(folder, articles)).isEqualTo(record);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"council", "ferry"})
  void statementsNeverHaveMoreSourcesThanTheStory(String folder) {
    var record = new RecordCompiler().compile(folder, articles(folder));
    assertThat(record.independentSources()).isLessThan(record.articles().size());
    record
        .timeline()
        .forEach(e -> assertThat(e.sources()).isBetween(1, record.independentSources()));
    record.quotes().forEach(q -> assertThat(q.sources()).isBetween(1, record.independentSources()));
  }

  @Test
  void theQuotedWordsOfTheMayorAreOneQuoteWithAVariant() {
    var record = new RecordCompiler().compile("council", articles("council"));
    var quote =
        record.quotes().stream()
            .filter(q -> q.text().contains("shouted out of our own chamber"))
            .findFirst()
            .orElseThrow();
    assertThat(quote.speaker().name()).endsWith("Ada Okoro");
    assertThat(quote.variants()).hasSize(1);
  }

  private static void collect(Object value, List<Cite> cites)
      throws InvocationTargetException, IllegalAccessException {
    if (value instanceof Cite cite) {
      cites.add(cite);
    } else if (value instanceof Cites places) {
      cites.addAll(places.places());
    } else if (value instanceof List<?> list) {
      for (Object element : list) {
        collect(element, cites);
      }
    } else if (value instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        Object part = component.getAccessor().invoke(record);
        if (part != null) {
          collect(part, cites);
        }
      }
    }
  }
}
