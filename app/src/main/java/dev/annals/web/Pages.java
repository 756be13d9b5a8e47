package dev.annals.web;

import dev.annals.Engine;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What all pages share, and the page of the store's state. */
final class Pages {

  private final Engine engine;
  private final StoryList stories;
  private final Renderer renderer;

  Pages(Engine engine, StoryList stories, Renderer renderer) {
    this.engine = engine;
    this.stories = stories;
    this.renderer = renderer;
  }

  void status(Context context) {
    var facts = new TreeMap<String, String>();
    facts.put("articles", Long.toString(engine.store().articles()));
    facts.put("stories", Integer.toString(stories.now().ordered().size()));
    facts.put("rejected documents", Integer.toString(engine.store().rejections().size()));
    facts.put("state of the store", Long.toString(engine.store().generation()));
    var reasons = new HashMap<String, Integer>();
    engine.store().rejections().forEach(r -> reasons.merge(r.reason(), 1, Integer::sum));
    context.html(renderer.render("status.jte", new StatusPage(facts, new TreeMap<>(reasons))));
  }

  static String text(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value;
  }

  static int number(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > 9) {
      return 0;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
