package dev.annals.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about following. Changes go into the open transaction of the one who writes; reading
 * sees what was committed and is safe from several threads.
 */
public final class FollowTables {

  private static final int ASKED_AT_ONCE = 200;

  private final Database database;

  FollowTables(Database database) {
    this.database = database;
  }

  // ------------------------------------------------------------------ sources

  private static final String SOURCE =
      "select id, url, address, kind, state, title, publisher, zone, language, licence, added_at,"
          + " next_at, gap, tried_at, succeeded_at, changed_at, failures, error, etag, modified,"
          + " digest, articles from source";

  private static FollowedSource source(ResultSet row) throws SQLException {
    return new FollowedSource(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getLong(11),
        row.getLong(12),
        row.getLong(13),
        number(row, 14),
        number(row, 15),
        number(row, 16),
        row.getInt(17),
        row.getString(18),
        row.getString(19),
        row.getString(20),
        row.getString(21),
        row.getLong(22));
  }

  private static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  /** All sources, in the order of their addresses. */
  public List<FollowedSource> sources() {
    return database.rows(SOURCE + " order by url", FollowTables::source);
  }

  /** A source, or null when there is none with this id. */
  public @Nullable FollowedSource source(String id) {
    return first(database.rows(SOURCE + " where id = ?", FollowTables::source, id));
  }

  /** Active sources whose time has come, the longest waiting first. */
  public List<FollowedSource> dueSources(long now, int most) {
    return database.rows(
        SOURCE + " where state = 'active' and next_at <= ? order by next_at limit " + most,
        FollowTables::source,
        now);
  }

  /** Adds a source. What is followed already stays as it is. */
  public boolean add(FollowedSource source) {
    return database.update(
            "insert into source (id, url, address, kind, state, title, publisher, zone, language,"
                + " licence, added_at, next_at, gap, failures, articles)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0) on conflict (id) do nothing",
            source.id(),
            source.url(),
            source.address(),
            source.kind(),
            source.state(),
            source.title(),
            source.publisher(),
            source.zone(),
            source.language(),
            source.licence(),
            source.addedAt(),
            source.nextAt(),
            source.gap())
        > 0;
  }

  /** Changes what is known of a source by those who run it. */
  public boolean describe(FollowedSource source) {
    return database.update(
            "update source set title = ?, publisher = ?, zone = ?, language = ?, licence = ?"
                + " where id = ?",
            source.title(),
            source.publisher(),
            source.zone(),
            source.language(),
            source.licence(),
            source.id())
        > 0;
  }

  /** Pauses a source, or takes it up again at a time. */
  public boolean state(String id, String state, long nextAt) {
    return database.update(
            "update source set state = ?, next_at = ?, failures = 0, error = null where id = ?",
            state,
            nextAt,
            id)
        > 0;
  }

  /** Removes a source with the pages that were never fetched; its articles stay. */
  public boolean remove(String id) {
    database.update("delete from page where source = ? and visits = 0", id);
    database.update("update page set next_at = null where source = ?", id);
    database.update("delete from source_day where source = ?", id);
    return database.update("delete from source where id = ?", id) > 0;
  }

  /** Notes how a look at a source went; whether it is paused is not touched, unless it is gone. */
  public void looked(FollowedSource source) {
    database.update(
        "update source set address = ?, kind = ?, title = coalesce(title, ?), next_at = ?, gap = ?,"
            + " tried_at = ?, succeeded_at = ?, changed_at = ?, failures = ?, error = ?, etag = ?,"
            + " modified = ?, digest = ?, state = case when ? = 'gone' then 'gone' else state end"
            + " where id = ?",
        source.address(),
        source.kind(),
        source.title(),
        source.nextAt(),
        source.gap(),
        source.triedAt(),
        source.succeededAt(),
        source.changedAt(),
        source.failures(),
        source.error(),
        source.etag(),
        source.modified(),
        source.digest(),
        source.state(),
        source.id());
  }

  /** Counts articles that came from a source on a day. */
  public void count(String source, String day, int articles) {
    database.update(
        "insert into source_day (source, day, articles) values (?, ?, ?)"
            + " on conflict (source, day) do update set articles = source_day.articles + excluded.articles",
        source,
        day,
        articles);
    database.update("update source set articles = articles + ? where id = ?", articles, source);
  }

  /** Articles by day of a source, latest day first. */
  public Map<String, Integer> days(String source, int most) {
    var days = new TreeMap<String, Integer>(java.util.Comparator.reverseOrder());
    database
        .rows(
            "select day, articles from source_day where source = ? order by day desc limit " + most,
            row -> Map.entry(row.getString(1), row.getInt(2)),
            source)
        .forEach(day -> days.put(day.getKey(), day.getValue()));
    return days;
  }

  // ------------------------------------------------------------------ pages

  private static final String PAGE =
      "select p.url, p.address, p.host, p.source, p.state, p.next_at, p.found_at, p.fetched_at,"
          + " p.gone_at, p.visits, p.failures, p.error, p.etag, p.modified, p.title, p.publisher,"
          + " p.language, p.published from page p";

