package dev.annals.load;

import dev.annals.annotation.Annotator;
import dev.annals.article.ArticleExtractor;
import dev.annals.capture.Capture;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryArticle;
import dev.annals.record.StoryRecord;
import dev.annals.store.Fingerprints;
import dev.annals.store.Intake;
import dev.annals.store.Store;
import dev.annals.store.StoreWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills a store with made-up reports. Articles, findings and records are the real ones; only the
 * clusterer is left out: which report belongs to which story is known.
 *
 * <pre>{@code
 * java -cp … dev.annals.load.StoreFiller big.store 50000 5000
 * }</pre>
 */
public final class StoreFiller {

  private static final int WAITING = 32;

  private final MadeUpNews news = new MadeUpNews(1);
  private final ArticleExtractor extractor = new ArticleExtractor();
  private final Annotator annotator = new Annotator();
  private final RecordCompiler compiler = new RecordCompiler();

  private StoreFiller() {}

  /**
   * Fills a store.
   *
   * @param arguments where the store lies, how many articles, how many stories
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      System.err.println("usage: StoreFiller STORE ARTICLES STORIES");
      System.exit(2);
    }
    int articles = Integer.parseInt(arguments[1]);
    int stories = Integer.parseInt(arguments[2]);
    try (var store = Store.open(arguments[0])) {
      store.writer().takeTurn();
      new StoreFiller().fill(store.writer(), sizes(articles, stories));
      store.writer().endTurn();
      System.err.println(store.articles() + " articles, " + store.stories().size() + " stories");
    }
  }

  /** Sizes as in news: many stories of a few reports, a few of hundreds. */
  static List<Integer> sizes(int articles, int stories) {
    var random = new Random(1);
    var weights = new double[stories];
    double sum = 0;
    for (int i = 0; i < stories; i++) {
      weights[i] = Math.min(60, Math.pow(1 - random.nextDouble(), -0.7));
      sum += weights[i];
    }
    var sizes = new ArrayList<Integer>();
    int left = articles - stories;
    double carried = 0;
    for (int i = 0; i < stories; i++) {
      carried += (articles - stories) * weights[i] / sum;
      int more = i == stories - 1 ? left : Math.min(left, (int) Math.round(carried));
      carried -= more;
      left -= more;
      sizes.add(1 + more);
    }
    return sizes;
  }

  private record Told(StoryRecord record, byte[] packed, List<Intake> intakes) {}

  private void fill(StoreWriter store, List<Integer> sizes) throws Exception {
    var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    var waiting = new ArrayDeque<Future<Told>>();
    long seq = store.lastSeq();
    long generation = store.nextGeneration();
    store.noteShapes();
    try {
      for (int i = 0; i < sizes.size() || !waiting.isEmpty(); i++) {
        if (i < sizes.size()) {
          int story = i;
          waiting.add(workers.submit((Callable<Told>) () -> tell(story, sizes.get(story))));
        }
        if (waiting.size() >= WAITING || i >= sizes.size()) {
          seq = keep(store, waiting.removeFirst().get(), seq, generation);
        }
        if (i % 200 == 0) {
          store.commit();
          System.err.print("\r" + Math.min(i, sizes.size()) + " of " + sizes.size() + " stories ");
        }
      }
    } finally {
      workers.shutdownNow();
    }
    store.commit();
    System.err.println();
  }

  private Told tell(int story, int reports) throws IOException {
    var intakes = new ArrayList<Intake>();
    var members = new ArrayList<StoryArticle>();
    for (Capture capture : news.story(story, reports)) {
      var article = extractor.extract(capture);
      var found = annotator.annotate(article);
      intakes.add(Intake.of(capture, capture.origin(), Fingerprints.of(capture), article, found));
      members.add(new StoryArticle(article, found, "made up for this story"));
    }
    var record = compiler.compile("story-" + story, members);
    return new Told(record, StoreWriter.pack(record), intakes);
  }

  private static long keep(StoreWriter store, Told told, long from, long generation) {
    long seq = from;
    String story = told.record().id();
    store.touch(story, told.record().title());
    for (Intake intake : told.intakes()) {
      store.keep(intake, 1, ++seq);
      store.place(intake.article().id(), story, "made up for this story");
    }
    store.keep(told.record(), told.packed(), generation);
    return seq;
  }
}
