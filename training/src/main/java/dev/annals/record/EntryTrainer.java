package dev.annals.record;

import dev.annals.Pipeline;
import dev.annals.Settings;
import dev.annals.article.Outlets;
import dev.annals.story.TreeBooster;
import dev.annals.story.TreeModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns from entries that were judged by hand which events of a short story come first. Reads
 * {@code unlabelled/articles.jsonl.gz}: the articles that the marks are of, and many others to
 * count words in.
 */
public final class EntryTrainer {

  private static final int DEPTH = 3;
  private static final int TREES = 60;
  private static final double RATE = 0.07;
  private static final double LEAST_WEIGHT = 4;
  private static final double RIDGE = 3;

  /** Parts of the stories of which each is left out by one of as many models. */
  private static final int BAGS = 5;

  private static final int FOLDS = 10;
  private static final int FIRST = 10;

  // what no reader saw stood below the first thirty, and is rather not weighty
  private static final double UNSEEN = 0.3;
  // a poor entry is less wrong than a wrong one
  private static final double ARGUABLE = 0.6;
  private static final int WEIGHTY = 2;

  private record Row(
      String story, Candidate candidate, double[] x, EntryMarks.@Nullable Mark mark) {}

  private final PrintStream out;
  private EntryModel words = new EntryModel(empty(), empty(), Map.of());
  private final List<Row> rows = new ArrayList<>();

  /** Tells what it does on a writer. */
  public EntryTrainer(PrintStream out) {
    this.out = out;
  }

  /** Writes {@code entries.en.model} and {@code news-words.en.txt} into a folder. */
  public void train(Path folder, Path into) throws IOException {
    var news = new NewsWords();
    var articles = read(folder, news::add);
    words = new EntryModel(empty(), empty(), news.weights());
    rows(articles);
    Files.write(into.resolve("entries.en.model"), learn(story -> true).lines());
    var lines = new ArrayList<String>();
    lines.add(
        "# Log odds of a word, or of a kind of events (=), to stand in the first sentences of");
    lines.add("# a report rather than farther on. Sorted. Made by annals train entries.");
    words.words().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(word -> lines.add(word.getKey() + " " + word.getValue()));
    Files.write(into.resolve("news-words.en.txt"), lines);
  }

