package dev.annals.record;

import dev.annals.annotation.Change;
import dev.annals.annotation.MentionType;
import dev.annals.annotation.Modality;
import dev.annals.article.Role;
import dev.annals.text.Span;
import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings together what the articles of a story tell of the states of one thing. */
final class Tracks {

  private static final String PERSON = "person";
  static final String LAW = "law";
  private static final String PROCEEDING = "proceeding";
  private static final String NOUN = "noun";
  // stands between what a thing is called and the report that alone tells of it
  private static final char OTHER = '\t';
  private static final Set<String> DETERMINERS =
      Set.copyOf(TextResources.lines(Tracks.class, "determiners.en.txt"));
  private static final Set<String> LOOSE =
      Set.copyOf(TextResources.lines(Tracks.class, "loose-determiners.en.txt"));

  private static final Set<String> THE =
      Set.copyOf(TextResources.lines(Tracks.class, "this-one.en.txt"));

  private static final Set<String> COUNTS =
      Set.copyOf(TextResources.lines(Tracks.class, "counts.en.txt"));

  private static final Set<String> CLAUSES = words("time-clause-words");
  private static final Set<String> CHAMBERS = words("chamber-names");
  private static final Set<String> TAKEN = words("taken-states");
  private static final Set<String> OWNERS = words("possessive-openings");

  // tokens from the word that opens a clause to its subject
  private static final int CLAUSE_REACH = 3;

  /** Classes of things of which there are many in every story. */
  private static final Set<String> SINGLE =
      Set.of("account", "area", "building", "office", "post", "road", "service", "vehicle");

  /** Classes of things of which a story may tell of several. */
  private static final Set<String> SEVERAL = Set.of(LAW, "deal");

  static final Set<String> PERSONS = Set.of("office", "organization", PERSON);

  // days of a story within which an undated report is of its day
  private static final int GUESSED_WITHIN = 2;

  // with fewer articles no word can be said to stand everywhere
  private static final int LEAST_ARTICLES = 3;
  private static final double MOST = 0.66;

  /**
   * One change of one article.
   *
   * @param sentence the sentence that tells it
   * @param news whether it stands where a report tells its news
   */
  record Told(
      StoryArticle article, Change change, Span sentence, StoryTimes.When when, boolean news) {

    /** The same without its day, which was but guessed. */
    Told undated() {
      return new Told(article, change, sentence, StoryTimes.When.UNKNOWN, news);
    }

    /** Whether the report states when. */
    boolean isStated() {
      return when.from().equals("stated");
    }

    /** The day, with the clock time where it is known; null for neither. */
    @Nullable String date() {
      String date = when.date();
      return date != null && when.time() != null ? date + 'T' + when.time() : date;
    }
  }

  /** What is told of one thing. */
  record Merged(String subject, String track, List<Told> told) {}

  private Tracks() {}

  private static Set<String> words(String name) {
    return Set.copyOf(TextResources.lines(Tracks.class, name + ".en.txt"));
  }

  static List<Merged> of(StoryContext context) {
    var times = context.times();
    // class of thing, then what it is called, then what is told of it
    var subjects = new TreeMap<String, TreeMap<String, List<Told>>>();
    boolean isLong = isLong(context);
    for (ArticleParts article : context.parts()) {
      var changes =
          article.changes.get(
              times.setting(article.article()), () -> told(context, times, article));
      var heard = new HashMap<String, String>();
      boolean guessed = isLong && article.published() == null;
      for (Told change : changes) {
        Told told = guessed && isGuess(change) ? change.undated() : change;
        String track = told.change().track();
        String called = called(context, told.article(), told.change());
        if (isAnother(track, called, heard)) {
          called += OTHER + article.id();
        }
        subjects
            .computeIfAbsent(track, key -> new TreeMap<>())
            .computeIfAbsent(called, key -> new ArrayList<>())
            .add(told);
      }
    }
    var merged = new ArrayList<Merged>();
    Set<String> everywhere = subjects.isEmpty() ? Set.of() : everywhere(context);
    subjects.forEach((track, called) -> merged.addAll(merge(track, called, everywhere)));
    return merged;
  }

  /**
   * "The hearing … a second hearing", "the committee will hold its own hearing": what a report
   * brings in after another of its kind is not the one before.
   *
   * @param heard what each kind of thing was called last in the report
   */
  private static boolean isAnother(String track, String called, Map<String, String> heard) {
    if (!track.equals(PROCEEDING) && !track.equals(LAW)) {
      return false;
    }
    String kind = TrackSubject.of(called, Set.of()).head();
    String before = heard.putIfAbsent(kind, called);
    return before != null && !before.equals(called) && LOOSE.contains(firstWord(called));
  }

