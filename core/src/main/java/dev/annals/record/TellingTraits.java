package dev.annals.record;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Event;
import dev.annals.annotation.Figure;
import dev.annals.annotation.Mention;
import dev.annals.annotation.MentionType;
import dev.annals.annotation.Modality;
import dev.annals.annotation.TimeExpression;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a sentence that tells something by looking at its article alone, as numbers:
 * where it stands, how and of whom it tells, and where its day comes from.
 */
final class TellingTraits {

  private static final Set<String> OPENINGS =
      Set.copyOf(TextResources.lines(TellingTraits.class, "clause-openings.en.txt"));

  private static final Set<String> MODALS =
      Set.copyOf(TextResources.lines(TellingTraits.class, "modals.en.txt"));

  private static final Set<String> SAYING =
      Set.copyOf(TextResources.lines(TellingTraits.class, "saying-verbs.en.txt"));

  private static final Set<String> PLUPERFECT =
      Set.copyOf(TextResources.lines(TellingTraits.class, "pluperfect-auxiliaries.en.txt"));

  private static final Set<String> LIGHT =
      Set.copyOf(TextResources.lines(Annotations.class, "light-verbs.en.txt"));

  private static final Set<String> NEGATORS =
      Set.copyOf(TextResources.lines(Annotations.class, "negators.en.txt"));

  private static final Set<String> PRONOUNS =
      Set.copyOf(TextResources.lines(TellingTraits.class, "acting-pronouns.en.txt"));

  // what stands for a distance or a number of days that is not known
  private static final double UNKNOWN = 99;
  // characters before a name that a sentence begins with: a title, an article
  private static final int REACH = 12;
  private static final int FARTHEST = 60;

  static final List<String> NAMES =
      List.of(
          "position",
          "share",
          "caption",
          "standfirst",
          "stated",
          "narrated",
          "dateline",
          "undated",
          "coarse",
          "fine",
          "planned",
          "unreal",
          "background",
          "reaction",
          "leans",
          "words",
          "kinds",
          "participants",
          "verb",
          "past",
          "perfect",
          "present",
          "acts",
          "passive",
          "sure",
          "predicate-at",
          "predicate-share",
          "events",
          "facts",
          "modals",
          "openings-before",
          "openings-after",
          "opens",
          "subject-words",
          "subject-person",
          "subject-organization",
          "subject-place",
          "subject-pronoun",
          "object",
          "mentions",
          "persons",
          "figures",
          "counted-states",
          "changes",
          "time-distance",
          "times",
          "days-before",
          "commas",
          "quoted-share",
          "essay",
          "explains",
          "sentences",
          "kind-news",
          "best-kind-news",
          "words-news",
          "least-word-news",
          "headline",
          "says",
          "negated",
          "framed",
          "loose",
          "dashes",
          "paragraph-first",
          "clause-before-time",
          "had",
          "says-before",
          "says-after",
          "light",
          "named-first",
          "time-first",
          "article-stated",
          "article-news",
          "article-personal",
          "article-past");

  private TellingTraits() {}

