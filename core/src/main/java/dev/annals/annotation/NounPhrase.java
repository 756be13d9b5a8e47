package dev.annals.annotation;

import org.jspecify.annotations.Nullable;

/**
 * A noun phrase, name or pronoun that may be a speaker.
 *
 * @param first its first token
 * @param last its last token
 * @param kind what it is
 * @param mention the name it holds as its head, or null
 * @param entity number of whom it means within the article, the same for all mentions of one name;
 *     negative when it is not a name
 */
record NounPhrase(int first, int last, Kind kind, @Nullable Mention mention, int entity) {

  /** What a noun phrase is. */
  enum Kind {
    PERSON,
    ORGANIZATION,
    PLACE,
    PRONOUN,
    RELATIVE,
    COMMON,
    PROPER
  }
}
