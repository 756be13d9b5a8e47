package dev.annals.article;

import java.util.List;

/** The places a statement was read. Never empty: a record holds no unsourced statement. */
public record Cites(List<Cite> places) {

  /** Copies the list and refuses an empty one. */
  public Cites {
    places = List.copyOf(places);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a statement needs at least one source");
    }
  }
}
