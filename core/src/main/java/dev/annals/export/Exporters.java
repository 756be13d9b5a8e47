package dev.annals.export;

import java.util.List;
import java.util.Optional;

/** The formats that a record can be written in. Immutable and safe for use by several threads. */
public final class Exporters {

  private final List<Exporter> exporters;

  /** Formats of an embedder's own choice; names distinct. */
  public Exporters(List<Exporter> exporters) {
    this.exporters = List.copyOf(exporters);
  }

  /** All formats that Annals comes with. */
  public static Exporters standard() {
    return new Exporters(
        List.of(
            new JsonExporter(),
            new MarkdownExporter(),
            new HtmlExporter(),
            new JsonLinesExporter(),
            new CsvExporter(),
            new TimelineJsExporter(),
            new FeedExporter(),
            new JsonFeedExporter(),
            new NinjsExporter(),
            new JsonLdExporter(),
            new WebAnnotationExporter(),
            new CalendarExporter(),
            new WarcExporter()));
  }

  /** The formats, in the order in which they are offered. */
  public List<Exporter> all() {
    return exporters;
  }

  /** The format of a name. */
  public Optional<Exporter> named(String name) {
    return exporters.stream().filter(e -> e.name().equals(name)).findFirst();
  }
}