  /**
   * All of them.
   *
   * @param words its content words
   */
  static double[] of(
      Telling telling,
      Set<String> words,
      @Nullable LocalDate published,
      boolean essay,
      EntryModel model) {
    var x = new double[NAMES.size()];
    ToldSentence seen = telling.seen();
    Tokens tokens = seen.page().tokens();
    BitSet quoted = seen.page().quoted();
    StoryArticle article = telling.told().article();
    Event main = seen.main();
    int first = tokens.sentenceFirst(seen.number());
    int end = tokens.sentenceEnd(seen.number());
    int predicate = main == null ? first : tokens.at(main.predicate().start());
    StoryTimes.When when = telling.when();
    int i = 0;
    x[i++] = telling.position();
    x[i++] = (double) seen.number() / tokens.sentences();
    x[i++] = is(telling.role() == Role.CAPTION);
    x[i++] = is(telling.role() == Role.STANDFIRST);
    x[i++] = is(when.from().equals("stated"));
    x[i++] = is(when.from().equals("narrated"));
    x[i++] = is(when.from().equals("dateline"));
    x[i++] = is(when.date() == null);
    x[i++] = is(when.date() != null && when.day() == null);
    x[i++] = is(when.time() != null || when.precision().equals("part of day"));
    x[i++] = is(telling.modality() == Modality.PLANNED);
    x[i++] = is(telling.modality() != Modality.PLANNED && telling.modality() != Modality.ASSERTED);
    x[i++] = is(telling.background());
    x[i++] = is(telling.reaction());
    x[i++] = is(telling.leans());
    x[i++] = telling.words();
    x[i++] = telling.kinds().size();
    x[i++] = telling.participants().size();
    x[i++] = is(telling.telling());
    x[i++] = is(seen.tense() == Tense.PAST);
    x[i++] = is(seen.tense() == Tense.PERFECT);
    x[i++] = is(seen.tense() == Tense.PRESENT);
    x[i++] = is(main != null && seen.page().actors().acts(main));
    x[i++] = is(main != null && main.rule().equals("passive"));
    x[i++] = telling.sure();
    x[i++] = predicate - first;
    x[i++] = (double) (predicate - first) / Math.max(1, end - first);
    x[i++] = seen.events().size();
    x[i++] =
        seen.events().stream()
            .filter(e -> e.modality() == Modality.ASSERTED && !e.rule().equals("noun"))
            .count();
    i = words(x, i, tokens, quoted, first, end, predicate);
    i = participants(x, i, article, main, telling.sentence(), tokens);
    i = times(x, i, article, telling, tokens, predicate, published);
    int commas = 0;
    int dashes = 0;
    for (int token = first; token < end; token++) {
      char c = tokens.first(token);
      commas += c == ',' ? 1 : 0;
      dashes += c == '—' || c == '–' || c == ';' || c == ':' ? 1 : 0;
    }
    x[i++] = commas;
    x[i++] = (double) quoted.get(first, end).cardinality() / Math.max(1, end - first);
    x[i++] = is(essay);
    x[i++] = is(telling.told().lead().explains());
    x[i++] = tokens.sentences();
    x[i++] = main == null ? 0 : model.newsOfKind(main.kind());
    x[i++] = seen.events().stream().mapToDouble(e -> model.newsOfKind(e.kind())).max().orElse(0);
    i = news(x, i, tokens, quoted, first, end, model);
    x[i++] = shared(words, telling.told().titleWords());
    x[i++] = is(main != null && SAYING.contains(main.lemma()));
    x[i++] = is(has(tokens, quoted, first, end, NEGATORS));
    x[i++] = is(main != null && Tense.isFramedByPresent(tokens, main, quoted));
    x[i++] = is(main != null && Voice.isLoose(tokens, seen.number(), main, quoted));
    x[i++] = dashes;
    x[i++] = is(first == 0 || tokens.block(first) != tokens.block(first - 1));
    x[i++] = openingsBetween(article, telling, tokens, predicate);
    x[i++] = is(has(tokens, quoted, first, predicate + 1, PLUPERFECT));
    int sayings = 0;
    int later = 0;
    for (int token = first; token < end; token++) {
      if (!quoted.get(token) && StoryWord.of(tokens, token).saying()) {
        if (token < predicate) {
          sayings++;
        } else if (token > predicate) {
          later++;
        }
      }
    }
    x[i++] = sayings;
    x[i++] = later;
    x[i++] = is(main != null && LIGHT.contains(main.kind()));
    x[i++] = is(startsWithName(article, telling.sentence()));
    TimeExpression time = time(article, telling);
    x[i++] = time == null ? UNKNOWN : tokens.at(time.start()) - first;
    ArticleVoice voice = telling.told().voice(model);
    x[i++] = voice.stated();
    x[i++] = voice.news();
    x[i++] = voice.personal();
    x[i] = voice.past();
    return x;
  }

  private static double is(boolean so) {
    return so ? 1 : 0;
  }

  private static boolean startsWithName(StoryArticle article, Span sentence) {
    List<Mention> mentions = mentionsFrom(article, sentence.start());
    return !mentions.isEmpty() && mentions.get(0).start() <= sentence.start() + REACH;
  }

  private static boolean has(Tokens tokens, BitSet quoted, int first, int end, Set<String> words) {
    for (int i = first; i < end; i++) {
      if (!quoted.get(i) && words.contains(tokens.lower(i))) {
        return true;
      }
    }
    return false;
  }

  private static int words(
      double[] x, int at, Tokens tokens, BitSet quoted, int first, int end, int predicate) {
    int i = at;
    int modals = 0;
    int before = 0;
    int after = 0;
    for (int token = first; token < end; token++) {
      if (quoted.get(token)) {
        continue;
      }
      String word = tokens.lower(token);
      modals += MODALS.contains(word) ? 1 : 0;
      if (OPENINGS.contains(word)) {
        if (token < predicate) {
          before++;
        } else {
          after++;
        }
      }
    }
    x[i++] = modals;
    x[i++] = before;
    x[i++] = after;
    x[i++] = is(OPENINGS.contains(tokens.lower(first)));
    return i;
  }

