package dev.annals.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Stated;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlArticleReaderTest {

  private static final String PAGE =
      """
      <html lang="en"><head><title>Harbour bridge closes for repairs | Harbour Post</title>
      <meta property="og:site_name" content="Harbour Post">
      <meta property="og:title" content="Harbour bridge closes for repairs">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour bridge closes
       for repairs","datePublished":"2031-03-05T22:10:00+03:00",
       "dateModified":"2031-03-06T08:00:00+03:00","author":{"name":"Ada Okoro"},}</script></head>
      <body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
      <article><h1>Harbour bridge closes for repairs</h1>
      <figure><img src="/bridge.jpg"><figcaption>Workers inspect the bridge on Tuesday. Photo: Jon
       Vale/AFP</figcaption></figure>
      <div class="article-body">
      <p>The city closed its oldest bridge on Wednesday after engineers found cracks in two of the
       six pillars, the harbour office said in a statement.</p>
      <p>Traffic was sent over the northern road, where queues reached four kilometres by noon,
       according to the police. Ferries ran every ten minutes.</p>
      <p>"We will not open it before every pillar has been examined," said Ada Okoro, who leads the
       office. She expected the work to take three weeks.</p>
      <p>The bridge was built in 1931 and carries about 40,000 vehicles a day. It was last repaired
       eleven years ago, when its deck was replaced at night.</p>
      </div></article>
      <div class="newsletter"><p>Sign up for our newsletter</p></div>
      <aside class="related"><a href="/a">Ferry fares to rise again from April</a></aside>
      <footer><p>Copyright 2031 Harbour Post. All rights reserved.</p></footer></body></html>
      """;

  private static Article read(String html) throws IOException {
    return new HtmlArticleReader()
        .read(
            new Capture(
                "bridge",
                "bridge.html",
                null,
                null,
                MediaKind.HTML,
                null,
                html.getBytes(StandardCharsets.UTF_8),
                Stated.NOTHING));
  }

  @Test
  void takesTheReportAndLeavesWhatIsAroundIt() throws IOException {
    Article article = read(PAGE);
    assertThat(article.body())
        .startsWith("The city closed its oldest bridge")
        .endsWith("replaced at night.")
        .doesNotContain("newsletter", "Copyright", "Workers inspect");
  }

  @Test
  void headlineBylineAndCreditLineAreNoBody() throws IOException {
    Article article =
        read(
            PAGE.replace(
                    "<div class=\"article-body\">",
                    "<div class=\"article-body\"><h1>Harbour bridge closes for repairs</h1>"
                        + "<p>By Ada Okoro and Jon Vale</p>")
                .replace("</div></article>", "<p>With reporting by AFP</p></div></article>"));
    assertThat(article.text())
        .doesNotContain("By Ada Okoro", "closes for repairs", "With reporting");
    assertThat(article.credits()).contains("AFP");
  }

  @Test
  void readsHeadlineDatesAndPublisher() throws IOException {
    Article article = read(PAGE);
    assertThat(article.title()).isEqualTo("Harbour bridge closes for repairs");
    assertThat(article.source()).isEqualTo("Harbour Post");
    assertThat(article.byline()).containsExactly("Ada Okoro");
    assertThat(article.published()).isEqualTo("2031-03-05T22:10:00+03:00");
    assertThat(article.publishedFrom()).isEqualTo("json-ld");
    assertThat(article.modified()).isEqualTo("2031-03-06T08:00:00+03:00");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.digest()).hasSize(64);
  }

  @Test
  void keepsCaptionCreditAndPhotographerApart() throws IOException {
    Picture picture = read(PAGE).pictures().get(0);
    assertThat(picture.caption()).isEqualTo("Workers inspect the bridge on Tuesday.");
    assertThat(picture.credit()).isEqualTo("AFP");
    assertThat(picture.photographer()).isEqualTo("Jon Vale");
  }

  @Test
  void readsPagesNestedAHundredThousandDeep() throws IOException {
    String deep = "<div>".repeat(100_000) + PAGE;
    assertThat(read(deep).body()).contains("oldest bridge");
  }

  @Test
  void saysThatAnEmptyPageHoldsNoArticle() {
    assertThatThrownBy(() -> read("<html><body></body></html>"))
        .isInstanceOf(IOException.class)
        .hasMessage("no article found in the page");
  }

  /** Posts as they follow an article on many sites, with a headline that links to each. */
  private static String posts(String element) {
    var posts = new StringBuilder();
    for (String town : new String[] {"Elmford", "Oakhaven", "Millbrook", "Westport", "Ashby"}) {
      posts.append(
          """
          <%1$s class="card"><h3><a href="/%2$s">%2$s votes on a new market hall</a></h3>
          <p>The council of %2$s votes on Thursday on a market hall that has been planned for nine
           years, and whose costs have doubled since the first sketches were shown.</p></%1$s>
          """
              .formatted(element, town));
    }
    return posts.toString();
  }

  @Test
  void leavesThePostsThatFollow() throws IOException {
    for (String element : new String[] {"article", "div", "li"}) {
      String more = "<div class=\"river\">" + posts(element) + "</div></article>";
      Article article = read(PAGE.replace("</article>", more));
      assertThat(article.body()).as(element).contains("1931").doesNotContain("market hall");
    }
  }

  @Test
  void takesTheArticleUnderTheHeadlineAmongManyAlike() throws IOException {
    String page =
        """
        <html><head><title>Ferry stopped by fog</title></head><body><main>
        <article class="card"><h1>Ferry stopped by fog</h1>
        <p>The morning ferry to Oakhaven turned back on Monday after an hour in thick fog, and its
         eighty passengers were taken to the island by bus and by the noon boat, the harbour office
         said. Nobody was hurt, and the line runs as planned again since the afternoon.</p></article>
        """
            + posts("article")
            + "</main></body></html>";
    assertThat(read(page).body()).contains("turned back on Monday").doesNotContain("market hall");
  }

  @Test
  void cardsBehindNamesAreNoPartOfTheLine() throws IOException {
    String card =
        "said Ada Okoro<span class=\"x\"><span><img src=\"/ada.jpg\"><a href=\"/ada\">Ada Okoro</a>"
            + "<a href=\"/b\">Okoro wants higher fares</a></span></span>, who leads";
    Article article = read(PAGE.replace("said Ada Okoro, who leads", card));
    assertThat(article.body()).contains("said Ada Okoro, who leads").doesNotContain("higher fares");
  }

  @Test
  void aHeadlineWithASentenceIsAnArticle() throws IOException {
    Article article =
        read(
            """
            <html><head><meta property="og:title" content="The last ferry">
            <meta property="article:published_time" content="2031-03-05">
            <meta property="og:description" content="A film about the ferry to Oakhaven.">
            </head><body><nav><a href="/">Home</a></nav><h1>The last ferry</h1></body></html>
            """);
    assertThat(article.body()).isEqualTo("A film about the ferry to Oakhaven.");
    assertThat(article.published()).startsWith("2031-03-05");
  }
}
