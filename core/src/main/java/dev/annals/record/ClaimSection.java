package dev.annals.record;

import dev.annals.annotation.Claim;
import dev.annals.annotation.Stance;
import dev.annals.article.Article;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was claimed and who disputes it. A dispute belongs to the claim of the person it is about
 * that shares the most content words with it; one that fits no claim stands as a claim of which
 * only the dispute is reported.
 */
final class ClaimSection {

  /**
   * Content words shared, of those of the shorter one, from which two assertions of one claimant
   * are one claim.
   */
  private static final double SAME = 0.15;

  private static final int UNNAMED_SHARED = 3;

  /** The same for a claim and a denial of nobody's claim in particular. */
  private static final double DENIED = 0.4;

  /** The same where the denial says whose claim it is of. */
  private static final double OF_ONE = 0.2;

  /** Characters from a claim to words that only point at it. */
  private static final int FARTHEST = 900;

  /** The rule of "no evidence" and the like. */
  private static final String PHRASE = "disputing-phrase";

  /** Words that only point at a claim, as stems: "the claim", "no evidence". */
  private static final Set<String> POINTING =
      ContentWords.of(
          String.join(" ", TextResources.lines(ClaimSection.class, "claim-words.en.txt")));

  private static final class Group {
    private final @Nullable String by;
    private String text;
    private final Set<String> words = new HashSet<>();
    private final List<Cite> asserted = new ArrayList<>();
    private final Map<String, List<Cite>> disputed = new LinkedHashMap<>();
    private final List<Cite> withdrawn = new ArrayList<>();

    Group(@Nullable String by, String text, Set<String> words) {
      this.by = by;
      this.text = text;
      this.words.addAll(words);
    }
  }

  private record Found(
      StoryArticle article,
      Claim claim,
      @Nullable String by,
      @Nullable String about,
      Set<String> words,
      Cite cite) {}

  List<StoryRecord.ClaimEntry> compile(StoryContext context) {
    var found = found(context);
    var groups = new ArrayList<Group>();
    for (Found f : found) {
      if (f.claim().stance() == Stance.ASSERTS) {
        Group group = best(groups, f.by(), f.words(), SAME, null);
        if (group == null) {
          group = new Group(f.by(), f.cite().text(), f.words());
          groups.add(group);
        }
        group.words.addAll(f.words());
        group.asserted.add(f.cite());
      }
    }
    for (Found f : found) {
      if (f.claim().stance() == Stance.ASSERTS) {
        continue;
      }
      String whose =
          f.claim().stance() == Stance.WITHDRAWS && f.about() == null ? f.by() : f.about();
      // "the claim", "it": what was claimed last in the same report
      boolean pointing = POINTING.containsAll(f.words());
      Group group =
          pointing
              ? last(found, f, groups)
              : best(groups, whose, telling(f.words()), DENIED, isTakenBack(f) ? null : f.by());
      if (group == null && (pointing || PHRASE.equals(f.claim().rule()) && !isTold(f))) {
        continue; // "denied the claims", "no evidence" of what nobody is reported to claim
      }
      if (group != null && isOwn(group, f)) {
        continue; // nobody disputes himself
      }
      if (group == null) {
        if (!isTakenBack(f) && !ClaimScreen.tells(f.claim(), f.cite().text())) {
          continue; // what is denied is not told
        }
        group = new Group(whose, f.cite().text(), f.words());
        groups.add(group);
      }
      if (f.claim().stance() == Stance.WITHDRAWS) {
        group.withdrawn.add(f.cite());
      } else {
        String by = f.by() == null ? outlet(f.article().article()) : f.by();
        group.disputed.computeIfAbsent(by, b -> new ArrayList<>()).add(f.cite());
      }
    }
    var entries = new ArrayList<StoryRecord.ClaimEntry>();
    for (Group group : groups) {
      var disputes = new ArrayList<StoryRecord.Dispute>();
      group.disputed.forEach(
          (by, cites) -> disputes.add(new StoryRecord.Dispute(by, new Cites(cites))));
      entries.add(
          new StoryRecord.ClaimEntry(
              group.text, group.by, group.asserted, disputes, group.withdrawn));
    }
    // contested claims first; the order of the articles otherwise
    entries.sort(
        (a, b) ->
            Integer.compare(
                b.disputed().size() + b.withdrawn().size(),
                a.disputed().size() + a.withdrawn().size()));
    return entries;
  }

