package dev.annals.follow;

/** Why a fetch gave no answer. */
public enum FetchProblem {
  /** The host's name has no address. */
  NAME("no such host"),
  /** All addresses of the host are refused. */
  ADDRESS("address not allowed"),
  /** No http or https, or a port that no web server has. */
  URL("address cannot be fetched"),
  /** Nobody answers. */
  CONNECT("no connection"),
  /** The certificate does not fit. */
  TLS("no trusted connection"),
  /** The answer takes too long. */
  TIME("too slow"),
  /** The body is longer than it may be. */
  SIZE("too long"),
  /** The answer is no HTTP, or its packing is damaged. */
  FORM("not understood");

  private final String text;

  FetchProblem(String text) {
    this.text = text;
  }

  /** In words, for people. */
  public String text() {
    return text;
  }
}
