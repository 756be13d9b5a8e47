package dev.annals.annotation;

/** How a change or an event is put. */
public enum Modality {
  /** Told as having happened. */
  ASSERTED,
  /** Announced or scheduled. */
  PLANNED,
  /** Depends on something: threatened, "would be if". */
  CONDITIONAL,
  /** Told as not having happened. */
  DENIED,
  /** Told as over. */
  ENDED
}
