package dev.annals.made;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.article.ArticleExtractor;
import dev.annals.capture.Capture;
import dev.annals.capture.CaptureReaders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeNewsTest {

  @TempDir Path folder;

  @Test
  void sameSeedGivesTheSameNews() throws IOException {
    var first = new MadeNews(3, 10);
    var second = new MadeNews(3, 10);
    for (int i = 0; i < 20; i++) {
      assertThat(first.next()).isEqualTo(second.next());
    }
    assertThat(new MadeNews(4, 10).next().text()).isNotEqualTo(new MadeNews(3, 10).next().text());
  }

  @Test
  void articlesAreAsLongAsThoseOfTheNewsAndHaveNoGaps() {
    var news = new MadeNews(3, 10);
    int words = 0;
    for (int i = 0; i < 50; i++) {
      String text = news.next().text();
      assertThat(text).doesNotContain("{").doesNotContain("}");
      words += text.split("\\s+").length;
    }
    assertThat(words / 50).isBetween(700, 900);
  }

  @Test
  void pagesGiveTheArticleBack() throws IOException {
    Path file = folder.resolve("made.warc");
    MadeFiles.warc(file, new MadeNews(3, 10), 3);
    var captures = new ArrayList<Capture>();
    CaptureReaders.standard().read(file, captures::add, rejection -> {});
    var news = new MadeNews(3, 10);

    assertThat(captures).hasSize(3);
    for (Capture capture : captures) {
      var made = news.next();
      var article = new ArticleExtractor().extract(capture);
      assertThat(article.title()).isEqualTo(made.title());
      assertThat(article.text()).contains(made.paragraphs().get(3)).doesNotContain("Teaser");
    }
  }
}
