package dev.annals.store;

import dev.annals.story.Member;
import dev.annals.story.Story;
import dev.annals.story.StoryArchive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Stories out of the clusterer's memory, kept in the same transactions as the articles. */
final class SleepingStories implements StoryArchive {

  /** A key that more stories have tells nothing, and is passed over. */
  private static final int CROWDED = 64;

  /** Fewer keys in common are chance: waking a story and putting it back costs ten searches. */
  private static final int FEWEST_SHARED = 3;

  private static final RecordCodec<Asleep> ASLEEP = RecordCodec.of(Asleep.class);

  private static final RecordCodec<Faces> FACES_OF = RecordCodec.of(Faces.class);

  /** Faces that were looked at last: a story of the day is asked for again and again. */
  private static final int FACES_KEPT = 500;

  /** What is looked at before a story is woken. */
  record Faces(List<Member> members) {}

  /**
   * A story as it is kept.
   *
   * @param keys what it is found by while it sleeps
   */
  record Asleep(Story story, List<String> why, int[] keys) {}

  private final Database database;
  private final LongSupplier seq;

  private final Map<Integer, List<Member>> faces =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<Member>> eldest) {
          return size() > FACES_KEPT;
        }
      };

  SleepingStories(Database database, LongSupplier seq) {
    this.database = database;
    this.seq = seq;
  }

  @Override
  public void keep(Story story, List<String> why, int[] keys) {
    database.update(
        "insert into sleeper (number, story, kept, faces, content)"
            + " values ((select coalesce(max(number), 0) + 1 from sleeper), ?, ?, ?, ?)",
        story.id(),
        seq.getAsLong(),
        small(story) ? null : FACES_OF.encode(new Faces(StoryArchive.facesOf(story))),
        ASLEEP.encode(new Asleep(story, why, keys)));
    Integer number =
        Rows.first(database.ownRows("select max(number) from sleeper", row -> row.getInt(1)));
    faces.remove(number); // a number is used again when the last one was taken away
    addKeys(database, number == null ? 0 : number, keys);
  }

  /** The faces of a small story are all of it: packed once, they are read from there. */
  private static boolean small(Story story) {
    return story.members().size() <= FACES;
  }

  private static void addKeys(Database database, int number, int[] keys) {
    if (keys.length == 0) {
      return;
    }
    var values = new @Nullable Object[keys.length * 2];
    for (int i = 0; i < keys.length; i++) {
      values[2 * i] = keys[i];
      values[2 * i + 1] = number;
    }
    database.update(
        "insert into sleeper_key (key, sleeper) values (?, ?)" + ", (?, ?)".repeat(keys.length - 1),
        values);
  }

  private static void removeKeys(Database database, int number, int[] keys) {
    for (int key : keys) {
      database.update("delete from sleeper_key where key = ? and sleeper = ?", key, number);
    }
  }

  private record Found(int key, int sleeper) {}

  /** What a sleeper shares with an article: how many keys, and how rare they are. */
  private static final class Shared {
    private int keys;
    private double rarity;
  }

  @Override
  public List<String> find(int[] keys, int most) {
    if (keys.length == 0) {
      return List.of();
    }
    String one =
        "select * from (select key, sleeper from sleeper_key where key = ? order by sleeper limit "
            + (CROWDED + 1)
            + ") k";
    var sql = new StringBuilder();
    var values = new @Nullable Object[keys.length];
    for (int i = 0; i < keys.length; i++) {
      sql.append(i > 0 ? " union all " : "").append(one).append(i);
      values[i] = keys[i];
    }
    var byKey = new TreeMap<Integer, List<Integer>>();
    for (Found found :
        database.ownRows(sql.toString(), row -> new Found(row.getInt(1), row.getInt(2)), values)) {
      byKey.computeIfAbsent(found.key(), key -> new ArrayList<>()).add(found.sleeper());
    }
    var shared = new TreeMap<Integer, Shared>();
    for (List<Integer> sleepers : byKey.values()) {
      if (sleepers.size() <= CROWDED) {
        for (int sleeper : sleepers) {
          var sum = shared.computeIfAbsent(sleeper, number -> new Shared());
          sum.keys++;
          sum.rarity += Math.log((CROWDED + 1.0) / sleepers.size());
        }
      }
    }
    return shared.entrySet().stream()
        .filter(entry -> entry.getValue().keys >= FEWEST_SHARED)
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<Integer, Shared> entry) -> -entry.getValue().rarity)
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(entry -> story(entry.getKey()))
        .toList();
  }

  private String story(int number) {
    return database
        .ownRows("select story from sleeper where number = ?", row -> row.getString(1), number)
        .get(0);
  }

  @Override
  public List<Member> faces(String story) {
    Integer number =
        Rows.first(
            database.ownRows(
                "select number from sleeper where story = ? and woken is null order by number",
                row -> row.getInt(1),
                story));
    if (number == null) {
      return List.of();
    }
    List<Member> known = faces.get(number);
    if (known == null) {
      known =
          database
              .ownRows(
                  "select faces, case when faces is null then content end from sleeper"
                      + " where number = ?",
                  row -> faces(row.getBytes(1), row.getBytes(2)),
                  number)
              .get(0);
      faces.put(number, known);
    }
    return known;
  }

  private static List<Member> faces(byte @Nullable [] faces, byte @Nullable [] content) {
    if (faces != null) {
      return FACES_OF.decode(faces).members();
    }
    return content == null ? List.of() : StoryArchive.facesOf(ASLEEP.decode(content).story());
  }

  private record Row(int number, Asleep asleep) {}

  private static List<Row> rows(Database database, String where, Object value) {
    return database.ownRows(
        "select number, content from sleeper where " + where + " order by number",
        row -> new Row(row.getInt(1), ASLEEP.decode(row.getBytes(2))),
        value);
  }

  @Override
  public @Nullable Sleeper wake(String story) {
    var rows = rows(database, "story = ? and woken is null", story);
    if (rows.isEmpty()) {
      return null;
    }
    Row row = rows.get(0);
    removeKeys(database, row.number(), row.asleep().keys());
    database.update("update sleeper set woken = ? where number = ?", seq.getAsLong(), row.number());
    return new Sleeper(row.asleep().story(), row.asleep().why());
  }

  @Override
  public @Nullable String storyOf(String article) {
    return Rows.first(
        database.ownRows(
            "select s.story from placement p join sleeper s on s.story = p.story"
                + " and s.woken is null where p.article = ?",
            row -> row.getString(1),
            article));
  }

  /** Undoes all that happened after a document. */
  static void rewind(Database database, long seq) {
    for (Row row : rows(database, "kept > ? and woken is null", seq)) {
      removeKeys(database, row.number(), row.asleep().keys());
    }
    database.update("delete from sleeper where kept > ?", seq);
    for (Row row : rows(database, "woken > ?", seq)) {
      addKeys(database, row.number(), row.asleep().keys());
      database.update("update sleeper set woken = null where number = ?", row.number());
    }
  }

  /** Removes those that were woken: nothing goes back behind the state that was just kept. */
  static void clean(Database database) {
    database.update("delete from sleeper where woken is not null");
  }
}
