package dev.annals.record;

import dev.annals.annotation.MentionType;
import dev.annals.annotation.Modality;
import dev.annals.article.Article;
import dev.annals.article.Outlets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the record of a story from its articles. The same articles give the same record,
 * whatever their order. Immutable and safe for use by several threads.
 */
public final class RecordCompiler {

  private static final int TITLE_LENGTH = 120;

  /**
   * Share of the weightiest entry's importance below which an entry does not bound a story's days.
   */
  private static final double PASSING = 0.3;

  private final LineageSection lineageSection;
  private final TimelineSection timelineSection = new TimelineSection();
  private final TrackSection trackSection = new TrackSection();
  private final QuoteSection quoteSection = new QuoteSection();
  private final ActorSection actorSection = new ActorSection();
  private final ClaimSection claimSection = new ClaimSection();
  private final DisagreementSection disagreementSection = new DisagreementSection();
  private final WordingSection wordingSection = new WordingSection();
  private final PictureSection pictureSection = new PictureSection();

  /** Tells outlets by the table that comes with Annals. */
  public RecordCompiler() {
    this(Outlets.standard());
  }

  /** Tells outlets by a table of the user's. */
  public RecordCompiler(Outlets outlets) {
    lineageSection = new LineageSection(outlets);
  }

  /**
   * The record of a story.
   *
   * @param id the story's id
   * @param articles the articles of the story, in any order, at least one, ids distinct
   */
  public StoryRecord compile(String id, List<StoryArticle> articles) {
    return compile(id, articles, new StoryMemory());
  }

  /**
   * The same record, sooner for a story that was compiled before.
   *
   * @param memory what the last compile of this story left; used by one thread at a time
   */
  public StoryRecord compile(String id, List<StoryArticle> articles, StoryMemory memory) {
    if (articles.isEmpty()) {
      throw new IllegalArgumentException("a story needs at least one article: " + id);
    }
    var inOrder = memory.take(articles);
    var lineages = lineageSection.trace(inOrder, memory);
    var context = new StoryContext(memory, inOrder, LineageSection.numbers(lineages));
    var timeline = timelineSection.compile(context);
    var quotes = quoteSection.compile(context);
    var disagreements = new ArrayList<>(disagreementSection.compile(context));
    disagreements.addAll(quotes.disagreements());
    disagreements.addAll(wordingSection.compile(context));
    return new StoryRecord(
        id,
        title(context, timeline),
        bound(context, timeline, true),
        bound(context, timeline, false),
        languages(context),
        members(context),
        lineageSection.compile(context, lineages),
        lineages.size(),
        timeline,
        trackSection.compile(context),
        quotes.quotes(),
        actorSection.compile(context, MentionType.PERSON),
        actorSection.compile(context, MentionType.ORGANIZATION),
        actorSection.compile(context, MentionType.PLACE),
        claimSection.compile(context),
        disagreements,
        pictureSection.compile(context),
        List.of());
  }

  private static List<StoryRecord.Member> members(StoryContext context) {
    var members = new ArrayList<StoryRecord.Member>();
    var notices = Retractions.of(context.parts());
    for (StoryArticle member : context.articles()) {
      Article article = member.article();
      LocalDate placed = context.placed(member);
      members.add(
          new StoryRecord.Member(
              article.id(),
              article.source(),
              article.url(),
              article.title(),
              article.published(),
              placed == null ? null : placed.toString(),
              article.modified(),
              context.lineageOf(article.id()),
              placed == null
                  ? member.why()
                  : member.why() + "; no date of its own, placed on " + placed + " by its story",
              notices.get(article.id())));
    }
    return members;
  }

  private static List<String> languages(StoryContext context) {
    var languages = new TreeSet<String>();
    for (StoryArticle article : context.articles()) {
      languages.add(article.article().language());
    }
    return List.copyOf(languages);
  }

  /**
   * The headline that shares most words with the others; without headlines the weightiest entry,
   * then the first words.
   */
  private static String title(StoryContext context, List<StoryRecord.Entry> timeline) {
    var counts = new HashMap<String, Integer>();
    for (ArticleParts article : context.parts()) {
      for (String word : article.titleWords()) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    String best = null;
    double most = -1;
    for (ArticleParts article : context.parts()) {
      String title = article.article().article().title();
      if (title != null && !title.isBlank()) {
        double centrality = centrality(article.titleWords(), counts);
        if (best == null || centrality > most || centrality == most && title.compareTo(best) < 0) {
          best = title;
          most = centrality;
        }
      }
    }
    if (best != null) {
      return best;
    }
    return timeline.stream()
        .max(
            Comparator.comparingDouble(StoryRecord.Entry::importance)
                .thenComparing(StoryRecord.Entry::text, Comparator.reverseOrder()))
        .map(entry -> shorten(entry.text()))
        .orElseGet(() -> firstWords(context));
  }

  private static String firstWords(StoryContext context) {
    var article = context.articles().get(0).article();
    String text = article.body().isEmpty() ? article.text().strip() : article.body();
    int line = text.indexOf('\n');
    String first = line < 0 ? text : text.substring(0, line);
    return shorten(first);
  }

  /** The first words of a sentence, cut between words. */
  private static String shorten(String text) {
    if (text.length() <= TITLE_LENGTH) {
      return text;
    }
    int blank = text.lastIndexOf(' ', TITLE_LENGTH);
    return text.substring(0, blank > 0 ? blank : TITLE_LENGTH) + " …";
  }

  private static double centrality(Set<String> words, Map<String, Integer> counts) {
    double sum = 0;
    for (String word : words) {
      sum += counts.getOrDefault(word, 0);
    }
    return words.isEmpty() ? 0 : sum / Math.sqrt(words.size());
  }

  /**
   * First or last day of what is told as having happened; days of publication when nothing is
   * dated.
   */
  private static @Nullable String bound(
      StoryContext context, List<StoryRecord.Entry> timeline, boolean first) {
    var days = new TreeSet<String>();
    double weightiest =
        timeline.stream().mapToDouble(StoryRecord.Entry::importance).max().orElse(0);
    for (StoryRecord.Entry entry : timeline) {
      String date = entry.date();
      // a day that one sentence names in passing is no day of the story
      if (entry.importance() >= PASSING * weightiest
          && date != null
          && date.length() >= 10
          && !entry.background()
          && entry.modality() == Modality.ASSERTED) {
        days.add(date.substring(0, 10));
      }
    }
    if (days.isEmpty()) {
      for (StoryArticle article : context.articles()) {
        LocalDate day = context.day(article);
        if (day != null) {
          days.add(day.toString());
        }
      }
    }
    return days.isEmpty() ? null : first ? days.first() : days.last();
  }
}
