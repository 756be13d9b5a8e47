package dev.annals.web;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.annals.Engine;
import dev.annals.follow.Follower;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The newsroom's desk: pages, REST API and live updates over an engine. Listens on localhost unless
 * told otherwise. Safe for use by several threads.
 */
public final class WebServer implements AutoCloseable {

  private static final long LARGEST_UPLOAD = 20L << 20;

  private final Live live;
  private final Choices choices;
  private final Warming warming;
  private final Javalin javalin;

  /**
   * Starts the server.
   *
   * @param engine what to show; closed by the caller
   */
  public WebServer(Engine engine, WebOptions options, InstantSource clock) {
    this(engine, options, clock, null);
  }

  /**
   * Starts the server.
   *
   * @param engine what to show; closed by the caller
   * @param follower what follows sources in this process, or null; closed by the caller
   */
  public WebServer(
      Engine engine, WebOptions options, InstantSource clock, @Nullable Follower follower) {
    engine.followStore();
    var stories = new StoryList(engine);
    live = new Live(stories);
    var guard = new Guard(options);
    var renderer = new Renderer();
    var pages = new Pages(engine, stories, renderer);
    var front = new FrontPages(engine, stories, renderer);
    choices = new Choices(engine, front);
    var story = new StoryPages(engine, stories, renderer, guard, clock);
    var articles = new ArticlePages(engine, renderer);
    var search = new SearchPages(engine, renderer);
    var api = new Api(engine, stories, story, articles, guard, clock);
    var feeds = new FrontFeed(stories);
    var sources = new SourcePages(engine, follower, renderer, guard, options, clock);
    var alerts = new AlertPages(engine, follower != null, renderer, guard, clock);
    javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = options.host();
              config.jetty.port = options.port();
              config.http.prefer405over404 = true;
              config.http.maxRequestSize = LARGEST_UPLOAD;
              config.http.defaultContentType = "text/html;charset=utf-8";
              var routes = config.routes;
              routes.before(guard::check);
              routes.get("/", front::show);
              routes.get("/story/{id}", story::show);
              routes.get("/story/{id}/axis", story::axis);
              routes.get("/story/{id}/correct", story::correctionForm);
              routes.post("/story/{id}/correct", story::correct);
              routes.get("/article", articles::show);
              routes.get("/search", search::show);
              routes.get("/status", pages::status);
              routes.get("/feed.atom", feeds::atom);
              routes.get("/feed.json", feeds::json);
              routes.get(
                  "/assets/annals.css", c -> asset(c, "annals.css", "text/css;charset=utf-8"));
              routes.get(
                  "/assets/annals.js", c -> asset(c, "annals.js", "text/javascript;charset=utf-8"));
              routes.get("/assets/icon.svg", c -> asset(c, "icon.svg", "image/svg+xml"));
              routes.get("/search.atom", new SearchFeed(engine)::atom);
              routes.get("/health", sources::health);
              routes.get("/metrics", sources::metrics);
              routes.get("/sources", sources::show);
              routes.post("/sources", sources::change);
              routes.get("/api/v1/sources", sources::all);
              routes.post("/api/v1/sources", sources::add);
              routes.get("/api/v1/sources.opml", sources::opml);
              routes.get("/api/v1/sources/{id}", sources::one);
              routes.delete("/api/v1/sources/{id}", sources::remove);
              routes.post("/api/v1/sources/{id}/pause", sources::pause);
              routes.post("/api/v1/sources/{id}/resume", sources::resume);
              routes.get("/alerts", alerts::show);
              routes.post("/alerts", alerts::change);
              routes.get("/api/v1/alerts", alerts::all);
              routes.post("/api/v1/alerts", alerts::add);
              routes.get("/api/v1/alerts/{id}", alerts::one);
              routes.delete("/api/v1/alerts/{id}", alerts::remove);
              routes.get("/api/v1/stories", api::stories);
              routes.get("/api/v1/stories/{id}", api::story);
              routes.get("/api/v1/articles", api::article);
              routes.get("/api/v1/search", api::search);
              routes.get("/api/v1/status", api::status);
              routes.post("/api/v1/documents", api::upload);
              routes.post("/api/v1/corrections", api::correct);
              routes.get("/api/v1/openapi.json", c -> asset(c, "openapi.json", "application/json"));
              routes.sse("/live", live::add);
              routes.exception(Problem.class, (problem, c) -> answer(c, renderer, problem));
              routes.exception(
                  HttpResponseException.class, (e, c) -> answer(c, renderer, problem(e, c)));
              routes.exception(
                  Exception.class,
                  (e, c) ->
                      answer(
                          c,
                          renderer,
                          new Problem(
                              500, "Something went wrong", "The server could not answer this.")));
              routes.error(
                  404,
                  c -> {
                    if (c.result() == null
                        || String.valueOf(c.result())
                            .equals("Endpoint GET " + c.path() + " not found")) {
                      answer(
                          c,
                          renderer,
                          new Problem(404, "No such page", "There is nothing at " + c.path()));
                    }
                  });
            });
    javalin.start();
    warming = new Warming(stories, story::make);
  }

  private static Problem problem(HttpResponseException e, Context context) {
    if (e.getStatus() == 405) {
      String methods = e.getDetails().get("availableMethods");
      context.header("Allow", methods == null ? "" : methods);
      return new Problem(
          405,
          "Not done here",
          context.method() + " cannot be done at " + context.path() + ", only " + methods);
    }
    return e.getStatus() == 404
        ? new Problem(
            404, "No such page", "There is nothing at " + context.method() + " " + context.path())
        : new Problem(e.getStatus(), "Not possible", String.valueOf(e.getMessage()));
  }

  private static void answer(Context context, Renderer renderer, Problem problem) {
    context.status(problem.status());
    context.res().setHeader("ETag", null); // of what could not be shown
    if (context.path().startsWith("/api/")) {
      context
          .contentType("application/problem+json")
          .result(
              "{\"type\":\"about:blank\",\"title\":"
                  + quoted(problem.title())
                  + ",\"status\":"
                  + problem.status()
                  + ",\"detail\":"
                  + quoted(problem.detail())
                  + "}");
    } else {
      context.html(renderer.message(problem.title(), problem.detail()));
    }
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private static void asset(Context context, String name, String type) {
    try (InputStream in = WebServer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new Problem(404, "No such file", name);
      }
      var out = new ByteArrayOutputStream();
      in.transferTo(out);
      context.contentType(type).header("Cache-Control", "max-age=300").result(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port that the server listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    warming.close();
    live.close();
    choices.close();
    javalin.stop();
  }
}
