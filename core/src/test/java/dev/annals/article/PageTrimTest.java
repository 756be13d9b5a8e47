package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PageTrimTest {

  private static final String CODE =
      "var gate = function (a) { return a < 3 ? 'open' : 'shut'; }; ";
  private static final String LONG = CODE + CODE;

  @Test
  void takesOutWhatScriptsAndStylesHold() {
    assertThat(trim("<p>a<script>" + LONG + "</script><style a=b>" + STYLE + "</style>b"))
        .isEqualTo("<p>a<script></script><style a=b></style>b");
  }

  private static final String STYLE = ".gate { color: red } ".repeat(9);

  @Test
  void leavesStructuredDataAndWhatIsNoScript() {
    String data =
        "<script type=\"application/ld+json\">{\"a\": \"" + "b".repeat(99) + "\"}</script>";
    String other = "<scripture>" + LONG + "</scripture><p>" + LONG;
    assertThat(trim(data + other)).isEqualTo(data + other);
  }

  @Test
  void leavesTheFirstDateOfPublicationWithItsName() {
    String dated = "\"published_at\":\"2031-03-04T09:30:00+01:00\"";
    String trimmed =
        trim("<script>" + LONG + dated + LONG + "</script><script>" + dated + LONG + "</script>");
    assertThat(trimmed).contains(dated.substring(0, dated.length() - 1)).hasSizeLessThan(200);
    assertThat(trimmed.indexOf("2031")).isEqualTo(trimmed.lastIndexOf("2031"));
  }

  @Test
  void leavesToTheParserWhatMayEndElsewhere() {
    for (String page :
        new String[] {
          "<script>" + LONG + "</SCRIPT><p>The gate is shut.</p><script>" + LONG + "</script>",
          "<script><!-- <script>" + LONG + "</script> --></script>",
          "<script title=\"a>b\">" + LONG + "\">" + LONG,
          "<style>" + STYLE + "<p>" + STYLE + "</style>",
          "<!-- <script> --><p>The gate is shut, " + LONG + "<script>" + LONG + "</script>",
          "<title>The <script> tag</title><p>" + LONG + "<script>a()</script>",
          "<textarea><script></TEXTAREA><p>" + LONG + "<script>a()</script>",
          "<script>" + LONG
        }) {
      assertThat(trim(page)).contains(page.contains("SCRIPT") ? "The gate is shut." : page);
    }
  }

  @Test
  @Timeout(20)
  void looksOnceAtTagsThatNeverEnd() {
    for (String part : new String[] {"<script ", "<style '", "<script>", "<script></style"}) {
      String page = part.repeat(400_000) + ">";
      assertThat(trim(page)).hasSizeGreaterThan(0);
    }
  }

  @Test
  void leavesPagesInWideCharactersAlone() {
    byte[] page = ("<script>" + LONG + "</script>").getBytes(StandardCharsets.UTF_16LE);
    assertThat(PageTrim.of(page)).isSameAs(page);
  }

  private static String trim(String page) {
    return new String(PageTrim.of(page.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }
}
