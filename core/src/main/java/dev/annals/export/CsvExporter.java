package dev.annals.export;

import dev.annals.article.Cite;
import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A zip of tables (RFC 4180): articles, timeline, tracks, quotes, people, claims, disagreements,
 * pictures; one row a cite.
 */
final class CsvExporter implements Exporter {

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String mediaType() {
    return "application/zip";
  }

  @Override
  public String extension() {
    return "zip";
  }

  @Override
  public void write(StoryRecord record, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    var csv = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    table(zip, "articles");
    row(
        csv,
        "id",
        "source",
        "url",
        "title",
        "published",
        "placed",
        "modified",
        "lineage",
        "why",
        "notice");
    for (StoryRecord.Member a : record.articles()) {
      row(
          csv,
          a.id(),
          a.source(),
          a.url(),
          a.title(),
          a.published(),
          a.placed(),
          a.modified(),
          "" + a.lineage(),
          a.why(),
          a.notice());
    }
    csv.flush();
    table(zip, "timeline");
    row(
        csv,
        "date",
        "time",
        "precision",
        "text",
        "importance",
        "sources",
        "background",
        "modality",
        "article",
        "start",
        "end",
        "words",
        "link");
    for (StoryRecord.Entry e : record.timeline()) {
      for (Cite c : e.cites().places()) {
        cited(
            csv,
            c,
            e.date(),
            e.time(),
            e.precision(),
            e.text(),
            "" + e.importance(),
            "" + e.sources(),
            "" + e.background(),
            JsonOut.label(e.modality()));
      }
    }
    csv.flush();
    table(zip, "tracks");
    row(
        csv,
        "subject",
        "state",
        "date",
        "modality",
        "sources",
        "article",
        "start",
        "end",
        "words",
        "link");
    for (StoryRecord.Track t : record.tracks()) {
      for (StoryRecord.State s : t.states()) {
        for (Cite c : s.cites().places()) {
          cited(
              csv,
              c,
              t.subject(),
              s.state(),
              s.date(),
              JsonOut.label(s.modality()),
              "" + s.sources());
        }
      }
    }
    csv.flush();
    table(zip, "quotes");
    row(
        csv, "speaker", "role", "kind", "venue", "text", "sources", "article", "start", "end",
        "words", "link");
    for (StoryRecord.QuoteEntry q : record.quotes()) {
      for (Cite c : q.cites().places()) {
        cited(
            csv,
            c,
            q.speaker() == null ? null : q.speaker().name(),
            q.speaker() == null ? null : q.speaker().role(),
            JsonOut.label(q.kind()),
            q.venue(),
            q.text(),
            "" + q.sources());
      }
    }
    csv.flush();
    actors(zip, csv, "people", record.people());
    actors(zip, csv, "organizations", record.organizations());
    actors(zip, csv, "places", record.places());
    claims(zip, csv, record);
    table(zip, "disagreements");
    row(
        csv, "about", "kind", "update", "value", "sources", "article", "start", "end", "words",
        "link");
    for (StoryRecord.Disagreement d : record.disagreements()) {
      for (StoryRecord.Version v : d.versions()) {
        for (Cite c : v.cites().places()) {
          cited(csv, c, d.about(), d.kind(), "" + d.update(), v.value(), "" + v.sources());
        }
      }
    }
    csv.flush();
    table(zip, "pictures");
    row(
        csv,
        "caption",
        "credit",
        "photographer",
        "src",
        "sources",
        "article",
        "start",
        "end",
        "words",
        "link");
    for (StoryRecord.PictureEntry p : record.pictures()) {
      for (Cite c : p.cites().places()) {
        cited(csv, c, p.caption(), p.credit(), p.photographer(), p.src(), "" + p.sources());
      }
    }
    csv.flush();
    zip.finish();
  }

  private static void actors(
      ZipOutputStream zip, Writer csv, String name, List<StoryRecord.Actor> actors)
      throws IOException {
    table(zip, name);
    row(
        csv,
        "name",
        "aliases",
        "mentions",
        "role",
        "tense",
        "sources",
        "article",
        "start",
        "end",
        "words",
        "link");
    for (StoryRecord.Actor a : actors) {
      String aliases = String.join("; ", a.aliases());
      for (Cite c : a.cites().places()) {
        cited(csv, c, a.name(), aliases, "" + a.mentions(), null, null, null);
      }
      for (StoryRecord.ActorRole r : a.roles()) {
        for (Cite c : r.cites().places()) {
          cited(
              csv,
              c,
              a.name(),
              aliases,
              "" + a.mentions(),
              r.role(),
              JsonOut.label(r.tense()),
              "" + r.sources());
        }
      }
    }
    csv.flush();
  }

  private static void claims(ZipOutputStream zip, Writer csv, StoryRecord record)
      throws IOException {
    table(zip, "claims");
    row(csv, "text", "by", "stance", "whose", "article", "start", "end", "words", "link");
    for (StoryRecord.ClaimEntry claim : record.claims()) {
      for (Cite c : claim.asserted()) {
        cited(csv, c, claim.text(), claim.by(), "asserted", claim.by());
      }
      for (StoryRecord.Dispute d : claim.disputed()) {
        for (Cite c : d.cites().places()) {
          cited(csv, c, claim.text(), claim.by(), "disputed", d.by());
        }
      }
      for (Cite c : claim.withdrawn()) {
        cited(csv, c, claim.text(), claim.by(), "withdrawn", claim.by());
      }
    }
    csv.flush();
  }

  private static void table(ZipOutputStream zip, String name) throws IOException {
    var entry = new ZipEntry(name + ".csv");
    entry.setTime(0); // the same record gives the same bytes
    zip.putNextEntry(entry);
  }

  private static void cited(Writer csv, Cite cite, @Nullable String... cells) throws IOException {
    var row = java.util.Arrays.copyOf(cells, cells.length + 5);
    row[cells.length] = cite.article();
    row[cells.length + 1] = "" + cite.start();
    row[cells.length + 2] = "" + cite.end();
    row[cells.length + 3] = cite.text();
    row[cells.length + 4] = cite.link();
    row(csv, row);
  }

  private static void row(Writer csv, @Nullable String... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        csv.write(',');
      }
      csv.write(cell(cells[i]));
    }
    csv.write("\r\n");
  }

  /**
   * Quoted where the standard asks; a text that a spreadsheet would take for a formula gets an
   * apostrophe before it.
   */
  private static String cell(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String safe = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !isNumber(text) ? "'" + text : text;
    boolean quote =
        safe.indexOf(',') >= 0
            || safe.indexOf('"') >= 0
            || safe.indexOf('\n') >= 0
            || safe.indexOf('\r') >= 0;
    return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '.' || c == '+');
  }
}
