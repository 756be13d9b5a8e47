package dev.annals.lineage;

import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.Outlets;
import dev.annals.article.Role;
import dev.annals.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds which articles of a story print the same words or name the same origin. Articles are tied
 * by
 *
 * <ul>
 *   <li>copied sentences: most of a sentence's runs of five words stand in the other article,
 *       quoted words left out, since many may quote one speaker without copying from each other;
 *   <li>a credited origin: two texts by one agency are one source;
 *   <li>the outlet: one outlet's twenty updates are one voice.
 * </ul>
 *
 * Immutable and safe for use by several threads.
 */
public final class LineageTracer {

  /** Average share over all pairs from which two groups are one. */
  private static final double AVERAGE_SHARE = 0.25;

  /** Evidence kept for one lineage. */
  private static final int EVIDENCE = 6;

  private final Outlets outlets;

  /** Tells outlets by the table that comes with Annals. */
  public LineageTracer() {
    this(Outlets.standard());
  }

  /** Tells outlets by a table of the user's. */
  public LineageTracer(Outlets outlets) {
    this.outlets = outlets;
  }

  /**
   * The lineages of a story's articles, each article in exactly one, ordered by their first
   * article.
   *
   * @param articles in order of publication
   */
  public List<Lineage> trace(List<TracedArticle> articles) {
    return trace(articles, new LineageMemory());
  }

  /**
   * The same, quicker for a story that was traced before.
   *
   * @param articles in order of publication, those of before as the same objects
   * @param memory what was left by the last time
   */
  public List<Lineage> trace(List<TracedArticle> articles, LineageMemory memory) {
    var groups = new Groups(articles.size());
    var ties = tieByOutlet(articles, groups);
    tieByOrigin(articles, groups);
    var copies = tieByCopies(articles, groups, memory);
    var members = new TreeMap<Integer, List<Integer>>();
    for (int i = 0; i < articles.size(); i++) {
      members.computeIfAbsent(groups.find(i), g -> new ArrayList<>()).add(i);
    }
    var lineages = new ArrayList<Lineage>();
    for (List<Integer> group : members.values()) {
      lineages.add(lineage(articles, group, copies, ties));
    }
    return lineages;
  }

