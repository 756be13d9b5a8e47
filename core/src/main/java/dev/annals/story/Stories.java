package dev.annals.story;

import dev.annals.story.StoryChange.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stories of a stream of articles. The same articles in the same order give the same stories.
 * Not safe for use by several threads.
 *
 * <pre>{@code
 * var stories = new Stories();
 * stories.add(new FeatureExtractor().features(article, annotations));
 * stories.settle();
 * stories.storyOf(article.id());
 * }</pre>
 */
public final class Stories {

  /** Articles near in the index whose stories are looked at. */
  static final int NEAR = 48;

  /** Mean log odds from which a story is of the same affair as an article that opens another. */
  private static final double RELATED = -1.5;

  /** What two articles share of their weightiest words when it is next to nothing. */
  private static final float FAINT = 0.1f;

  /**
   * Articles from which a collection is a stream; see {@link #prior}. Benchmarks are larger, so
   * nothing changes there.
   */
  private static final double STREAM = 200;

  /**
   * Weight of the prior. Pairs are as likely of one story as there are few stories: 1 would be the
   * plain count.
   */
  private static final double GATHERED = 0.95;

  /** Stories that an article is compared with. */
  private static final int CANDIDATES = 8;

  final StorySettings settings;
  final StoryArchive archive;
  final TermWeights weights;
  final JoinModel model;
  final RecentArticles index = new RecentArticles();
  final Map<String, Node> articles = new HashMap<>();

  /** In the order of their last change, so that the first is the one to put to sleep. */
  final LinkedHashMap<String, Group> groups = new LinkedHashMap<>(64, 0.75f, true);

  final Map<String, String> redirects = new TreeMap<>();
  final StoryLog log;
  final SecondLook secondLook;
  private final StorySleep sleep;
  private long comparison;
  long arrived;

  /** Stories in memory alone. */
  public Stories() {
    this(StorySettings.defaults(), StoryArchive.NONE);
  }

  /** Stories of which the quiet ones sleep in an archive. */
  public Stories(StorySettings settings, StoryArchive archive) {
    this(settings, archive, new TermWeights(), JoinModel.standard());
  }

  Stories(StorySettings settings, StoryArchive archive, TermWeights weights, JoinModel model) {
    this.settings = settings;
    this.archive = archive;
    this.weights = weights;
    this.model = model;
    this.secondLook = new SecondLook(this);
    this.sleep = new StorySleep(this);
    this.log = new StoryLog(settings.historyKept());
  }

  /**
   * Takes an article: a new one is placed, one that was read before changes nothing, and a new
   * version of one keeps its place unless its text no longer fits there.
   *
   * @return what changed, in order
   */
  public List<StoryChange> add(StoryFeatures features) {
    Node known = articles.get(features.id());
    Member member = null;
    if (known == null) {
      member = weights.weigh(features);
      sleep.wakeFor(member);
      known = articles.get(features.id());
    }
    if (known == null) {
      place(features, Objects.requireNonNull(member));
    } else if (known.member.print() != features.print()) {
      replace(known, features);
    }
    sleep.whenTooMany();
    return log.take();
  }

  /** Takes an article out, as if it had not come; its story goes on without it. */
  public List<StoryChange> remove(String article) {
    Node node = articles.get(article);
    if (node != null) {
      Group group = node.group();
      detach(node);
      log.add(Kind.REMOVED, group.id, article, null, "taken out");
    }
    return log.take();
  }

  /**
   * The second look at all stories in memory, when no more articles are expected soon: merges and
   * splits that were not clear enough at the time.
   */
  public List<StoryChange> settle() {
    secondLook.all();
    return log.take();
  }

  /** The story that an article in memory stands in. */
  public Optional<String> storyOf(String article) {
    return Optional.ofNullable(articles.get(article)).map(node -> node.group().id);
  }

  /** What ties an article in memory to its story, in words. */
  public Optional<String> why(String article) {
    return Optional.ofNullable(articles.get(article)).map(node -> node.why);
  }

  /** A story in memory, by its id or by one that was merged into it. */
  public Optional<Story> story(String id) {
    return Optional.ofNullable(groups.get(current(id))).map(this::value);
  }

