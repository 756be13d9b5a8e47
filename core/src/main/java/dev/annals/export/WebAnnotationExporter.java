package dev.annals.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.article.Cite;
import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * W3C Web Annotation Data Model: one annotation for each statement and place, with a
 * TextQuoteSelector and a TextPositionSelector. Positions count UTF-16 code units of the article's
 * text as Annals extracted it.
 */
final class WebAnnotationExporter implements Exporter {

  @Override
  public String name() {
    return "webannotation";
  }

  @Override
  public String mediaType() {
    return "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"";
  }

  @Override
  public String extension() {
    return "jsonld";
  }

  @Override
  public void write(StoryRecord record, OutputStream out) throws IOException {
    Map<String, String> urls = new HashMap<>();
    for (StoryRecord.Member article : record.articles()) {
      String address = Markup.address(article.url());
      urls.put(article.id(), address == null ? Markup.urn("article", article.id()) : address);
    }
    try (var json = JsonOut.to(out)) {
      json.writeStartObject();
      json.writeStringField("@context", "http://www.w3.org/ns/anno.jsonld");
      json.writeStringField("id", Markup.urn("story", record.id()));
      json.writeStringField("type", "AnnotationPage");
      json.writeArrayFieldStart("items");
      int number = 0;
      for (StoryRecord.Entry entry : record.timeline()) {
        String when = entry.date() == null ? "" : entry.date() + ": ";
        number = items(json, record, number, when + entry.text(), entry.cites().places(), urls);
      }
      for (StoryRecord.Track track : record.tracks()) {
        for (StoryRecord.State state : track.states()) {
          String what =
              track.subject() + ": " + state.state() + " (" + JsonOut.label(state.modality()) + ")";
          number = items(json, record, number, what, state.cites().places(), urls);
        }
      }
      for (StoryRecord.QuoteEntry quote : record.quotes()) {
        String who = quote.speaker() == null ? "unknown" : quote.speaker().name();
        number =
            items(json, record, number, who + ": " + quote.text(), quote.cites().places(), urls);
      }
      for (StoryRecord.ClaimEntry claim : record.claims()) {
        number = items(json, record, number, claim.text(), claim.asserted(), urls);
        for (StoryRecord.Dispute dispute : claim.disputed()) {
          number =
              items(
                  json,
                  record,
                  number,
                  dispute.by() + " disputes: " + claim.text(),
                  dispute.cites().places(),
                  urls);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static int items(
      JsonGenerator json,
      StoryRecord record,
      int from,
      String statement,
      List<Cite> cites,
      Map<String, String> urls)
      throws IOException {
    int number = from;
    for (Cite cite : cites) {
      json.writeStartObject();
      json.writeStringField("id", Markup.urn("story", record.id()) + ":" + number++);
      json.writeStringField("type", "Annotation");
      json.writeStringField("motivation", "describing");
      json.writeObjectFieldStart("body");
      json.writeStringField("type", "TextualBody");
      json.writeStringField("value", statement);
      json.writeStringField("purpose", "describing");
      json.writeStringField("format", "text/plain");
      json.writeEndObject();
      json.writeObjectFieldStart("target");
      json.writeStringField(
          "source", urls.getOrDefault(cite.article(), Markup.urn("article", cite.article())));
      json.writeArrayFieldStart("selector");
      json.writeStartObject();
      json.writeStringField("type", "TextQuoteSelector");
      json.writeStringField("exact", cite.text());
      json.writeEndObject();
      json.writeStartObject();
      json.writeStringField("type", "TextPositionSelector");
      json.writeNumberField("start", cite.start());
      json.writeNumberField("end", cite.end());
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
    return number;
  }
}
