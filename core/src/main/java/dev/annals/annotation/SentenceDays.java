package dev.annals.annotation;

import dev.annals.article.Article;
import dev.annals.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The day that a sentence tells of: the one it states, else the one that the sentences before it in
 * the same paragraph stated, else the day of publication.
 */
final class SentenceDays {

  private final Tokens tokens;
  private final List<TimeExpression> times;
  private final int[] sentenceOfTime;
  private final @Nullable String[] narrated;
  private final @Nullable String dateline;

  SentenceDays(Article article, Tokens tokens, List<TimeExpression> times) {
    this.tokens = tokens;
    this.times = times;
    String published = article.published();
    this.dateline =
        published == null ? null : published.substring(0, Math.min(10, published.length()));
    this.sentenceOfTime = new int[times.size()];
    this.narrated = new @Nullable String[tokens.sentences()];
    var stated = new @Nullable String[tokens.sentences()];
    for (int k = 0; k < times.size(); k++) {
      int token = Math.min(tokens.at(times.get(k).start()), tokens.size() - 1);
      sentenceOfTime[k] = token < 0 ? 0 : tokens.sentence(token);
      if (isDay(times.get(k)) && stated[sentenceOfTime[k]] == null) {
        stated[sentenceOfTime[k]] = times.get(k).value();
      }
    }
    String last = null;
    int block = -1;
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      int own = tokens.block(tokens.sentenceFirst(sentence));
      if (own != block) {
        last = null;
        block = own;
      }
      narrated[sentence] = last;
      if (stated[sentence] != null) {
        last = stated[sentence];
      }
    }
  }

  static boolean isDay(TimeExpression time) {
    return (time.type() == TimeType.DATE || time.type() == TimeType.TIME)
        && time.value().length() >= 7
        && Character.isDigit(time.value().charAt(0));
  }

  /** The stated time nearest to a token in its sentence, or null. */
  private @Nullable TimeExpression stated(int token) {
    int sentence = tokens.sentence(token);
    TimeExpression best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (int k = firstOf(sentence); k < times.size() && sentenceOfTime[k] == sentence; k++) {
      TimeExpression time = times.get(k);
      int distance = Math.abs(time.start() - tokens.start(token));
      if (isDay(time) && distance < bestDistance) {
        best = time;
        bestDistance = distance;
      }
    }
    return best;
  }

  private int firstOf(int sentence) {
    int low = 0;
    int high = sentenceOfTime.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sentenceOfTime[middle] < sentence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** TIMEX3 value of when what this token tells happened, or null when unknown. */
  @Nullable String value(int token) {
    TimeExpression stated = stated(token);
    if (stated != null) {
      return stated.value();
    }
    String before = narrated[tokens.sentence(token)];
    return before != null ? before : dateline;
  }

  /** Where the value comes from: {@code stated}, {@code narrated}, {@code dateline}, or null. */
  @Nullable String rule(int token) {
    if (stated(token) != null) {
      return "stated";
    }
    if (narrated[tokens.sentence(token)] != null) {
      return "narrated";
    }
    return dateline == null ? null : "dateline";
  }
}
