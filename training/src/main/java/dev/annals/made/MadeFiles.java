package dev.annals.made;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Writes made-up news as JSON Lines, or as the pages of a web archive. */
public final class MadeFiles {

  private static final JsonFactory JSON = new JsonFactory();

  private MadeFiles() {}

  /** Writes articles, one line each. */
  public static void jsonLines(Path file, MadeNews news, int articles) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (int i = 0; i < articles; i++) {
        out.write(jsonLine(news.next()).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  static String jsonLine(MadeArticle article) throws IOException {
    var line = new StringWriter();
    try (var json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", article.id());
      json.writeStringField("url", article.url());
      json.writeStringField("source", article.source());
      json.writeStringField("title", article.title());
      json.writeStringField("byline", article.byline());
      json.writeStringField("published", article.published());
      json.writeStringField("text", article.text());
      json.writeEndObject();
    }
    return line.append('\n').toString();
  }

  /** Writes articles as pages with all that stands around an article, captured into a WARC. */
  public static void warc(Path file, MadeNews news, int articles) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (int i = 0; i < articles; i++) {
        record(out, news.next());
      }
    }
  }

  private static void record(OutputStream out, MadeArticle article) throws IOException {
    byte[] page = page(article).getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                + page.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    String id = UUID.nameUUIDFromBytes(article.id().getBytes(StandardCharsets.UTF_8)).toString();
    out.write(
        ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
                + article.url()
                + "\r\nWARC-Date: "
                + article.published().substring(0, 19)
                + "Z\r\nWARC-Record-ID: <urn:uuid:"
                + id
                + ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                + (head.length + page.length)
                + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    out.write(head);
    out.write(page);
    out.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
  }

  /** A page of about 60 KB, four fifths of it menus, teasers, scripts and a footer. */
  public static String page(MadeArticle article) {
    var page = new StringBuilder(1 << 16);
    page.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(escape(article.title()))
        .append(" | ")
        .append(escape(article.source()))
        .append("</title><meta property=\"og:type\" content=\"article\">")
        .append("<meta property=\"article:published_time\" content=\"")
        .append(article.published())
        .append("\">")
        .append("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"")
        .append(escape(article.title()))
        .append("\",\"datePublished\":\"")
        .append(article.published())
        .append("\"}</script><style>")
        .append(".a{margin:0 auto;padding:4px}".repeat(120))
        .append("</style></head><body><header><nav><ul>");
    for (int i = 0; i < 60; i++) {
      page.append("<li class=\"menu-item m").append(i);
      page.append("\"><a href=\"/section/").append(i).append("\">Section ").append(i);
      page.append("</a></li>");
    }
    page.append("</ul></nav></header><main><article class=\"story\"><h1>")
        .append(escape(article.title()))
        .append("</h1><div class=\"meta\"><span class=\"byline\">By ")
        .append(escape(article.byline()))
        .append("</span> <time datetime=\"")
        .append(article.published())
        .append("\">")
        .append(article.published(), 0, 10)
        .append("</time></div>");
    int number = 0;
    for (String paragraph : article.paragraphs()) {
      page.append("<p>").append(escape(paragraph)).append("</p>");
      if (++number % 5 == 0) {
        page.append("<div class=\"promo\"><a href=\"/more/")
            .append(number)
            .append("\">Read more: what the board knew</a></div>");
        page.append("<script>window.slots=window.slots||[];slots.push({id:'ad-")
            .append(number)
            .append("',sizes:[[300,250],[728,90]]});</script>");
      }
    }
    page.append("</article><aside><h2>Most read</h2><ul>");
    for (int i = 0; i < 80; i++) {
      page.append("<li class=\"teaser\"><a href=\"/story/").append(i);
      page.append("\"><img src=\"/img/")
          .append(i)
          .append(".jpg\" alt=\"\"><span class=\"kicker\">");
      page.append("Region</span> <span>Teaser number ").append(i);
      page.append(" about something else entirely</span></a></li>");
    }
    page.append("</ul></aside></main><script>")
        .append("var q=[];function t(a,b){q.push([a,b]);return a+b;}".repeat(300))
        .append("</script><footer><p>All rights reserved. Terms of use. Contact.</p></footer>")
        .append("</body></html>");
    return page.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
