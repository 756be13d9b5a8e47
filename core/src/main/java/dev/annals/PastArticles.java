package dev.annals;

import dev.annals.article.Article;
import dev.annals.record.Retractions;
import dev.annals.record.StoryArticle;
import dev.annals.record.StoryRecord;
import dev.annals.store.Store;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The articles of a story as they stood at a moment. */
final class PastArticles {

  private final Store store;

  PastArticles(Store store) {
    this.store = store;
  }

  /**
   * The articles that were captured before a moment, in the version captured last before it; those
   * captured nobody knows when count from their publication, undated ones from the beginning.
   */
  List<StoryArticle> of(String story, Instant moment) {
    var past = new ArrayList<StoryArticle>();
    for (StoryArticle member : store.members(story)) {
      String id = member.article().id();
      int version = 0;
      for (Store.KeptCapture kept : store.capturesOf(id)) {
        Instant captured = kept.capture().captured();
        if (captured != null && captured.isBefore(moment)) {
          version = Math.max(version, kept.version());
        } else if (captured == null && published(member.article()).isBefore(moment)) {
          version = Math.max(version, kept.version());
        }
      }
      for (var one : store.versions(id)) {
        if (one.version() == version) {
          past.add(new StoryArticle(one.article(), one.annotations(), member.why()));
        }
      }
    }
    return past;
  }

  /**
   * The same articles, but those that their outlets have replaced by a notice of retraction as they
   * were before, and marked: what was reported stays as evidence of what was reported.
   */
  List<StoryArticle> beforeNotices(List<StoryArticle> members) {
    return members.stream()
        .map(m -> Retractions.isNotice(m.article()) ? beforeNotice(m) : m)
        .toList();
  }

  private StoryArticle beforeNotice(StoryArticle notice) {
    for (var version : store.versions(notice.article().id())) {
      if (!Retractions.isNotice(version.article())) {
        return new StoryArticle(
            version.article(), version.annotations(), notice.why(), StoryRecord.RETRACTED);
      }
    }
    return notice;
  }

  private static Instant published(Article article) {
    String modified = article.modified();
    Instant stated = instant(modified != null ? modified : article.published());
    return stated == null ? Instant.MIN : stated;
  }

  /** A day is its first moment; a time without offset is taken for UTC. Null when not readable. */
  static @Nullable Instant instant(@Nullable String stated) {
    if (stated == null) {
      return null;
    }
    try {
      if (stated.length() <= 10) {
        return LocalDate.parse(stated).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return OffsetDateTime.parse(stated).toInstant();
    } catch (DateTimeException e) {
      try {
        return LocalDateTime.parse(stated).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException f) {
        return null;
      }
    }
  }
}
