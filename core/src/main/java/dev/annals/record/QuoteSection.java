package dev.annals.record;

import dev.annals.annotation.Quote;
import dev.annals.annotation.QuoteKind;
import dev.annals.annotation.Speaker;
import dev.annals.annotation.SpeakerType;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who said what, once each: the same words, or nearly, in several articles are one utterance with
 * its variants. An indirect report joins the direct quote of the same speaker that it paraphrases
 * when most of its content words are in it.
 */
final class QuoteSection {

  /**
   * Share of the shorter quote's words that the longer one has, from which they are one utterance.
   */
  private static final double SAME = 0.8;

  /** The same for an indirect report of a direct quote, over content words. */
  private static final double PARAPHRASE = 0.6;

  /** Shorter quotes are merged only when they are the same word for word. */
  private static final int FEWEST_WORDS = 4;

  private static final int CITES_KEPT = 50;

  /**
   * The rule of indirect quotes whose cue is a verb of speech: thoughts and attitudes are no
   * utterances.
   */
  private static final String SPOKEN = "indirect-speech";

  /** Quotes that one word may lead to; the word is passed over when there are more. */
  private static final int POSTINGS = 200;

  private static final int KEY_LENGTH = 5;

  /** One utterance while it is being gathered. */
  private static final class Utterance {
    private final List<String> words;
    private final int[] wordSet;
    private String text;
    private QuoteKind kind;
    private final Map<String, List<Cite>> cites = new LinkedHashMap<>();
    private final Map<String, List<Cite>> speakers = new TreeMap<>();
    private final Map<String, Integer> named = new TreeMap<>();
    private final Map<String, String> roles = new HashMap<>();
    private @Nullable String venue;
    private int seen;

    Utterance(String text, List<String> words, int[] wordSet, QuoteKind kind) {
      this.text = text;
      this.words = words;
      this.wordSet = wordSet;
      this.kind = kind;
    }

    List<Cite> allCites() {
      var all = new ArrayList<Cite>();
      cites.values().forEach(all::addAll);
      return all;
    }
  }

  /** Quotes of a story with the cases in which reports name different speakers. */
  record Result(
      List<StoryRecord.QuoteEntry> quotes, List<StoryRecord.Disagreement> disagreements) {}

  Result compile(StoryContext context) {
    var utterances = new ArrayList<Utterance>();
    var byWord = new WordIndex();
    for (boolean indirect : new boolean[] {false, true}) {
      for (StoryArticle article : context.articles()) {
        for (Quote quote : article.annotations().quotes()) {
          if (indirect == (quote.kind() == QuoteKind.INDIRECT)) {
            add(context, article, quote, utterances, byWord);
          }
        }
      }
    }
    var entries = new ArrayList<StoryRecord.QuoteEntry>();
    var disagreements = new ArrayList<StoryRecord.Disagreement>();
    for (Utterance utterance : utterances) {
      entries.add(entry(context, utterance));
      if (isContested(context, utterance)) {
        disagreements.add(speakers(context, utterance));
      }
    }
    return new Result(entries, disagreements);
  }

