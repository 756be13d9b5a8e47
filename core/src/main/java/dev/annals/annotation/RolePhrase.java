package dev.annals.annotation;

/**
 * The words of a role.
 *
 * @param first number of the first token
 * @param last number of the last token
 * @param head number of the token that says what it is: "mayor" in "mayor of Northport"
 */
record RolePhrase(int first, int last, int head, RoleTense tense) {}
