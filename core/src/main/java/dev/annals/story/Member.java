package dev.annals.story;

import org.jspecify.annotations.Nullable;

/**
 * An article of a story as later articles are compared with it: its {@link StoryFeatures} weighed
 * by how rare each word was when it came.
 *
 * @param article the article's id
 * @param source the publisher, or null when unknown
 * @param title the headline, or null
 * @param time order time in seconds since 1970, or null when unknown
 * @param day day of publication as stated, or null
 * @param language BCP 47 tag
 * @param headline words of the headline
 * @param lead words of headline and first sentences
 * @param body words of the whole article
 * @param names parts of names
 * @param numbers numbers
 * @param days days that the text speaks of
 * @param signature min-hashes
 * @param print tells two versions of the article apart
 */
public record Member(
    String article,
    @Nullable String source,
    @Nullable String title,
    @Nullable Long time,
    @Nullable String day,
    String language,
    SparseVector headline,
    SparseVector lead,
    SparseVector body,
    SparseVector names,
    SparseVector numbers,
    SparseVector days,
    int[] signature,
    long print) {}