  private static void add(
      StoryContext context,
      StoryArticle article,
      Quote quote,
      List<Utterance> utterances,
      WordIndex byWord) {
    Role role = context.role(article, quote.content().start());
    if (role == Role.PROMOTION || role == Role.CREDIT || role == Role.OTHER) {
      return;
    }
    boolean indirect = quote.kind() == QuoteKind.INDIRECT;
    String text = quote.content().of(article.article().text());
    String speaker = speakerName(context, article, quote.speaker());
    if (indirect
        && (speaker == null
            || !quote.rule().equals(SPOKEN)
            || words(text, false).size() < FEWEST_WORDS
            || role != Role.PARAGRAPH && role != Role.LIST
            || holdsQuoted(article, quote))) {
      return;
    }
    var words = words(text, indirect);
    if (words.isEmpty()) {
      return;
    }
    int[] wordSet = byWord.ids(words);
    Utterance home = home(words, wordSet, indirect, speaker, byWord);
    if (home == null) {
      if (quote.kind() == QuoteKind.PARTIAL && isScare(words, speaker)) {
        return;
      }
      if (role == Role.RELATED) {
        return; // a headline elsewhere is evidence for a quote, never the quote itself
      }
      home = new Utterance(text, words, wordSet, quote.kind());
      utterances.add(home);
      byWord.add(home);
    }
    if (!indirect && better(text, quote.kind(), home)) {
      home.text = text;
      home.kind = quote.kind();
    }
    var cite = context.cite(article, quote.content().start(), quote.content().end());
    var cites = home.cites.computeIfAbsent(text, t -> new ArrayList<>());
    if (cites.size() < CITES_KEPT) {
      cites.add(cite);
    }
    if (speaker != null) {
      home.speakers.computeIfAbsent(speaker, s -> new ArrayList<>()).add(cite);
      if (Speakers.isNamed(article, quote.speaker())) {
        home.named.merge(speaker, 1, Integer::sum);
      }
      String given = quote.speaker() == null ? null : quote.speaker().role();
      if (given != null) {
        home.roles.putIfAbsent(speaker, given);
      }
    }
    if (home.venue == null) {
      home.venue = quote.venue();
    }
  }

  /** One word in marks, or a few that nobody is found to have said, are no utterance. */
  private static boolean isScare(List<String> words, @Nullable String speaker) {
    return words.size() < (speaker == null ? FEWEST_WORDS : 2);
  }

  /**
   * Whether an indirect report has words in quotation marks in it: these are a quote of their own
   * already.
   */
  private static boolean holdsQuoted(StoryArticle article, Quote indirect) {
    return article.annotations().quotes().stream()
        .anyMatch(q -> q.kind() != QuoteKind.INDIRECT && q.content().overlaps(indirect.content()));
  }

  /**
   * A whole utterance words it better than a phrase, a longer wording better than a shorter one.
   */
  private static boolean better(String text, QuoteKind kind, Utterance home) {
    if (kind != home.kind) {
      return kind == QuoteKind.DIRECT;
    }
    return text.length() > home.text.length();
  }

  private static @Nullable Utterance home(
      List<String> words,
      int[] mine,
      boolean indirect,
      @Nullable String speaker,
      WordIndex byWord) {
    Utterance best = null;
    double most = 0;
    for (Utterance utterance : byWord.sharing(mine)) {
      int shorter = Math.min(mine.length, utterance.wordSet.length);
      int common = common(mine, utterance.wordSet);
      double share = (double) common / shorter;
      boolean sameSpeaker = speaker != null && utterance.speakers.containsKey(speaker);
      boolean fits;
      if (indirect) {
        fits =
            sameSpeaker
                && mine.length >= FEWEST_WORDS
                && (double) common / mine.length >= PARAPHRASE
                && utterance.kind != QuoteKind.INDIRECT;
        fits |=
            utterance.kind == QuoteKind.INDIRECT
                && sameSpeaker
                && share >= SAME
                && shorter >= FEWEST_WORDS;
      } else if (utterance.words.equals(words)) {
        fits = sameSpeaker || words.size() >= FEWEST_WORDS || speaker == null;
      } else {
        boolean free = speaker == null || utterance.speakers.isEmpty();
        fits = (sameSpeaker || free) && shorter >= FEWEST_WORDS && share >= SAME;
      }
      if (fits && share > most) {
        most = share;
        best = utterance;
      }
    }
    return best;
  }

  /** Utterances by the words that they are found by. */
  private static final class WordIndex {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<List<Utterance>> postings = new ArrayList<>();
    private final BitSet longWords = new BitSet();
    private int asked;

    /** Numbers of the distinct words, in order. */
    int[] ids(List<String> words) {
      return words.stream().mapToInt(this::id).sorted().distinct().toArray();
    }

    private int id(String word) {
      Integer known = ids.get(word);
      if (known == null) {
        known = ids.size();
        ids.put(word, known);
        postings.add(new ArrayList<>(1));
        longWords.set(known, word.length() >= KEY_LENGTH);
      }
      return known;
    }

