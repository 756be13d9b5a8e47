package dev.annals.export;

import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.io.OutputStream;

/**
 * schema.org JSON-LD: the story as a LiveBlogPosting, each entry a BlogPosting with its articles as
 * citations.
 */
final class JsonLdExporter implements Exporter {

  @Override
  public String name() {
    return "json-ld";
  }

  @Override
  public String mediaType() {
    return "application/ld+json";
  }

  @Override
  public String extension() {
    return "jsonld";
  }

  @Override
  public void write(StoryRecord record, OutputStream out) throws IOException {
    try (var json = JsonOut.to(out)) {
      json.writeStartObject();
      json.writeStringField("@context", "https://schema.org");
      json.writeStringField("@type", "LiveBlogPosting");
      json.writeStringField("identifier", record.id());
      json.writeStringField("headline", record.title());
      if (record.start() != null) {
        json.writeStringField("coverageStartTime", record.start());
      }
      if (record.end() != null) {
        json.writeStringField("coverageEndTime", record.end());
      }
      JsonOut.texts(json, "inLanguage", record.languages());
      json.writeArrayFieldStart("isBasedOn");
      for (StoryRecord.Member article : record.articles()) {
        json.writeStartObject();
        json.writeStringField("@type", "NewsArticle");
        json.writeStringField("identifier", article.id());
        if (article.title() != null) {
          json.writeStringField("headline", article.title());
        }
        String address = Markup.address(article.url());
        if (address != null) {
          json.writeStringField("url", address);
        }
        if (article.published() != null) {
          json.writeStringField("datePublished", article.published());
        }
        if (article.modified() != null) {
          json.writeStringField("dateModified", article.modified());
        }
        if (article.source() != null) {
          json.writeObjectFieldStart("publisher");
          json.writeStringField("@type", "Organization");
          json.writeStringField("name", article.source());
          json.writeEndObject();
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("liveBlogUpdate");
      for (StoryRecord.Entry entry : record.timeline()) {
        json.writeStartObject();
        json.writeStringField("@type", "BlogPosting");
        json.writeStringField("articleBody", entry.text());
        if (entry.date() != null) {
          json.writeStringField("temporalCoverage", entry.date());
        }
        json.writeArrayFieldStart("citation");
        for (var cite : entry.cites().places()) {
          json.writeStartObject();
          json.writeStringField("@type", "Quotation");
          json.writeStringField("text", cite.text());
          String link = Markup.address(cite.link());
          if (link != null) {
            json.writeStringField("url", link);
          }
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }
}
