package dev.annals.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.store.StorySummary;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.List;

/** The stories of the front page as feeds: Atom and JSON Feed. */
final class FrontFeed {

  private static final int STORIES = 50;
  private static final int TITLE = 300;

  private final StoryList stories;
  private final ObjectMapper json = new ObjectMapper();

  FrontFeed(StoryList stories) {
    this.stories = stories;
  }

  private List<StorySummary> first() {
    var ordered = stories.now().ordered();
    return ordered.subList(0, Math.min(STORIES, ordered.size()));
  }

  void atom(Context context) {
    var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    xml.append("<id>urn:annals:stories</id><title>Annals</title>");
    xml.append("<author><name>Annals</name></author>\n");
    xml.append("<link rel=\"self\" href=\"").append(here(context)).append("/feed.atom\"/>\n");
    xml.append("<updated>").append(latest()).append("</updated>\n");
    for (StorySummary story : first()) {
      xml.append("<entry><id>urn:annals:story:").append(Links.encode(story.id())).append("</id>");
      xml.append("<title>").append(escape(Words.shorten(story.title(), TITLE))).append("</title>");
      xml.append("<updated>").append(instant(story)).append("</updated>");
      xml.append("<link href=\"").append(here(context)).append(escape(Links.story(story.id())));
      xml.append("\"/><summary>").append(summary(story)).append("</summary></entry>\n");
    }
    xml.append("</feed>\n");
    context.contentType("application/atom+xml;charset=utf-8").result(xml.toString());
  }

  void json(Context context) throws com.fasterxml.jackson.core.JsonProcessingException {
    var feed =
        json.createObjectNode()
            .put("version", "https://jsonfeed.org/version/1.1")
            .put("title", "Annals")
            .put("home_page_url", here(context) + "/")
            .put("feed_url", here(context) + "/feed.json");
    var items = feed.putArray("items");
    for (StorySummary story : first()) {
      items
          .addObject()
          .put("id", "urn:annals:story:" + Links.encode(story.id()))
          .put("url", here(context) + Links.story(story.id()))
          .put("title", Words.shorten(story.title(), TITLE))
          .put("content_text", summary(story))
          .put("date_published", instant(story));
    }
    context.contentType("application/feed+json").result(json.writeValueAsBytes(feed));
  }

  /** The address that the reader knows this server by, as far as it is a plain one. */
  private static String here(Context context) {
    String host = context.header("Host");
    boolean plain =
        host != null
            && host.length() < 200
            && host.chars()
                .allMatch(
                    c ->
                        c < 127
                            && (Character.isLetterOrDigit(c)
                                || c == '.'
                                || c == ':'
                                || c == '-'
                                || c == '['
                                || c == ']'));
    return plain ? "http://" + host : "";
  }

  private static String summary(StorySummary story) {
    return Words.count(story.articles(), "article")
        + ", "
        + Words.count(story.sources(), "independent source");
  }

  private String latest() {
    String latest = "1970-01-01T00:00:00Z";
    for (StorySummary story : first()) {
      String instant = instant(story);
      latest = instant.compareTo(latest) > 0 ? instant : latest;
    }
    return latest;
  }

  private static String instant(StorySummary story) {
    String end = story.end();
    return end != null && end.length() >= 10
        ? end.substring(0, 10) + "T00:00:00Z"
        : "1970-01-01T00:00:00Z";
  }

  private static String escape(String text) {
    var out = new StringOutput();
    Escape.htmlAttribute(Words.visible(text), out);
    return out.toString().replace(">", "&gt;");
  }
}
