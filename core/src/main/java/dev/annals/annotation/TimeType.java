package dev.annals.annotation;

/** TIMEX3 types (ISO 24617-1). */
public enum TimeType {
  DATE,
  TIME,
  DURATION,
  SET
}
