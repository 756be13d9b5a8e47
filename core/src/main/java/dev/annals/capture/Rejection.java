package dev.annals.capture;

/**
 * A document that could not be read. Bad input is data: the run goes on, counts it and lists it at
 * the end.
 *
 * @param origin where it was met: {@code week.jsonl:17}
 * @param reason one line that says what is wrong
 */
public record Rejection(String origin, String reason) {}
