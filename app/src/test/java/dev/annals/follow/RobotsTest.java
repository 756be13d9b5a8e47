package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RobotsTest {

  private static Robots robots(String text) {
    return Robots.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void obeysTheGroupThatNamesUs() {
    var robots =
        robots(
            """
            User-agent: *
            Disallow: /

            User-agent: other
            User-agent: Annals/2.0
            Disallow: /private/
            Allow: /private/open
            Crawl-delay: 2.5
            """);
    assertThat(robots.allows("/news/1")).isTrue();
    assertThat(robots.allows("/private/1")).isFalse();
    assertThat(robots.allows("/private/open/1")).isTrue();
    assertThat(robots.delay()).isEqualTo(Duration.ofMillis(2500));
  }

  @Test
  void obeysTheGroupForAllWhenNoneNamesUs() {
    var robots = robots("User-agent: annalsbot\nDisallow: /\nUser-agent: *\nDisallow: /tmp\n");
    assertThat(robots.allows("/tmp/x")).isFalse();
    assertThat(robots.allows("/")).isTrue();
  }

  @Test
  void joinsGroupsOfOneName() {
    var robots =
        robots(
            "User-agent: *\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: *\nDisallow: /b");
    assertThat(robots.allows("/a")).isFalse();
    assertThat(robots.allows("/b")).isFalse();
    assertThat(robots.allows("/c")).isTrue();
  }

  @Test
  void readsWildcards() {
    var robots =
        robots(
            "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print/\nAllow: /$\nDisallow: *?sort=");
    assertThat(robots.allows("/a/b.pdf")).isFalse();
    assertThat(robots.allows("/a/b.pdf?x")).isTrue();
    assertThat(robots.allows("/news/print/1")).isFalse();
    assertThat(robots.allows("/list?sort=up")).isFalse();
    assertThat(robots.allows("/")).isTrue();
  }

  @Test
  void comparesEscapesInOneForm() {
    var robots = robots("User-agent: *\nDisallow: /caf%c3%a9\nDisallow: /%7Ejo");
    assertThat(robots.allows("/café")).isFalse();
    assertThat(robots.allows("/caf%C3%A9")).isFalse();
    assertThat(robots.allows("/~jo")).isFalse();
  }

  @Test
  void anEmptyDisallowForbidsNothing() {
    assertThat(robots("User-agent: *\nDisallow:\n").allows("/x")).isTrue();
    assertThat(robots("").allows("/x")).isTrue();
    assertThat(Robots.CLOSED.allows("/x")).isFalse();
    assertThat(Robots.CLOSED.allows("/robots.txt")).isTrue();
  }

  @Test
  void collectsSitemaps() {
    assertThat(robots("Sitemap: https://a.example/news.xml\nSitemap: file:///x").sitemaps())
        .containsExactly("https://a.example/news.xml");
  }

  @Test
  void readsFiveHundredKibibytes() {
    String filler = "# " + "x".repeat(97) + "\n";
    String start = "User-agent: *\n" + filler.repeat(Robots.LONGEST / filler.length() - 2);
    var robots = robots(start + "Disallow: /in\n" + filler.repeat(20) + "Disallow: /out\n");
    assertThat(robots.allows("/in")).isFalse();
    assertThat(robots.allows("/out")).isTrue();
  }

  @Test
  @Timeout(5)
  void takesHostileRulesInItsStride() {
    String pattern = "/" + "*a".repeat(2000) + "$";
    var robots = robots("User-agent: *\nDisallow: " + pattern);
    assertThatCode(() -> robots.allows("/" + "a".repeat(2000) + "b")).doesNotThrowAnyException();
    robots("User-agent: *\nCrawl-delay: NaN\nCrawl-delay: 1e999\n: x\nDisallow\n\0\uFFFD");
  }
}
