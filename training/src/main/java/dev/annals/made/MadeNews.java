package dev.annals.made;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * An endless stream of articles about events that never happened, of about 800 words each: stories
 * of realistic sizes (half of them have one article, one in a hundred more than fifty), told over
 * days by many outlets, with people, quotes, dates, counts and copies of agencies. The same seed
 * gives the same stream. Not safe for use by several threads.
 */
public final class MadeNews {

  private static final int OUTLETS = 120;
  private static final int ARTICLES_A_DAY = 2_000;
  private static final int DAYS_OF_ONE = 10;
  private static final LocalDate FIRST = LocalDate.of(2031, 3, 3);

  private final Phrasebook book = new Phrasebook();
  private final Random random;
  private final int open;
  private final int perDay;
  private final List<Plot> plots = new ArrayList<>();
  private final List<String> outlets = new ArrayList<>();
  private long written;

  /**
   * A stream.
   *
   * @param open stories that are told at the same time
   */
  public MadeNews(long seed, int open) {
    this(seed, open, ARTICLES_A_DAY);
  }

  private MadeNews(long seed, int open, int perDay) {
    this.random = new Random(seed);
    this.open = open;
    this.perDay = perDay;
    for (int i = 0; i < OUTLETS; i++) {
      outlets.add(book.name("townend", random) + " " + book.any("outletend", random));
    }
  }

  /** The reports of one story, told over ten days. */
  public static MadeNews ofOneStory(long seed, int reports) {
    var news = new MadeNews(seed, 1, Math.max(1, reports / DAYS_OF_ONE));
    news.plots.add(new Plot(news.book, news.random.nextLong(), FIRST, reports));
    return news;
  }

  /** The next article. */
  public MadeArticle next() {
    LocalDate today = FIRST.plusDays(written / perDay);
    while (plots.size() < open) {
      plots.add(new Plot(book, random.nextLong(), today, size()));
    }
    int at = random.nextInt(plots.size());
    Plot plot = plots.get(at);
    Plot.Telling telling = plot.report(today);
    if (--plot.left == 0) {
      plots.set(at, plots.get(plots.size() - 1));
      plots.remove(plots.size() - 1);
    }
    String outlet = outlets.get(random.nextInt(OUTLETS));
    String host = outlet.toLowerCase(Locale.ROOT).replace(" ", "-") + ".example";
    String id = "made-" + written++;
    LocalDateTime time = today.atTime(random.nextInt(24), random.nextInt(60));
    String byline = book.any("given", random) + " " + book.name("nameend", random);
    return new MadeArticle(
        id,
        "https://" + host + "/" + today.toString().replace('-', '/') + "/" + id,
        outlet,
        telling.title(),
        telling.agency() == null ? byline : telling.agency(),
        time + ":00+00:00",
        telling.paragraphs());
  }

  private int size() {
    return (int) Math.min(400, Math.floor(Math.pow(1 - random.nextDouble(), -0.85)));
  }
}
