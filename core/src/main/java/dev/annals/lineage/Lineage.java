package dev.annals.lineage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Articles whose words come from one origin, and so count as one source.
 *
 * @param origin the agency or outlet the words come from, or null when none is stated and nothing
 *     was copied
 * @param articles ids of the articles, in the order given to the tracer
 * @param how what shows it
 * @param evidence the words that show it: a credit line, a copied sentence; empty for {@link
 *     How#NONE_STATED}
 */
public record Lineage(
    @Nullable String origin, List<String> articles, How how, List<Evidence> evidence) {

  /** Copies the lists. */
  public Lineage {
    articles = List.copyOf(articles);
    evidence = List.copyOf(evidence);
  }

  /** What shows where the words come from. */
  public enum How {
    /** A credit line, byline or dateline names the origin. */
    CREDITED("credited"),
    /** The running text names it: "[taken from …]", "X reported". */
    NAMED_IN_TEXT("named in text"),
    /** Sentences are the same, or nearly. */
    SHARED_SENTENCES("shared sentences"),
    /** One outlet's several reports. */
    SAME_OUTLET("same outlet"),
    /** No other origin is stated and nothing copied was found. */
    NONE_STATED("no other origin stated");

    private final String label;

    How(String label) {
      this.label = label;
    }

    /** The name used in JSON. */
    public String label() {
      return label;
    }
  }

  /**
   * Words that show a lineage.
   *
   * @param article id of the article they stand in
   * @param start offset in its text
   * @param end offset after them
   */
  public record Evidence(String article, int start, int end) {}
}