  private static String firstWord(String name) {
    int blank = name.indexOf(' ');
    return (blank < 0 ? name : name.substring(0, blank)).toLowerCase(Locale.ROOT);
  }

  private static List<Told> told(StoryContext context, StoryTimes times, ArticleParts parts) {
    var found = new ArrayList<Told>();
    StoryArticle article = parts.article();
    if (Retractions.isNotice(article.article())) {
      return List.of(); // "has retracted its report that she was arrested"
    }
    Tokens tokens = parts.tokens();
    var tellings = new Tellings(context, times, context.vectors());
    for (Change change : article.annotations().changes()) {
      Role role = context.role(article, change.start());
      boolean news = isNews(parts, role, change.start());
      if (speaks(role) && !isAnyOfAKind(change, news) && !isByVotes(change)) {
        int token = Math.min(tokens.at(change.start()), tokens.size() - 1);
        Span sentence = tokens.sentenceSpan(tokens.sentence(token));
        StoryTimes.When when = when(times, article, change, sentence);
        if (isInTimeClause(tokens, change)) {
          news = false;
          when = isStated(when) ? when : StoryTimes.When.UNKNOWN;
        }
        if (!isKnown(times, article, change, sentence, when)
            || !isStated(when) && !news && isOfPersons(change)
            || !isStated(when) && !tellings.mayBeOf(parts, sentence, when)) {
          when = StoryTimes.When.UNKNOWN;
        }
        found.add(new Told(article, change, sentence, when, news));
      }
    }
    return List.copyOf(found);
  }

  /** "Before Lund took office": what stands in a clause of time was at another time. */
  private static boolean isInTimeClause(Tokens tokens, Change change) {
    Span subject = change.subjectSpan();
    if (subject == null || subject.start() > change.start()) {
      return false;
    }
    int first = tokens.at(subject.start());
    for (int t = first; t >= 0 && t >= first - CLAUSE_REACH; t--) {
      if (tokens.sentence(t) != tokens.sentence(first)) {
        return false;
      }
      if (CLAUSES.contains(tokens.lower(t))) {
        return true;
      }
    }
    return false;
  }

  /** "Democrats have taken over the House": no state of a building. */
  private static boolean isByVotes(Change change) {
    return CHAMBERS.contains(change.subject().toLowerCase(Locale.ROOT))
        && TAKEN.contains(change.state());
  }

  /** Whether something is told where a report tells its news, or in a headline. */
  static boolean isNews(ArticleParts article, Role role, int offset) {
    return role == Role.HEADLINE
        || role == Role.RELATED
        || role == Role.STANDFIRST
        || role.isBody() && offset < article.lead().end();
  }

  private static boolean isStated(StoryTimes.When when) {
    return !when.from().equals("story") && !when.from().equals("dateline");
  }

  /** What became of somebody, told in passing and without a day, was long before. */
  private static boolean isOfPersons(Change change) {
    return PERSONS.contains(change.track());
  }

  /** Whether a day rests on the day of its report: one not stated, or a weekday. */
  private static boolean isGuess(Told told) {
    String value = told.change().time();
    return !isStated(told.when()) || value != null && value.startsWith(StoryTimes.WEEKDAY);
  }

  /** Whether the dated reports of a story are of so many days that an undated one has none. */
  private static boolean isLong(StoryContext context) {
    LocalDate first = null;
    LocalDate last = null;
    for (ArticleParts article : context.parts()) {
      LocalDate day = article.published();
      if (day != null) {
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
      }
    }
    return first != null && last != null && first.plusDays(GUESSED_WITHIN).isBefore(last);
  }

  private static boolean isAhead(Change change) {
    return change.modality() == Modality.PLANNED || change.modality() == Modality.CONDITIONAL;
  }

  /**
   * Whether the day of a state is that of its sentence and not of the story: a plan has none that
   * is not stated and still to come, nor does a noun have one that is coarse or still to come ("the
   * cancellation of the session planned for June").
   */
  private static boolean isKnown(
      StoryTimes times, StoryArticle article, Change change, Span sentence, StoryTimes.When when) {
    String value = change.time();
    LocalDate published = times.published(article);
    boolean stated =
        value != null && StoryTimes.isStated(article, sentence.start(), sentence.end(), value);
    if (isAhead(change)) {
      return stated && when.day() != null && (published == null || !isPast(when.day(), published));
    }
    if ((change.rule().equals(NOUN) || isLater(when.day(), published)) && stated) {
      return when.day() != null && (published == null || !when.day().isAfter(published));
    }
    return true;
  }

