package dev.annals.annotation;

import dev.annals.annotation.Clause.Attachment;
import dev.annals.annotation.Clause.Phrase;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who did what: the verbs of clauses that the reporter tells, and nouns that name events
 * ("the storming of the hall"). What stands between quotation marks is left to the quotes.
 */
final class EventFinder {

  private static final Map<String, String> KINDS = kinds("event-kinds.en.txt");
  private static final Map<String, String> NOUNS = kinds("event-nouns.en.txt");
  private static final WordTrait EVENT_NOUN =
      WordTrait.ofLower(word -> NOUNS.containsKey(Lemmas.noun(word)));
  private static final Set<String> DULL = lines("dull-verbs.en.txt");
  private static final Set<String> LIGHT = lines("light-verbs.en.txt");
  private static final Set<String> AUXILIARIES = Lemmas.table("auxiliaries.en.txt").keySet();

  private static Set<String> lines(String name) {
    return Set.copyOf(TextResources.lines(EventFinder.class, name));
  }

  private static Map<String, String> kinds(String name) {
    var kinds = new java.util.HashMap<String, String>();
    for (String line : TextResources.lines(EventFinder.class, name)) {
      int blank = line.lastIndexOf(' ');
      kinds.put(line.substring(0, blank), line.substring(blank + 1));
    }
    return Map.copyOf(kinds);
  }

  List<Event> find(Narration narration) {
    return new Search(narration).run();
  }

  private static final class Search {
    private final Narration narration;
    private final Tokens tokens;
    private final Tags tags;
    private final List<Clause> clauses;
    private final Things things;
    private final Modalities modalities;
    private final SentenceDays days;
    private final Statements statements;
    private final List<Event> found = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();

    Search(Narration narration) {
      this.narration = narration;
      this.tokens = narration.tokens;
      this.tags = narration.tags;
      this.clauses = narration.clauses;
      this.things = narration.things;
      this.modalities = narration.modalities;
      this.days = narration.days;
      this.statements = new Statements(tokens, tags, things);
    }

    List<Event> run() {
      for (Clause clause : clauses) {
        if (!clause.quoted() && narration.tells(clause.verb())) {
          verb(clause);
        }
      }
      for (int i = 0; i < tokens.size(); i++) {
        if (tags.part(i).isNoun()
            && !tags.part(i).isProperNoun()
            && !taken.contains(i)
            && narration.tells(i)) {
          noun(i);
        }
      }
      found.sort(Comparator.comparing(Event::predicate).thenComparing(Event::rule));
      return List.copyOf(found);
    }

    private void verb(Clause clause) {
      String lemma = clause.lemma();
      int last = clause.verb();
      Phrase object = clause.object();
      String kind = null;
      if (!clause.after().isEmpty()) {
        Attachment first = clause.after().get(0);
        String phrasal = lemma + " " + word(first.token());
        if (KINDS.containsKey(phrasal)) {
          kind = KINDS.get(phrasal);
          last = first.token() == clause.verb() + 1 ? first.token() : last;
        }
      }
      String rule = clause.passive() ? "passive" : "clause";
      if (kind == null && object != null && isLight(clause)) {
        // "carried out a raid on the camp": the noun names the event
        String named = NOUNS.get(Lemmas.noun(word(object.head())));
        if (named != null) {
          taken.add(object.head());
          kind = named;
          rule = "light verb";
        }
      }
      if (kind == null) {
        kind = KINDS.get(lemma);
      }
      Phrase speaker = kind == null ? statements.speaker(clause) : null;
      if (speaker != null) {
        kind = Statements.KIND;
        rule = Statements.RULE;
      }
      if (kind == null && (isDull(clause) || clause.infinitive() || clause.participle())) {
        return;
      }
      Phrase subject = clause.passive() ? agent(clause) : clause.subject();
      if (speaker == null) {
        speaker = statements.inverted(clause);
      }
      if (speaker != null) {
        subject = speaker;
        object = null;
      }
      Phrase undergoer = clause.passive() ? clause.subject() : object;
      if (subject == null && undergoer == null) {
        return;
      }
      Modality modality = modalities.of(clause);
      boolean background = isBackground(clause) && (speaker == null || !isTold(clause));
      found.add(
          new Event(
              tokens.sentenceSpan(clause.sentence()),
              tokens.span(clause.first(), last),
              lemma,
              kind == null ? lemma : kind,
              span(subject),
              span(undergoer),
              place(clause.sentence(), clause.verb()),
              days.value(clause.verb()),
              days.rule(clause.verb()),
              modality,
              background,
              rule));
    }

    /** "We'll", "won't": an auxiliary whose verb was not found tells nothing either. */
    private boolean isDull(Clause clause) {
      return DULL.contains(clause.lemma())
          || AUXILIARIES.contains(word(clause.verb()).replace('’', '\''));
    }

