package dev.annals.web;

import dev.annals.Engine;
import dev.annals.store.StorySummary;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.ArrayList;

/** The stories as an Atom feed. */
final class FrontFeed {

  private static final int STORIES = 50;

  private final Engine engine;

  FrontFeed(Engine engine) {
    this.engine = engine;
  }

  void atom(Context context) {
    var stories = new ArrayList<>(engine.stories());
    StoryOrder.sort(stories);
    var xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    xml.append(
        "<id>urn:annals:stories</id><title>Annals</title><author><name>Annals</name></author>\n");
    xml.append("<updated>")
        .append(stories.isEmpty() ? "1970-01-01T00:00:00Z" : instant(stories.get(0)))
        .append("</updated>\n");
    for (StorySummary story : stories.subList(0, Math.min(STORIES, stories.size()))) {
      xml.append("<entry><id>urn:annals:story:")
          .append(escape(story.id()))
          .append("</id><title>")
          .append(escape(story.title()));
      xml.append("</title><updated>")
          .append(instant(story))
          .append("</updated><link href=\"")
          .append(escape(Links.story(story.id())));
      xml.append("\"/><summary>").append(Words.count(story.articles(), "article")).append(", ");
      xml.append(Words.count(story.sources(), "independent source")).append("</summary></entry>\n");
    }
    xml.append("</feed>\n");
    context.contentType("application/atom+xml;charset=utf-8").result(xml.toString());
  }

  private static String instant(StorySummary story) {
    String end = story.end();
    return end != null && end.length() >= 10
        ? end.substring(0, 10) + "T00:00:00Z"
        : "1970-01-01T00:00:00Z";
  }

  private static String escape(String text) {
    var out = new StringOutput();
    var plain = new StringBuilder();
    text.chars()
        .filter(
            c ->
                c >= ' '
                    && !(c >= 0x202A && c <= 0x202E)
                    && !Character.isSurrogate((char) c)
                    && c < 0xFFFE)
        .forEach(c -> plain.append((char) c));
    Escape.htmlAttribute(plain.toString(), out);
    return out.toString().replace(">", "&gt;");
  }
}