  private static FollowedPage page(ResultSet row) throws SQLException {
    return new FollowedPage(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        number(row, 6),
        row.getLong(7),
        number(row, 8),
        number(row, 9),
        row.getInt(10),
        row.getInt(11),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getString(15),
        row.getString(16),
        row.getString(17),
        row.getString(18));
  }

  /** A page by the address that its source gave, or null. */
  public @Nullable FollowedPage page(String url) {
    return first(database.rows(PAGE + " where p.url = ?", FollowTables::page, url));
  }

  /** Pages that were fetched from an address or are known by it. */
  public List<FollowedPage> pagesAt(String address) {
    return database.rows(
        PAGE + " where p.url = ? or p.address = ? order by p.url",
        FollowTables::page,
        address,
        address);
  }

  /** When the first page of each host is due. */
  public Map<String, Long> firstDue() {
    var due = new TreeMap<String, Long>();
    database
        .rows(
            "select host, min(next_at) from page where next_at is not null group by host",
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(host -> due.put(host.getKey(), host.getValue()));
    return due;
  }

  /** Pages of a host in the order they are due, of active sources only; new ones come first. */
  public List<FollowedPage> duePages(String host, long now, int most) {
    return database.rows(
        PAGE
            + " join source s on s.id = p.source and s.state <> 'paused'"
            + " where p.host = ? and p.next_at <= ?"
            + " order by case when p.visits = 0 then 0 else 1 end, p.next_at limit "
            + most,
        FollowTables::page,
        host,
        now);
  }

  /** When the next page of a host is due, or null when none ever is. */
  public @Nullable Long nextDue(String host) {
    return first(
        database.rows(
            "select next_at from page where host = ? and next_at is not null order by next_at limit 1",
            row -> row.getLong(1),
            host));
  }

  /** Which of some addresses were met before. */
  public Set<String> known(List<String> urls) {
    var known = new HashSet<String>();
    for (int from = 0; from < urls.size(); from += ASKED_AT_ONCE) {
      var some = urls.subList(from, Math.min(urls.size(), from + ASKED_AT_ONCE));
      String marks = "?, ".repeat(some.size() - 1) + "?";
      known.addAll(
          database.rows(
              "select url from page where url in (" + marks + ")",
              row -> row.getString(1),
              (Object[]) some.toArray(new String[0])));
    }
    return known;
  }

  /** Keeps a page that was not met before. */
  public void add(FollowedPage page) {
    database.update(
        "insert into page (url, address, host, source, state, next_at, found_at, visits, failures,"
            + " title, publisher, language, published)"
            + " values (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?) on conflict (url) do nothing",
        page.url(),
        page.address(),
        page.host(),
        page.source(),
        page.state(),
        page.nextAt(),
        page.foundAt(),
        page.title(),
        page.publisher(),
        page.language(),
        page.published());
  }

  /** Notes how a look at a page went. */
  public void looked(FollowedPage page) {
    if (page.visits() > 1) {
      // records say of an article that it has gone, and no longer when it is back
      database.update(
          "update story set stale = 1 where id in (select story from placement where article = ?)"
              + " and exists (select 1 from page where url = ? and state <> ?"
              + " and (state = 'gone' or ? = 'gone'))",
          page.address(),
          page.url(),
          page.state(),
          page.state());
    }
    database.update(
        "update page set address = ?, host = ?, state = ?, next_at = ?, fetched_at = ?, gone_at = ?,"
            + " visits = ?, failures = ?, error = ?, etag = ?, modified = ? where url = ?",
        page.address(),
        page.host(),
        page.state(),
        page.nextAt(),
        page.fetchedAt(),
        page.goneAt(),
        page.visits(),
        page.failures(),
        page.error(),
        page.etag(),
        page.modified(),
        page.url());
  }

  /** How many pages are in each state. */
  public Map<String, Long> pageStates() {
    var states = new TreeMap<String, Long>();
    database
        .rows(
            "select state, count(*) from page group by state order by state",
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(state -> states.put(state.getKey(), state.getValue()));
    return states;
  }

  /** Pages that have gone since they were kept, the latest first. */
  public List<FollowedPage> gone(int most) {
    return database.rows(
        PAGE + " where p.state = 'gone' order by p.gone_at desc, p.url limit " + most,
        FollowTables::page);
  }

  // ------------------------------------------------------------------ hosts

  /** What a host asks, or null when it was never asked. */
  public @Nullable FollowedHost host(String name) {
    return first(
        database.rows(
            "select name, robots, robots_status, robots_until, wait_until from host where name = ?",
            row ->
                new FollowedHost(
                    row.getString(1),
                    row.getBytes(2),
                    row.getInt(3),
                    row.getLong(4),
                    row.getLong(5)),
            name));
  }

  /** Keeps what a host asks. */
  public void keep(FollowedHost host) {
    database.update(
        "insert into host (name, robots, robots_status, robots_until, wait_until)"
            + " values (?, ?, ?, ?, ?) on conflict (name) do update set robots = excluded.robots,"
            + " robots_status = excluded.robots_status, robots_until = excluded.robots_until,"
            + " wait_until = excluded.wait_until",
        host.name(),
        host.robots(),
        host.robotsStatus(),
        host.robotsUntil(),
        host.waitUntil());
  }

  private static <T> @Nullable T first(List<T> rows) {
    return rows.isEmpty() ? null : rows.get(0);
  }
}
