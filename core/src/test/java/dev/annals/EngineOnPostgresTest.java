package dev.annals;

import dev.annals.store.PostgresServer;
import java.util.HashMap;
import java.util.Map;

/** All that an engine does on a server as well. */
class EngineOnPostgresTest extends EngineTest {

  private final Map<String, String> locations = new HashMap<>();

  @Override
  synchronized String location(String name) {
    return locations.computeIfAbsent(name, unknown -> PostgresServer.newDatabase());
  }
}
