package dev.annals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the page of a story shows, in the words in which it shows it. */
public record StoryPage(
    String id,
    String title,
    String days,
    String articleCount,
    String sourceCount,
    String languages,
    String jsonLink,
    List<Part> parts,
    List<Export> exports,
    List<Correction> corrections,
    List<EntryView> lead,
    @Nullable AxisView axis,
    List<DayView> timeline,
    @Nullable More moreEntries,
    List<TrackView> tracks,
    List<SpeakerView> speakers,
    @Nullable More moreQuotes,
    List<ClaimView> claims,
    @Nullable More moreClaims,
    List<DisagreementView> disagreements,
    List<WordingView> wording,
    List<ActorGroup> actors,
    @Nullable Graph graph,
    List<Fresh> fresh,
    List<ArticleRow> articles,
    @Nullable More moreArticles,
    List<PictureView> pictures,
    @Nullable More morePictures,
    @Nullable String correctLink) {

  private static final int QUOTES_AT_ONCE = 4;

  private static final int SPEAKERS_AT_ONCE = 12;

  /** Those who said most. */
  public List<SpeakerView> firstSpeakers() {
    return speakers.subList(0, Math.min(SPEAKERS_AT_ONCE, speakers.size()));
  }

  /** The others, shown when they are asked for. */
  public List<SpeakerView> moreSpeakers() {
    return speakers.subList(Math.min(SPEAKERS_AT_ONCE, speakers.size()), speakers.size());
  }

  /** Words as a part of an address. */
  public static String encode(String words) {
    return Links.encode(words);
  }

  /**
   * The piece of a long part that is shown.
   *
   * @param before link to the piece before it, or null
   * @param after link to the piece behind it, or null
   */
  public record More(
      int first, int last, int all, @Nullable String before, @Nullable String after) {}

  /** An article that has come since the record was compiled. */
  public record Fresh(String link, String title, String outlet, String published) {}

  /** A part of the record, for the list of jumps. */
  public record Part(String anchor, String name, int count) {}

  /** A format to take the record along in. */
  public record Export(String name, String link) {}

  /** What somebody corrected. */
  public record Correction(String at, String author, String text) {}

  /** A line of the timeline; {@code flag} says what it is when it is no plain fact. */
  public record EntryView(
      String anchor,
      String when,
      String time,
      String text,
      int sources,
      @Nullable String flag,
      String style,
      List<CiteView> cites) {

    /** The same entry, its moment worded otherwise. */
    EntryView on(String moment) {
      return new EntryView(anchor, moment, time, text, sources, flag, style, cites);
    }
  }

  /** The entries of one day. */
  public record DayView(String label, List<EntryView> entries) {}

  /** How one thing stood. */
  public record TrackView(String subject, List<StateView> states) {}

  /** One state of a track. */
  public record StateView(
      String state,
      String when,
      @Nullable String flag,
      String style,
      int sources,
      List<CiteView> cites) {}

  /** All quotes of one speaker. */
  public record SpeakerView(String name, @Nullable String role, List<QuoteView> quotes) {

    /** What is shown at once. */
    public List<QuoteView> first() {
      return quotes.subList(0, Math.min(QUOTES_AT_ONCE, quotes.size()));
    }

    /** What is shown when it is asked for. */
    public List<QuoteView> rest() {
      return quotes.subList(Math.min(QUOTES_AT_ONCE, quotes.size()), quotes.size());
    }
  }

  /** A quote. */
  public record QuoteView(
      String text,
      String kind,
      @Nullable String note,
      List<String> variants,
      String target,
      int sources,
      List<CiteView> cites) {}

  /** A claim beside those who dispute it. */
  public record ClaimView(
      String text, String by, List<CiteView> asserted, List<DisputeView> disputes) {}

  /** Who disputes or withdraws it. */
  public record DisputeView(String by, List<CiteView> cites) {}

  /** Versions that cannot all hold. */
  public record DisagreementView(String about, String kind, List<VersionView> versions) {}

  /** One version. */
  public record VersionView(String value, int sources, String outlets, List<CiteView> cites) {}

  /** The words for the same people or deeds, report by report. */
  public record WordingView(String about, List<WordingRow> rows) {}

  /** The words of one report. */
  public record WordingRow(String outlet, List<Word> words) {}

  /** A word, how often it stands there, and where first. */
  public record Word(String text, int count, String link) {}

  /** People, organisations or places. */
  public record ActorGroup(String name, List<ActorView> actors, @Nullable More more) {}

  /** One of them. */
  public record ActorView(
      String name, @Nullable String roles, int mentions, List<CiteView> cites) {}

  /** Articles and their origins drawn; {@code alone} articles that share none are left out. */
  public record Graph(int width, int height, List<String> edges, List<Node> nodes, int alone) {}

  /** An article or an origin. */
  public record Node(
      int x, int y, int textX, String anchor, String label, String style, @Nullable String link) {}

  /** An article of the story. */
  public record ArticleRow(
      String link,
      String title,
      String outlet,
      String published,
      @Nullable String modified,
      String origin,
      @Nullable String notice,
      String why) {}

  /** A picture's words; the picture itself is never loaded. */
  public record PictureView(String caption, String credit, List<CiteView> cites) {}
}