    /** The words that a quote is found by: the long ones, or all where there are none. */
    private int[] keys(int[] words) {
      int[] keys = Arrays.stream(words).filter(longWords::get).toArray();
      return keys.length == 0 ? words : keys;
    }

    void add(Utterance utterance) {
      for (int key : keys(utterance.wordSet)) {
        postings.get(key).add(utterance);
      }
    }

    /** Utterances that share a word that not hundreds of others have. */
    List<Utterance> sharing(int[] words) {
      asked++;
      var found = new ArrayList<Utterance>();
      for (int key : keys(words)) {
        var some = postings.get(key);
        // a word of hundreds of quotes tells nothing; what is the same shares a rarer one too
        if (some.size() <= POSTINGS) {
          for (Utterance utterance : some) {
            if (utterance.seen != asked) {
              utterance.seen = asked;
              found.add(utterance);
            }
          }
        }
      }
      return found;
    }
  }

  private static int common(int[] a, int[] b) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        common++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  private static StoryRecord.QuoteEntry entry(StoryContext context, Utterance utterance) {
    var cites = utterance.allCites();
    var variants = new ArrayList<>(utterance.cites.keySet());
    variants.remove(utterance.text);
    // a variant that differs only in marks and case is none
    variants.removeIf(v -> words(v, false).equals(words(utterance.text, false)));
    return new StoryRecord.QuoteEntry(
        utterance.text,
        speaker(utterance),
        utterance.kind,
        utterance.venue,
        variants,
        context.sources(cites),
        new Cites(cites));
  }

  /**
   * Whether articles of different lineages name different speakers beside the quote; a pronoun, or
   * "the head", may well mean the one whom another article names.
   */
  private static boolean isContested(StoryContext context, Utterance utterance) {
    if (utterance.named.size() < 2 || utterance.words.size() < FEWEST_WORDS) {
      return false;
    }
    var lineages = new HashSet<Integer>();
    for (String speaker : utterance.named.keySet()) {
      for (Cite cite : utterance.speakers.getOrDefault(speaker, List.of())) {
        if (!lineages.add(context.lineageOf(cite.article()))) {
          return false;
        }
        break;
      }
    }
    return true;
  }

  private static StoryRecord.@Nullable QuoteSpeaker speaker(Utterance utterance) {
    return utterance.speakers.entrySet().stream()
        .max(
            Comparator.comparingInt(
                    (Map.Entry<String, List<Cite>> e) ->
                        utterance.named.getOrDefault(e.getKey(), 0))
                .thenComparingInt(e -> e.getValue().size())
                .thenComparing(Map.Entry.<String, List<Cite>>comparingByKey().reversed()))
        .map(e -> new StoryRecord.QuoteSpeaker(e.getKey(), utterance.roles.get(e.getKey())))
        .orElse(null);
  }

  private static StoryRecord.Disagreement speakers(StoryContext context, Utterance utterance) {
    var versions = new ArrayList<StoryRecord.Version>();
    utterance.speakers.forEach(
        (name, cites) -> {
          if (utterance.named.containsKey(name)) {
            versions.add(new StoryRecord.Version(name, context.sources(cites), new Cites(cites)));
          }
        });
    return new StoryRecord.Disagreement(
        "speaker of “" + utterance.text + "”", "speaker", false, versions);
  }

  /** The story's name for a speaker; a common noun stands for itself. */
  static @Nullable String speakerName(
      StoryContext context, StoryArticle article, @Nullable Speaker speaker) {
    if (speaker == null) {
      return null;
    }
    if (speaker.type() == SpeakerType.UNNAMED) {
      String holder = context.holder(speaker.name());
      return holder != null ? holder : Speakers.canSpeak(speaker.name()) ? speaker.name() : null;
    }
    return Speakers.isWhere(article, speaker)
        ? null
        : context.personName(article.article().id(), speaker.name());
  }

  private static List<String> words(String text, boolean content) {
    var words = new ArrayList<String>();
    for (String word : StoryNames.normal(text).split(" ")) {
      if (!word.isEmpty() && (!content || word.length() > 3)) {
        words.add(word);
      }
    }
    return words;
  }
}
