package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageVariantsTest {

  private static final String ARTICLE =
      "The city closed its oldest bridge on Wednesday after engineers found cracks in two pillars."
          + "\n\nTraffic was sent over the northern road, where queues reached four kilometres.";

  private static final String PAGE =
      "<html><body><nav><a href=\"/\">Home</a></nav><main><h1>Bridge closed</h1><p>"
          + ARTICLE.replace("\n\n", "</p><p>")
          + "</p></main></body></html>";

  private static final List<String> TEXTS =
      List.of("A market hall that has been planned for nine years opens on Thursday in Elmford.");

  private static LabelledPage page() throws IOException {
    return new LabelledPage("set", "id", "host", ARTICLE, PAGE);
  }

  @Test
  void aVariantStillKnowsItsArticle() throws IOException {
    LabelledPage page = page();
    for (int seed = 0; seed < 40; seed++) {
      LabelledPage variant = page.variant(new Random(seed), TEXTS);
      for (int i = 0; i < variant.labels.length; i++) {
        String text = variant.blocks.get(i).text;
        boolean body = ARTICLE.contains(text.replace("…", ""));
        assertThat(variant.labels[i] > 0).as(text).isEqualTo(body);
      }
      assertThat(variant.labels).contains(1.0);
    }
  }

  @Test
  void oneSeedGivesOneVariant() throws IOException {
    LabelledPage page = page();
    String first = PageVariants.of(PAGE, page.labels, new Random(3), TEXTS);
    assertThat(PageVariants.of(PAGE, page.labels, new Random(3), TEXTS)).isEqualTo(first);
    assertThat(PageVariants.of(PAGE, page.labels, new Random(4), TEXTS)).isNotEqualTo(first);
  }
}
