package dev.annals.record;

import dev.annals.article.Cite;
import java.util.List;

/**
 * A statement that one compile of a record has and another has not.
 *
 * @param section where it stands: {@code timeline}, {@code quotes} …
 * @param added whether the later compile has it, rather than the earlier one
 * @param text the statement in words
 * @param cites where it was read; empty where the statement is about the record itself
 */
public record RecordChange(String section, boolean added, String text, List<Cite> cites) {

  /** Copies the list. */
  public RecordChange {
    cites = List.copyOf(cites);
  }
}
