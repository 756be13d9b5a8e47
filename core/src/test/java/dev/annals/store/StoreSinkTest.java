package dev.annals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.annotation.Annotations;
import dev.annals.article.Article;
import dev.annals.article.ArticleDraft;
import dev.annals.article.Role;
import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Stated;
import dev.annals.record.Correction;
import dev.annals.record.RecordCompiler;
import dev.annals.record.StoryArticle;
import dev.annals.record.StoryRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreSinkTest {

  @TempDir Path folder;

  private static Article article(String id, String text) {
    return new ArticleDraft(id, text)
        .source("Tarn Echo")
        .title(text)
        .language("en")
        .published("2031-05-06")
        .whole(Role.PARAGRAPH)
        .article();
  }

  private static Intake intake(Article article) {
    var capture =
        new Capture(
            article.id(),
            article.id() + ".txt",
            null,
            null,
            MediaKind.PLAIN_TEXT,
            null,
            article.text().getBytes(StandardCharsets.UTF_8),
            Stated.NOTHING);
    return Intake.of(
        capture, article.id() + ".txt", Fingerprints.of(capture), article, Annotations.NONE);
  }

  private static StoryRecord record(String id, Article... articles) {
    var members = new ArrayList<StoryArticle>();
    for (Article article : articles) {
      members.add(new StoryArticle(article, Annotations.NONE, "alike"));
    }
    return new RecordCompiler().compile(id, members);
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatAJobHasMade(StoreKind kind) throws IOException {
    String location = kind.newStore(folder);
    Article first = article("a", "The old bridge of Tarn was closed on Monday.");
    try (var sink = StoreSink.open(location, "flink");
        var store = Store.open(location)) {
      sink.article(intake(first), 1);
      sink.place("a", "tarn", "opened the story", 1);
      sink.story(record("tarn", first), 1);
      assertThat(store.stories()).isEmpty();
      long before = store.generation();
      sink.flush();
      assertThat(store.generation()).isGreaterThan(before);
      assertThat(store.record("tarn")).isEqualTo(record("tarn", first));
      assertThat(store.changedAfter(before)).extracting(Store.Changed::id).containsExactly("tarn");
      assertThat(store.members("tarn")).hasSize(1);
      assertThat(store.storyOf("a")).isEqualTo("tarn");
      assertThat(store.capturesOf("a")).hasSize(1);
      assertThat(store.job()).isEqualTo("flink");
    }
  }

  @ParameterizedTest
  @EnumSource
  void changesNothingWhenThingsComeAgainOrLate(StoreKind kind) throws IOException {
    String location = kind.newStore(folder);
    Article old = article("a", "The bridge was closed on Monday.");
    Article corrected = article("a", "The bridge was closed on Sunday.");
    try (var sink = StoreSink.open(location, "flink");
        var store = Store.open(location)) {
      sink.article(intake(corrected), 2);
      sink.place("a", "second", "moved", 2);
      sink.story(record("second", corrected), 4);
      sink.removeStory("first", 3);
      sink.flush();
      for (int replay = 0; replay < 3; replay++) {
        sink.article(intake(old), 1);
        sink.place("a", "first", "opened", 1);
        sink.story(record("first", old), 2);
        sink.article(intake(corrected), 2);
        sink.story(record("second", old), 3);
        sink.flush();
      }
      assertThat(store.stories()).extracting(StorySummary::id).containsExactly("second");
      assertThat(store.record("second")).isEqualTo(record("second", corrected));
      assertThat(store.storyOf("a")).isEqualTo("second");
      assertThat(store.articles()).isEqualTo(1);
      assertThat(store.versions("a")).extracting(ArticleVersion::version).containsExactly(2, 1);
      assertThat(store.versions("a").get(0).newest()).isTrue();
      assertThat(store.versions("a").get(1).newest()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesManySinksAtOnce(StoreKind kind) throws Exception {
    String location = kind.newStore(folder);
    var tasks = new ArrayList<Callable<Integer>>();
    for (int sinks = 0; sinks < 4; sinks++) {
      tasks.add(() -> putAll(location));
    }
    var threads = Executors.newFixedThreadPool(4);
    try (var store = Store.open(location)) {
      for (var done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isEqualTo(30);
      }
      assertThat(store.articles()).isEqualTo(30);
      assertThat(store.stories()).hasSize(30).allMatch(story -> story.articles() == 1);
    } finally {
      threads.shutdownNow();
    }
  }

  /** As a job that is started again from the beginning. */
  private static int putAll(String location) throws IOException {
    try (var sink = StoreSink.open(location, "flink")) {
      int put = 0;
      for (; put < 30; put++) {
        Article article = article("a" + put, "Report " + put + " of the flood in Tarn.");
        sink.article(intake(article), 1);
        sink.place(article.id(), "s" + put, "opened the story", 1);
        sink.story(record("s" + put, article), 1);
        if (put % 7 == 0) {
          sink.flush();
        }
      }
      sink.flush();
      return put;
    }
  }

  @ParameterizedTest
  @EnumSource
  void replaysCorrectionsOnRecordsThatComeLater(StoreKind kind) throws IOException {
    String location = kind.newStore(folder);
    Article article = article("a", "The bridge of Tarn was closed on Monday. It stays shut.");
    try (var sink = StoreSink.open(location, "flink");
        var store = Store.open(location)) {
      var record = record("s", article);
      sink.story(record, 1);
      sink.flush();
      store
          .writer()
          .keep(
              new Correction(
                  "2031-05-08T09:00:00Z",
                  "Jo Dunn",
                  Correction.Kind.DROP,
                  "s",
                  "shut",
                  null,
                  null));
      store.writer().commit();
      sink.story(record, 2);
      sink.flush();
      assertThat(store.record("s").corrections()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesAStoreThatAnotherJobWrites(StoreKind kind) throws IOException {
    String location = kind.newStore(folder);
    StoreSink.open(location, "flink").close();
    assertThatThrownBy(() -> StoreSink.open(location, "other")).hasMessageContaining("flink");
    StoreSink.open(location, "flink").close();
  }

  @ParameterizedTest
  @EnumSource
  void takesIdsAndTextsOfAnyKind(StoreKind kind) throws IOException {
    String location = kind.newStore(folder);
    String id = "https://tarn.example/?" + "é\0\uD83D\uDE00x".repeat(2000);
    Article article = article(id, "The bridge \0 of \uD800 Tarn was closed.");
    try (var sink = StoreSink.open(location, "flink");
        var store = Store.open(location)) {
      sink.article(intake(article), 1);
      sink.place(id, "s", "opened", 1);
      sink.story(record("s", article), 1);
      sink.flush();
      assertThat(store.storyOf(id)).isEqualTo("s");
      assertThat(store.members("s").get(0).article()).isEqualTo(article);
      assertThat(store.storyOf(id + "y")).isNull();
    }
  }
}
