package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Stated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageSignalsTest {

  private static Article read(String root, String head, String picture, String url)
      throws IOException {
    String html =
        root
            + "<head><title>Lock gate fails at Orrin canal</title>"
            + head
            + "</head><body><article><h1>Lock gate fails at Orrin canal</h1>"
            + "<p>The gate of the upper lock failed on Tuesday, and boats had to wait for two days, "
            + "the canal office said in a statement.</p>"
            + picture
            + "<p>Engineers lowered the water by three metres, according to the office, and found "
            + "that a hinge had rusted through.</p><p>The lock was built in 1904 and was last "
            + "repaired nine years ago, when its walls were sealed.</p></article></body></html>";
    byte[] content = html.getBytes(StandardCharsets.UTF_8);
    return new HtmlArticleReader()
        .read(
            new Capture(
                "lock", "lock.html", url, null, MediaKind.HTML, null, content, Stated.NOTHING));
  }

  private static Picture picture(String html) throws IOException {
    Article article = read("<html lang=\"en\">", "", html, "https://orrin.example/lock");
    assertThat(article.pictures()).hasSize(1);
    Picture picture = article.pictures().get(0);
    assertThat(article.text().substring(picture.start(), picture.end()))
        .isEqualTo(picture.caption());
    return picture;
  }

  private static Article dated(String stated, String url) throws IOException {
    String meta = "<meta property=\"article:published_time\" content=\"" + stated + "\">";
    return read("<html lang=\"en\">", meta, "", url);
  }

  @Test
  void readsTheCreditInAnElementOfItsOwnInsideTheCaption() throws IOException {
    Picture picture =
        picture(
            "<figure><img src=\"/l.jpg\"><figcaption><p>Boats wait below the upper lock "
                + "<cite>AFP/Mara Quill</cite></p></figcaption></figure>");
    assertThat(picture.caption()).isEqualTo("Boats wait below the upper lock");
    assertThat(picture.credit()).isEqualTo("AFP");
    assertThat(picture.photographer()).isEqualTo("Mara Quill");
  }

  @Test
  void takesNoLabelAloneForACredit() throws IOException {
    Picture picture =
        picture(
            "<figure><img src=\"/l.jpg\"></figure><figcaption><span class=\"caption\">Boats wait "
                + "below the upper lock</span><span class=\"credit\"> (<div>Image:</div>"
                + "Getty Images)</span></figcaption>");
    assertThat(picture.caption()).isEqualTo("Boats wait below the upper lock");
    assertThat(picture.credit()).contains("Getty");
  }

  @Test
  void readsTheCreditOfTheAlternativeTextWhereTheCaptionHasNone() throws IOException {
    Picture picture =
        picture(
            "<figure><img src=\"/l.jpg\" alt=\"Boats at Orrin. (Photo: Mara Quill / Reuters)\">"
                + "<figcaption>Boats wait below the upper lock</figcaption></figure>");
    assertThat(picture.photographer()).isEqualTo("Mara Quill");
  }

  @Test
  void keepsTheStatedTimeWhereOnlyAZoneTakesTheAddressToTheDayBefore() throws IOException {
    Article article = dated("2031-03-05T03:04:00Z", "https://orrin.example/2031/03/04/lock");
    assertThat(article.published()).startsWith("2031-03-05T03:04");
    assertThat(article.publishedFrom()).isEqualTo("meta");
  }

  @Test
  void believesAnAddressThatIsDaysEarlier() throws IOException {
    Article article = dated("2031-03-05T03:04:00Z", "https://orrin.example/2031/03/01/lock");
    assertThat(article.published()).isEqualTo("2031-03-01");
  }

  @Test
  void readsMonthNamesAndDaysFirstInAddresses() throws IOException {
    for (String path : new String[] {"2031/mar/04/lock", "news/04-03-2031"}) {
      Article article = read("<html lang=\"en\">", "", "", "https://orrin.example/" + path);
      assertThat(article.published()).as(path).isEqualTo("2031-03-04");
    }
  }

  @Test
  void readsTheDayFirstWhereTheRootIsInBritishEnglish() throws IOException {
    String stamp = "<div class=\"date\">02/10/2030</div>";
    assertThat(read("<html xml:lang=\"en-GB\">", "", stamp, "https://a.example/x").published())
        .isEqualTo("2030-10-02");
  }

  private static Article stamped(String head, String stamp) throws IOException {
    String html =
        "<html lang=\"en\"><head><title>Lock gate fails at Orrin canal</title>"
            + head
            + "</head><body><h1>Lock gate fails at Orrin canal</h1><div>"
            + stamp
            + "</div><article><p>The gate of the upper lock failed on Tuesday, and boats had to "
            + "wait for two days, the canal office said in a statement on 9 May 2019.</p>"
            + "<p>Engineers lowered the water by three metres, according to the office, and found "
            + "that a hinge had rusted through.</p></article></body></html>";
    byte[] content = html.getBytes(StandardCharsets.UTF_8);
    return new HtmlArticleReader()
        .read(
            new Capture(
                "lock", "lock.html", null, null, MediaKind.HTML, null, content, Stated.NOTHING));
  }

  @Test
  void takesTheDayThatMostSignalsName() throws IOException {
    String head =
        "<meta property=\"article:published_time\" content=\"2031-03-06T08:29:34\">"
            + "<meta name=\"date\" content=\"2031-03-06\"><script type=\"application/ld+json\">"
            + "{\"@type\":\"NewsArticle\",\"datePublished\":\"2031-03-02T07:29:00Z\"}</script>";
    assertThat(stamped(head, "6 March 2031").published()).isEqualTo("2031-03-06T08:29:34");
  }

  @Test
  void neverTakesTheDayOfAChangeForThatOfPublication() throws IOException {
    Article article = stamped("", "Last updated 8 March 2031, first published 5 March 2031");
    assertThat(article.published()).isEqualTo("2031-03-05");
    assertThat(stamped("", "Aktualisiert am 08.03.2031").published()).isNotEqualTo("2031-03-08");
  }

  @Test
  void prefersAStampBesideTheHeadlineToADayInTheReport() throws IOException {
    assertThat(stamped("", "Orrin | 5 March 2031 | 10:15").published()).startsWith("2031-03-05");
  }

  @Test
  void readsDaysInManyLanguagesAndFigures() throws IOException {
    String[] stamps = {
      "5. března 2031",
      "5 березня 2031",
      "5 maaliskuuta 2031",
      "٥ مارس ٢٠٣١",
      "2031年3月5日",
      "5 mars 2031"
    };
    for (String stamp : stamps) {
      assertThat(stamped("", stamp).published()).as(stamp).isEqualTo("2031-03-05");
    }
  }

  @Test
  void readsDatesThatPagesHandToTheirScripts() throws IOException {
    String head = "<script>var data = {\"published_at\":\"2031-03-05T09:30:00+01:00\"};</script>";
    Article article = stamped(head, "Orrin");
    assertThat(article.published()).isEqualTo("2031-03-05T09:30:00+01:00");
    assertThat(article.publishedFrom()).isEqualTo("script");
  }

  @Test
  void tellsATimeInThePagesOwnZoneWhereThePageDoes() throws IOException {
    String head =
        "<script>var publication_date = \"2031-03-04 21:18:11\";</script>"
            + "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
            + "\"datePublished\":\"2031-03-05T02:18:11Z\"}</script>";
    assertThat(stamped(head, "<time datetime=\"2031-03-04\">4 March 2031</time>").published())
        .isEqualTo("2031-03-04T21:18:11-05:00");
  }

  private static String headline(String bar, String shared, String stated, String heading)
      throws IOException {
    String html =
        "<html lang=\"en\"><head><title>"
            + bar
            + "</title><meta property=\"og:site_name\" content=\"Orrin Times\">"
            + "<meta property=\"og:title\" content=\""
            + shared
            + "\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\""
            + stated
            + "\"}</script></head><body><article><h1>"
            + heading
            + "</h1><p>The gate of the upper lock failed on Tuesday, and boats had to wait for two "
            + "days, the canal office said.</p><p>Engineers lowered the water by three metres, "
            + "according to the office, and found that a hinge had rusted through.</p></article>"
            + "</body></html>";
    byte[] content = html.getBytes(StandardCharsets.UTF_8);
    Article article =
        new HtmlArticleReader()
            .read(
                new Capture(
                    "lock", "lock", null, null, MediaKind.HTML, null, content, Stated.NOTHING));
    return String.valueOf(article.title());
  }

  @Test
  void leavesSiteSectionAndAuthorOutOfTheHeadline() throws IOException {
    String headline = "Lock gate fails at Orrin canal";
    for (String tail :
        new String[] {
          " | Orrin Times", " - National | Orrin Times", " * The Orrin Times * by Mara Quill"
        }) {
      assertThat(headline(headline + tail, headline + tail, headline, headline))
          .as(tail)
          .isEqualTo(headline);
    }
    assertThat(headline("Orrin Times: " + headline, "Orrin Times: " + headline, "", "Orrin"))
        .isEqualTo(headline);
  }

  @Test
  void keepsDashesThatBelongToTheHeadline() throws IOException {
    String headline = "Lock gate fails - and how to mend it";
    assertThat(headline(headline, headline, headline, headline)).isEqualTo(headline);
  }

  @Test
  void prefersTheHeadingThatStructuredDataConfirmsToARepeatedTitleBar() throws IOException {
    String bar = "Orrin canal lock gate failure explained";
    String heading = "Boats wait two days as lock gate fails at Orrin canal";
    assertThat(headline(bar, bar, heading, heading)).isEqualTo(heading);
  }
}
