package dev.annals.annotation;

import dev.annals.text.TimeZones;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Names of time zones after a clock time. */
final class Zones {

  private static final LocalDateTime ANY = LocalDateTime.of(2000, 1, 1, 0, 0);

  private Zones() {}

  /** The name of the zone that stands here, or null. */
  static @Nullable String at(TimeAtoms atoms, int atom) {
    String word = atoms.word(atom);
    boolean capitals = word.length() >= 2 && word.length() <= 5;
    for (int i = 0; i < word.length() && capitals; i++) {
      capitals = word.charAt(i) >= 'A' && word.charAt(i) <= 'Z';
    }
    return capitals && TimeZones.offset(word, ANY) != null ? word : null;
  }
}
