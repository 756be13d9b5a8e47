package dev.annals.web;

import dev.annals.Engine;
import dev.annals.export.Exporter;
import dev.annals.record.Correction;
import dev.annals.record.StoryRecord;
import dev.annals.store.Store;
import dev.annals.store.StorySummary;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The pages of one story: the record, its timeline at any scale, the form that corrects it. */
final class StoryPages {

  /** Five thousand pages of ten kilobytes. */
  private static final long BYTES_KEPT = 64L << 20;

  /** Articles shown before the record is compiled anew, which takes seconds. */
  private static final int ARRIVALS = 20;

  private static final long FARTHEST = 5_000_000_000L;

  private final Engine engine;
  private final StoryList stories;
  private final Renderer renderer;
  private final Guard guard;
  private final InstantSource clock;
  private final List<String> formats;
  private final KeptPages pages = new KeptPages(BYTES_KEPT);

  StoryPages(
      Engine engine, StoryList stories, Renderer renderer, Guard guard, InstantSource clock) {
    this.engine = engine;
    this.stories = stories;
    this.renderer = renderer;
    this.guard = guard;
    this.clock = clock;
    this.formats = engine.exporters().all().stream().map(Exporter::name).toList();
  }

  /** The record of an id, or of the beginning of one. */
  StoryRecord find(String story) {
    try {
      return engine.record(story);
    } catch (IllegalArgumentException e) {
      throw new Problem(404, "No such story", String.valueOf(e.getMessage()));
    }
  }

  void show(Context context) {
    String id = context.pathParam("id");
    StorySummary known = stories.now().byId().get(id);
    if (known == null) {
      context.redirect(Links.story(find(id).id()));
      return;
    }
    Long from = minute(context.queryParam("from"));
    Long to = minute(context.queryParam("to"));
    var piece = PartPage.of(context);
    if (piece.isFirst() && (from == null || to == null)) {
      Renderer.send(context, kept(known));
    } else {
      context.html(render(id, from, to, piece, engine.store().arrivals(id, ARRIVALS)));
    }
  }

  private KeptPages.Kept kept(StorySummary story) {
    List<Store.Arrival> arrivals = engine.store().arrivals(story.id(), ARRIVALS);
    String state = story.changed() + (arrivals.isEmpty() ? "" : "+" + arrivals.get(0).seq());
    return pages.of(
        story.id(), state, () -> render(story.id(), null, null, PartPage.FIRST, arrivals));
  }

  /** Makes the page of a story before it is asked for. */
  void make(String id) {
    StorySummary known = stories.now().byId().get(id);
    if (known != null) {
      kept(known);
    }
  }

  private String render(
      String id,
      @Nullable Long from,
      @Nullable Long to,
      PartPage piece,
      List<Store.Arrival> arrivals) {
    var page = new StoryViews(find(id), formats, piece).page(from, to, arrivals, guard.writable());
    return renderer.render("story.jte", page);
  }

  /** The drawing alone, for a page that zooms without being loaded again. */
  void axis(Context context) {
    Long from = minute(context.queryParam("from"));
    Long to = minute(context.queryParam("to"));
    var axis = AxisView.of(find(context.pathParam("id")), from, to);
    if (axis == null) {
      throw new Problem(404, "No timeline", "Too little of this story has a date.");
    }
    context.html(renderer.render("axis.jte", axis));
  }

  /** A minute of an address; null when it is none or farther away than any date. */
  private static @Nullable Long minute(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > 11) {
      return null;
    }
    try {
      long minute = Long.parseLong(text);
      return Math.abs(minute) > FARTHEST ? null : minute;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  void correctionForm(Context context) {
    StoryRecord record = find(context.pathParam("id"));
    var page =
        new CorrectionPage(
            record.id(),
            Words.shorten(record.title(), 200),
            Links.story(record.id()),
            Pages.text(context, "target"),
            guard.writable());
    context.html(renderer.render("correct.jte", page));
  }

  void correct(Context context) throws IOException {
    guard.checkToken(context.formParam("token"));
    StoryRecord record = find(context.pathParam("id"));
    String value = context.formParam("value");
    try {
      engine.correct(
          new Correction(
              clock.instant().toString(),
              form(context, "author"),
              Correction.Kind.valueOf(form(context, "kind").toUpperCase(Locale.ROOT)),
              record.id(),
              form(context, "target"),
              value == null || value.isBlank() ? null : value.strip(),
              context.formParam("note")));
    } catch (IllegalArgumentException e) {
      throw new Problem(400, "Cannot be corrected so", String.valueOf(e.getMessage()));
    }
    context.redirect(Links.story(record.id()) + "#corrections", HttpStatus.SEE_OTHER);
  }

  private static String form(Context context, String name) {
    String value = context.formParam(name);
    if (value == null || value.isBlank()) {
      throw new Problem(400, "Something is missing", "Fill in: " + name);
    }
    return value.strip();
  }
}
