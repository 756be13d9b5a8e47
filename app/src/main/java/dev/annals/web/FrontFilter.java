package dev.annals.web;

import dev.annals.Engine;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the front page is narrowed to; blank values narrow nothing. */
record FrontFilter(String day, String person, String place, String outlet, String language) {

  static FrontFilter of(Context context) {
    return new FrontFilter(
        Pages.text(context, "day"),
        Pages.text(context, "person"),
        Pages.text(context, "place"),
        Pages.text(context, "outlet"),
        Pages.text(context, "language"));
  }

  boolean any() {
    return !(day + person + place + outlet + language).isBlank();
  }

  /** Ids of the stories that fit all but the day, or null when all do. */
  @Nullable Set<String> ids(Engine engine) throws IOException {
    var fields = new LinkedHashMap<String, String>();
    put(fields, "person", person);
    put(fields, "place", place);
    put(fields, "outlet", outlet);
    put(fields, "language", language);
    return fields.isEmpty() ? null : engine.storiesWith(fields);
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (!value.isBlank()) {
      fields.put(name, value);
    }
  }

  boolean onDay(@Nullable String start, @Nullable String end) {
    if (day.isBlank()) {
      return true;
    }
    return start != null && end != null && start.compareTo(day) <= 0 && end.compareTo(day) >= 0;
  }

  String link(int from) {
    return "/?day="
        + Links.encode(day)
        + "&person="
        + Links.encode(person)
        + "&place="
        + Links.encode(place)
        + "&outlet="
        + Links.encode(outlet)
        + "&language="
        + Links.encode(language)
        + "&from="
        + from;
  }
}
