package dev.annals;

import dev.annals.store.PostgresServer;

/** All that an engine does on a server as well. */
class EngineOnPostgresTest extends EngineTest {

  @Override
  String newLocation(String name) {
    return PostgresServer.newDatabase();
  }
}
