package dev.annals.record;

import dev.annals.annotation.Event;
import dev.annals.annotation.Mention;
import dev.annals.annotation.MentionType;
import dev.annals.annotation.Modality;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds people whom one report calls dead and another, of the same hours or later, alive. */
final class LifeDisagreements {

  private static final int MOST_CITES = 6;
  // tokens from a name to "is alive"
  private static final int REACH = 14;
  // hours by which a report that somebody lives may be older than that of the death
  private static final long HOURS = 12;

  private static final Set<String> DYING = words("dying-kinds");
  private static final Set<String> ALIVE = words("alive-words");
  private static final Set<String> BEING = words("being-words");

  /** What is said of somebody's life. */
  record Life(ArticleParts parts, String name, boolean dead, Span sentence) {}

  private final StoryContext context;

  LifeDisagreements(StoryContext context) {
    this.context = context;
  }

  private static Set<String> words(String name) {
    return Set.copyOf(TextResources.lines(LifeDisagreements.class, name + ".en.txt"));
  }

  List<StoryRecord.Disagreement> find() {
    var dead = new TreeMap<String, List<Life>>();
    var alive = new TreeMap<String, List<Life>>();
    for (ArticleParts article : context.parts()) {
      for (Life life : article.lives.get(null, () -> lives(article))) {
        (life.dead() ? dead : alive)
            .computeIfAbsent(
                context.personName(article.id(), life.name()), key -> new ArrayList<>())
            .add(life);
      }
    }
    var found = new ArrayList<StoryRecord.Disagreement>();
    alive.forEach(
        (person, living) -> {
          var died = dead.get(person);
          if (died != null && died.stream().anyMatch(one -> areAtOdds(one, living))) {
            found.add(
                new StoryRecord.Disagreement(
                    person, "status", false, List.of(version(living), version(died))));
          }
        });
    return found;
  }

  private static boolean areAtOdds(Life died, List<Life> living) {
    var lineages = new HashSet<Integer>();
    living.forEach(life -> lineages.add(life.parts().lineage()));
    Instant death = died.parts().order();
    return !lineages.contains(died.parts().lineage())
        && living.stream()
            .map(life -> life.parts().order())
            .anyMatch(
                order ->
                    order.equals(Instant.MAX)
                        || death.equals(Instant.MAX)
                        || ChronoUnit.HOURS.between(order, death) < HOURS);
  }

  private StoryRecord.Version version(List<Life> lives) {
    return context.version(
        lives.get(0).dead() ? "dead" : "alive",
        lives.stream()
            .map(life -> new StoryContext.Place(life.parts().article(), life.sentence()))
            .toList(),
        MOST_CITES);
  }

  private static List<Life> lives(ArticleParts parts) {
    var found = new ArrayList<Life>();
    Tokens tokens = parts.tokens();
    var mentions = parts.article().annotations().mentions();
    for (Event event : parts.article().annotations().events()) {
      Span who = event.rule().equals("passive") ? event.object() : event.subject();
      if (DYING.contains(event.lemma())
          && event.modality() == Modality.ASSERTED
          && who != null
          && StoryContext.roleAt(parts.article().article(), event.sentence().start()).isBody()) {
        Mention person = lastIn(mentions, who);
        if (person != null) {
          found.add(new Life(parts, person.name(), true, event.sentence()));
        }
      }
    }
    for (int t = 1; t < tokens.size(); t++) {
      if (ALIVE.contains(tokens.lower(t)) && BEING.contains(tokens.lower(t - 1))) {
        Mention person = before(tokens, mentions, t);
        if (person != null) {
          found.add(new Life(parts, person.name(), false, tokens.sentenceSpan(tokens.sentence(t))));
        }
      }
    }
    return List.copyOf(found);
  }

  private static @Nullable Mention lastIn(List<Mention> mentions, Span span) {
    Mention last = null;
    for (Mention mention : mentions) {
      if (mention.type() == MentionType.PERSON && span.contains(mention.span())) {
        last = mention;
      }
    }
    // "Lund's brother" is another
    return last != null && last.end() >= span.end() - 1 ? last : null;
  }

  /** The one person named before "is alive" in the sentence. */
  private static @Nullable Mention before(Tokens tokens, List<Mention> mentions, int alive) {
    Mention one = null;
    for (Mention mention : mentions) {
      int token = tokens.at(mention.start());
      if (token >= alive) {
        break;
      }
      if (mention.type() == MentionType.PERSON
          && token >= alive - REACH
          && tokens.sentence(token) == tokens.sentence(alive)) {
        if (one != null) {
          return null;
        }
        one = mention;
      }
    }
    return one;
  }
}
