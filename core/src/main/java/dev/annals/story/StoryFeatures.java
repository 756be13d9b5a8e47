package dev.annals.story;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed of an article to find its story: plain values, so that they can be stored and
 * sent, and the article itself can stay where it is.
 *
 * @param id the article's id
 * @param source the publisher, or null when unknown
 * @param title the headline, or null
 * @param time when it was published, in seconds since 1970, else when it was captured, else null
 * @param day the day of publication as stated, {@code 2031-03-05}; null when unknown
 * @param language BCP 47 tag
 * @param headline words of the headline
 * @param lead words of the headline and the first sentences
 * @param body words of the whole article
 * @param names parts of names of people, places and organisations
 * @param numbers the numbers as written, without the marks between thousands
 * @param days days that the text speaks of, {@code 2031-03-05}
 * @param forms how words of the body are written in full: {@code evacuat} is {@code evacuated};
 *     words that are whole already are left out
 * @param signature min-hashes of the text's word runs: articles that copy each other share many;
 *     zero stands for an empty slot
 */
public record StoryFeatures(
    String id,
    @Nullable String source,
    @Nullable String title,
    @Nullable Long time,
    @Nullable String day,
    String language,
    Terms headline,
    Terms lead,
    Terms body,
    Terms names,
    Terms numbers,
    Terms days,
    Map<String, String> forms,
    int[] signature) {

  /** Copies the forms. */
  public StoryFeatures {
    forms = Map.copyOf(forms);
  }

  /** A word of this article as its reader saw it. */
  String form(String word) {
    return forms.getOrDefault(word, word);
  }

  /** Whether both were made from the same text, title and date. */
  boolean sameAs(StoryFeatures other) {
    return print() == other.print();
  }

  /** A number that changes when anything changes that placing looks at. */
  long print() {
    long hash = Hashing.of(id);
    hash = hash * 31 + (title == null ? 0 : Hashing.of(title));
    hash = hash * 31 + (time == null ? 0 : time);
    for (Terms terms : new Terms[] {headline, lead, body, names, numbers, days}) {
      for (String word : terms.words()) {
        hash = hash * 31 + Hashing.of(word);
      }
      hash = hash * 31 + Arrays.hashCode(terms.counts());
    }
    return hash * 31 + Arrays.hashCode(signature);
  }
}
