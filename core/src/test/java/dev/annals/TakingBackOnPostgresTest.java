package dev.annals;

import dev.annals.store.PostgresServer;

/** All that is taken back, on a server as well. */
class TakingBackOnPostgresTest extends TakingBackTest {

  @Override
  String newLocation(String name) {
    return PostgresServer.newDatabase();
  }
}
