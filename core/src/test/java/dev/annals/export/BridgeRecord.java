package dev.annals.export;

import dev.annals.annotation.Modality;
import dev.annals.annotation.QuoteKind;
import dev.annals.annotation.RoleTense;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import dev.annals.capture.Capture;
import dev.annals.capture.MediaKind;
import dev.annals.capture.Stated;
import dev.annals.record.StoryRecord;
import dev.annals.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A small record in which everything occurs that a record may hold, with its evidence. */
final class BridgeRecord {

  static final String HTML = "<html><body><p>The bridge was closed.</p></body></html>";

  private BridgeRecord() {}

  private static Cite post(int start, String words) {
    return new Cite(
        "post-1",
        start,
        start + words.length(),
        Role.PARAGRAPH,
        words,
        "https://post.example/bridge#:~:text=" + words.replace(" ", "%20"));
  }

  private static Cite gazette(int start, String words) {
    return new Cite("gazette 2", start, start + words.length(), Role.PARAGRAPH, words, null);
  }

  /** The record; a hostile document puts its own words where {@code title} and so on stand. */
  static StoryRecord of(String title, String words, String credit, String url) {
    var closed = post(0, "The bridge was closed.");
    var shut = gazette(10, "The old bridge is shut");
    var both = new Cites(List.of(closed, shut));
    var one = new Cites(List.of(closed));
    return new StoryRecord(
        "bridge-1",
        title,
        "2031-03-05",
        "2031-03-06",
        List.of("en"),
        List.of(
            new StoryRecord.Member(
                "post-1",
                credit,
                url,
                title,
                "2031-03-05T08:00:00+01:00",
                null,
                "2031-03-05T09:30:00+01:00",
                1,
                "opened the story"),
            new StoryRecord.Member(
                "gazette 2", "Norland Gazette", null, null, null, "2031-03-06", null, 2, words)),
        List.of(
            new StoryRecord.LineageGroup(1, credit, List.of("post-1"), "own report", List.of()),
            new StoryRecord.LineageGroup(
                2, "Norland News Agency", List.of("gazette 2"), "credited", List.of(shut))),
        2,
        List.of(
            entry(
                "2031-03-05", "18:30", "minute", "The bridge was closed.", Modality.ASSERTED, both),
            entry("2031-03-05", null, "day", words, Modality.ASSERTED, one),
            entry("2031-03-07", null, "day", "Divers are to look at it", Modality.PLANNED, one),
            entry("2031-W12", null, "week", "Work may start", Modality.CONDITIONAL, one),
            new StoryRecord.Entry(
                "2029",
                null,
                "year",
                "It was last mended in 2029.",
                0.1,
                1,
                true,
                Modality.ASSERTED,
                "stated",
                one),
            entry(null, null, "unknown", "Traffic went on.", Modality.DENIED, one)),
        List.of(
            new StoryRecord.Track(
                "the bridge",
                List.of(
                    new StoryRecord.State("closed", "2031-03-05", Modality.ASSERTED, 2, both),
                    new StoryRecord.State("reopened", null, Modality.PLANNED, 1, one)))),
        List.of(
            new StoryRecord.QuoteEntry(
                words,
                new StoryRecord.QuoteSpeaker("Ada Okoro", "mayor"),
                QuoteKind.DIRECT,
                "a letter to the council",
                List.of("Every rope will be checked"),
                2,
                both),
            new StoryRecord.QuoteEntry(
                "that nobody was warned", null, QuoteKind.INDIRECT, null, List.of(), 1, one)),
        List.of(
            new StoryRecord.Actor(
                "Ada Okoro",
                List.of("Okoro"),
                List.of(new StoryRecord.ActorRole("mayor", RoleTense.CURRENT, 1, one)),
                2,
                both)),
        List.of(new StoryRecord.Actor("Bridge Office", List.of(), List.of(), 1, one)),
        List.of(new StoryRecord.Actor("Port Selden", List.of(), List.of(), 3, both)),
        List.of(
            new StoryRecord.ClaimEntry(
                "the cables were rotten",
                "Ivo Brandt",
                List.of(closed),
                List.of(new StoryRecord.Dispute("the Bridge Office", new Cites(List.of(shut)))),
                List.of())),
        List.of(
            new StoryRecord.Disagreement(
                "cars on the bridge",
                "figure",
                false,
                List.of(
                    new StoryRecord.Version("12", 1, one),
                    new StoryRecord.Version("about 20", 1, new Cites(List.of(shut)))))),
        List.of(
            new StoryRecord.PictureEntry(
                words, credit, "L. Corvin", "https://post.example/b.jpg", 1, one)),
        List.of(
            new StoryRecord.CorrectionNote(
                "2031-03-06T10:00:00Z", "J. Editor", "set the speaker of a quote")));
  }

  private static StoryRecord.Entry entry(
      @org.jspecify.annotations.Nullable String date,
      @org.jspecify.annotations.Nullable String time,
      String precision,
      String text,
      Modality modality,
      Cites cites) {
    return new StoryRecord.Entry(
        date, time, precision, text, 0.5, cites.places().size(), false, modality, "stated", cites);
  }

  static StoryRecord plain() {
    return of(
        "Bridge closed in Port Selden",
        "“Every cable will be checked,” said the mayor, “before anybody drives over it.”",
        "Harbour Post",
        "https://post.example/bridge");
  }

  static List<Store.KeptCapture> evidence(String article) {
    if (!article.equals("post-1")) {
      return List.of();
    }
    var stated =
        new Stated("Bridge closed", List.of("A. Writer"), "Harbour Post", "en", null, null);
    return List.of(
        new Store.KeptCapture(
            1,
            "ab".repeat(32),
            1,
            article,
            new Capture(
                article,
                "post.html",
                "https://post.example/bridge",
                Instant.parse("2031-03-05T08:05:00.5Z"),
                MediaKind.HTML,
                "utf-8",
                HTML.getBytes(StandardCharsets.UTF_8),
                stated)));
  }
}