  /** The group of what was told last before a place in one report. */
  private static @Nullable Group last(List<Found> found, Found pointing, List<Group> groups) {
    Found before = null;
    for (Found f : found) {
      if (f.cite().article().equals(pointing.cite().article())
          && f.cite().start() < pointing.cite().start()
          && pointing.cite().start() - f.cite().end() <= FARTHEST
          && f.claim().stance() == Stance.ASSERTS
          && (f.by() == null || !f.by().equals(pointing.by()) || isTakenBack(pointing))) {
        before = f;
      }
    }
    return before == null ? null : best(groups, before.by(), before.words(), 0, null);
  }

  /** The words that say what is claimed. */
  private static Set<String> telling(Set<String> words) {
    var telling = new TreeSet<>(words);
    telling.removeAll(POINTING);
    return telling;
  }

  /** "No evidence for Lund's claim that the gate was locked": says what is disputed. */
  private static boolean isTold(Found found) {
    return found.about() != null && ClaimScreen.tells(found.claim(), found.cite().text());
  }

  private static boolean isTakenBack(Found found) {
    return found.claim().stance() == Stance.WITHDRAWS;
  }

  private static boolean isOwn(Group group, Found dispute) {
    return !isTakenBack(dispute) && dispute.by() != null && dispute.by().equals(group.by);
  }

  private static List<Found> found(StoryContext context) {
    var found = new ArrayList<Found>();
    for (StoryArticle article : context.articles()) {
      String id = article.article().id();
      for (Claim claim : article.annotations().claims()) {
        Role role = context.role(article, claim.start());
        if (!role.isBody()
            && role != Role.CAPTION
            && role != Role.STANDFIRST
            && role != Role.HEADLINE) {
          continue;
        }
        int end = ClaimScreen.end(article.article().text(), claim);
        Cite cite = context.cite(article, claim.start(), end);
        String by =
            claim.by() == null ? null : context.personName(id, ClaimScreen.disputer(claim.by()));
        if (by != null && Speakers.isMute(by, context)
            || !ClaimScreen.isSomebody(by)
            || ClaimScreen.isOfPage(article.article().text(), claim)
            || claim.stance() == Stance.ASSERTS && !ClaimScreen.asserts(claim, cite.text())) {
          continue;
        }
        String about = claim.about() == null ? null : context.personName(id, claim.about());
        found.add(new Found(article, claim, by, about, ContentWords.of(cite.text()), cite));
      }
    }
    return found;
  }

  /**
   * The group of the same claimant that shares the greatest part of the words, more than {@code
   * least}.
   */
  private static @Nullable Group best(
      List<Group> groups,
      @Nullable String by,
      Set<String> words,
      double least,
      @Nullable String disputer) {
    Group best = null;
    // a dispute that says whose claim it is of needs less in common with it
    double most = least == DENIED && by != null ? OF_ONE : least;
    for (Group group : groups) {
      if (by != null && group.by != null && !by.equals(group.by)
          || disputer != null && disputer.equals(group.by)) {
        continue;
      }
      if (least == SAME && (by == null) != (group.by == null)) {
        continue;
      }
      int shared = 0;
      for (String word : words) {
        if (group.words.contains(word)) {
          shared++;
        }
      }
      // two assertions whose claimants are unknown need more in common
      if (least == SAME && by == null && shared < UNNAMED_SHARED) {
        continue;
      }
      double share = (double) shared / Math.max(1, Math.min(words.size(), group.words.size()));
      boolean bare = least == DENIED && by == null && shared < words.size();
      if (shared > (bare ? 1 : 0) && share > most) {
        most = share;
        best = group;
      }
    }
    return best;
  }

  private static String outlet(Article article) {
    return article.source() != null ? article.source() : article.id();
  }
}
