package dev.annals.record;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something derived that stays as long as what it was derived from is the same. Not safe for use by
 * several threads.
 */
final class Memo<T> {

  private @Nullable Object basis;
  private @Nullable T derived;

  /**
   * What was derived before, or is now.
   *
   * @param from all that it depends on and that can change
   */
  T get(@Nullable Object from, Supplier<T> derivation) {
    T known = derived;
    if (known == null || !Objects.equals(basis, from)) {
      known = derivation.get();
      derived = known;
      basis = from;
    }
    return known;
  }
}
