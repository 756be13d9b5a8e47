package dev.annals.annotation;

/**
 * A role or title that the text gives to a person: {@code Senate Democratic leader}, {@code a
 * doctor}.
 *
 * @param name the person, as {@link Mention#name()}
 * @param role the words of the role, without article and "former"
 * @param start offset of the words in the text
 * @param end offset after them
 * @param tense whether the role is held, was held or is to come
 * @param rule the rule that tied it to the person: {@code title-before}, {@code apposition}
 */
public record PersonRole(
    String name, String role, int start, int end, RoleTense tense, String rule) {}
