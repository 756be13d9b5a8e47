package dev.annals.cli;

import dev.annals.Engine;
import dev.annals.Settings;
import dev.annals.article.Outlets;
import dev.annals.store.Store;
import java.io.IOException;
import java.nio.file.Path;
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

  @Option(
      names = "--outlets",
      paramLabel = "FILE",
      defaultValue = "${env:ANNALS_OUTLETS:-}",
      description =
          "Names and domains that are one outlet, beside those that Annals knows: docs/record.md (default: $ANNALS_OUTLETS).")
  private String outlets = "";

  /** Opens the store, and makes it when there is none. */
  Engine open(Settings settings) throws IOException {
    return Engine.open(
        location,
        outlets.isBlank() ? settings : settings.withOutlets(Outlets.with(Path.of(outlets))));
  }

  /** Opens a store that is there. */
  Engine openExisting() throws IOException {
    if (!Store.exists(location)) {
      throw new IOException(
          location + ": no store here; annals read PATH makes one, --store says where it is");
    }
    return open(Settings.defaults());
  }
}
