package dev.annals.article;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the first trees said of the blocks around each block: its neighbours, the elements above it,
 * the blocks of the same classes, the other elements of its kind, and the part of the page that
 * they take for the article.
 */
final class BlockSurroundings {

  /** Columns that the second trees see beside those of the first. */
  static final int WIDTH = 36;

  /** What the first trees are less sure of is no article, and the second are not asked. */
  private static final double SURELY_NOT = 0.005;

  private static final int REACH = 3;
  private static final int LEVELS = 4;

  /** Words, and words times how sure the first trees are of them. */
  private static final class Mass {
    double words;
    double sure;
    int parts;

    /** The element whose mass it is, if it is one's. */
    @Nullable PageContext element;

    double mean() {
      return words == 0 ? 0 : sure / words;
    }
  }

  private final List<PageBlock> blocks;
  private final BlockPlaces places;
  private final double[] sure;

  /** By the number of the element. */
  private final @Nullable Mass[] elements;

  private final Map<Long, Mass> paths = new HashMap<>();
  private final Map<Integer, Mass> kinds = new HashMap<>();
  private final double all;
  private final @Nullable PageContext main;
  private final int[] runs;
  private final double[] runMass;
  private final int mainFrom;
  private final int mainTo;

  private BlockSurroundings(BlockFeatures features, double[] sure) {
    this.blocks = features.blocks;
    this.places = features.places;
    this.sure = sure;
    this.elements = new Mass[BlockPlaces.elements(blocks)];
    double sum = 0;
    for (int i = 0; i < sure.length; i++) {
      PageBlock block = blocks.get(i);
      for (PageContext up = block.context; up != null; up = up.parent) {
        Mass mass = elements[up.number];
        if (mass == null) {
          mass = new Mass();
          mass.element = up;
          elements[up.number] = mass;
        }
        add(mass, i);
      }
      add(paths.computeIfAbsent(BlockFeatures.path(block), p -> new Mass()), i);
      PageContext kind = places.ofAKind[i];
      if (kind != null) {
        Mass mass = kinds.computeIfAbsent(kind.shape, k -> new Mass());
        add(mass, i);
      }
      sum += sure[i] * block.words;
    }
    all = sum;
    for (Mass mass : elements) {
      if (mass != null && mass.element != null) {
        countPart(mass.element, mass);
      }
    }
    main = main();
    runs = new int[sure.length];
    runMass = new double[sure.length + 1];
    int best = run();
    int from = -1;
    int to = -1;
    for (int i = 0; i < runs.length; i++) {
      if (runs[i] == best) {
        from = from < 0 ? i : from;
        to = i;
      }
    }
    mainFrom = from;
    mainTo = to;
  }

  private void add(Mass mass, int i) {
    int words = blocks.get(i).words + 1;
    mass.words += words;
    mass.sure += sure[i] * words;
  }

  /** How many elements of a kind are taken for article in the main. */
  private void countPart(PageContext element, Mass mass) {
    Mass kind = kinds.get(element.shape);
    if (kind != null && mass.words > 8 && mass.mean() > 0.4) {
      kind.parts++;
    }
  }

  /** The innermost element that holds most of what the first trees are sure of. */
  private @Nullable PageContext main() {
    PageContext best = null;
    double bestMass = 0;
    for (PageBlock block : blocks) {
      for (PageContext up = block.container; up != null; up = up.parent) {
        Mass mass = elements[up.number];
        if (mass != null && mass.sure >= 0.66 * all) {
          boolean inner = best == null || up.depth > best.depth;
          if (inner || up.depth == best.depth && mass.sure > bestMass) {
            best = up;
            bestMass = mass.sure;
          }
          break;
        }
      }
    }
    return best;
  }

  /** Numbers the runs of blocks that are likely, small gaps allowed; gives the weightiest. */
  private int run() {
    int run = 0;
    int gap = 99;
    int best = 1;
    for (int i = 0; i < sure.length; i++) {
      if (sure[i] > 0.5) {
        run += gap > 3 ? 1 : 0;
        gap = 0;
      } else {
        gap++;
      }
      runs[i] = gap <= 3 ? run : 0;
      runMass[runs[i]] += sure[i] * blocks.get(i).words;
      if (runs[i] > 0 && runMass[runs[i]] > runMass[best]) {
        best = runs[i];
      }
    }
    return best;
  }

