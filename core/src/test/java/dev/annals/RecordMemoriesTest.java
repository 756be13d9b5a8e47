package dev.annals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.annotation.Annotator;
import dev.annals.article.Article;
import dev.annals.article.ArticleDraft;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryArticle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordMemoriesTest {

  private static final String TEXT =
      "The pier at Selden was closed on Monday after a crack was found in it.\n\n"
          + "\"We will mend it,\" said Ada Okoro, the mayor.";

  private static final int ARTICLES = RecordMemories.LARGE;
  private static final long CHARACTERS = (long) ARTICLES * TEXT.length();

  private static RecordMemories.Memory compiled(String story) {
    return compiled(story, ARTICLES);
  }

  private static RecordMemories.Memory compiled(String story, int count) {
    var memory = new RecordMemories.Memory();
    List<StoryArticle> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Article article = new ArticleDraft(story + "-" + i, TEXT).language("en").article();
      articles.add(new StoryArticle(article, new Annotator().annotate(article), "given"));
    }
    new RecordCompiler().compile(story, articles, memory.compiled());
    return memory;
  }

  private static void keep(RecordMemories memories, String story) {
    memories.keep(story, compiled(story), ARTICLES);
  }

  @Test
  void givesWhatWasKeptOnce() {
    var memories = new RecordMemories(10 * CHARACTERS);
    var pier = compiled("pier");
    memories.keep("pier", pier, ARTICLES);
    assertThat(memories.take("pier")).isSameAs(pier);
    assertThat(memories.take("pier").compiled().characters()).isZero();
  }

  @Test
  void givesUpTheStoriesThatWereUsedLongestAgo() {
    var memories = new RecordMemories(3 * CHARACTERS);
    keep(memories, "pier");
    keep(memories, "ferry");
    keep(memories, "dam");
    // used again, so the ferry is the oldest
    memories.keep("pier", memories.take("pier"), ARTICLES);
    keep(memories, "bridge");
    assertThat(memories.size()).isEqualTo(3);
    assertThat(memories.take("ferry").compiled().characters()).isZero();
    for (String story : List.of("pier", "dam", "bridge")) {
      assertThat(memories.take(story).compiled().characters()).as(story).isEqualTo(CHARACTERS);
    }
  }

  @Test
  void givesUpAsManyAsALargeOneTakes() {
    var memories = new RecordMemories(3 * CHARACTERS);
    keep(memories, "pier");
    keep(memories, "ferry");
    keep(memories, "dam");
    memories.keep("flood", compiled("flood", 2 * ARTICLES), 2 * ARTICLES);
    assertThat(memories.size()).isEqualTo(2);
    assertThat(memories.take("dam").compiled().characters()).isEqualTo(CHARACTERS);
    assertThat(memories.take("flood").compiled().characters()).isEqualTo(2 * CHARACTERS);
  }

  @Test
  void remembersNeitherSmallStoriesNorOnesLargerThanThereIsRoomFor() {
    var memories = new RecordMemories(CHARACTERS);
    memories.keep("small", compiled("small", ARTICLES - 1), ARTICLES - 1);
    memories.keep("large", compiled("large", ARTICLES + 1), ARTICLES + 1);
    assertThat(memories.size()).isZero();
    keep(memories, "pier");
    assertThat(memories.size()).isEqualTo(1);
  }

  @Test
  void oneStoryThatGrowsBeyondTheRoomIsGivenUpAndLeavesTheOthers() {
    var memories = new RecordMemories(2 * CHARACTERS);
    keep(memories, "pier");
    keep(memories, "ferry");
    memories.take("pier");
    memories.keep("pier", compiled("pier", 3 * ARTICLES), 3 * ARTICLES);
    assertThat(memories.size()).isEqualTo(1);
    assertThat(memories.take("ferry").compiled().characters()).isEqualTo(CHARACTERS);
  }
}
