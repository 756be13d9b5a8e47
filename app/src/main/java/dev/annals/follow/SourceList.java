package dev.annals.follow;

import dev.annals.Engine;
import dev.annals.capture.Opml;
import dev.annals.store.FollowTables;
import dev.annals.store.FollowedSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sources that are followed. Can be changed while they are followed, by another process too.
 * Safe for use by several threads.
 */
public final class SourceList {

  private static final int ID_BYTES = 6;

  private final Engine engine;
  private final FollowTables tables;
  private final Cadence cadence;
  private final InstantSource clock;

  /** The sources of a store. */
  public SourceList(Engine engine, FollowSettings settings, InstantSource clock) {
    this.engine = engine;
    this.tables = engine.store().follow();
    this.cadence = new Cadence(settings);
    this.clock = clock;
  }

  /**
   * What those who run it know of a source.
   *
   * @param title what it is called, or null
   * @param publisher whose it is, as its articles shall name it, or null
   * @param zone IANA time zone of its dates that state none, or null
   * @param language BCP 47 tag, or null
   * @param licence a note on what may be done with its texts, or null
   */
  public record Details(
      @Nullable String title,
      @Nullable String publisher,
      @Nullable String zone,
      @Nullable String language,
      @Nullable String licence) {

    /** Nothing known. */
    public static final Details NONE = new Details(null, null, null, null, null);

    /** Checks the zone. */
    public Details {
      if (zone != null) {
        try {
          ZoneId.of(zone);
        } catch (DateTimeException e) {
          throw new IllegalArgumentException("no such time zone: " + zone, e);
        }
      }
    }
  }

  /** All sources, in the order of their addresses. */
  public List<FollowedSource> all() {
    return tables.sources();
  }

  /**
   * A source.
   *
   * @param name its id or its address
   * @throws IllegalArgumentException when there is none
   */
  public FollowedSource find(String name) {
    FollowedSource source = tables.source(name);
    if (source == null) {
      String url = WebUrl.of(name);
      source = url == null ? null : tables.source(id(url));
    }
    if (source == null) {
      throw new IllegalArgumentException("no such source: " + name);
    }
    return source;
  }

  /**
   * Adds a source, due at once; one that is followed already keeps its state.
   *
   * @return its id
   * @throws IllegalArgumentException when it is no address that can be fetched
   */
  public String add(String address, Details details) throws IOException {
    return addAll(List.of(new Listed(address, details))).get(0);
  }

  /** A source to be added. */
  public record Listed(String address, Details details) {}

  /** Adds sources, all or none; those that are followed already keep their state. */
  public List<String> addAll(List<Listed> listed) throws IOException {
    var rows = new ArrayList<FollowedSource>();
    long now = clock.millis();
    for (Listed one : listed) {
      String url = WebUrl.of(one.address());
      if (url == null) {
        throw new IllegalArgumentException("not an address that can be fetched: " + one.address());
      }
      rows.add(row(url, one.details(), now));
    }
    engine.note(() -> rows.forEach(tables::add));
    return rows.stream().map(FollowedSource::id).toList();
  }

  private FollowedSource row(String url, Details details, long now) {
    return new FollowedSource(
        id(url),
        url,
        url,
        "unknown",
        "active",
        details.title(),
        details.publisher(),
        details.zone(),
        details.language(),
        details.licence(),
        now,
        now,
        cadence.start(),
        null,
        null,
        null,
        0,
        null,
        null,
        null,
        null,
        0);
  }

  /** Changes what is known of a source. */
  public void describe(String name, Details details) throws IOException {
    FollowedSource source = find(name);
    FollowedSource row = row(source.url(), details, source.addedAt());
    engine.note(() -> tables.describe(row));
  }

  /** Leaves a source alone until it is resumed. */
  public void pause(String name) throws IOException {
    FollowedSource source = find(name);
    engine.note(() -> tables.state(source.id(), "paused", source.nextAt()));
  }

  /** Takes a source up again, at once. */
  public void resume(String name) throws IOException {
    FollowedSource source = find(name);
    engine.note(() -> tables.state(source.id(), "active", clock.millis()));
  }

  /** Removes a source; its articles stay. */
  public void remove(String name) throws IOException {
    FollowedSource source = find(name);
    engine.note(() -> tables.remove(source.id()));
  }

  /** Articles by day of a source, latest day first. */
  public Map<String, Integer> days(String id, int most) {
    return tables.days(id, most);
  }

  /** The sources that a list of feeds names. */
  public static List<Listed> listed(byte[] opml) {
    var listed = new ArrayList<Listed>();
    for (Opml.Listed feed : Opml.feeds(opml)) {
      Map<String, String> more = feed.more();
      String zone = more.get("zone");
      listed.add(
          new Listed(
              feed.url(),
              new Details(
                  feed.title(),
                  more.get("publisher"),
                  zone,
                  more.get("language"),
                  more.get("licence"))));
    }
    return listed;
  }

  /** All sources as a list that feed readers exchange. */
  public String opml() {
    var xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\""
                + " xmlns:annals=\"urn:annals:opml\">\n<head><title>Annals</title></head>\n<body>\n");
    for (FollowedSource source : all()) {
      xml.append("<outline");
      attribute(xml, "type", "rss");
      attribute(xml, "text", source.title() == null ? source.url() : source.title());
      attribute(xml, "title", source.title());
      attribute(xml, "xmlUrl", source.url());
      attribute(xml, "language", source.language());
      attribute(xml, "annals:publisher", source.publisher());
      attribute(xml, "annals:zone", source.zone());
      attribute(xml, "annals:licence", source.licence());
      xml.append("/>\n");
    }
    return xml.append("</body>\n</opml>\n").toString();
  }

  private static void attribute(StringBuilder xml, String name, @Nullable String value) {
    if (value == null) {
      return;
    }
    xml.append(' ').append(name).append("=\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '"' -> xml.append("&quot;");
        default -> xml.append(c < ' ' || c >= 0xFFFE ? ' ' : c);
      }
    }
    xml.append('"');
  }

  /** The same for the same address, in every store. */
  private static String id(String url) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
