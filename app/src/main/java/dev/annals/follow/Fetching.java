package dev.annals.follow;

import java.io.IOException;

/** Makes single requests; follows no redirect. Safe for use by several threads. */
@FunctionalInterface
interface Fetching {

  /**
   * Asks for something and waits for the answer.
   *
   * @throws FetchException when there is none
   */
  Answer get(Fetch fetch) throws IOException;
}
