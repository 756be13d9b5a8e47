package dev.annals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackupTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void copiesAllThatIsCommittedWhileAnotherWrites(StoreKind kind) throws IOException {
    try (var store = Store.open(kind.newStore(folder))) {
      fill(store);
      store.writer().takeTurn();
      store.writer().place("c", "third", "not committed yet");
      Path file = folder.resolve("backup.db");
      store.backup(file);
      store.writer().endTurn();
      try (var copy = Store.open(file.toString())) {
        assertThat(copy.storyOf("a")).isEqualTo("first");
        assertThat(copy.storyOf("c")).isNull();
        assertThat(copy.generation()).isEqualTo(store.generation());
        assertThat(copy.identity()).isNotEqualTo(store.identity());
        assertThat(copy.history("first")).isEqualTo(store.history("first"));
      }
      assertThat(folder.resolve("backup.db.part")).doesNotExist();
      assertThatThrownBy(() -> store.backup(file)).hasMessageContaining("already");
    }
  }

  @ParameterizedTest
  @EnumSource
  void fillsAnEmptyStoreAndNoOther(StoreKind kind) throws IOException {
    String backup = folder.resolve("other").toString();
    try (var store = Store.open(backup)) {
      fill(store);
    }
    try (var store = Store.open(kind.newStore(folder))) {
      store.restore(backup);
      assertThat(store.storyOf("a")).isEqualTo("first");
      assertThat(store.history("first")).hasSize(1);
      assertThat(store.generation()).isEqualTo(1);
      assertThatThrownBy(() -> store.restore(backup)).hasMessageContaining("not empty");
    }
  }

  private static void fill(Store store) throws IOException {
    var writer = store.writer();
    writer.takeTurn();
    writer.place("a", "first", "opened the story");
    writer.place("b", "first", "alike");
    writer.touch("first", "First");
    writer.note(new HistoryEntry(1, "opened", "first", "a", null, "é \uD83D\uDE00"));
    writer.keepClusterer(out -> out.write(new byte[100_000]), 7);
    writer.nextGeneration();
    writer.commit();
    writer.endTurn();
  }

  @ParameterizedTest
  @EnumSource
  void knowsAllTables(StoreKind kind) throws IOException, SQLException {
    try (var database = Database.open(StoreLocation.of(kind.newStore(folder)))) {
      assertThat(Backup.tables(database))
          .contains("meta", "capture", "article", "story", "placement", "history", "clusterer")
          .noneMatch(table -> table.startsWith("sqlite") || table.startsWith("pg_"));
    }
  }
}
