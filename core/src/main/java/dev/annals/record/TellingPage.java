package dev.annals.record;

import dev.annals.text.Tokens;
import java.util.BitSet;

/**
 * An article with what each of its sentences is looked at by.
 *
 * @param quoted the tokens that stand between quotation marks
 * @param grounds which day it speaks of where
 * @param actors whom it names
 */
record TellingPage(
    ArticleParts parts, Tokens tokens, BitSet quoted, Grounds grounds, Actors actors) {}
