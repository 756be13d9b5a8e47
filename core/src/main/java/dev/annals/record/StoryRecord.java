package dev.annals.record;

import dev.annals.annotation.Modality;
import dev.annals.annotation.QuoteKind;
import dev.annals.annotation.RoleTense;
import dev.annals.article.Cites;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The record of one story: every statement with the places it was read and, where it matters, the
 * number of independent sources behind it. A function of the set of articles: their order of
 * arrival does not show. Safe for use by several threads.
 *
 * @param id the story's id
 * @param title headline of the story: that of its most central article
 * @param start first day of what happened, ISO 8601, or null when unknown
 * @param end last day of what happened, or null when unknown
 * @param languages languages of the articles, sorted
 * @param articles the articles, by publication
 * @param lineages groups of articles that share an origin
 * @param independentSources number of lineages: articles that share an origin count once
 * @param timeline what happened, in order of date
 * @param tracks how things stood
 * @param quotes who said what
 * @param people persons of the story
 * @param organizations organisations of the story
 * @param places places of the story
 * @param claims what was claimed and who disputes it
 * @param disagreements where reports disagree
 * @param pictures pictures with captions
 * @param corrections what people have corrected, oldest first
 */
public record StoryRecord(
    String id,
    String title,
    @Nullable String start,
    @Nullable String end,
    List<String> languages,
    List<Member> articles,
    List<LineageGroup> lineages,
    int independentSources,
    List<Entry> timeline,
    List<Track> tracks,
    List<QuoteEntry> quotes,
    List<Actor> people,
    List<Actor> organizations,
    List<Actor> places,
    List<ClaimEntry> claims,
    List<Disagreement> disagreements,
    List<PictureEntry> pictures,
    List<CorrectionNote> corrections) {

  /** The notice of an article that its outlet has taken back. */
  public static final String RETRACTED = "retracted";

  /** The notice of an article that its outlet has corrected. */
  public static final String CORRECTED = "corrected";

  /** The notice of an article that is not at its address any more. */
  public static final String GONE = "gone";

  /** Copies the lists. */
  public StoryRecord {
    languages = List.copyOf(languages);
    articles = List.copyOf(articles);
    lineages = List.copyOf(lineages);
    timeline = List.copyOf(timeline);
    tracks = List.copyOf(tracks);
    quotes = List.copyOf(quotes);
    people = List.copyOf(people);
    organizations = List.copyOf(organizations);
    places = List.copyOf(places);
    claims = List.copyOf(claims);
    disagreements = List.copyOf(disagreements);
    pictures = List.copyOf(pictures);
    corrections = List.copyOf(corrections);
  }

  /** Ids of the articles that their outlets have retracted. */
  public Set<String> retracted() {
    var ids = new TreeSet<String>();
    for (Member member : articles) {
      if (RETRACTED.equals(member.notice())) {
        ids.add(member.id());
      }
    }
    return ids;
  }

  /**
   * One article of the story.
   *
   * @param published as stated, or null when unknown
   * @param placed for an article without date: the day it is placed on by its story, or null
   * @param modified time of the last update as stated, or null
   * @param lineage id of its {@link LineageGroup}
   * @param why what tied it to this story, in words
   * @param notice {@code retracted} or {@code corrected} when its outlet says so, {@code gone} when
   *     it is not at its address any more, else null
   */
  public record Member(
      String id,
      @Nullable String source,
      @Nullable String url,
      @Nullable String title,
      @Nullable String published,
      @Nullable String placed,
      @Nullable String modified,
      int lineage,
      String why,
      @Nullable String notice) {

    /** An article of which its outlet has taken nothing back. */
    public Member(
        String id,
        @Nullable String source,
        @Nullable String url,
        @Nullable String title,
        @Nullable String published,
        @Nullable String placed,
        @Nullable String modified,
        int lineage,
        String why) {
      this(id, source, url, title, published, placed, modified, lineage, why, null);
    }
  }

  /**
   * Articles that share an origin and so count as one source.
   *
   * @param origin the agency or outlet the words come from, or null when unknown
   * @param how {@code credited}, {@code named in text}, {@code shared sentences}, or {@code own
   *     report}
   * @param cites what shows it: credit line, shared sentence; empty for an own report
   * @param independent whether it counts in {@link StoryRecord#independentSources()}
   */
  public record LineageGroup(
      int id,
      @Nullable String origin,
      List<String> articles,
      String how,
      List<dev.annals.article.Cite> cites) {}

  /**
   * One line of the timeline.
   *
   * @param date ISO 8601 as precise as {@code precision} says, or null when the day is unknown
   * @param time clock time, or null
   * @param precision {@code minute}, {@code part of day}, {@code day}, {@code week}, {@code month},
   *     {@code year} or {@code unknown}
   * @param text the sentence that words it, verbatim
   * @param importance from 0 to 1
   * @param sources number of independent sources
   * @param background whether it is told as background
   * @param modality fact, plan, condition, denial or end
   * @param dateFrom where the date comes from: {@code stated}, {@code narrated}, {@code dateline},
   *     {@code story}
   */
  public record Entry(
      @Nullable String date,
      @Nullable String time,
      String precision,
      String text,
      double importance,
      int sources,
      boolean background,
      Modality modality,
      String dateFrom,
      Cites cites) {}

  /** How one thing stood, in order of time. */
  public record Track(String subject, List<State> states) {}

  /**
   * A state of a {@link Track}.
   *
   * @param date day or time, or null when unknown
   */
  public record State(
      String state, @Nullable String date, Modality modality, int sources, Cites cites) {}

  /**
   * One utterance, however many articles give it.
   *
   * @param text the fullest wording
   * @param speaker who said it, or null when unknown
   * @param venue where, or null when not given
   * @param variants other wordings given
   */
  public record QuoteEntry(
      String text,
      @Nullable QuoteSpeaker speaker,
      QuoteKind kind,
      @Nullable String venue,
      List<String> variants,
      int sources,
      Cites cites) {}

  /** Who said it, with the role given there or elsewhere in the story, or null. */
  public record QuoteSpeaker(String name, @Nullable String role) {}

  /** A person, organisation or place of the story. */
  public record Actor(
      String name, List<String> aliases, List<ActorRole> roles, int mentions, Cites cites) {}

  /** A role as reports give it. */
  public record ActorRole(String role, RoleTense tense, int sources, Cites cites) {}

  /**
   * A claim.
   *
   * @param text the words of the claim
   * @param by who asserts it, or null when only its dispute is reported
   * @param asserted where it is asserted, empty when only its dispute is reported
   * @param disputed who disputes it
   * @param withdrawn where it is withdrawn
   */
  public record ClaimEntry(
      String text,
      @Nullable String by,
      List<dev.annals.article.Cite> asserted,
      List<Dispute> disputed,
      List<dev.annals.article.Cite> withdrawn) {}

  /**
   * A dispute of a claim.
   *
   * @param by who disputes it: a name, or the outlet whose report does
   */
  public record Dispute(String by, Cites cites) {}

  /**
   * Statements that cannot all hold, or words that differ.
   *
   * @param about what it is about: {@code people killed}
   * @param kind {@code figure}, {@code time}, {@code place}, {@code wording}, {@code speaker},
   *     {@code status}
   * @param update whether later versions update earlier ones, rather than contradict them
   */
  public record Disagreement(String about, String kind, boolean update, List<Version> versions) {}

  /** One version of a {@link Disagreement}. */
  public record Version(String value, int sources, Cites cites) {}

  /** A picture. */
  public record PictureEntry(
      String caption,
      @Nullable String credit,
      @Nullable String photographer,
      @Nullable String src,
      int sources,
      Cites cites) {}

  /**
   * A correction made by a person.
   *
   * @param at when, ISO 8601
   * @param author who made it
   * @param text what it does, in words
   */
  public record CorrectionNote(String at, String author, String text) {}
}