  /**
   * Tells how the ten first entries of stories are that a model has not seen, with the words that
   * come with Annals: no mark is needed to count these.
   */
  public void crossValidate(Path folder) throws IOException {
    words = new EntryModel(empty(), empty(), EntryModel.standard().words());
    rows(read(folder, article -> {}));
    var stories = rows.stream().map(Row::story).distinct().toList();
    var counts = new int[5];
    for (int fold = 0; fold < FOLDS; fold++) {
      int part = fold;
      Predicate<String> held = story -> stories.indexOf(story) % FOLDS == part;
      EntryModel model = learn(held.negate());
      for (String story : stories) {
        if (held.test(story)) {
          count(rows.stream().filter(row -> row.story().equals(story)).toList(), model, counts);
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "the ten first entries of %d stories: %d right (%d of them weighty), %d wrong, %d arguable,"
            + " %d not marked%n",
        stories.size(),
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        counts[4]);
  }

  private static void count(List<Row> story, EntryModel model, int[] counts) {
    var marks = new HashMap<Candidate, EntryMarks.@Nullable Mark>();
    var scored = new ArrayList<EventRanking.Scored>();
    for (Row row : story) {
      marks.put(row.candidate(), row.mark());
      scored.add(
          new EventRanking.Scored(
              row.candidate(), false, model.right(row.x()), model.weighty(row.x())));
    }
    EventRanking.ranked(scored).stream()
        .limit(FIRST)
        .map(chosen -> marks.get(chosen.scored().candidate()))
        .forEach(
            mark -> {
              if (mark == null) {
                counts[4]++;
              } else if (mark.verdict() == 'r') {
                counts[0]++;
                counts[1] += mark.weight() >= WEIGHTY ? 1 : 0;
              } else {
                counts[mark.verdict() == 'w' ? 2 : 3]++;
              }
            });
  }

  /** The articles that the marks are of, by their digests. */
  private Map<String, StoryArticle> read(Path folder, Consumer<StoryArticle> all) {
    var wanted = new HashSet<String>();
    EntryMarks.read().forEach(story -> wanted.addAll(story.articles()));
    var articles = new HashMap<String, StoryArticle>();
    new Pipeline(Settings.defaults())
        .annotate(
            List.of(folder.resolve("unlabelled").resolve("articles.jsonl.gz")),
            new ByteArrayInputStream(new byte[0]),
            read -> {
              var article = new StoryArticle(read.article(), read.annotations(), "given");
              all.accept(article);
              String digest = EntryMarks.digest(read.article().text());
              if (wanted.contains(digest)) {
                articles.put(digest, article);
              }
            },
            rejection -> out.println(rejection));
    return articles;
  }

  private void rows(Map<String, StoryArticle> articles) {
    for (EntryMarks.Story story : EntryMarks.read()) {
      if (articles.keySet().containsAll(story.articles())) {
        rows(story, story.articles().stream().map(articles::get).toList());
      } else {
        out.println("not all articles of story " + story.name() + " are there");
      }
    }
    out.printf(
        "%d candidates of %d stories, %d marked%n",
        rows.size(),
        rows.stream().map(Row::story).distinct().count(),
        rows.stream().filter(row -> row.mark() != null).count());
    out.flush();
  }

  private void rows(EntryMarks.Story story, List<StoryArticle> articles) {
    var memory = new StoryMemory();
    var inOrder = memory.take(articles);
    var lineages = new LineageSection(Outlets.standard()).trace(inOrder, memory);
    var context = new StoryContext(memory, inOrder, LineageSection.numbers(lineages));
    var tellings = new Tellings(context, context.times(), context.vectors()).collect();
    var candidates = new Candidates(tellings, context.vectors().size());
    var weights = new DayWeights(context, context.times());
    for (Candidate candidate : EventRanking.all(tellings, Tellings.byDay(tellings), candidates)) {
      Telling best = candidate.best();
      String date = candidate.when().date();
      rows.add(
          new Row(
              story.name(),
              candidate,
              EntryFeatures.of(context, words, candidate, candidates.centre(), weights),
              story.mark(
                  EntryMarks.digest(best.told().article().article().text()),
                  best.sentence().start(),
                  date == null ? EntryMarks.NONE : date)));
    }
  }

  private EntryModel learn(Predicate<String> learnt) {
    var stories = rows.stream().map(Row::story).distinct().filter(learnt).toList();
    List<TreeModel> right = new ArrayList<>();
    List<TreeModel> weighty = new ArrayList<>();
    IntStream.range(0, BAGS)
        .mapToObj(
            bag -> {
              var some = new HashSet<String>();
              for (int i = 0; i < stories.size(); i++) {
                if (i % BAGS != bag) {
                  some.add(stories.get(i));
                }
              }
              return List.of(learnRight(some), learnWeighty(some));
            })
        .forEach(
            models -> {
              right.add(models.get(0));
              weighty.add(models.get(1));
            });
    return new EntryModel(TreeModel.mean(right), TreeModel.mean(weighty), words.words());
  }

  private TreeModel learnRight(HashSet<String> stories) {
    var seen = new ArrayList<TreeBooster.Row>();
    for (Row row : rows) {
      EntryMarks.Mark mark = row.mark();
      if (mark != null && stories.contains(row.story())) {
        seen.add(
            new TreeBooster.Row(
                row.x(), mark.verdict() == 'r', mark.verdict() == 'a' ? ARGUABLE : 1));
      }
    }
    return booster().train(seen);
  }

  private TreeModel learnWeighty(HashSet<String> stories) {
    var all = new ArrayList<TreeBooster.Row>();
    for (Row row : rows) {
      EntryMarks.Mark mark = row.mark();
      if (stories.contains(row.story())) {
        boolean so = mark != null && mark.verdict() == 'r' && mark.weight() >= WEIGHTY;
        all.add(new TreeBooster.Row(row.x(), so, mark == null ? UNSEEN : 1));
      }
    }
    return booster().train(all);
  }

  private static TreeBooster booster() {
    var used = new boolean[EntryFeatures.NAMES.length];
    Arrays.fill(used, true);
    return new TreeBooster(DEPTH, TREES, RATE, LEAST_WEIGHT, RIDGE, EntryFeatures.NAMES, used);
  }

  private static TreeModel empty() {
    return new TreeModel(EntryFeatures.NAMES, 0, DEPTH, new int[0], new float[0], new float[0]);
  }
}
