package dev.annals.follow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {

  @ParameterizedTest
  @CsvSource({
    "HTTP://Harbour.Example:80/A b, http://harbour.example/A%20b",
    "https://harbour.example, https://harbour.example/",
    "https://harbour.example:443?q=1, https://harbour.example/?q=1",
    "https://harbour.example/a#part, https://harbour.example/a",
    "https://bücher.example/ä, https://xn--bcher-kva.example/%C3%A4",
    "https://harbour.example/50%, https://harbour.example/50%25",
    "https://harbour.example/a/../b, https://harbour.example/b",
    "http://127.0.0.1:8080/x, http://127.0.0.1:8080/x",
    "'http://[2a00:1450::1]/x', 'http://[2a00:1450::1]/x'"
  })
  void givesOneForm(String written, String normal) {
    assertThat(WebUrl.of(written)).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "harbour.example",
        "file:///etc/passwd",
        "ftp://harbour.example/",
        "gopher://x/1",
        "javascript:alert(1)",
        "http://user:secret@harbour.example/",
        "http://harbour.example:22/",
        "http://harbour.example:99999/",
        "http:///x",
        "http://a@b@c/",
        "jar:http://x!/",
        "http://[::1/",
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://0x7f000001/",
        "http://127.0.0.01/"
      })
  void refusesWhatCannotBeFetched(String written) {
    assertThat(WebUrl.of(written)).isNull();
  }

  @Test
  void resolvesReferences() {
    assertThat(WebUrl.resolve("https://a.example/x/y", "../z")).isEqualTo("https://a.example/z");
    assertThat(WebUrl.resolve("https://a.example/x", "//b.example/z"))
        .isEqualTo("https://b.example/z");
    assertThat(WebUrl.resolve("https://a.example/x", "file:///etc/passwd")).isNull();
    assertThat(WebUrl.resolve("https://a.example/x/y?id=1#top", "?id=2"))
        .isEqualTo("https://a.example/x/y?id=2");
    assertThat(WebUrl.resolve("https://a.example/x/y", "")).isEqualTo("https://a.example/x/y");
    assertThat(WebUrl.resolve("https://a.example/x", "/../../y")).isEqualTo("https://a.example/y");
    assertThat(WebUrl.resolve("https://a.example/x", "\\news\\1?a=\\b"))
        .isEqualTo("https://a.example/news/1?a=%5Cb");
    assertThat(WebUrl.resolve("https://a.example/x", "/gate[1]/./lock//2"))
        .isEqualTo("https://a.example/gate%5B1%5D/lock//2");
  }

  @Test
  void leavesTrackingOut() {
    assertThat(WebUrl.withoutTracking("https://a.example/x?id=3&utm_source=rss&fbclid=9"))
        .isEqualTo("https://a.example/x?id=3");
    assertThat(WebUrl.withoutTracking("https://a.example/x?utm_source=rss"))
        .isEqualTo("https://a.example/x");
  }
}
