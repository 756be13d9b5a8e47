package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GalleriesTest {

  @Test
  void captionAfterCaptionWithItsNumberIsAGallery() {
    String gallery =
        "Photos: The mill of Karsk Photos: The mill of Karsk The mill was built in 1898. Hide"
            + " Caption 1 of 12 Photos: The mill of Karsk Weavers left it in May. Hide Caption 2 of"
            + " 12";
    assertThat(Galleries.is(gallery, 0, gallery.length())).isTrue();
    assertThat(new TextRoles("The council met.\n\n" + gallery, null, "en").parts())
        .extracting(part -> part.role)
        .containsExactly(Role.PARAGRAPH, Role.OTHER);
  }

  @Test
  void oneNumberMakesNoGallery() {
    for (String report :
        new String[] {
          "Thieves took picture 3 of 12 from the hall of Karsk on Monday.",
          "The council sold 3 of 12 mills, and 4 of 9 weirs, in May.",
          "2 of 3"
        }) {
      assertThat(Galleries.is(report, 0, report.length())).isFalse();
    }
  }
}
