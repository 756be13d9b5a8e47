package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CiteMakerTest {

  private static final String FIRST =
      "The pier was closed, the mayor said. The mayor blamed a crane.";
  private static final String SECOND =
      "Two ships - one of them full of apples & pears - waited outside the harbour of Port Sorrel for most of"
          + " the night, and nobody was told why until Friday.";

  private static Article article(@Nullable String url) {
    String text = FIRST + "\n\n" + SECOND;
    return new ArticleDraft("a", text)
        .url(url)
        .language("en")
        .blocks(
            List.of(
                new Block(Role.PARAGRAPH, 0, FIRST.length()),
                new Block(Role.CAPTION, FIRST.length() + 2, text.length())))
        .article();
  }

  private static Cite cite(@Nullable String url, String words) {
    var article = article(url);
    int start = article.text().indexOf(words);
    return CiteMaker.cite(article, start, start + words.length());
  }

  @Test
  void citesExactWordsWithTheRoleOfTheirBlock() {
    var cite = cite("https://post.example/pier", "waited outside");
    assertThat(cite.text()).isEqualTo("waited outside");
    assertThat(cite.role()).isEqualTo(Role.CAPTION);
    assertThat(cite.link()).isEqualTo("https://post.example/pier#:~:text=waited%20outside");
  }

  @Test
  void encodesTheMarksOfTheDraft() {
    assertThat(cite("https://post.example/#top", "apples & pears - waited").link())
        .isEqualTo("https://post.example/#top:~:text=apples%20%26%20pears%20%2D%20waited");
  }

  @Test
  void namesLongWordsByStartAndEnd() {
    assertThat(cite("http://post.example/", SECOND).link())
        .isEqualTo(
            "http://post.example/#:~:text=Two%20ships%20%2D%20one%20of%20them,nobody%20was%20told%20why%20until%20Friday.");
  }

  @Test
  void addsWhatStandsAroundWordsThatStandTwice() {
    assertThat(cite("https://post.example/", "the mayor").link())
        .isEqualTo(
            "https://post.example/#:~:text=pier%20was%20closed%2C-,the%20mayor,-said.%20The%20mayor");
  }

  @Test
  void takesWholeWordsIntoTheLink() {
    assertThat(cite("https://post.example/", "arbou").link()).endsWith("text=harbour");
  }

  @Test
  void linksOnlyToTheWeb() {
    assertThat(cite(null, "pier").link()).isNull();
    assertThat(cite("javascript:alert(1)", "pier").link()).isNull();
    assertThat(cite("file:///pier", "pier").link()).isNull();
  }
}
