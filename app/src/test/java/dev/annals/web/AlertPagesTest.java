package dev.annals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.Engine;
import dev.annals.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class AlertPagesTest {

  @TempDir private Path folder;
  private Engine engine;
  private WebServer server;
  private Visitor visitor;

  @BeforeEach
  void start() throws IOException {
    engine = Engine.open(folder.resolve("store").toString(), new Settings(1));
    Path news =
        Files.writeString(
            folder.resolve("news.jsonl"),
            """
            {"id":"one","source":"Harbour <Post>","title":"Ferry & pier","published":"2031-03-05","text":"The ferry Halcyon ran aground off Merrow on Monday, captain Joss Tallis said."}
            {"id":"two","source":"Gazette","title":"Orchards","published":"2031-03-06","text":"A blight destroyed forty orchards around Quillon, agronomist Pia Verne told growers."}
            """);
    engine.read(news);
    server =
        new WebServer(
            engine, new WebOptions("localhost", 0, Visitor.TOKEN, 10_000), InstantSource.system());
    visitor = new Visitor(server);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    engine.close();
  }

  @Test
  void addsListsAndRemovesForThoseWhoHaveTheToken() throws Exception {
    String body =
        "{\"search\": \"ferry\", \"webhook\": \"https://desk.example/hook?key=hidden\", \"secret\": \"hush\"}";
    for (var refused :
        new String[][] {
          {"POST", "/api/v1/alerts", body},
          {"GET", "/api/v1/alerts", ""},
          {"GET", "/api/v1/alerts/x", ""},
          {"DELETE", "/api/v1/alerts/x", ""}
        }) {
      var answer = visitor.ask(refused[0], refused[1], refused[2], false);
      assertThat(answer.statusCode()).as(refused[1]).isEqualTo(401);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
    var added = visitor.ask("POST", "/api/v1/alerts", body, true);
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(Visitor.json(added).get("secret").asText()).isEqualTo("hush");
    String id = Visitor.json(added).get("id").asText();
    var listed = visitor.ask("GET", "/api/v1/alerts", "", true);
    assertThat(listed.body()).doesNotContain("hush");
    JsonNode alert = Visitor.json(listed).get("alerts").get(0);
    assertThat(alert.get("id").asText()).isEqualTo(id);
    assertThat(alert.get("search").asText()).isEqualTo("ferry");
    assertThat(alert.get("webhook").asText()).isEqualTo("https://desk.example/hook?key=hidden");
    assertThat(alert.get("lastTold").isNull()).isTrue();
    assertThat(Visitor.json(visitor.ask("GET", "/api/v1/alerts/" + id, "", true))).isEqualTo(alert);
    assertThat(visitor.ask("DELETE", "/api/v1/alerts/" + id, "", true).statusCode()).isEqualTo(204);
    assertThat(visitor.ask("DELETE", "/api/v1/alerts/" + id, "", true).statusCode()).isEqualTo(404);
    assertThat(Visitor.json(visitor.ask("GET", "/api/v1/alerts", "", true)).get("alerts"))
        .isEmpty();
  }

  @Test
  void refusesWhatCannotBeToldAndSaysWhy() throws Exception {
    for (String bad :
        new String[] {
          "[",
          "[]",
          "{\"search\": \"ferry\"}",
          "{\"webhook\": \"https://desk.example/hook\"}",
          "{\"search\": \"ferry\", \"webhook\": \"file:///etc/passwd\"}",
          "{\"search\": \"ferry\", \"story\": \"x\", \"webhook\": \"https://desk.example/hook\"}",
          "{\"search\": \" \", \"webhook\": \"https://desk.example/hook\"}",
          "{\"story\": \"no-such-story-1\", \"webhook\": \"https://desk.example/hook\"}"
        }) {
      var answer = visitor.ask("POST", "/api/v1/alerts", bad, true);
      assertThat(answer.statusCode()).as(bad).isEqualTo(400);
      assertThat(Visitor.json(answer).get("detail").asText()).as(bad).isNotBlank();
    }
  }

  @Test
  void thePageShowsNoSecretAndTheFormAddsAndRemoves() throws Exception {
    String form =
        "what=search&about=%3Cb%3E+ferry&webhook=https%3A%2F%2Fdesk.example%2Fk%2Fk3y-part";
    assertThat(visitor.ask("POST", "/alerts", form, false).statusCode()).isEqualTo(401);
    String answer = visitor.ask("POST", "/alerts", form + "&token=" + Visitor.TOKEN, false).body();
    String id = engine.store().alerts().all().get(0).id();
    assertThat(answer).contains(id + ", signed with " + engine.store().alerts().find(id).secret());
    String page = visitor.ask("GET", "/alerts", "", false).body();
    assertThat(page)
        .contains("desk.example", "&lt;b", "/search.atom?q=%3Cb%3E%20ferry", id)
        .doesNotContain("k3y-part", "<b> ferry", "signed with");
    visitor.ask("POST", "/alerts", "what=remove&about=" + id + "&token=" + Visitor.TOKEN, false);
    assertThat(engine.store().alerts().all()).isEmpty();
  }

  @Test
  void aSearchIsAFeedToo() throws Exception {
    var answer = visitor.ask("GET", "/search.atom?q=merrow+OR+quillon", "", false);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/atom+xml");
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Element feed =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertThat(feed.getTagName()).isEqualTo("feed");
    assertThat(text(feed, "updated")).isEqualTo("2031-03-06T00:00:00Z"); // of the latest entry
    var entries = feed.getElementsByTagName("entry");
    var titles = new ArrayList<String>();
    var ids = new ArrayList<String>();
    for (int i = 0; i < entries.getLength(); i++) {
      Element entry = (Element) entries.item(i);
      titles.add(text(entry, "title"));
      ids.add(text(entry, "id"));
      String link = ((Element) entry.getElementsByTagName("link").item(0)).getAttribute("href");
      assertThat(visitor.ask("GET", link.replaceAll("#.*", ""), "", false).statusCode())
          .isEqualTo(200);
    }
    assertThat(titles).contains("Ferry & pier", "Orchards");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(visitor.ask("GET", "/search.atom?q=nothing-of-the-kind", "", false).body())
        .contains("<feed")
        .doesNotContain("<entry>");
  }

  private static String text(Element element, String name) {
    return element.getElementsByTagName(name).item(0).getTextContent();
  }
}