  /** What is told as done is not of a day to come. */
  private static boolean isLater(@Nullable LocalDate day, @Nullable LocalDate published) {
    return day != null && published != null && day.isAfter(published);
  }

  private static boolean isPast(LocalDate day, LocalDate published) {
    return day.isBefore(published.minusDays(1));
  }

  /**
   * Whether others cannot tell of the same thing: "approved legislation", "rejected measures",
   * "their home", and, far from the news, "a bridge".
   */
  private static boolean isAnyOfAKind(Change change, boolean news) {
    String subject = change.subject();
    int blank = subject.indexOf(' ');
    String first = blank < 0 ? subject : subject.substring(0, blank);
    String rest = blank < 0 ? "" : subject.substring(blank);
    if (first.isEmpty() || !rest.equals(rest.toLowerCase(Locale.ROOT))) {
      return false; // told by a name
    }
    String track = change.track();
    boolean loose = LOOSE.contains(first.toLowerCase(Locale.ROOT));
    if (SINGLE.contains(track)) {
      return !news && !isCounted(first) && (loose || isLower(first) && isUndetermined(first));
    }
    return track.equals(LAW)
        && (OWNERS.contains(first.toLowerCase(Locale.ROOT))
            || (isLower(first) || blank < 0) && isUndetermined(first));
  }

  private static boolean isLower(String word) {
    return Character.isLowerCase(word.charAt(0));
  }

  /** "Three posts", "20 posts": those of which it is told, and no others. */
  private static boolean isCounted(String first) {
    return COUNTS.contains(first.toLowerCase(Locale.ROOT)) || Character.isDigit(first.charAt(0));
  }

  private static boolean isUndetermined(String first) {
    return !DETERMINERS.contains(first) && !first.endsWith("s'") && !first.endsWith("'s");
  }

  private static boolean speaks(Role role) {
    return role.isBody()
        || role == Role.CAPTION
        || role == Role.STANDFIRST
        || role == Role.HEADLINE
        || role == Role.RELATED;
  }

  private static String called(StoryContext context, StoryArticle article, Change change) {
    if (change.track().equals(PERSON) && change.subjectSpan() != null) {
      Span span = change.subjectSpan();
      for (var mention : article.annotations().mentions()) {
        if (mention.type() == MentionType.PERSON && span.contains(mention.span())) {
          return context.personName(article.article().id(), mention.name());
        }
      }
    }
    return change.subject().replace('\n', ' ').replace(OTHER, ' ');
  }

  private static StoryTimes.When when(
      StoryTimes times, StoryArticle article, Change change, Span sentence) {
    String value = change.time();
    if (value == null) {
      return times.when(article, null, null);
    }
    if (StoryTimes.isStated(article, sentence.start(), sentence.end(), value)) {
      StoryTimes.When when = times.when(article, value, "stated");
      boolean after = StoryTimes.isStated(article, change.start(), sentence.end(), value);
      return isAhead(change) && after ? times.ahead(article, value, when) : when;
    }
    String published = article.article().published();
    boolean dateline =
        published != null
            && value.length() >= 10
            && published.startsWith(value.substring(0, Math.min(10, value.length())));
    return times.when(article, value, dateline ? "dateline" : "narrated");
  }

  /** Words that most articles use: the names that the story is about tell nothing apart in it. */
  private static Set<String> everywhere(StoryContext context) {
    int articles = context.articles().size();
    return articles < LEAST_ARTICLES ? Set.of() : context.wordsOf(MOST * articles);
  }