  /**
   * The rows with what the first trees said of the blocks around each; null for blocks that are no
   * article in any case.
   */
  static @Nullable float[][] widen(BlockFeatures features, double[] sure) {
    var around = new BlockSurroundings(features, sure);
    float[][] wide = new float[sure.length][];
    double before = 0;
    for (int i = 0; i < sure.length; i++) {
      if (sure[i] >= SURELY_NOT) {
        float[] row = features.rows[i];
        var added = new FeatureRow(WIDTH);
        around.neighbours(added, i);
        around.elements(added, i);
        around.kinds(added, i);
        around.part(added, i);
        added.add(around.share(before));
        wide[i] = Arrays.copyOf(row, row.length + WIDTH);
        System.arraycopy(added.values, 0, wide[i], row.length, WIDTH);
      }
      before += sure[i] * features.blocks.get(i).words;
    }
    return wide;
  }

  private double share(double mass) {
    return all == 0 ? 0 : mass / all;
  }

  private void neighbours(FeatureRow row, int i) {
    row.add(sure[i]);
    double weighted = sure[i];
    double weights = 1;
    for (int n = 1; n <= 8; n++) {
      double weight = 1.0 / n;
      if (i - n >= 0) {
        weighted += weight * sure[i - n];
        weights += weight;
      }
      if (i + n < sure.length) {
        weighted += weight * sure[i + n];
        weights += weight;
      }
      if (n <= REACH) {
        row.add(i - n < 0 ? -1 : sure[i - n]);
        row.add(i + n >= sure.length ? -1 : sure[i + n]);
      }
    }
    row.add(weighted / weights);
    row.add(near(i, -1));
    row.add(near(i, 1));
  }

  /** Blocks to the nearest one that the first trees take for body. */
  private int near(int from, int step) {
    int steps = 0;
    for (int i = from + step; i >= 0 && i < sure.length && steps < 15; i += step) {
      steps++;
      if (sure[i] > 0.7) {
        return steps;
      }
    }
    return 20;
  }

  private void elements(FeatureRow row, int i) {
    PageContext up = blocks.get(i).container;
    for (int level = 0; level < LEVELS; level++) {
      Mass mass = up == null ? null : elements[up.number];
      row.add(mass == null ? -1 : mass.mean());
      row.add(mass == null ? -1 : share(mass.sure));
      up = up == null ? null : up.parent;
    }
    PageContext context = blocks.get(i).context;
    PageContext shared = main == null ? null : main.shared(context);
    row.add(shared == main);
    row.add(shared == null || main == null ? -1 : Math.min(10, main.depth - shared.depth));
    row.add(shared == null ? -1 : Math.min(10, context.depth - shared.depth));
    row.add(mass(main));
    row.add(main == null ? 0 : elements[main.number].mean());
    PageContext headline = places.headline == null ? null : places.headline.context;
    row.add(
        headline == null || main == null
            ? -1
            : Math.min(10, main.depth - main.shared(headline).depth));
  }

  private double mass(@Nullable PageContext element) {
    Mass mass = element == null ? null : elements[element.number];
    return mass == null ? -1 : share(mass.sure);
  }

  private void kinds(FeatureRow row, int i) {
    Mass path = paths.get(BlockFeatures.path(blocks.get(i)));
    row.add(path == null ? -1 : path.mean());
    PageContext one = places.ofAKind[i];
    Mass kind = one == null ? null : kinds.get(one.shape);
    row.add(kind == null ? -1 : kind.mean());
    row.add(kind == null ? 0 : share(kind.sure));
    row.add(mass(one));
    row.add(kind == null ? 0 : FeatureRow.log(kind.parts));
    PageContext article = blocks.get(i).context.article;
    row.add(mass(article));
    row.add(mass(places.headlineArticle));
  }

  private void part(FeatureRow row, int i) {
    row.addLog(all);
    row.add(runs[i] == 0 ? -1 : share(runMass[runs[i]]));
    row.add(
        mainFrom < 0
            ? 0
            : i < mainFrom
                ? Math.max(-30, i - mainFrom)
                : i > mainTo ? Math.min(30, i - mainTo) : 0);
    row.add(mainFrom < 0 ? 0 : share(runMass[runs[mainFrom]]));
  }
}
