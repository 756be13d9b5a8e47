package dev.annals.record;

import dev.annals.annotation.Lemmas;
import dev.annals.annotation.Quote;
import dev.annals.annotation.QuoteKind;
import dev.annals.annotation.Speaker;
import dev.annals.article.Cite;
import dev.annals.article.Cites;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who said what, once each: the same words, or nearly, in several articles are one utterance with
 * its variants. An indirect report joins the direct quote of the same speaker that it paraphrases
 * when most of its content words are in it.
 */
final class QuoteSection {

  private static final int CITES_KEPT = 50;

  /**
   * The rule of indirect quotes whose cue is a verb of speech: thoughts and attitudes are no
   * utterances.
   */
  private static final String SPOKEN = "indirect-speech";

  /** Verbs after which stands what was said, with and without "that". */
  private static final Set<String> SAYING =
      Set.copyOf(TextResources.lines(QuoteSection.class, "saying-verbs.en.txt"));

  /** Verbs after which an infinitive is what was said. */
  private static final Set<String> PROMISING =
      Set.copyOf(TextResources.lines(QuoteSection.class, "promising-verbs.en.txt"));

  private static final Set<String> OPENINGS =
      Set.copyOf(TextResources.lines(QuoteSection.class, "statement-openings.en.txt"));
  private static final Set<String> INFINITIVES =
      Set.copyOf(TextResources.lines(QuoteSection.class, "infinitive-marks.en.txt"));

  /** Quotes of a story with the cases in which reports name different speakers. */
  record Result(
      List<StoryRecord.QuoteEntry> quotes, List<StoryRecord.Disagreement> disagreements) {}

  Result compile(StoryContext context) {
    var direct = new ArrayList<QuoteWords.Worded>();
    var indirect = new ArrayList<QuoteWords.Worded>();
    for (ArticleParts article : context.parts()) {
      for (QuoteWords.Worded quote :
          article.quotes.get(null, () -> context.quoteWords().of(article))) {
        (quote.indirect() ? indirect : direct).add(quote);
      }
    }
    direct.addAll(indirect);
    var index = new UtteranceIndex(context.quoteWords(), context.quotePlaces(), direct);
    for (QuoteWords.Worded quote : direct) {
      add(context, quote, index);
    }
    index.close();
    var entries = new ArrayList<StoryRecord.QuoteEntry>();
    var disagreements = new ArrayList<StoryRecord.Disagreement>();
    for (Utterance utterance : index.utterances()) {
      entries.add(entry(context, utterance));
      if (isContested(context, utterance)) {
        disagreements.add(speakers(context, utterance));
      }
    }
    return new Result(entries, disagreements);
  }

  private static void add(StoryContext context, QuoteWords.Worded worded, UtteranceIndex index) {
    Quote quote = worded.quote();
    Role role = worded.role();
    if (role == Role.PROMOTION
        || role == Role.CREDIT
        || role == Role.OTHER
        || quote.rule().equals(Quote.TITLE)
        || worded.nobodys()) {
      return;
    }
    Said said = worded.said();
    String speaker = said == null ? null : speakerName(context, worded.from().id(), said);
    if (worded.size() == 0 || worded.indirect() && !worded.spoken()) {
      return;
    }
    int number = index.speaker(speaker);
    Utterance home = worded.indirect() && speaker == null ? null : index.home(worded, number);
    if (home == null && canOpen(worded, speaker)) {
      home = index.add(worded);
    }
    index.put(worded, number, home);
    if (home == null) {
      return;
    }
    if (!worded.indirect() && isBetter(worded, home)) {
      home.best = worded;
    }
    Cite cite = worded.cite();
    var cites =
        home.variants
            .computeIfAbsent(worded.text(), t -> new Utterance.Variant(worded, new ArrayList<>()))
            .cites();
    if (cites.size() < CITES_KEPT) {
      cites.add(cite);
    }
    if (said != null && speaker != null) {
      home.saidBy(number);
      home.speakers.computeIfAbsent(speaker, s -> new ArrayList<>()).add(cite);
      if (said.named()) {
        home.named.merge(speaker, 1, Integer::sum);
      }
      if (said.role() != null) {
        home.roles.putIfAbsent(speaker, said.role());
      }
    }
    if (home.venue == null) {
      home.venue = quote.venue();
    }
  }