  private static List<Merged> merge(
      String track, Map<String, List<Told>> called, Set<String> everywhere) {
    var names = new ArrayList<>(called.keySet());
    var subjects = new ArrayList<TrackSubject>();
    for (String name : names) {
      subjects.add(TrackSubject.of(plain(name), everywhere));
    }
    var group = new int[names.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    for (int i = 0; i < group.length; i++) {
      for (int j = 0; j < i; j++) {
        if (isSame(track, names.get(i), names.get(j), subjects.get(i), subjects.get(j))) {
          join(group, i, j);
        }
      }
    }
    attachBare(track, group, subjects, names, called);
    var members = new TreeMap<Integer, List<Integer>>();
    for (int i = 0; i < group.length; i++) {
      members.computeIfAbsent(root(group, i), key -> new ArrayList<>()).add(i);
    }
    var merged = new ArrayList<Merged>();
    for (List<Integer> of : members.values()) {
      var told = new ArrayList<Told>();
      of.forEach(i -> told.addAll(called.get(names.get(i))));
      merged.add(new Merged(label(of, names, subjects, called), track, told));
    }
    return merged;
  }

  private static boolean isSame(
      String track, String name, String otherName, TrackSubject a, TrackSubject b) {
    if (track.equals(PERSON)) {
      return name.equals(otherName);
    }
    if (!a.hasKindOf(b) || name.indexOf(OTHER) >= 0 || otherName.indexOf(OTHER) >= 0) {
      return false;
    }
    if (track.equals(PROCEEDING)
        && !a.head().equals(b.head())
        && !(THE.contains(firstWord(name)) && THE.contains(firstWord(otherName)))) {
      return a.sharesName(b); // "a meeting" is not the vote
    }
    return a.isBare() && b.isBare() || a.sharesName(b) || a.isOfTheSame(b);
  }

  /** "the session" goes to the one that most is told of among those told apart by a name. */
  private static void attachBare(
      String track,
      int[] group,
      List<TrackSubject> subjects,
      List<String> names,
      Map<String, List<Told>> called) {
    var size = new HashMap<Integer, Integer>();
    for (int i = 0; i < group.length; i++) {
      if (!subjects.get(i).isBare()) {
        size.merge(root(group, i), called.get(names.get(i)).size(), Integer::sum);
      }
    }
    var attached = new HashSet<Integer>();
    for (int i = 0; i < group.length; i++) {
      int bare = root(group, i);
      if (!subjects.get(i).isBare() || attached.contains(bare)) {
        continue;
      }
      int best = -1;
      int most = 0;
      for (int j = 0; j < group.length; j++) {
        if (names.get(i).indexOf(OTHER) >= 0 || names.get(j).indexOf(OTHER) >= 0) {
          continue;
        }
        if (subjects.get(j).isBare() || !subjects.get(i).standsFor(subjects.get(j))) {
          continue;
        }
        boolean sameHead = subjects.get(i).head().equals(subjects.get(j).head());
        if (!sameHead && track.equals(PROCEEDING) && !THE.contains(firstWord(names.get(i)))) {
          continue;
        }
        if (SEVERAL.contains(track)
            && !areTold(called, names.get(i), names.get(j), subjects.get(j))) {
          continue; // "the bill" of one report is not the one that only others name
        }
        if (track.equals(LAW)
            && !sameHead
            && size.getOrDefault(root(group, j), 0) < called.get(names.get(i)).size()) {
          continue; // "the bill" of many reports is not the law that one of them recalls
        }
        int weight = size.getOrDefault(root(group, j), 0) * 2 + (sameHead ? 1 : 0);
        if (weight > most) {
          most = weight;
          best = j;
        }
      }
      if (best >= 0) {
        join(group, i, best);
        attached.add(root(group, i));
      }
    }
  }

  /** Whether a report that calls a thing by its kind alone also has a word of its name. */
  private static boolean areTold(
      Map<String, List<Told>> called, String bare, String name, TrackSubject subject) {
    for (Told told : called.get(bare)) {
      String text = told.article().article().text().toLowerCase(Locale.ROOT);
      for (Told other : called.get(name)) {
        if (other.article() == told.article()) {
          return true;
        }
      }
      for (String word : subject.named()) {
        if (!word.equals(subject.head()) && text.contains(word)) {
          return true;
        }
      }
      for (String word : subject.others()) {
        if (text.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int root(int[] group, int i) {
    int root = i;
    while (group[root] != root) {
      root = group[root];
    }
    return root;
  }

  private static void join(int[] group, int i, int j) {
    int a = root(group, i);
    int b = root(group, j);
    group[Math.max(a, b)] = Math.min(a, b);
  }

  /** What the thing is called most, with a name rather than without, told as fact if it is. */
  private static String label(
      List<Integer> members,
      List<String> names,
      List<TrackSubject> subjects,
      Map<String, List<Told>> called) {
    var sorted = new ArrayList<>(members);
    sorted.sort(
        Comparator.comparingInt((Integer i) -> -labelWorth(names.get(i), subjects.get(i), called))
            .thenComparingInt(i -> names.get(i).length())
            .thenComparing(names::get));
    return plain(names.get(sorted.get(0))).strip();
  }

  private static String plain(String name) {
    int other = name.indexOf(OTHER);
    return other < 0 ? name : name.substring(0, other);
  }

  private static int labelWorth(String name, TrackSubject subject, Map<String, List<Told>> called) {
    int worth = 0;
    for (Told told : called.get(name)) {
      worth += told.change().modality() == Modality.ASSERTED ? 4 : 1;
    }
    if (!subject.isBare()) {
      worth += subject.named().isEmpty() && subject.common().isEmpty() ? 1 : 3;
    }
    worth -= LOOSE.contains(firstWord(name)) ? 2 : 0;
    int words = name.split(" ").length;
    if (words == 1 || words > 7) {
      worth -= 3;
    }
    return worth;
  }
}
