package dev.annals.annotation;

import java.util.Locale;

/** Where somebody stands to a claim. */
public enum Stance {
  ASSERTS,
  DENIES,
  /** The reporter or another calls it false or unproven. */
  DISPUTES,
  WITHDRAWS;

  /** The name used in JSON. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