  /** The id that an id leads on to: itself unless its story was merged into another. */
  public String current(String id) {
    String now = id;
    for (String next = redirects.get(now); next != null; next = redirects.get(now)) {
      now = next;
    }
    return now;
  }

  /** All stories in memory, in the order of their first articles. */
  public List<Story> stories() {
    return inOrder(groups.values()).stream().map(this::value).toList();
  }

  /** A story as a value; links to merged stories lead on. */
  Story value(Group group) {
    return new Story(
        group.id,
        group.title,
        group.nodes.stream().map(node -> node.member).toList(),
        led(group.earlier, group),
        led(group.later, group));
  }

  private List<String> led(Collection<String> ids, Group group) {
    return ids.stream()
        .map(this::current)
        .filter(id -> !id.equals(group.id))
        .distinct()
        .sorted()
        .toList();
  }

  /** Number of stories in memory. */
  public int size() {
    return groups.size();
  }

  /** Number of articles in memory. */
  public int articleCount() {
    return articles.size();
  }

  /** The latest changes, oldest first. */
  public List<StoryChange> history() {
    return log.kept();
  }

  /** All that is needed to go on exactly here: equal states give equal bytes. */
  public byte[] snapshot() {
    var bytes = new ByteArrayOutputStream();
    try {
      snapshot(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // not into memory
    }
    return bytes.toByteArray();
  }

  /** Writes the snapshot piece by piece: it may be large. */
  public void snapshot(OutputStream out) throws IOException {
    StoriesSnapshot.write(this, out);
  }

  /** Goes on where {@link #snapshot()} was taken. */
  public static Stories restore(byte[] snapshot, StorySettings settings, StoryArchive archive) {
    return restore(new ByteArrayInputStream(snapshot), settings, archive);
  }

  /**
   * Goes on where a snapshot was taken.
   *
   * @throws IllegalArgumentException when it is none, or one of another version
   */
  public static Stories restore(
      InputStream snapshot, StorySettings settings, StoryArchive archive) {
    return StoriesSnapshot.read(snapshot, new Stories(settings, archive));
  }

  static List<Group> inOrder(Collection<Group> groups) {
    return groups.stream()
        .sorted(Comparator.comparingLong(group -> group.nodes.get(0).number))
        .toList();
  }

  private void place(StoryFeatures features, Member member) {
    weights.observe(features);
    var node = new Node(arrived++, member);
    Comparison compared = compare(node);
    Group best = compared.best();
    if (best == null) {
      node.why = Explanation.OPENED;
      open(node, titleOf(features));
      log.add(Kind.OPENED, node.group().id, member.article(), null, node.why);
    } else {
      node.why = Explanation.joined(features, member, closest(node, best).member);
      join(node, best);
      log.add(Kind.JOINED, best.id, member.article(), null, node.why);
    }
    articles.put(member.article(), node);
    index.add(node);
    secondLook.at(node);
    if (compared.related() != null && node.group().size() == 1) {
      relate(compared.related(), node.group());
    }
  }

  /**
   * What speaks for an undated article beside a dated one belonging to the same story before a word
   * is compared: in a handful of reports that somebody has gathered, a repost without a date most
   * likely tells of what the others tell of. In a stream of many stories nothing speaks for it.
   */
  double prior(Node a, Node b) {
    boolean mixed = (a.member.time() == null) != (b.member.time() == null);
    return mixed ? Math.max(0, GATHERED * Math.log(STREAM / (articles.size() + 1))) : 0;
  }

  /** Two stories of one affair: the later one says which came before. */
  private void relate(Group earlier, Group later) {
    if (groups.get(current(earlier.id)) == earlier && earlier != later) {
      later.earlier.add(earlier.id);
      earlier.later.add(later.id);
      log.add(Kind.LINKED, later.id, null, earlier.id, "the same affair, another event");
    }
  }

  /**
   * Where an article may stand.
   *
   * @param best the story it fits, or null
   * @param related the story of the same affair that it comes nearest to without fitting, or null
   */
  private record Comparison(@Nullable Group best, @Nullable Group related) {}

  /**
   * Compares an article with those near it and with the other members of the likeliest stories;
   * gives the story it fits best, or null.
   */
  private Comparison compare(Node node) {
    var candidates = new ArrayList<Group>();
    var probe = new PairProbe(node.member, node.side());
    comparison++;
    for (Node near : index.near(node, NEAR)) {
      connect(
          node,
          near,
          near.found < FAINT ? JoinModel.FAR : model.logOdds(probe, near.member, near.side()));
      if (candidates.size() < CANDIDATES && !candidates.contains(near.group())) {
        candidates.add(near.group());
      }
    }
    Group best = null;
    double most = RELATED;
    for (Group group : candidates) {
      double fit = 0;
      var compared = StoryClusterer.compared(group.nodes);
      for (Node other : compared) {
        if (other.compared != comparison) {
          connect(node, other, model.logOdds(probe, other.member, other.side()));
        }
        fit += other.comparedOdds + prior(node, other);
      }
      fit /= compared.size();
      if (fit > most) {
        most = fit;
        best = group;
      }
    }
    return most > StoryClusterer.JOIN ? new Comparison(best, null) : new Comparison(null, best);
  }

  private void connect(Node node, Node other, double odds) {
    Node.connect(node, other, odds);
    other.compared = comparison;
    other.comparedOdds = odds;
  }

  private static Node closest(Node node, Group group) {
    Node closest = group.nodes.get(0);
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < node.edges(); i++) {
      if (node.other(i).group() == group && node.odds(i) > most) {
        most = node.odds(i);
        closest = node.other(i);
      }
    }
    return closest;
  }

