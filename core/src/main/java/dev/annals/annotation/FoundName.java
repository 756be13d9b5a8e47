package dev.annals.annotation;

/**
 * A name as the tagger found it.
 *
 * @param first number of its first token
 * @param last number of its last token
 */
record FoundName(int first, int last, MentionType type) {}
