package dev.annals.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.Pipeline;
import dev.annals.Settings;
import dev.annals.article.ArticleDraft;
import dev.annals.made.MadeFiles;
import dev.annals.made.MadeNews;
import dev.annals.store.StoreWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record compiled with a memory is the record compiled from nothing, to the byte. */
class StoryMemoryTest {

  private static final RecordCompiler COMPILER = new RecordCompiler();

  @TempDir static Path folder;
  private static List<StoryArticle> story = List.of();
  private static List<StoryArticle> others = List.of();

  @BeforeAll
  static void make() throws IOException {
    story = articles("story.jsonl", MadeNews.ofOneStory(11, 45), 45);
    // of other events, and by other ids
    others = articles("others.jsonl", new MadeNews(12, 9), 60).subList(45, 60);
  }

  private static List<StoryArticle> articles(String name, MadeNews news, int count)
      throws IOException {
    Path file = folder.resolve(name);
    MadeFiles.jsonLines(file, news, count);
    var articles = new ArrayList<StoryArticle>();
    new Pipeline(Settings.defaults())
        .annotate(
            List.of(file),
            new ByteArrayInputStream(Files.readAllBytes(file)),
            a ->
                articles.add(
                    new StoryArticle(
                        a.article(), a.annotations(), name + " says " + a.article().id())),
            r -> {});
    return articles;
  }

  private static byte[] fromNothing(List<StoryArticle> articles) {
    return StoreWriter.pack(COMPILER.compile("story", articles));
  }

  private static byte[] remembering(List<StoryArticle> articles, StoryMemory memory) {
    return StoreWriter.pack(COMPILER.compile("story", articles, memory));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void articlesThatComeInAnyOrderAndAnyStepsGiveOneRecord(long seed) {
    var random = new Random(seed);
    var arriving = new ArrayList<>(story);
    Collections.shuffle(arriving, random);
    var memory = new StoryMemory();
    var there = new ArrayList<StoryArticle>();
    while (there.size() < arriving.size()) {
      int step = 1 + random.nextInt(random.nextInt(4) == 0 ? 15 : 3);
      int to = Math.min(arriving.size(), there.size() + step);
      there.addAll(arriving.subList(there.size(), to));
      assertThat(remembering(there, memory)).isEqualTo(fromNothing(there));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void articlesThatLeaveOrChangeLeaveNothingBehind(long seed) {
    var random = new Random(seed);
    var all = new ArrayList<>(story);
    all.addAll(others);
    var memory = new StoryMemory();
    var there = new ArrayList<StoryArticle>();
    for (int step = 0; step < 12; step++) {
      for (int i = 0; i < 6; i++) {
        StoryArticle one = all.get(random.nextInt(all.size()));
        boolean gone = there.removeIf(t -> t.article().id().equals(one.article().id()));
        if (!gone || random.nextInt(3) == 0) {
          there.add(random.nextInt(4) == 0 ? undated(one) : one);
        }
      }
      assertThat(remembering(there, memory)).isEqualTo(fromNothing(there));
    }
  }

  /**
   * Words that hundreds of quotes have are not looked at, quotes differ by a word or two, and who
   * "Okoro" is depends on what else is there.
   */
  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void quotesAreWhereTheyWouldBeFromNothingHoweverTheyCome(long seed) throws IOException {
    var random = new Random(seed);
    var arriving = new ArrayList<>(talking(random));
    Collections.shuffle(arriving, random);
    var memory = new StoryMemory();
    var there = new ArrayList<StoryArticle>();
    int to = 0;
    while (to < arriving.size()) {
      int step = 1 + random.nextInt(random.nextInt(3) == 0 ? 40 : 2);
      int from = to;
      to = Math.min(arriving.size(), from + step);
      there.addAll(arriving.subList(from, to));
      if (random.nextInt(6) == 0) {
        there.remove(random.nextInt(there.size()));
      }
      assertThat(remembering(there, memory)).isEqualTo(fromNothing(there));
    }
  }

  private static List<StoryArticle> talking(Random random) throws IOException {
    String[] names = {"Ada Okoro", "Ben Okoro", "Mayor Ada Okoro", "Ruth Selden", "Bishop Tarn"};
    String[] brief = {"Okoro", "the mayor", "Selden", "Tarn", "the bishop", "she"};
    String[] words =
        "harbour council closing bridge market repair winter budget station tunnel ferry school"
            .split(" ");
    Path file = folder.resolve("talking-" + random.nextInt(1000) + ".jsonl");
    var lines = new ArrayList<String>();
    for (int article = 0; article < 150; article++) {
      var text = new StringBuilder();
      for (int quote = 0; quote < 5; quote++) {
        var said = new ArrayList<String>();
        for (int word = 0; word < 6; word++) {
          said.add(words[random.nextInt(words.length)]);
        }
        String who =
            random.nextInt(3) == 0
                ? names[random.nextInt(names.length)]
                : brief[random.nextInt(brief.length)];
        String what = "the " + String.join(" and the ", said);
        text.append(
            random.nextInt(3) == 0
                ? who + " said that " + what + " would follow. "
                : "“" + what + " will follow,” " + who + " said on Monday. ");
      }
      lines.add(
          """
          {"id":"t%03d","published":"2031-03-%02d","source":"paper %d","text":"%s"}"""
              .formatted(article, 1 + random.nextInt(9), article % 40, text));
    }
    Files.write(file, lines);
    var articles = new ArrayList<StoryArticle>();
    new Pipeline(Settings.defaults())
        .annotate(
            List.of(file),
            new ByteArrayInputStream(new byte[0]),
            a -> articles.add(new StoryArticle(a.article(), a.annotations(), "given")),
            r -> {
              throw new IllegalStateException(r.toString());
            });
    return articles;
  }

  @Test
  void articlesUnpackedAgainAreTheSame() {
    var memory = new StoryMemory();
    byte[] record = remembering(story.subList(0, 30), memory);
    var again =
        story.subList(0, 30).stream()
            .map(a -> new StoryArticle(a.article(), a.annotations(), a.why()))
            .toList();
    assertThat(remembering(again, memory)).isEqualTo(record);
    assertThat(memory.characters())
        .isEqualTo(again.stream().mapToLong(a -> a.article().text().length()).sum());
  }

  /**
   * Another version: what it says is no longer dated by its publication, and its headline is gone.
   */
  private static StoryArticle undated(StoryArticle one) {
    var was = one.article();
    var now =
        new ArticleDraft(was.id(), was.text())
            .url(was.url())
            .source(was.source())
            .language(was.language())
            .blocks(was.blocks())
            .credits(was.credits())
            .article();
    return new StoryArticle(now, one.annotations(), one.why());
  }
}
