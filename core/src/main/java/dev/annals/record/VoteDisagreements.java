package dev.annals.record;

import dev.annals.annotation.Change;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds results of one vote that cannot both be right: "71-29" and "70-29", near each other, in
 * sentences of one day that share what was voted on.
 */
final class VoteDisagreements {

  private static final Set<String> VOTES = words("vote-words");
  private static final Set<String> DASHES = words("vote-dashes");
  private static final Set<String> VOID = words("vote-void");

  private static final Set<String> SHARES = words("seat-shares");

  // tokens from two numbers to what they are
  private static final int REACH = 4;
  private static final int MOST_COMPARED = 200;
  private static final int MOST_CITES = 6;
  // votes between which two tellings of one result can differ
  private static final int NEAR = 4;
  // years are no votes, nor are scores of games
  private static final int MOST = 1500;
  private static final int FEWEST = 7;
  private static final int DIGITS = 4;
  private static final String ABOUT = "vote";

  /** A result as one article gives it. */
  record Tally(
      ArticleParts parts,
      int yes,
      int no,
      String words,
      Span sentence,
      @Nullable LocalDate day,
      Set<String> content,
      String about) {

    boolean isLike(Tally other) {
      return Math.max(yes, no) == Math.max(other.yes, other.no)
          && Math.min(yes, no) == Math.min(other.yes, other.no);
    }

    boolean isNear(Tally other) {
      return Math.abs(Math.max(yes, no) - Math.max(other.yes, other.no))
              + Math.abs(Math.min(yes, no) - Math.min(other.yes, other.no))
          <= NEAR;
    }
  }

  private final StoryContext context;

  VoteDisagreements(StoryContext context) {
    this.context = context;
  }

  private static Set<String> words(String name) {
    return Set.copyOf(TextResources.lines(VoteDisagreements.class, name + ".en.txt"));
  }

  List<StoryRecord.Disagreement> find() {
    var tallies = new ArrayList<Tally>();
    for (ArticleParts article : context.parts()) {
      tallies.addAll(
          article.tallies.get(
              context.times().setting(article.article()), () -> tallies(context, article)));
    }
    var found = new ArrayList<StoryRecord.Disagreement>();
    var used = new boolean[Math.min(MOST_COMPARED, tallies.size())];
    for (int i = 0; i < used.length; i++) {
      if (used[i]) {
        continue;
      }
      var versions = new TreeMap<String, List<Tally>>();
      Tally first = tallies.get(i);
      add(versions, first);
      for (int j = i + 1; j < used.length; j++) {
        Tally other = tallies.get(j);
        if (!used[j] && isSame(first, other, tallies)) {
          add(versions, other);
          used[j] = true;
        }
      }
      if (versions.size() > 1) {
        found.add(disagreement(first, versions));
      }
    }
    return found;
  }

  private static void add(TreeMap<String, List<Tally>> versions, Tally tally) {
    String value = Math.max(tally.yes(), tally.no()) + "-" + Math.min(tally.yes(), tally.no());
    versions.computeIfAbsent(value, key -> new ArrayList<>()).add(tally);
  }

  private StoryRecord.Disagreement disagreement(
      Tally first, TreeMap<String, List<Tally>> versions) {
    var told = new ArrayList<StoryRecord.Version>();
    String about = first.about();
    for (List<Tally> given : versions.values()) {
      for (Tally tally : given) {
        about = about.equals(ABOUT) ? tally.about() : about;
      }
      told.add(
          context.version(
              given.get(0).words(),
              given.stream()
                  .map(t -> new StoryContext.Place(t.parts().article(), t.sentence()))
                  .toList(),
              MOST_CITES));
    }
    return new StoryRecord.Disagreement(about, "figure", false, told);
  }