  /** Whether a quote that gives no known utterance is one of its own. */
  private static boolean canOpen(QuoteWords.Worded worded, @Nullable String speaker) {
    if (worded.indirect() && speaker == null
        || worded.quote().kind() == QuoteKind.PARTIAL && isScare(worded, speaker)) {
      return false;
    }
    // a headline elsewhere is evidence for a quote, never the quote itself
    return worded.role() != Role.RELATED;
  }

  /**
   * Whether an indirect report gives an utterance of some length in the body.
   *
   * @param quotes all quotes of the article
   */
  static boolean isSpoken(
      StoryArticle article, Quote quote, Role role, int words, List<Quote> quotes) {
    return quote.rule().equals(SPOKEN)
        && words >= UtteranceIndex.FEWEST_WORDS
        && (role == Role.PARAGRAPH || role == Role.LIST)
        && isStatement(article, quote)
        && !holdsQuoted(quotes, quote);
  }

  /** Words in quotation marks in an indirect report are a quote of their own already. */
  private static boolean holdsQuoted(List<Quote> quotes, Quote indirect) {
    for (Quote quote : quotes) {
      if (quote.kind() != QuoteKind.INDIRECT && quote.content().overlaps(indirect.content())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the words are what was said: after a verb that tells of sayings alone ("said",
   * "argued") they are, after others only with "that"; an infinitive is what was promised.
   */
  private static boolean isStatement(StoryArticle article, Quote quote) {
    Span said = quote.content();
    String text = article.article().text();
    int blank = text.indexOf(' ', said.start());
    String first =
        text.substring(said.start(), blank < 0 || blank >= said.end() ? said.end() : blank)
            .toLowerCase(Locale.ROOT);
    Span cue = quote.cue();
    String words = cue == null ? "" : cue.of(text).toLowerCase(Locale.ROOT);
    int end = words.indexOf(' ');
    String verb = Lemmas.verb(end < 0 ? words : words.substring(0, end));
    return INFINITIVES.contains(first)
        ? PROMISING.contains(verb)
        : SAYING.contains(verb) || OPENINGS.contains(first);
  }

  /** One word in marks, or a few that nobody is found to have said, are no utterance. */
  private static boolean isScare(QuoteWords.Worded worded, @Nullable String speaker) {
    return worded.size() < (speaker == null ? UtteranceIndex.FEWEST_WORDS : 2);
  }

  /**
   * A whole utterance words it better than a phrase, a longer wording better than a shorter one.
   */
  private static boolean isBetter(QuoteWords.Worded worded, Utterance home) {
    QuoteKind kind = worded.quote().kind();
    if (kind != home.kind()) {
      return kind == QuoteKind.DIRECT;
    }
    return worded.text().length() > home.text().length();
  }

  private static StoryRecord.QuoteEntry entry(StoryContext context, Utterance utterance) {
    var cites = utterance.cites();
    var variants = new ArrayList<String>();
    for (Utterance.Variant variant : utterance.variants.values()) {
      // a variant that differs only in marks and case is none
      if (!variant.worded().saysTheSame(utterance.best)) {
        variants.add(variant.worded().text());
      }
    }
    return new StoryRecord.QuoteEntry(
        utterance.text(),
        speaker(utterance),
        utterance.kind(),
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
    if (utterance.named.size() < 2 || utterance.first.size() < UtteranceIndex.FEWEST_WORDS) {
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
        "speaker of “" + utterance.text() + "”", "speaker", false, versions);
  }

  /** The story's name for a speaker; a common noun stands for itself. */
  static @Nullable String speakerName(
      StoryContext context, StoryArticle article, @Nullable Speaker speaker) {
    return speaker == null
        ? null
        : speakerName(context, article.article().id(), Said.of(article, speaker));
  }

  private static @Nullable String speakerName(StoryContext context, String article, Said said) {
    if (said.unnamed()) {
      String holder = said.office() == null ? null : context.officeHolder(said.office());
      return holder != null ? holder : said.canSpeak() ? said.name() : null;
    }
    return said.where() ? null : context.personName(article, said.name());
  }
}
