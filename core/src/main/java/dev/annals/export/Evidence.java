package dev.annals.export;

import dev.annals.store.Store;
import java.util.List;

/** What was captured of the articles of a record: the proof that they said so. */
@FunctionalInterface
public interface Evidence {

  /** Nothing was kept. */
  Evidence NONE = article -> List.of();

  /**
   * The captures of an article, oldest first.
   *
   * @param article its id
   */
  List<Store.KeptCapture> of(String article);
}
