package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.store.Store;
import java.io.IOException;
import picocli.CommandLine.Option;

/** Which store a command works on. */
final class StoreOption {

  @Option(
      names = "--store",
      paramLabel = "DIR|JDBC-URL",
      defaultValue = "${env:ANNALS_STORE:-annals.store}",
      description =
          "The store: a folder, an SQLite file, or a JDBC URL (default: $ANNALS_STORE, or ./annals.store).")
  private String location = "annals.store";

  /** Opens the store, and makes it when there is none. */
  Engine open(Settings settings) throws IOException {
    return Engine.open(location, settings);
  }

  /** Opens a store that is there. */
  Engine openExisting() throws IOException {
    if (!Store.exists(location)) {
      throw new IOException(
          location + ": no store here; annals read PATH makes one, --store says where it is");
    }
    return Engine.open(location, Settings.defaults());
  }
}
