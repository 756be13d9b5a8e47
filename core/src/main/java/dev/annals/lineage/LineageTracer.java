package dev.annals.lineage;

import dev.annals.article.Article;
import dev.annals.article.Block;
import dev.annals.article.Outlets;
import dev.annals.article.Role;
import dev.annals.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** Share of a sentence's shingles found elsewhere from which it counts as copied. */
  private static final double COPIED = 0.6;

  /** Word overlap from which an uncopied sentence counts as a light paraphrase. */
  private static final double PARAPHRASED = 0.6;

  private static final int PARAPHRASE_WORDS = 6;

  /** Share of either text from which two articles are tied. */
  private static final double TIE_SHARE = 0.3;

  /**
   * Fewer copied sentences tie when there are at least {@value} of them and they make up {@link
   * #TIE_SHARE_MANY}.
   */
  private static final int TIE_SENTENCES = 3;

  private static final double TIE_SHARE_MANY = 0.15;

  /** A single common sentence ties only when it is at least this share of a text. */
  private static final double TIE_SHARE_ONE = 0.5;

  /** Average share over all pairs from which two groups are one. */
  private static final double AVERAGE_SHARE = 0.25;

  /** Articles looked at for one run of words: the first ones that print it. */
  private static final int POSTINGS = 40;

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
    var groups = new Groups(articles.size());
    var ties = tieByOutlet(articles, groups);
    tieByOrigin(articles, groups);
    var copies = tieByCopies(articles, groups);
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
        Integer other = first.putIfAbsent(outlet.toLowerCase(Locale.ROOT), i);
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
        Integer other = first.putIfAbsent(voice(origin).toLowerCase(Locale.ROOT), i);
        if (other != null) {
          groups.join(other, i);
        }
      }
    }
    // the origin's own report, when it is in the story
    for (int i = 0; i < articles.size(); i++) {
      String outlet = outlet(articles.get(i).article());
      if (outlet != null && origin(articles.get(i).article()) == null) {
        Integer other = first.get(outlet.toLowerCase(Locale.ROOT));
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
      List<TracedArticle> articles, Groups groups) {
    var byShingle = new SentencePostings(POSTINGS);
    var byWords = new SentencePostings(POSTINGS);
    var prints = new ArrayList<List<SentencePrint>>();
    var evidence = new HashMap<Integer, List<Lineage.Evidence>>();
    var ties = new ArrayList<Tie>();
    for (int j = 0; j < articles.size(); j++) {
      var mine = SentencePrinter.prints(articles.get(j));
      prints.add(mine);
      // earlier article -> my sentence -> its sentence
      var matches = new LinkedHashMap<Integer, Map<Integer, Integer>>();
      var paraphrases = new LinkedHashMap<Integer, Map<Integer, Integer>>();
      for (int s = 0; s < mine.size(); s++) {
        match(mine.get(s), s, byShingle, prints, matches, true);
        match(mine.get(s), s, byWords, prints, paraphrases, false);
      }
      for (int i : candidates(matches, paraphrases)) {
        var copied = matches.getOrDefault(i, Map.of());
        var alike = paraphrases.getOrDefault(i, Map.of());
        double share = share(mine, prints.get(i), copied, alike);
        if (share > 0) {
          ties.add(new Tie(i, j, share, copied.isEmpty() ? alike : copied));
        }
      }
      for (int s = 0; s < mine.size(); s++) {
        for (long shingle : mine.get(s).shingles()) {
          byShingle.add(shingle, j, s);
        }
        for (long key : wordKeys(mine.get(s))) {
          byWords.add(key, j, s);
        }
      }
    }
    ties.sort(
        Comparator.comparingDouble((Tie t) -> -t.share())
            .thenComparingInt(Tie::earlier)
            .thenComparingInt(Tie::later));
    // a text merged from two origins belongs to the one it prints more of and does not make the two
    // one: groups are joined
    // only when their members are alike on average
    var links = new GroupLinks(groups, ties);
    for (Tie tie : ties) {
      if (links.join(tie.earlier(), tie.later(), AVERAGE_SHARE)) {
        addEvidence(articles, tie, prints, evidence);
      }
    }
    return evidence;
  }

  /**
   * Pairs of neighbouring content words in hash order: sentences that share most words share
   * several of them.
   */
  private static long[] wordKeys(SentencePrint print) {
    if (print.words().length < PARAPHRASE_WORDS) {
      return new long[0];
    }
    long[] keys = new long[print.words().length - 1];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) print.words()[i] << 32 ^ (print.words()[i + 1] & 0xffffffffL);
    }
    return keys;
  }

  private static void match(
      SentencePrint print,
      int sentence,
      SentencePostings index,
      List<List<SentencePrint>> prints,
      Map<Integer, Map<Integer, Integer>> matches,
      boolean copies) {
    for (long posting : index.withAny(copies ? print.shingles() : wordKeys(print))) {
      int article = SentencePostings.article(posting);
      var found = matches.get(article);
      if (found != null && found.containsKey(sentence)) {
        continue;
      }
      SentencePrint other = prints.get(article).get(SentencePostings.sentence(posting));
      boolean same =
          copies
              ? Math.max(print.containment(other), other.containment(print)) >= COPIED
              : print.canOverlap(other, PARAPHRASED)
                  && print.wordOverlap(other) >= PARAPHRASED
                  && print.numbersAgree(other);
      if (same) {
        matches
            .computeIfAbsent(article, a -> new LinkedHashMap<>())
            .put(sentence, SentencePostings.sentence(posting));
      }
    }
  }

  /**
   * Two texts that print the same.
   *
   * @param share how much of the one that has more of the other
   * @param sentences sentence of the later text and the same one of the earlier
   */
  record Tie(int earlier, int later, double share, Map<Integer, Integer> sentences) {}

  private static TreeSet<Integer> candidates(
      Map<Integer, Map<Integer, Integer>> matches, Map<Integer, Map<Integer, Integer>> alike) {
    var candidates = new TreeSet<>(matches.keySet());
    candidates.addAll(alike.keySet());
    return candidates;
  }

  /** How much of the one that has more of the other, or 0 when they are not tied. */
  private static double share(
      List<SentencePrint> mine,
      List<SentencePrint> theirs,
      Map<Integer, Integer> copied,
      Map<Integer, Integer> alike) {
    if (copied.isEmpty() && alike.size() < TIE_SENTENCES) {
      return 0;
    }
    var both = new LinkedHashMap<>(alike);
    both.putAll(copied);
    double share =
        Math.max(
            share(mine, List.copyOf(both.keySet())),
            share(theirs, both.values().stream().distinct().toList()));
    boolean tied =
        both.size() < 2
            ? share >= TIE_SHARE_ONE
            : share >= TIE_SHARE || copied.size() >= TIE_SENTENCES && share >= TIE_SHARE_MANY;
    return tied ? share : 0;
  }

  /** Share of a text that some of its sentences make up, by number of words that count. */
  private static double share(List<SentencePrint> prints, List<Integer> sentences) {
    double all = 0;
    for (SentencePrint print : prints) {
      all += print.words().length;
    }
    double some = 0;
    for (int sentence : sentences) {
      some += prints.get(sentence).words().length;
    }
    return all == 0 ? 0 : some / all;
  }

  private static void addEvidence(
      List<TracedArticle> articles,
      Tie tie,
      List<List<SentencePrint>> prints,
      Map<Integer, List<Lineage.Evidence>> evidence) {
    var mine = prints.get(tie.later());
    var theirs = prints.get(tie.earlier());
    var pairs =
        tie.sentences().entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<Integer, Integer> e) -> -mine.get(e.getKey()).words().length)
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(2)
            .toList();
    var list = evidence.computeIfAbsent(tie.later(), k -> new ArrayList<>());
    for (var pair : pairs) {
      if (list.size() < EVIDENCE) {
        Span first = theirs.get(pair.getValue()).span();
        Span second = mine.get(pair.getKey()).span();
        list.add(
            new Lineage.Evidence(
                articles.get(tie.earlier()).article().id(), first.start(), first.end()));
        list.add(
            new Lineage.Evidence(
                articles.get(tie.later()).article().id(), second.start(), second.end()));
      }
    }
  }
}
