package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.annals.Engine;
import dev.annals.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in a real Chromium. Without one these tests are skipped, loudly; in CI that is a
 * failure.
 */
class BrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  @TempDir private static Path folder;
  private static Engine engine;
  private static WebServer server;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    boolean there = Files.isExecutable(CHROMIUM);
    if (!there) {
      System.err.println("NO BROWSER TESTS: there is no Chromium at " + CHROMIUM);
      if (System.getenv("CI") != null) {
        throw new IllegalStateException("CI runs the browser tests: install chromium");
      }
    }
    assumeTrue(there, "no Chromium");
    engine = Engine.open(folder.resolve("store").toString(), Settings.defaults());
    engine.read(Path.of("../examples"));
    server =
        new WebServer(
            engine, new WebOptions("localhost", 0, null, 100_000), InstantSource.system());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
      playwright.close();
    }
    if (server != null) {
      server.close();
      engine.close();
    }
  }

  private static Page open(String path, Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    Page page = context.newPage();
    page.setDefaultTimeout(60_000);
    page.navigate("http://localhost:" + server.port() + path);
    return page;
  }

  private static Page open(String path) {
    return open(path, new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  private static String biggestStory() {
    return "/story/"
        + engine.stories().stream()
            .max(java.util.Comparator.comparingInt(s -> s.articles()))
            .orElseThrow()
            .id();
  }

  @Test
  void fromTheFrontPageToTheHighlightedWords() {
    Page page = open("/");
    page.locator(".card h2 a").first().click();
    assertThat(page.locator("h1").innerText()).isNotBlank();
    page.locator("ol.lead details.cites summary").first().click();
    page.locator("ol.lead details.cites a.in").first().click();
    page.waitForSelector("#cite");
    assertThat(page.locator("mark.target").first().innerText()).isNotBlank();
    assertThat(page.locator("mark.target").first().isVisible()).isTrue();
    page.locator(".back a").click();
    assertThat(page.url()).contains("/story/").contains("#e");
    page.context().close();
  }

  @Test
  void searchFindsAndMarksWords() {
    Page page = open("/");
    page.locator("#q").fill("ferry");
    page.locator("#q").press("Enter");
    page.waitForSelector(".hit mark");
    assertThat(page.locator(".hit mark").first().innerText().toLowerCase(java.util.Locale.ROOT))
        .contains("ferry");
    page.context().close();
  }

  @Test
  void newArticlesAreAnnouncedWithoutReloading() throws IOException {
    Page page = open("/");
    page.waitForTimeout(1500);
    Path late = folder.resolve("late.jsonl");
    Files.writeString(
        late,
        "{\"id\": \"late-1\", \"source\": \"Hask Herald\", \"published\": \"2031-06-01\", \"title\": \"Seal on the pier of Hask\","
            + " \"text\": \"A seal slept on the pier of Hask on Sunday and held up the mail boat.\"}");
    engine.read(late);
    page.locator("#fresh a").waitFor();
    page.locator(".card.changed").waitFor();
    assertThat(page.locator(".card.changed h2").innerText()).contains("Seal on the pier");
    page.context().close();
  }

  @Test
  void theTimelineZoomsInPlaceAndByKeys() {
    Page page = open(biggestStory());
    String window = "document.querySelector('.drawing').dataset.from";
    Object before = page.evaluate(window);
    page.locator("[data-zoom=in]").click();
    until(page, window + " !== '" + before + "'");
    Object closer = page.evaluate(window);
    assertThat(page.url()).doesNotContain("from=");
    page.locator(".drawing").press("ArrowRight");
    until(page, window + " !== '" + closer + "'");
    page.locator("[data-zoom=focus]").click();
    until(page, window + " === '" + before + "'");
    page.context().close();
  }

  /** The pages' policy forbids the eval that Playwright's own waiting needs. */
  private static void until(Page page, String condition) {
    for (int i = 0; i < 100 && !Boolean.TRUE.equals(page.evaluate(condition)); i++) {
      page.waitForTimeout(50);
    }
    assertThat(page.evaluate(condition)).as(condition).isEqualTo(true);
  }

  @Test
  void theTimelineZoomsWithoutScriptToo() {
    Page page =
        open(
            biggestStory(),
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 900));
    page.locator("[data-zoom=in]").click();
    assertThat(page.url()).contains("from=").contains("#timeline");
    assertThat(page.locator(".drawing svg").count()).isEqualTo(1);
    page.context().close();
  }

  @Test
  void keysSearchAndGoThroughStatements() {
    Page page = open(biggestStory());
    page.keyboard().press("j");
    page.keyboard().press("o");
    assertThat(page.locator("details.cites[open]").count()).isEqualTo(1);
    page.keyboard().press("/");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
    page.context().close();
  }

  @Test
  void placesAreOnPaper() {
    Page page = open(biggestStory());
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(page.locator("ol.lead details.cites li").first().isVisible()).isTrue();
    assertThat(page.locator(".top").isVisible()).isFalse();
    page.context().close();
  }

  @Test
  void sentencesBehindAStateDoNotLookLikeStates() {
    Page page = open(biggestStory());
    page.locator(".ribbon > li details.cites summary").first().click();
    String shape = "element => getComputedStyle(element).clipPath";
    assertThat(page.locator(".ribbon > li").nth(1).evaluate(shape).toString()).contains("polygon");
    assertThat(page.locator(".ribbon .cites li").first().evaluate(shape)).isEqualTo("none");
    page.context().close();
  }

  @Test
  void statesOfOneDayAreToldApartByTheirHour() {
    Page page = open(biggestStory());
    assertThat(page.locator(".ribbon > li .when, .ribbon > li").allInnerTexts())
        .anyMatch(state -> state.contains("12 Mar 2031, 18:00"));
    page.context().close();
  }

  @Test
  void phonesAndTabletsNeedNoSidewaysScrolling() {
    for (int wide : List.of(360, 768)) {
      for (String path :
          List.of("/", biggestStory(), "/article?id=tidewater-1", "/search?q=ferry")) {
        Page page = open(path, new Browser.NewContextOptions().setViewportSize(wide, 740));
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(width).as(path).isLessThanOrEqualTo(wide);
        page.context().close();
      }
    }
  }

  @Test
  void darkFollowsTheSystemAndTheSwitch() {
    Page page =
        open(
            "/",
            new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setColorScheme(ColorScheme.DARK));
    String background = "getComputedStyle(document.body).backgroundColor";
    assertThat(page.evaluate(background)).isEqualTo("rgb(20, 22, 26)");
    page.locator("#theme").click();
    assertThat(page.evaluate(background)).isEqualTo("rgb(251, 250, 247)");
    page.context().close();
  }

  @Test
  void pagesWorkWithoutScript() {
    Page page =
        open(
            biggestStory(),
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 900));
    assertThat(page.locator("ol.entries li").count()).isPositive();
    page.context().close();
  }

  @Test
  void axeFindsNothingSerious() throws IOException {
    String axe = resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (String path :
          List.of(
              "/",
              "/?place=hask",
              biggestStory(),
              biggestStory() + "/correct",
              "/article?id=tidewater-1&from=4&to=13",
              "/search?q=ferry",
              "/status",
              "/sources",
              "/alerts",
              "/nothing/here")) {
        // the policy forbids scripts of others, axe too: the test alone goes past it
        Page page =
            open(
                path,
                new Browser.NewContextOptions()
                    .setViewportSize(1280, 900)
                    .setBypassCSP(true)
                    .setColorScheme(scheme));
        page.evaluate(axe);
        Object serious =
            page.evaluate(
                "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}).then(r => r.violations"
                    + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                    + ".map(v => v.id + ' ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' | ')))");
        assertThat((List<?>) serious).as(path + " " + scheme).isEmpty();
        page.context().close();
      }
    }
  }

  /** {@code -Ddocs.pictures} takes the pictures that the documents show. */
  @Test
  void picturesForTheDocuments() {
    assumeTrue(System.getProperty("docs.pictures") != null, "no pictures asked for");
    picture("front", "/", 1280, 860, ColorScheme.LIGHT, null);
    picture("story", biggestStory(), 1280, 1000, ColorScheme.LIGHT, null);
    picture("timeline", biggestStory(), 1280, 800, ColorScheme.DARK, "#timeline");
    picture("tracks", biggestStory(), 1280, 800, ColorScheme.LIGHT, "#tracks");
    picture("sources", biggestStory(), 1280, 800, ColorScheme.LIGHT, "#sources");
    picture("article", "/article?id=tidewater-1", 1280, 800, ColorScheme.LIGHT, null);
    picture("phone", biggestStory(), 390, 844, ColorScheme.DARK, null);
  }

  private static void picture(
      String name, String path, int width, int height, ColorScheme scheme, String anchor) {
    Page page =
        open(
            path,
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    if (anchor != null) {
      page.locator(anchor).scrollIntoViewIfNeeded();
      page.evaluate("document.querySelector('" + anchor + "').scrollIntoView()");
    }
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("../docs/" + name + ".png")));
    page.context().close();
  }

  private static String resource(String name) throws IOException {
    try (var in = BrowserTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
