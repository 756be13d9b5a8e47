package dev.annals.record;

import dev.annals.story.TreeModel;
import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely an editor would let an entry of a timeline stand, and count it among the events that
 * tell the story: two sums of small trees, learnt from entries of real stories that were judged by
 * hand, and how much oftener words and verbs stand at the beginning of a report than farther on.
 * Trained by {@code annals train entries}. Immutable and safe for use by several threads.
 *
 * @param right log odds that an entry tells an event of its story, and with its right day
 * @param weighty log odds that it does and belongs among the first
 * @param words news of words and, after {@value #KIND}, of kinds of events
 */
record EntryModel(TreeModel right, TreeModel weighty, Map<String, Float> words) {

  /** What stands before a kind of event. */
  static final String KIND = "=";

  private static final EntryModel STANDARD =
      parse(
          TextResources.lines(EntryModel.class, "entries.en.model"),
          TextResources.lines(EntryModel.class, "news-words.en.txt"));

  /** The one that comes with Annals. */
  static EntryModel standard() {
    return STANDARD;
  }

  static EntryModel parse(List<String> trees, List<String> words) {
    int middle = trees.indexOf("weighty");
    return new EntryModel(
        TreeModel.parse(EntryFeatures.NAMES, trees.subList(1, middle)),
        TreeModel.parse(EntryFeatures.NAMES, trees.subList(middle + 1, trees.size())),
        parseWords(words));
  }

  static Map<String, Float> parseWords(List<String> lines) {
    var words = new HashMap<String, Float>();
    for (String line : lines) {
      int blank = line.indexOf(' ');
      words.put(line.substring(0, blank), Float.parseFloat(line.substring(blank + 1)));
    }
    return Map.copyOf(words);
  }

  /** The lines of the trees. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("right");
    lines.addAll(right.lines());
    lines.add("weighty");
    lines.addAll(weighty.lines());
    return lines;
  }

  /** Log odds of a word to stand in what a report begins with rather than farther on. */
  double newsOfWord(String word) {
    return words.getOrDefault(word, 0f);
  }

  /** The same of a kind of event. */
  double newsOfKind(String kind) {
    return words.getOrDefault(KIND + kind, 0f);
  }

  /** Probability that an entry is right. */
  double right(double[] features) {
    return probability(right.logOdds(features));
  }

  /** Probability that an entry is right and among those that tell the story. */
  double weighty(double[] features) {
    return probability(weighty.logOdds(features));
  }

  private static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