  private void replace(Node known, StoryFeatures features) {
    Group home = known.group();
    boolean alone = home.size() == 1;
    Member member = weights.weigh(features);
    articles.remove(features.id());
    index.remove(known);
    known.disconnect();
    var node = new Node(known.number, member);
    node.why = known.why;
    home.nodes.remove(known);
    Group best = compare(node).best();
    double fit = alone ? StoryClusterer.JOIN : secondLook.link(node, home);
    if (alone || best == home || fit > StoryClusterer.JOIN - SecondLook.MARGIN) {
      home.add(node);
      log.add(Kind.REPLACED, home.id, member.article(), null, "a new version of the article");
    } else if (best == null) {
      open(node, titleOf(features));
      node.why = Explanation.OPENED;
      log.add(
          Kind.SPLIT, node.group().id, member.article(), home.id, "its new text no longer fits");
    } else {
      node.why = Explanation.joined(features, member, closest(node, best).member);
      join(node, best);
      log.add(Kind.MOVED, best.id, member.article(), home.id, node.why);
    }
    articles.put(member.article(), node);
    index.add(node);
    secondLook.at(node);
  }

  void open(Node node, String title) {
    String id =
        StoryIds.of(
            title,
            node.member.article(),
            taken -> groups.containsKey(taken) || redirects.containsKey(taken));
    var group = new Group(id, title);
    group.add(node);
    groups.put(id, group);
  }

  static String titleOf(Node node) {
    String title = node.member.title();
    return title == null || title.isBlank() ? node.member.article() : title;
  }

  private static String titleOf(StoryFeatures features) {
    String title = features.title();
    return title == null || title.isBlank() ? features.id() : title;
  }

  void join(Node node, Group group) {
    group.add(node);
    touch(group);
  }

  /** The story changed: it goes to the end of the queue for sleep. */
  void touch(Group group) {
    groups.get(group.id);
  }

  /** Takes a node out of everything. */
  private void detach(Node node) {
    articles.remove(node.member.article());
    index.remove(node);
    node.disconnect();
    leave(node);
  }

  /** Takes a node out of its story, which ends when it was the last. */
  void leave(Node node) {
    Group group = node.group();
    group.nodes.remove(node);
    if (group.nodes.isEmpty()) {
      groups.remove(group.id);
    }
  }

  /** Copies for tests and for the snapshot: nodes by arrival. */
  List<Node> nodes() {
    var nodes = new ArrayList<>(articles.values());
    nodes.sort(Comparator.comparingLong(node -> node.number));
    return nodes;
  }
}
