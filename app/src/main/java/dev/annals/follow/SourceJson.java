package dev.annals.follow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.store.FollowedSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sources as JSON, for the API and the command line. */
public final class SourceJson {

  private static final int DAYS = 30;

  private SourceJson() {}

  /** Several sources. */
  public static ArrayNode of(SourceList list, List<FollowedSource> sources) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    sources.forEach(source -> array.add(of(list, source)));
    return array;
  }

  /** One source. */
  public static ObjectNode of(SourceList list, FollowedSource source) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", source.id())
        .put("url", source.url())
        .put("address", source.address())
        .put("kind", source.kind())
        .put("state", source.state())
        .put("title", source.title())
        .put("publisher", source.publisher())
        .put("zone", source.zone())
        .put("language", source.language())
        .put("licence", source.licence())
        .put("added", time(source.addedAt()))
        .put("interval", source.gap() / 1000)
        .put("next", source.state().equals("active") ? time(source.nextAt()) : null)
        .put("lastTry", time(source.triedAt()))
        .put("lastSuccess", time(source.succeededAt()))
        .put("lastNew", time(source.changedAt()))
        .put("failures", source.failures())
        .put("error", source.error())
        .put("articles", source.articles());
    ObjectNode days = node.putObject("articlesPerDay");
    list.days(source.id(), DAYS).forEach(days::put);
    return node;
  }

  private static @Nullable String time(@Nullable Long at) {
    return at == null ? null : Instant.ofEpochMilli(at).toString();
  }
}
