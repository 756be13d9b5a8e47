package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Looking again at what was fetched. */
class RevisitTest extends FollowerFixture {

  @Test
  void looksAgainOnAScheduleThatDecays() throws IOException {
    feed("/feed", "/a");
    on(
        "/a",
        (request, reply) -> {
          if (request.header("if-none-match").equals("\"v\"")) {
            reply.send(304, "");
          } else {
            reply.send(200, TestArticles.page(1, 1), "Content-Type: text/html", "ETag: \"v\"");
          }
        });
    add("/feed");
    start();
    until(() -> is("/a", "kept"));
    int visits = 1;
    for (Duration later : FollowSettings.defaults().revisits()) {
      clock.forward(later.minusMinutes(5));
      pause(300);
      assertThat(count("/a")).isEqualTo(visits);
      clock.forward(Duration.ofMinutes(10));
      visits++;
      int now = visits;
      until(() -> count("/a") == now && row("/a").visits() == now);
    }
    clock.forward(Duration.ofDays(30));
    pause(300);
    assertThat(count("/a")).isEqualTo(5);
    assertThat(row("/a").nextAt()).isNull();
  }

  @Test
  void keepsNewVersionsAndMarksWhatHasGone() throws IOException {
    feed("/feed", "/a");
    page("/a", 1);
    add("/feed");
    start();
    until(() -> is("/a", "kept"));
    page("/a", 5);
    clock.forward(Duration.ofHours(2));
    String id = server.url(HOST, "/a");
    until(() -> engine.store().versions(id).size() == 2);
    paths.remove(HOST + "/a");
    clock.forward(Duration.ofHours(7));
    until(() -> is("/a", "gone"));
    assertThat(engine.store().versions(id)).hasSize(2);
    assertThat(row("/a").goneAt()).isNotNull();
    page("/a", 5);
    clock.forward(Duration.ofDays(2));
    until(() -> is("/a", "kept"));
    assertThat(row("/a").goneAt()).isNull();
  }
}