  private static Lineage lineage(
      List<TracedArticle> articles,
      List<Integer> group,
      Map<Integer, List<Lineage.Evidence>> copies,
      Map<Integer, String> outlets) {
    var ids = group.stream().map(i -> articles.get(i).article().id()).toList();
    var origins = new TreeMap<String, Integer>();
    for (int i : group) {
      String origin = origin(articles.get(i).article());
      if (origin != null) {
        origins.merge(origin, 1, Integer::sum);
      }
    }
    if (!origins.isEmpty()) {
      String origin =
          origins.entrySet().stream()
              .max(
                  Map.Entry.<String, Integer>comparingByValue()
                      .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
              .orElseThrow()
              .getKey();
      var evidence = new ArrayList<Lineage.Evidence>();
      boolean inText = false;
      for (int i : group) {
        Article article = articles.get(i).article();
        if (evidence.size() >= EVIDENCE) {
          break;
        }
        var place = credit(article, origin);
        if (place != null && evidence.size() < EVIDENCE) {
          evidence.add(
              new Lineage.Evidence(article.id(), place.span().start(), place.span().end()));
          inText |= place.role() == Role.PARAGRAPH && !place.dateline();
        }
      }
      return new Lineage(
          origin, ids, inText ? Lineage.How.NAMED_IN_TEXT : Lineage.How.CREDITED, evidence);
    }
    var shared = new ArrayList<Lineage.Evidence>();
    for (int i : group) {
      shared.addAll(copies.getOrDefault(i, List.of()));
    }
    Article first = articles.get(group.get(0)).article();
    String outlet = outlets.get(group.get(0));
    if (!shared.isEmpty()) {
      return new Lineage(
          outlet == null ? first.id() : outlet,
          ids,
          Lineage.How.SHARED_SENTENCES,
          shared.subList(0, Math.min(EVIDENCE, shared.size())));
    }
    if (group.size() > 1) {
      return new Lineage(outlet, ids, Lineage.How.SAME_OUTLET, List.of());
    }
    return new Lineage(outlet, ids, Lineage.How.NONE_STATED, List.of());
  }

  /** The one agency or outlet whose text it is; null when none or several are named. */
  private static @Nullable String origin(Article article) {
    if (article.wire() != null) {
      return article.wire();
    }
    return article.credits().size() == 1 ? article.credits().get(0) : null;
  }

  private record Place(Span span, Role role, boolean dateline) {}

  /** Where an article names its origin: a credit line before a dateline before running text. */
  private static @Nullable Place credit(Article article, String origin) {
    Place best = null;
    for (Block block : article.blocks()) {
      int at = indexOf(article.text(), origin, block.start(), block.end());
      if (at >= 0) {
        boolean line =
            block.role() == Role.CREDIT
                || block.role() == Role.BYLINE
                || block.role() == Role.DATELINE;
        boolean dateline = block.role() == Role.PARAGRAPH && at - block.start() < 60;
        var place =
            new Place(
                line ? block.span() : new Span(at, at + origin.length()), block.role(), dateline);
        if (line) {
          return place;
        }
        if (block.role() == Role.PARAGRAPH && (best == null || dateline && !best.dateline())) {
          best = place;
        }
      }
    }
    return best;
  }

  /** First occurrence as a word of its own between two offsets, or -1. */
  private static int indexOf(String text, String word, int from, int to) {
    for (int at = text.indexOf(word, from);
        at >= 0 && at + word.length() <= to;
        at = text.indexOf(word, at + 1)) {
      boolean before = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      int end = at + word.length();
      boolean after = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (before && after) {
        return at;
      }
    }
    return -1;
  }

  private Map<Integer, String> tieByOutlet(List<TracedArticle> articles, Groups groups) {
    var first = new HashMap<String, Integer>();
    var outlets = new HashMap<Integer, String>();
    for (int i = 0; i < articles.size(); i++) {
      String outlet = outlet(articles.get(i).article());
      if (outlet != null) {
        outlets.put(i, outlet);
        Integer other = first.putIfAbsent(Outlets.key(outlet), i);
        if (other != null) {
          groups.join(other, i);
        }
      }
    }
    return outlets;
  }

  private @Nullable String outlet(Article article) {
    return outlets.publisher(article);
  }

  private void tieByOrigin(List<TracedArticle> articles, Groups groups) {
    var first = new HashMap<String, Integer>();
    for (int i = 0; i < articles.size(); i++) {
      Article article = articles.get(i).article();
      String origin = origin(article);
      if (origin != null) {
        Integer other = first.putIfAbsent(Outlets.key(voice(origin)), i);
        if (other != null) {
          groups.join(other, i);
        }
      }
    }
    // the origin's own report, when it is in the story
    for (int i = 0; i < articles.size(); i++) {
      String outlet = outlet(articles.get(i).article());
      if (outlet != null && origin(articles.get(i).article()) == null) {
        Integer other = first.get(Outlets.key(outlet));
        if (other != null) {
          groups.join(other, i);
        }
      }
    }
  }

  private String voice(String origin) {
    var outlet = outlets.named(origin);
    return outlet == null ? origin : outlet.name();
  }

  private static Map<Integer, List<Lineage.Evidence>> tieByCopies(
      List<TracedArticle> articles, Groups groups, LineageMemory memory) {
    var evidence = new HashMap<Integer, List<Lineage.Evidence>>();
    var ties = memory.ties(articles);
    // a text merged from two origins belongs to the one it prints more of and does not make the two
    // one: groups are joined only when their members are alike on average
    var links = new GroupLinks(groups, articles.size(), ties);
    for (Tie tie : ties) {
      if (links.join(tie.earlier(), tie.later(), AVERAGE_SHARE)) {
        addEvidence(articles, tie, evidence);
      }
    }
    return evidence;
  }

  private static void addEvidence(
      List<TracedArticle> articles, Tie tie, Map<Integer, List<Lineage.Evidence>> evidence) {
    var list = evidence.computeIfAbsent(tie.later(), k -> new ArrayList<>());
    if (list.size() >= EVIDENCE) {
      return;
    }
    var mine = articles.get(tie.later());
    var theirs = articles.get(tie.earlier());
    // the longest two
    int first = longest(mine, tie.sentences(), -1);
    int second = longest(mine, tie.sentences(), first);
    for (int i : new int[] {first, second}) {
      if (i >= 0 && list.size() < EVIDENCE) {
        list.add(evidence(theirs, tie.sentences().theirs(i)));
        list.add(evidence(mine, tie.sentences().mine(i)));
      }
    }
  }

  /** The pair with the longest sentence, of several the first, or -1. */
  private static int longest(TracedArticle article, SentencePairs pairs, int without) {
    int longest = -1;
    int words = -1;
    for (int i = 0; i < pairs.size(); i++) {
      int count = article.prints().get(pairs.mine(i)).words().length;
      if (i != without && count > words) {
        words = count;
        longest = i;
      }
    }
    return longest;
  }

  private static Lineage.Evidence evidence(TracedArticle traced, int sentence) {
    Span span = traced.prints().get(sentence).span();
    return new Lineage.Evidence(traced.article().id(), span.start(), span.end());
  }
}
