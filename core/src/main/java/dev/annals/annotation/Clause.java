package dev.annals.annotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verb with what stands around it, by token numbers. Lasts are inclusive; -1 means that there is
 * none.
 *
 * @param first first token of the verb group, auxiliaries included
 * @param verb the main verb
 * @param lemma dictionary form of the main verb
 * @param subject the phrase that is its subject on the surface, or null
 * @param object the phrase right after the verb, or null; for a passive its surface subject is whom
 *     it was done to
 * @param after particles and prepositions after the verb, in order, each with what follows it
 * @param passive whether the subject undergoes
 * @param negated whether it is said not to be so
 * @param infinitive whether the group is a bare or "to" infinitive
 * @param participle whether the group has no finite verb and is no infinitive
 * @param modal the modal among the auxiliaries by its dictionary form ({@code will}, {@code would},
 *     {@code may}), or null
 * @param governor index of the clause whose verb governs this infinitive or participle, or -1
 * @param marker the word that joins the clause to another ({@code if}, {@code after}, {@code who})
 *     in lower case, or null
 * @param quoted whether the verb stands between quotation marks
 */
record Clause(
    int sentence,
    int first,
    int verb,
    String lemma,
    @Nullable Phrase subject,
    @Nullable Phrase object,
    List<Attachment> after,
    boolean passive,
    boolean negated,
    boolean infinitive,
    boolean participle,
    @Nullable String modal,
    int governor,
    @Nullable String marker,
    boolean quoted) {

  /**
   * A noun phrase.
   *
   * @param first its first token
   * @param last its last token, those after "of" included
   * @param head its head noun
   */
  record Phrase(int first, int last, int head) {}

  /**
   * A particle or preposition with the phrase after it.
   *
   * @param token the particle or preposition
   * @param phrase what follows it, or null
   */
  record Attachment(int token, @Nullable Phrase phrase) {}
}
