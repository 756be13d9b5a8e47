package dev.annals.store;

import dev.annals.story.StoryArchive;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Stories out of the clusterer's memory, kept in the same transactions as the articles. */
final class SleepingStories implements StoryArchive {

  private static final RecordCodec<Sleeper> SLEEPERS = RecordCodec.of(Sleeper.class);

  private final Database database;
  private final LongSupplier seq;

  SleepingStories(Database database, LongSupplier seq) {
    this.database = database;
    this.seq = seq;
  }

  @Override
  public void keep(dev.annals.story.Story story, List<String> why, int[] keys) {
    long kept = seq.getAsLong();
    database.update(
        "insert into sleeper (story, kept, content) values (?, ?, ?) on conflict (story, kept)"
            + " do update set content = excluded.content, woken = null",
        story.id(),
        kept,
        SLEEPERS.encode(new Sleeper(story, why)));
    for (int key : keys) {
      database.update(
          "insert into sleeper_key (key, story, kept) values (?, ?, ?)"
              + " on conflict (key, story, kept) do nothing",
          key,
          story.id(),
          kept);
    }
  }

  @Override
  public List<String> find(int[] keys, int most) {
    if (keys.length == 0) {
      return List.of();
    }
    var list = new StringBuilder();
    for (int key : keys) {
      list.append(list.length() == 0 ? "" : ",").append(key);
    }
    return database.ownRows(
        "select k.story, count(*) as shared from sleeper_key k"
            + " join sleeper s on s.story = k.story and s.kept = k.kept and s.woken is null"
            + " where k.key in ("
            + list
            + ") group by k.story having count(*) >= 2 order by shared desc, k.story limit "
            + most,
        row -> row.getString(1));
  }

  @Override
  public @Nullable Sleeper wake(String story) {
    var rows =
        database.ownRows(
            "select content from sleeper where story = ? and woken is null",
            row -> SLEEPERS.decode(row.getBytes(1)),
            story);
    if (rows.isEmpty()) {
      return null;
    }
    database.update(
        "update sleeper set woken = ? where story = ? and woken is null", seq.getAsLong(), story);
    return rows.get(0);
  }

  @Override
  public @Nullable String storyOf(String article) {
    var rows =
        database.ownRows(
            "select s.story from placement p join sleeper s on s.story = p.story"
                + " and s.woken is null where p.article = ?",
            row -> row.getString(1),
            article);
    return rows.isEmpty() ? null : rows.get(0);
  }

  /** Undoes all that happened after a document. */
  static void rewind(Database database, long seq) {
    database.update("delete from sleeper_key where kept > ?", seq);
    database.update("delete from sleeper where kept > ?", seq);
    database.update("update sleeper set woken = null where woken > ?", seq);
  }

  /** Removes those that were woken: nothing goes back behind the state that was just kept. */
  static void clean(Database database) {
    database.update(
        "delete from sleeper_key where exists (select 1 from sleeper s"
            + " where s.story = sleeper_key.story and s.kept = sleeper_key.kept"
            + " and s.woken is not null)");
    database.update("delete from sleeper where woken is not null");
  }
}
