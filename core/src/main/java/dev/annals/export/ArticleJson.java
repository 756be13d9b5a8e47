package dev.annals.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.annotation.Annotations;
import dev.annals.annotation.Change;
import dev.annals.annotation.Claim;
import dev.annals.annotation.Event;
import dev.annals.annotation.Figure;
import dev.annals.annotation.Mention;
import dev.annals.annotation.PersonRole;
import dev.annals.annotation.Quote;
import dev.annals.annotation.Speaker;
import dev.annals.annotation.TimeExpression;
import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.Picture;
import dev.annals.text.Span;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes articles as JSON Lines. Holds no state and is safe for use by several threads. */
public final class ArticleJson {

  private ArticleJson() {}

  /** One line: the article with its {@code body}. */
  public static void write(Article article, OutputStream out) throws IOException {
    write(article, null, out);
  }

  /** One line: the article with what was found in it. */
  public static void write(Article article, @Nullable Annotations found, OutputStream out)
      throws IOException {
    try (var json = JsonOut.to(out)) {
      json.writeStartObject();
      writeArticle(article, found == null, json);
      if (found != null) {
        writeFindings(article.text(), found, json);
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void writeArticle(Article article, boolean withBody, JsonGenerator json)
      throws IOException {
    json.writeStringField("id", article.id());
    JsonOut.text(json, "url", article.url());
    JsonOut.text(json, "canonicalUrl", article.canonicalUrl());
    JsonOut.text(json, "source", article.source());
    JsonOut.text(json, "title", article.title());
    JsonOut.text(json, "standfirst", article.standfirst());
    JsonOut.texts(json, "byline", article.byline());
    JsonOut.text(json, "section", article.section());
    json.writeStringField("language", article.language());
    JsonOut.text(json, "published", article.published());
    JsonOut.text(json, "publishedFrom", article.publishedFrom());
    JsonOut.text(json, "modified", article.modified());
    if (article.accessibleForFree() == null) {
      json.writeNullField("isAccessibleForFree");
    } else {
      json.writeBooleanField("isAccessibleForFree", article.accessibleForFree());
    }
    json.writeStringField("text", article.text());
    if (withBody) {
      json.writeStringField("body", article.body());
    }
    json.writeArrayFieldStart("blocks");
    for (Block block : article.blocks()) {
      json.writeStartObject();
      json.writeStringField("role", block.role().label());
      offsets(block.start(), block.end(), json);
      if (block.time() != null) {
        json.writeStringField("time", block.time());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("pictures");
    for (Picture picture : article.pictures()) {
      json.writeStartObject();
      json.writeStringField("caption", picture.caption());
      offsets(picture.start(), picture.end(), json);
      JsonOut.text(json, "credit", picture.credit());
      JsonOut.text(json, "photographer", picture.photographer());
      JsonOut.text(json, "src", picture.src());
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonOut.texts(json, "related", article.related());
    JsonOut.texts(json, "credits", article.credits());
    JsonOut.text(json, "wire", article.wire());
    JsonOut.text(
        json, "captured", article.captured() == null ? null : article.captured().toString());
    json.writeStringField("digest", article.digest());
    if (article.charsetNote() != null) {
      json.writeStringField("charsetNote", article.charsetNote());
    }
  }

  private static void writeFindings(String text, Annotations found, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("quotes");
    for (Quote quote : found.quotes()) {
      quote(text, quote, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("times");
    for (TimeExpression time : found.times()) {
      json.writeStartObject();
      words(text, time.start(), time.end(), json);
      json.writeStringField("type", time.type().name());
      json.writeStringField("value", time.value());
      json.writeStringField("rule", time.rule());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("mentions");
    for (Mention mention : found.mentions()) {
      json.writeStartObject();
      words(text, mention.start(), mention.end(), json);
      json.writeStringField("type", mention.type().name());
      json.writeStringField("name", mention.name());
      json.writeStringField("rule", mention.rule());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("roles");
    for (PersonRole role : found.roles()) {
      json.writeStartObject();
      words(text, role.start(), role.end(), json);
      json.writeStringField("name", role.name());
      json.writeStringField("role", role.role());
      json.writeStringField("tense", JsonOut.label(role.tense()));
      json.writeStringField("rule", role.rule());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("changes");
    for (Change change : found.changes()) {
      change(text, change, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("claims");
    for (Claim claim : found.claims()) {
      json.writeStartObject();
      words(text, claim.start(), claim.end(), json);
      JsonOut.text(json, "by", claim.by());
      json.writeStringField("stance", claim.stance().label());
      JsonOut.text(json, "about", claim.about());
      JsonOut.text(json, "marker", claim.marker());
      json.writeStringField("rule", claim.rule());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("events");
    for (Event event : found.events()) {
      event(text, event, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("figures");
    for (Figure figure : found.figures()) {
      figure(text, figure, json);
    }
    json.writeEndArray();
  }

  private static void quote(String text, Quote quote, JsonGenerator json) throws IOException {
    json.writeStartObject();
    span(text, "content", quote.content(), json);
    json.writeStringField("kind", JsonOut.label(quote.kind()));
    json.writeBooleanField("continues", quote.continues());
    Speaker speaker = quote.speaker();
    if (speaker == null) {
      json.writeNullField("speaker");
    } else {
      json.writeObjectFieldStart("speaker");
      words(text, speaker.start(), speaker.end(), json);
      json.writeStringField("name", speaker.name());
      JsonOut.text(json, "role", speaker.role());
      json.writeStringField("type", speaker.type().name());
      json.writeEndObject();
    }
    span(text, "cue", quote.cue(), json);
    JsonOut.text(json, "venue", quote.venue());
    json.writeStringField("rule", quote.rule());
    json.writeEndObject();
  }

  private static void change(String text, Change change, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("subject", change.subject());
    json.writeStringField("state", change.state());
    json.writeStringField("modality", JsonOut.label(change.modality()));
    words(text, change.start(), change.end(), json);
    JsonOut.text(json, "time", change.time());
    json.writeStringField("track", change.track());
    json.writeStringField("rule", change.rule());
    json.writeEndObject();
  }

  private static void event(String text, Event event, JsonGenerator json) throws IOException {
    json.writeStartObject();
    words(text, event.sentence().start(), event.sentence().end(), json);
    span(text, "predicate", event.predicate(), json);
    json.writeStringField("kind", event.kind());
    span(text, "subject", event.subject(), json);
    span(text, "object", event.object(), json);
    JsonOut.text(json, "place", event.place());
    JsonOut.text(json, "time", event.time());
    JsonOut.text(json, "timeFrom", event.timeRule());
    json.writeStringField("modality", JsonOut.label(event.modality()));
    json.writeBooleanField("background", event.background());
    json.writeStringField("rule", event.rule());
    json.writeEndObject();
  }

  private static void figure(String text, Figure figure, JsonGenerator json) throws IOException {
    json.writeStartObject();
    words(text, figure.start(), figure.end(), json);
    JsonOut.number(json, "low", figure.low());
    JsonOut.number(json, "high", figure.high());
    json.writeStringField("thing", figure.thing());
    JsonOut.text(json, "state", figure.state());
    JsonOut.text(json, "unit", figure.unit());
    JsonOut.text(json, "time", figure.time());
    json.writeStringField("rule", figure.rule());
    json.writeEndObject();
  }

  private static void span(String text, String field, @Nullable Span span, JsonGenerator json)
      throws IOException {
    if (span == null) {
      json.writeNullField(field);
    } else {
      json.writeObjectFieldStart(field);
      words(text, span.start(), span.end(), json);
      json.writeEndObject();
    }
  }

  private static void words(String text, int start, int end, JsonGenerator json)
      throws IOException {
    offsets(start, end, json);
    json.writeStringField("text", text.substring(start, end));
  }

  private static void offsets(int start, int end, JsonGenerator json) throws IOException {
    json.writeNumberField("start", start);
    json.writeNumberField("end", end);
  }
}
