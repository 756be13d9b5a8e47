package dev.annals.article;

import dev.annals.text.TextResources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of outlets: under which names and domains one publisher appears, so that it counts as
 * one voice. Read from a sorted text file with the columns {@code name | other names | domains |
 * owner | time zone | country}. Immutable and safe for use by several threads.
 */
public final class Outlets {

  /**
   * One outlet or agency.
   *
   * @param name the name that Annals uses
   * @param aliases other names
   * @param domains host names without {@code www.}
   * @param owner who owns it, or null when not in the table
   * @param zone IANA time zone of its desk, or null
   * @param country ISO 3166 code, or null
   */
  public record Outlet(
      String name,
      List<String> aliases,
      List<String> domains,
      @Nullable String owner,
      @Nullable String zone,
      @Nullable String country) {}

  private static final String ARTICLE = "the ";

  private static final Outlets STANDARD =
      new Outlets(TextResources.lines(Outlets.class, "outlets.txt"));

  private final Map<String, Outlet> byName = new HashMap<>();
  private final Map<String, Outlet> byDomain = new HashMap<>();

  private Outlets(List<String> lines) {
    for (String line : lines) {
      Outlet outlet = parse(line);
      byName.put(key(outlet.name()), outlet);
      outlet.aliases().forEach(alias -> byName.put(key(alias), outlet));
      outlet.domains().forEach(domain -> byDomain.put(domain.toLowerCase(Locale.ROOT), outlet));
    }
  }

  /** The table that comes with Annals. */
  public static Outlets standard() {
    return STANDARD;
  }

  /**
   * The table that comes with Annals and a user's own lines, which win.
   *
   * @param file lines in the same form
   * @throws IOException when the file cannot be read
   */
  public static Outlets with(Path file) throws IOException {
    return with(Files.readAllLines(file));
  }

  /**
   * The table that comes with Annals and a user's own lines, which win.
   *
   * @param own lines in the same form; empty ones and those after {@code #} are passed over
   * @throws IllegalArgumentException when a line is no outlet
   */
  public static Outlets with(List<String> own) {
    var lines = new ArrayList<>(TextResources.lines(Outlets.class, "outlets.txt"));
    for (String line : own) {
      if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(line);
      }
    }
    return new Outlets(lines);
  }

  private static Outlet parse(String line) {
    String[] columns = line.split("\\|", -1);
    if (columns.length > 6) {
      throw new IllegalArgumentException("an outlet has six columns at the most: " + line);
    }
    String[] all = new String[6];
    for (int i = 0; i < all.length; i++) {
      all[i] = i < columns.length ? columns[i].strip() : "";
    }
    if (all[0].isEmpty()) {
      throw new IllegalArgumentException("an outlet needs a name: " + line);
    }
    return new Outlet(
        all[0], list(all[1]), list(all[2]), orNull(all[3]), orNull(all[4]), orNull(all[5]));
  }

  private static List<String> list(String column) {
    var list = new ArrayList<String>();
    for (String part : column.split(",")) {
      if (!part.isBlank()) {
        list.add(part.strip());
      }
    }
    return List.copyOf(list);
  }

  private static @Nullable String orNull(String column) {
    return column.isEmpty() ? null : column;
  }

  /** What a name of an outlet is told by: "The Harbour Post" and "Harbour Post" are one. */
  public static String key(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith(ARTICLE) ? lower.substring(ARTICLE.length()).strip() : lower;
  }

  /** The outlet of a name or alias, whatever its case; null when the table has none. */
  public @Nullable Outlet named(String name) {
    return byName.get(key(name));
  }

  /** The outlet of a URL by its host or a parent domain; null when the table has none. */
  public @Nullable Outlet at(String url) {
    String host = host(url);
    while (host != null) {
      Outlet outlet = byDomain.get(host);
      if (outlet != null) {
        return outlet;
      }
      int dot = host.indexOf('.');
      host = dot < 0 ? null : host.substring(dot + 1);
    }
    return null;
  }

  /**
   * The name under which an article's publisher counts: from the table, else as stated, else the
   * host; null when unknown.
   */
  public @Nullable String publisher(Article article) {
    String source = article.source();
    if (source != null && !source.isBlank()) {
      Outlet outlet = named(source);
      return outlet == null ? source : outlet.name();
    }
    if (article.url() == null) {
      return null;
    }
    Outlet outlet = at(article.url());
    return outlet == null ? host(article.url()) : outlet.name();
  }

  private static @Nullable String host(String url) {
    try {
      String host = URI.create(url).getHost();
      if (host == null) {
        return null;
      }
      host = host.toLowerCase(Locale.ROOT);
      return host.startsWith("www.") ? host.substring(4) : host;
    } catch (IllegalArgumentException e) {
      return null; // what is no URL has no host
    }
  }
}
