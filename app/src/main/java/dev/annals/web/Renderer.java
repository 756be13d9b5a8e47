package dev.annals.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Turns what a page shows into HTML and sends it. Safe for use by several threads. */
final class Renderer {

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.annals.web.pages");

  String render(String template, Map<String, Object> values) {
    var out = new StringOutput();
    templates.render(template, values, out);
    return out.toString();
  }

  String render(String template, Object page) {
    return render(template, Map.of("page", page));
  }

  String message(String title, String text) {
    return render("message.jte", Map.of("title", title, "text", text));
  }

  /** Sends a kept page, or that it has not changed since the reader saw it. */
  static void send(Context context, KeptPages.Kept page) {
    send(context, page, "text/html;charset=utf-8");
  }

  /** Sends what was kept of any type. */
  static void send(Context context, KeptPages.Kept page, String type) {
    context.header("Vary", "Accept-Encoding");
    if (Freshness.unchanged(context, page.state())) {
      return;
    }
    context.contentType(type);
    String accepted = context.header("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip")) {
      context.disableCompression();
      context.header("Content-Encoding", "gzip");
      context.result(page.gzip());
    } else {
      context.result(page.plain());
    }
  }
}
