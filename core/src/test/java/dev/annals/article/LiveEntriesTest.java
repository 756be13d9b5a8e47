package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Annotator;
import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Stated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveEntriesTest {

  private static final String[] TIMES = {
    "2031-03-06T08:10:00+01:00", "2031-03-05T21:40:00+01:00", "2031-03-05T09:15:00+01:00"
  };

  private static final String[] HEADS = {
    "Lock reopens to small boats", "Divers find a rusted hinge", "Lock gate fails at Orrin canal"
  };

  private static final String[] WORDS = {
    "The upper lock of the Orrin canal reopened to small boats today, the canal office said in a "
        + "statement, and barges are to follow when the hinge has been replaced.",
    "Divers who went down this evening found that a hinge of the gate had rusted through, "
        + "according to the head of the canal office, and that the wall behind it was wet.",
    "The gate of the upper lock failed today, and boats had to wait in the lower basin, the canal "
        + "office said. Engineers lowered the water by three metres."
  };

  private static Article read(String head, String entries) throws IOException {
    String html =
        "<html lang=\"en\"><head><title>Orrin canal: as it happened</title>"
            + "<meta property=\"article:published_time\" content=\"2031-03-05T09:00:00+01:00\">"
            + head
            + "</head><body><article><h1>Orrin canal: as it happened</h1>"
            + entries
            + "</article></body></html>";
    return new HtmlArticleReader()
        .read(
            new Capture(
                "live",
                "live",
                null,
                null,
                MediaKind.HTML,
                null,
                html.getBytes(StandardCharsets.UTF_8),
                Stated.NOTHING));
  }

  private static void assertEntries(Article article) {
    for (int i = 0; i < WORDS.length; i++) {
      int at = article.text().indexOf(WORDS[i]);
      Block block =
          article.blocks().stream().filter(b -> b.start() == at).findFirst().orElseThrow();
      assertThat(block.time()).isEqualTo(TIMES[i]);
    }
    assertThat(article.published()).isEqualTo("2031-03-05T09:00:00+01:00");
  }

  @Test
  void givesEntriesInBoxesTheTimesInThem() throws IOException {
    var entries = new StringBuilder();
    for (int i = 0; i < WORDS.length; i++) {
      entries
          .append(
              "<div class=\"entry\"><time datetime=\""
                  + TIMES[i]
                  + "\">"
                  + TIMES[i].substring(11, 16)
                  + "</time>")
          .append("<h2>" + HEADS[i] + "</h2><p>" + WORDS[i] + "</p></div>");
    }
    assertEntries(read("", entries.toString()));
  }

  @Test
  void givesWhatFollowsATimeThatTime() throws IOException {
    var entries = new StringBuilder();
    for (int i = 0; i < WORDS.length; i++) {
      entries.append(
          "<p class=\"t\"><time datetime=\""
              + TIMES[i]
              + "\">"
              + TIMES[i].substring(11, 16)
              + "</time></p><p>"
              + WORDS[i]
              + "</p>");
    }
    assertEntries(read("", entries.toString()));
  }

  @Test
  void readsTheTimesOfEntriesFromStructuredData() throws IOException {
    var data = new StringBuilder();
    var entries = new StringBuilder();
    for (int i = 0; i < WORDS.length; i++) {
      data.append(i == 0 ? "" : ",")
          .append("{\"@type\":\"BlogPosting\",\"headline\":\"" + HEADS[i])
          .append("\",\"datePublished\":\"" + TIMES[i] + "\"}");
      entries.append("<section><h2>" + HEADS[i] + "</h2><p>" + WORDS[i] + "</p></section>");
    }
    String head =
        "<script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",\"headline\":"
            + "\"Orrin canal: as it happened\",\"liveBlogUpdate\":["
            + data
            + "]}</script>";
    assertEntries(read(head, entries.toString()));
  }

  @Test
  void countsTodayFromTheTimeOfTheEntry() throws IOException {
    var entries = new StringBuilder();
    for (int i = 0; i < WORDS.length; i++) {
      entries.append(
          "<div class=\"entry\"><time datetime=\""
              + TIMES[i]
              + "\">"
              + TIMES[i].substring(11, 16)
              + "</time><p>"
              + WORDS[i]
              + "</p></div>");
    }
    Article article = read("", entries.toString());
    Annotations found = new Annotator().annotate(article);
    List<String> todays =
        found.times().stream()
            .filter(t -> article.text().substring(t.start(), t.end()).equals("today"))
            .map(t -> t.value())
            .toList();
    assertThat(todays).containsExactly("2031-03-06", "2031-03-05");
  }

  @Test
  void leavesReportsWithStampsAlone() throws IOException {
    Article article =
        read(
            "",
            "<p><time datetime=\"2031-03-05\">5 March</time> <time datetime=\"2031-03-06\">6 March"
                + "</time></p><p>"
                + WORDS[0]
                + "</p><p>"
                + WORDS[1]
                + "</p><p>"
                + WORDS[2]
                + "</p>");
    assertThat(article.blocks()).allMatch(block -> block.time() == null);
  }
}
