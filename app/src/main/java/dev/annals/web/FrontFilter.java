package dev.annals.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the front page is narrowed to; blank values narrow nothing. */
record FrontFilter(String day, String person, String place, String outlet, String language) {

  private static final int LONGEST = 200;

  static FrontFilter of(Context context) {
    return new FrontFilter(
        value(context, "day"),
        value(context, "person"),
        value(context, "place"),
        value(context, "outlet"),
        value(context, "language"));
  }

  private static String value(Context context, String name) {
    String value = Pages.text(context, name).strip();
    return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
  }

  boolean any() {
    return !(day + person + place + outlet + language).isEmpty();
  }

  /** All but the day, by field of the index. */
  Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    put(fields, "person", person);
    put(fields, "place", place);
    put(fields, "outlet", outlet);
    put(fields, "language", language);
    return fields;
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  FrontFilter with(String field, String value) {
    return switch (field) {
      case "person" -> new FrontFilter(day, value, place, outlet, language);
      case "place" -> new FrontFilter(day, person, value, outlet, language);
      case "outlet" -> new FrontFilter(day, person, place, value, language);
      default -> new FrontFilter(day, person, place, outlet, value);
    };
  }

  boolean onDay(@Nullable String start, @Nullable String end) {
    if (day.isEmpty()) {
      return true;
    }
    return start != null && end != null && start.compareTo(day) <= 0 && end.compareTo(day) >= 0;
  }

  String link(int from) {
    var link = new StringBuilder("/");
    add(link, "day", day);
    add(link, "person", person);
    add(link, "place", place);
    add(link, "outlet", outlet);
    add(link, "language", language);
    add(link, "from", from == 0 ? "" : Integer.toString(from));
    return link.toString();
  }

  private static void add(StringBuilder link, String name, String value) {
    if (!value.isEmpty()) {
      link.append(link.length() == 1 ? '?' : '&').append(name).append('=');
      link.append(Links.encode(value));
    }
  }
}