  private static int participants(
      double[] x,
      int at,
      StoryArticle article,
      @Nullable Event main,
      Span sentence,
      Tokens tokens) {
    int i = at;
    Span subject = main == null ? null : main.subject();
    String text = article.article().text();
    x[i++] = subject == null ? 0 : tokens.at(subject.end() - 1) - tokens.at(subject.start()) + 1;
    int inSubject = i;
    int mentions = 0;
    int persons = 0;
    for (Mention mention : mentionsFrom(article, sentence.start())) {
      if (mention.start() >= sentence.end()) {
        break;
      }
      mentions++;
      persons += mention.type() == MentionType.PERSON ? 1 : 0;
      if (subject != null && subject.contains(mention.start())) {
        int type =
            mention.type() == MentionType.PERSON
                ? 0
                : mention.type() == MentionType.ORGANIZATION ? 1 : 2;
        x[inSubject + type] = 1;
      }
    }
    i += 3;
    x[i++] = is(subject != null && PRONOUNS.contains(subject.of(text).toLowerCase(Locale.ROOT)));
    x[i++] = is(main != null && main.object() != null);
    x[i++] = mentions;
    x[i++] = persons;
    int figures = 0;
    int counted = 0;
    for (Figure figure : article.annotations().figures()) {
      if (sentence.contains(figure.start())) {
        figures++;
        counted += figure.state() != null ? 1 : 0;
      }
    }
    x[i++] = figures;
    x[i++] = counted;
    x[i++] =
        article.annotations().changes().stream()
            .filter(change -> sentence.contains(change.start()))
            .count();
    return i;
  }

  private static List<Mention> mentionsFrom(StoryArticle article, int offset) {
    List<Mention> mentions = article.annotations().mentions();
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return mentions.subList(low, mentions.size());
  }

  /** The words of the sentence that give its day, or null. */
  private static @Nullable TimeExpression time(StoryArticle article, Telling telling) {
    Event main = telling.seen().main();
    String date = telling.when().date();
    TimeExpression found = null;
    for (TimeExpression time : LaterDays.timesFrom(article, telling.sentence().start())) {
      if (time.start() >= telling.sentence().end()) {
        break;
      }
      if (main != null && time.value().equals(main.time())) {
        return time;
      }
      if (found == null && date != null && time.value().startsWith(date)) {
        found = time;
      }
    }
    return found;
  }

  private static int times(
      double[] x,
      int at,
      StoryArticle article,
      Telling telling,
      Tokens tokens,
      int predicate,
      @Nullable LocalDate published) {
    int i = at;
    TimeExpression time = time(article, telling);
    x[i++] =
        time == null
            ? UNKNOWN
            : Math.max(-FARTHEST, Math.min(FARTHEST, tokens.at(time.start()) - predicate));
    int times = 0;
    for (TimeExpression other : LaterDays.timesFrom(article, telling.sentence().start())) {
      if (other.start() >= telling.sentence().end()) {
        break;
      }
      times++;
    }
    x[i++] = times;
    LocalDate day = telling.when().day();
    x[i++] =
        day == null || published == null
            ? UNKNOWN
            : Math.max(-FARTHEST, Math.min(FARTHEST, ChronoUnit.DAYS.between(day, published)));
    return i;
  }

  /** Words that open clauses, and commas, between a verb and the words that date it. */
  private static double openingsBetween(
      StoryArticle article, Telling telling, Tokens tokens, int predicate) {
    TimeExpression time = time(article, telling);
    if (time == null) {
      return 0;
    }
    int at = tokens.at(time.start());
    int openings = 0;
    for (int i = Math.min(at, predicate) + 1; i < Math.max(at, predicate); i++) {
      openings += OPENINGS.contains(tokens.lower(i)) || tokens.first(i) == ',' ? 1 : 0;
    }
    return openings;
  }

  private static int news(
      double[] x, int at, Tokens tokens, BitSet quoted, int first, int end, EntryModel model) {
    int i = at;
    double sum = 0;
    double least = 0;
    int count = 0;
    for (int token = first; token < end; token++) {
      if (!quoted.get(token) && Character.isLetter(tokens.first(token))) {
        double news = model.newsOfWord(tokens.lower(token));
        sum += news;
        least = Math.min(least, news);
        count++;
      }
    }
    x[i++] = count == 0 ? 0 : sum / count;
    x[i++] = least;
    return i;
  }

  /** The content words of a sentence, as headlines are cut to them. */
  static Set<String> words(Telling telling) {
    ToldSentence seen = telling.seen();
    Tokens tokens = seen.page().tokens();
    var words = new HashSet<String>();
    for (int i = tokens.sentenceFirst(seen.number()); i < tokens.sentenceEnd(seen.number()); i++) {
      String stem = StoryWord.of(tokens, i).stem();
      if (stem != null) {
        words.add(stem);
      }
    }
    return words;
  }

  /** The share of a headline's words that are among some words. */
  static double shared(Set<String> words, Set<String> headline) {
    int shared = 0;
    for (String word : headline) {
      shared += words.contains(word) ? 1 : 0;
    }
    return (double) shared / Math.max(1, headline.size());
  }
}
