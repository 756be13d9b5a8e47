package dev.annals.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedsTest {

  private static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE rss [<!ENTITY big "x"><!ENTITY bigger "&big;&big;">]>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
           xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel>
          <title>Harbour Post - Norland</title><language>en-gb</language>
          <item>
            <title>Pier &amp; crane</title><link>https://post.example/1</link>
            <dc:creator>Ada Banner</dc:creator><pubDate>Tue, 04 Mar 2031 09:30:00 +0200</pubDate>
            <description>Short.</description>
            <content:encoded><![CDATA[<p>The pier&nbsp;was closed.</p>]]></content:encoded>
          </item>
          <item><title>Nothing</title><link>https://post.example/2</link></item>
          <item><title>Short</title><guid>https://post.example/3</guid><description>The ferry sank.</description></item>
        </channel>
      </rss>
      """;

  private final List<Capture> captures = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();

  private void read(byte[] bytes) throws IOException {
    var source = new Source("in", "in", new ByteArrayInputStream(bytes));
    CaptureReaders.standard().read(source, captures::add, rejections::add);
  }

  private void read(String text) throws IOException {
    read(text.getBytes(UTF_8));
  }

  private String text(int index) {
    return new String(captures.get(index).content(), UTF_8);
  }

  @Test
  void readsRssWithItsFullTextAndTakesTheDoctypeOff() throws IOException {
    read(RSS);
    assertThat(captures)
        .extracting(Capture::id)
        .containsExactly(
            "https://post.example/1", "https://post.example/2", "https://post.example/3");
    var first = captures.get(0);
    assertThat(first.kind()).isEqualTo(MediaKind.HTML);
    assertThat(text(0)).isEqualTo("<p>The pier&nbsp;was closed.</p>");
    assertThat(first.stated())
        .isEqualTo(
            new Stated(
                "Pier & crane",
                List.of("Ada Banner"),
                "Harbour Post",
                "en-gb",
                "2031-03-04T09:30:00+02:00",
                null));
    assertThat(text(1)).isEqualTo("Nothing");
    assertThat(captures.get(2).kind()).isEqualTo(MediaKind.PLAIN_TEXT);
    assertThat(rejections).isEmpty();
  }

  @Test
  void readsAtomWithMarkupInside() throws IOException {
    read(
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Gazette</title>
        <entry><id>tag:g,1</id><title type="html">A &lt;b&gt;pier&lt;/b&gt;</title>
        <link rel="self" href="https://g.example/self"/><link href="https://g.example/1"/>
        <author><name>Cy Dewey</name></author>
        <published>2031-03-04T09:30:00Z</published><updated>2031-03-05T09:30:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content>
        </entry></feed>
        """);
    assertThat(captures).extracting(Capture::url).containsExactly("https://g.example/1");
    var stated = captures.get(0).stated();
    assertThat(stated.title()).isEqualTo("A pier");
    assertThat(stated.published()).isEqualTo("2031-03-04T09:30:00Z");
    assertThat(stated.modified()).isEqualTo("2031-03-05T09:30:00Z");
    assertThat(stated.byline()).containsExactly("Cy Dewey");
    assertThat(text(0)).contains("<p>One.</p>");
  }

  @Test
  void readsAClippedFeedInAnOldCharset() throws IOException {
    String feed =
        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><title>Fähre</title><item>"
            + "<title>Fähre</title><link>https://f.example/1</link><description>Die Fähre sank.</description></item>"
            + "<item><title>Clip";
    read(feed.getBytes(Charset.forName("windows-1252")));
    assertThat(text(0)).isEqualTo("Die Fähre sank.");
    assertThat(captures.get(0).stated().source()).isEqualTo("Fähre");
  }

  @Test
  void resolvesNoEntity() throws IOException {
    read(
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<rss><channel><item><description>The pier &x; closed.</description></item></channel></rss>");
    assertThat(text(0)).isEqualTo("The pier &x; closed.");
  }

  @Test
  void readsJsonFeed() throws IOException {
    read(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Post\",\"items\":[{\"id\":\"1\","
            + "\"url\":\"https://p.example/1\",\"title\":\"T\",\"content_html\":\"<p>A.</p>\","
            + "\"date_published\":\"2031-03-04T09:30:00+02:00\",\"authors\":[{\"name\":\"Ada Banner\"}]},"
            + "{\"id\":\"2\",\"content_text\":\"B.\"},{\"id\":\"3\"}]}");
    assertThat(captures).extracting(Capture::id).containsExactly("https://p.example/1", "2");
    assertThat(captures.get(0).stated().byline()).containsExactly("Ada Banner");
    assertThat(rejections).hasSize(1);
  }

  @Test
  void readsNinjsOfAllVersions() throws IOException {
    read(
        "{\"uri\":\"http://a.example/1\",\"type\":\"text\",\"versioncreated\":\"2031-03-04T10:37:00Z\","
            + "\"byline\":\"Ada Banner\",\"headline\":\"Pier\",\"body_text\":\"A.\",\"copyrightholder\":\"NNA\"}");
    read(
        "{\"uri\":\"urn:x:2\",\"versionCreated\":\"2031-03-05T10:37:00Z\",\"firstCreated\":\"2031-03-04\","
            + "\"by\":\"Cy Dewey\",\"headlines\":[{\"role\":\"sub\",\"value\":\"S\"},{\"role\":\"main\",\"value\":\"M\"}],"
            + "\"bodies\":[{\"contentType\":\"text/plain\",\"value\":\"B.\"},"
            + "{\"contentType\":\"application/xhtml+xml\",\"value\":\"<p>B.</p>\"}]}");
    read("{\"uri\":\"urn:x:3\",\"type\":\"picture\",\"headlines\":[]}");
    assertThat(captures).extracting(Capture::id).containsExactly("http://a.example/1", "urn:x:2");
    assertThat(captures)
        .extracting(Capture::kind)
        .containsExactly(MediaKind.PLAIN_TEXT, MediaKind.HTML);
    assertThat(captures.get(0).stated())
        .isEqualTo(
            new Stated("Pier", List.of("Ada Banner"), "NNA", null, "2031-03-04T10:37:00Z", null));
    assertThat(captures.get(1).stated().title()).isEqualTo("M");
    assertThat(captures.get(1).stated().published()).isEqualTo("2031-03-04");
    assertThat(captures.get(1).stated().modified()).isEqualTo("2031-03-05T10:37:00Z");
    assertThat(rejections)
        .extracting(Rejection::reason)
        .containsExactly("ninjs picture without text");
  }

  @Test
  void listsTheFeedsOfOpmlAndSaysWhatItIsFor() throws IOException {
    String opml =
        "<?xml version=\"1.0\"?><opml version=\"2.0\"><body><outline text=\"News\">"
            + "<outline text=\"Post\" type=\"rss\" xmlUrl=\"https://post.example/rss\"/>"
            + "<outline title=\"Gazette &amp; Sun\" text=\"g\" XMLURL=\"https://g.example/a?b&amp;c\"/></outline>"
            + "<outline text=\"again\" xmlUrl=\"https://post.example/rss\"/></body></opml>";
    assertThat(Opml.feeds(opml.getBytes(UTF_8)))
        .containsExactly(
            new Opml.Listed("https://post.example/rss", "Post"),
            new Opml.Listed("https://g.example/a?b&c", "Gazette & Sun"));
    read(opml);
    assertThat(rejections)
        .containsExactly(new Rejection("in", "OPML lists feeds; use annals follow"));
  }

  @Test
  void readsAClippedJsonFeedAsFarAsItGoes() {
    String feed =
        """
        {"version": "http://jsonfeed.org/version/1", "title": "Post", "home_page_url": "https://p.example/",
         "author": {"name": "Ada Banner"},
         "items": [{"id": 1, "url": "/1", "content_text": "A.",}, {"id": "2", "content_te""";

    var entries = FeedDocument.entries(feed.getBytes(UTF_8), null);

    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).url()).isEqualTo("https://p.example/1");
    assertThat(entries.get(0).byline()).containsExactly("Ada Banner");
  }

  @Test
  void tellsAuthorsFromTheirAddresses() {
    String feed =
        """
        <rss version="2.0"><channel>
          <item><title>1</title><author>ada@p.example (Ada Banner)</author></item>
          <item><title>2</title><author>Ada Banner (ada@p.example)</author></item>
          <item><title>3</title><author>Ada Banner &lt;ada@p.example&gt;</author></item>
          <item><title>4</title><dc:creator>Ada Banner</dc:creator><author>ada@p.example (Ada Banner)</author></item>
        </channel></rss>
        """;

    assertThat(FeedDocument.entries(feed.getBytes(UTF_8), null))
        .hasSize(4)
        .allSatisfy(entry -> assertThat(entry.byline()).containsExactly("Ada Banner"));
  }

  @Test
  void readsAFeedWithAZeroInIt() throws IOException {
    read(RSS.replace("crane", "cra\0ne"));

    assertThat(captures.get(0).stated().title()).isEqualTo("Pier & crane");
  }

  @Test
  void aPageThatQuotesAFeedIsAPage() throws IOException {
    read(
        "<html><body><p>A feed begins so:</p><pre><?xml version='1.0'?><rss></rss></pre></body></html>");

    assertThat(captures).extracting(Capture::kind).containsExactly(MediaKind.HTML);
  }
}
