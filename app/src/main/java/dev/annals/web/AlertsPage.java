package dev.annals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What webhooks are told of, without their addresses: these may hold a secret.
 *
 * @param following whether this server tells them itself
 * @param writable whether alerts can be added here
 * @param added the alert that was just added, with the secret that signs it, or null
 */
public record AlertsPage(
    List<Row> rows, boolean following, boolean writable, @Nullable String added) {

  /** Copies the list. */
  public AlertsPage {
    rows = List.copyOf(rows);
  }

  /**
   * An alert.
   *
   * @param link to what it tells of
   * @param feed the same as an Atom feed
   * @param host of the webhook
   * @param error why it was not taken last time, or null
   */
  public record Row(
      String id,
      String what,
      String link,
      String feed,
      String host,
      String told,
      int failures,
      @Nullable String error) {}
}
