package dev.annals.record;

import dev.annals.annotation.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of an article as it is looked at to find what it tells.
 *
 * @param number of the sentence in its article
 * @param events all that it tells
 * @param main the one that it is there for, or null
 * @param tense in which that is told
 */
record ToldSentence(
    TellingPage page, int number, List<Event> events, @Nullable Event main, Tense tense) {}
