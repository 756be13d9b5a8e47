package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleDraftTest {

  @Test
  void paragraphsAreWhatStandsBetweenBlankLines() {
    String text = "The ferry stayed in port.\n\n\n\nThe mayor was told.\n\n";
    var article = new ArticleDraft("a", text).article();
    assertThat(article.blocks())
        .extracting(block -> text.substring(block.start(), block.end()))
        .containsExactly("The ferry stayed in port.", "The mayor was told.");
    assertThat(article.body()).isEqualTo("The ferry stayed in port.\n\nThe mayor was told.");
  }

  @Test
  void whatIsNotSaidIsUnknown() {
    var article = new ArticleDraft("a", "Nothing.").article();
    assertThat(article.language()).isEqualTo("und");
    assertThat(article.published()).isNull();
    assertThat(article.publishedFrom()).isNull();
    assertThat(article.source()).isNull();
  }

  @Test
  void blocksOutOfTheTextAreTurnedDown() {
    var draft = new ArticleDraft("a", "Short.").blocks(List.of(new Block(Role.PARAGRAPH, 0, 40)));
    assertThatThrownBy(draft::article).isInstanceOf(IllegalArgumentException.class);
  }
}
