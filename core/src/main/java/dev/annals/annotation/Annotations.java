package dev.annals.annotation;

import java.util.List;

/**
 * All that was found in the text of one article, each list in the order of the text. Safe for use
 * by several threads.
 *
 * @param mentions names
 * @param roles roles and titles of persons
 * @param times time expressions
 * @param quotes direct, partial and indirect quotes
 * @param claims claims and stances to them
 * @param changes changes of state
 * @param events who did what
 * @param figures counted things
 */
public record Annotations(
    List<Mention> mentions,
    List<PersonRole> roles,
    List<TimeExpression> times,
    List<Quote> quotes,
    List<Claim> claims,
    List<Change> changes,
    List<Event> events,
    List<Figure> figures) {

  /** Nothing found, as for a language without a model. */
  public static final Annotations NONE =
      new Annotations(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Annotations {
    mentions = List.copyOf(mentions);
    roles = List.copyOf(roles);
    times = List.copyOf(times);
    quotes = List.copyOf(quotes);
    claims = List.copyOf(claims);
    changes = List.copyOf(changes);
    events = List.copyOf(events);
    figures = List.copyOf(figures);
  }
}
