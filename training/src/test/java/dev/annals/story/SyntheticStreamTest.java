package dev.annals.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticStreamTest {

  @Test
  void sameSeedGivesTheSameStream() {
    var first = new SyntheticStream(3, 50);
    var second = new SyntheticStream(3, 50);
    for (int i = 0; i < 100; i++) {
      assertThat(first.next().print()).isEqualTo(second.next().print());
    }
  }

  @Test
  void mostOfItsStoriesAreFoundAndMemoryStaysBounded() {
    var stream = new SyntheticStream(3, 200);
    var stories = new Stories(new StorySettings(300, 10), StoryArchive.NONE);
    var ids = new ArrayList<String>();
    var told = new HashMap<String, Long>();
    for (int i = 0; i < 2_000; i++) {
      var article = stream.next();
      stories.add(article);
      ids.add(article.id());
      told.put(article.id(), stream.told());
    }

    assertThat(stories.size()).isLessThanOrEqualTo(300);
    int whole = 0;
    int several = 0;
    for (Story story : stories.stories()) {
      List<String> articles = story.articles();
      if (articles.size() > 1) {
        several++;
        var plots = new HashSet<Long>();
        articles.forEach(article -> plots.add(told.get(article)));
        whole += plots.size() == 1 ? 1 : 0;
      }
    }
    assertThat(ids).hasSize(2_000);
    assertThat(whole).isGreaterThan(several * 8 / 10);
  }
}
