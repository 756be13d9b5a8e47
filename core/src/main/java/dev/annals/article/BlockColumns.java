package dev.annals.article;

import java.util.ArrayList;
import java.util.List;

/** What is told of a block, as columns of a {@link FeatureRow}: see {@link BlockFeatures}. */
final class BlockColumns {

  /** Blocks before and after that a row tells of. */
  static final int NEIGHBOURS = 2;

  private BlockColumns() {}

  /** Names of the columns, in order. */
  static List<String> names() {
    var names = new ArrayList<String>();
    own(names);
    for (String category : PageContext.GROUPS) {
      names.add("near-" + category);
    }
    for (String category : PageContext.GROUPS) {
      names.add("far-" + category);
    }
    for (String container : PageContext.TAGS) {
      names.add("in-" + container);
    }
    for (String tag : PageTag.FEATURES) {
      names.add("tag-" + tag);
    }
    for (int n = -NEIGHBOURS; n <= NEIGHBOURS; n++) {
      if (n != 0) {
        for (String value :
            List.of("words", "links", "good", "stop-end", "same-parent", "heading")) {
          names.add(value + n);
        }
      }
    }
    names.addAll(BlockPlaces.NAMES);
    return names;
  }

  private static void own(List<String> names) {
    names.addAll(
        List.of(
            "words",
            "length",
            "word-length",
            "links",
            "strong",
            "sentence-end",
            "commas",
            "function-words",
            "upper",
            "digits",
            "quote-start",
            "furniture",
            "repeated",
            "schema-body",
            "concealed",
            "stated-body",
            "is-title",
            "is-description",
            "title-words",
            "before-title",
            "from-title",
            "position",
            "depth",
            "best-share",
            "in-best",
            "best-distance",
            "container-share",
            "container-words",
            "container-links",
            "container-blocks",
            "nearest-good-before",
            "nearest-good-after",
            "first-good",
            "after-last-good",
            "colon-end",
            "lower-start",
            "good",
            "path-good",
            "path-words",
            "path-count",
            "path-words-mean",
            "bar",
            "at-sign",
            "paragraph-share",
            "last-good-near"));
  }
}