    private boolean isLight(Clause clause) {
      return LIGHT.contains(clause.lemma())
          || !clause.after().isEmpty()
              && LIGHT.contains(clause.lemma() + " " + word(clause.after().get(0).token()));
    }

    private @Nullable Phrase agent(Clause clause) {
      for (Attachment attachment : clause.after()) {
        if (attachment.phrase() != null && tokens.is(attachment.token(), Connectives.BY)) {
          return attachment.phrase();
        }
      }
      return null;
    }

    /** "Okoro says": the present of a statement is its report's, and no habit. */
    private boolean isTold(Clause clause) {
      return clause.first() == clause.verb()
          && tags.part(clause.verb()) == PartOfSpeech.VBZ
          && clause.marker() == null
          && RelativeClauses.start(tokens, tags, clause.verb()) < 0;
    }

    /** A relative clause, or one in the pluperfect, tells what led up to the news. */
    private boolean isBackground(Clause clause) {
      if (clause.marker() != null
          && (Connectives.isRelative(clause.marker())
                  && !RelativeClauses.isBehind(tokens, tags, clause.verb())
              || Connectives.isPrior(clause.marker()))) {
        return true;
      }
      if (clause.first() == clause.verb()
          && RelativeClauses.isReduced(tokens, tags, clause.verb())) {
        return true;
      }
      if (isHabit(clause) || RelativeClauses.start(tokens, tags, clause.verb()) >= 0) {
        return true;
      }
      for (int i = clause.first(); i < clause.verb(); i++) {
        if (tags.part(i) == PartOfSpeech.VBD && Lemmas.verb(word(i)).equals(Connectives.HAVE)) {
          return true;
        }
      }
      return false;
    }

    /**
     * The bare present of a paragraph tells how things are; that of a caption tells what it shows.
     */
    private boolean isHabit(Clause clause) {
      if (!narration.role(clause.verb()).isBody()) {
        return false;
      }
      PartOfSpeech part = tags.part(clause.first());
      if (part != PartOfSpeech.VBZ && part != PartOfSpeech.VBP) {
        return false;
      }
      return clause.first() == clause.verb()
          || clause.passive() && !Lemmas.verb(word(clause.first())).equals(Connectives.HAVE);
    }

    /** "the storming of the hall", "the evacuation": only with a determiner or "of" about it. */
    private void noun(int token) {
      if (!EVENT_NOUN.has(tokens, token)) {
        return;
      }
      String lemma = Lemmas.noun(word(token));
      String kind = NOUNS.get(lemma);
      boolean of =
          token + 2 < tokens.size()
              && tokens.sentence(token + 2) == tokens.sentence(token)
              && tokens.is(token + 1, Connectives.OF);
      boolean modifies = token + 1 < tokens.size() && tags.part(token + 1).isNoun();
      if (modifies) {
        return;
      }
      Span object = of ? nounsFrom(token + 2) : null;
      found.add(
          new Event(
              tokens.sentenceSpan(tokens.sentence(token)),
              tokens.span(token, token),
              lemma,
              kind,
              null,
              object,
              place(tokens.sentence(token), token),
              days.value(token),
              days.rule(token),
              Modality.ASSERTED,
              true,
              "noun"));
    }

    private @Nullable Span nounsFrom(int first) {
      int last = -1;
      for (int i = first; i < tokens.size() && i < first + 8; i++) {
        if (tokens.sentence(i) != tokens.sentence(first)) {
          break;
        }
        PartOfSpeech part = tags.part(i);
        if (part.isNoun()) {
          last = i;
        } else if (last >= 0
            || part != PartOfSpeech.DT && part != PartOfSpeech.CD && !part.isAdjective()) {
          break;
        }
      }
      return last < 0 ? null : tokens.span(first, last);
    }

    /** The place named nearest to the verb in its sentence. */
    private @Nullable String place(int sentence, int verb) {
      String best = null;
      int bestDistance = 40;
      int from = Math.max(tokens.sentenceFirst(sentence), verb - 40);
      int to = Math.min(tokens.sentenceEnd(sentence), verb + 40);
      for (int i = from; i < to; i++) {
        Mention mention = things.mention(i);
        if (mention != null
            && mention.type() == MentionType.PLACE
            && Math.abs(i - verb) < bestDistance) {
          best = mention.name();
          bestDistance = Math.abs(i - verb);
        }
      }
      return best;
    }

    private @Nullable Span span(@Nullable Phrase phrase) {
      return phrase == null ? null : tokens.span(phrase.first(), phrase.last());
    }

    private String word(int token) {
      return narration.word(token);
    }
  }
}