  /** Whether two reports tell of one vote, and no report gives both results. */
  private static boolean isSame(Tally a, Tally b, List<Tally> all) {
    if (a.parts().lineage() == b.parts().lineage()
        || a.day() != null && b.day() != null && !a.day().equals(b.day())
        || !a.isNear(b)) {
      return a.isLike(b) && a.parts().lineage() == b.parts().lineage();
    }
    var shared = new TreeSet<>(a.content());
    shared.retainAll(b.content());
    if (shared.isEmpty()) {
      return false;
    }
    if (a.isLike(b)) {
      return true;
    }
    for (Tally one : all) {
      for (Tally other : all) {
        if (one.parts() == other.parts() && one.isLike(a) && other.isLike(b)) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<Tally> tallies(StoryContext context, ArticleParts parts) {
    var found = new ArrayList<Tally>();
    Tokens tokens = parts.tokens();
    for (int t = 0; t < tokens.size(); t++) {
      if (!Character.isDigit(tokens.first(t))) {
        continue;
      }
      int[] votes = votes(tokens, t);
      int sentence = tokens.sentence(t);
      if (votes == null || !isOfVote(tokens, sentence) || isShare(tokens, t + votes[2])) {
        continue;
      }
      Span span = tokens.sentenceSpan(sentence);
      if (!context.role(parts.article(), span.start()).isBody()) {
        continue;
      }
      found.add(
          new Tally(
              parts,
              votes[0],
              votes[1],
              tokens.span(t, t + votes[2] - 1).of(tokens.text()),
              span,
              day(context, parts, span),
              content(tokens, sentence),
              about(parts, span)));
      t += votes[2] - 1;
    }
    return List.copyOf(found);
  }

  /** "A 52-48 majority", "a slim 52-48 Senate majority": how seats are shared. */
  private static boolean isShare(Tokens tokens, int next) {
    for (int t = next; t < tokens.size() && t < next + REACH; t++) {
      if (tokens.sentence(t) != tokens.sentence(next - 1)) {
        return false;
      }
      if (SHARES.contains(tokens.lower(t))) {
        return true;
      }
    }
    return false;
  }

  /** "71-29", "71 to 29": both numbers and how many tokens they are, or null. */
  private static int @Nullable [] votes(Tokens tokens, int t) {
    String word = tokens.lower(t);
    int dash = -1;
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isDigit(c)) {
        if (dash >= 0 || c != '-' && c != '–' && c != '—') {
          return null;
        }
        dash = i;
      }
    }
    int yes;
    int no;
    int length = 1;
    if (dash > 0) {
      yes = number(word.substring(0, dash));
      no = number(word.substring(dash + 1));
    } else if (t + 2 < tokens.size()
        && tokens.sentence(t + 2) == tokens.sentence(t)
        && DASHES.contains(tokens.lower(t + 1))) {
      yes = number(word);
      no = number(tokens.lower(t + 2));
      length = 3;
      // "from 10 to 12 percent" is no vote
      if (t > 0 && VOID.contains(tokens.lower(t - 1))
          || t + 3 < tokens.size() && VOID.contains(tokens.lower(t + 3))) {
        return null;
      }
    } else {
      return null;
    }
    return yes < 0 || no < 0 || yes + no < FEWEST || yes > MOST || no > MOST
        ? null
        : new int[] {yes, no, length};
  }

  private static int number(String digits) {
    if (digits.isEmpty() || digits.length() > DIGITS) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  private static boolean isOfVote(Tokens tokens, int sentence) {
    for (int i = tokens.sentenceFirst(sentence); i < tokens.sentenceEnd(sentence); i++) {
      if (VOTES.contains(tokens.lower(i))) {
        return true;
      }
    }
    return false;
  }

  /** Content words of a sentence but for those of all votes. */
  private static Set<String> content(Tokens tokens, int sentence) {
    var words = new TreeSet<>(TermVectors.words(tokens.text(), tokens.sentenceSpan(sentence)));
    words.removeIf(
        word -> VOTES.contains(word) || VOID.contains(word) || Character.isDigit(word.charAt(0)));
    return words;
  }

  private static @Nullable LocalDate day(StoryContext context, ArticleParts parts, Span sentence) {
    for (var event : parts.article().annotations().events()) {
      if (event.sentence().equals(sentence) && "stated".equals(event.timeRule())) {
        return context.times().when(parts.article(), event.time(), "stated").day();
      }
    }
    return null;
  }

  /** What was voted on, as far as a state of it is told in the sentence. */
  private static String about(ArticleParts parts, Span sentence) {
    for (Change change : parts.article().annotations().changes()) {
      if (sentence.contains(change.start()) && change.track().equals(Tracks.LAW)) {
        return ABOUT + " on " + change.subject().replace('\n', ' ');
      }
    }
    return ABOUT;
  }
}
