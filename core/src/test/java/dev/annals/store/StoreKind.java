package dev.annals.store;

import java.nio.file.Path;

/** Where a store can lie. */
enum StoreKind {
  SQLITE,
  POSTGRESQL;

  /** The location of a store that is not there yet. */
  String newStore(Path folder) {
    return this == SQLITE ? folder.resolve("store").toString() : PostgresServer.newDatabase();
  }
}
