package dev.annals.annotation;

/**
 * The weights of one {@link WeightTable}, or of two that are asked for the same features, laid out
 * to be asked: larger than the caches, so that every look at another place is a wait. A few bits
 * say whether a slot is taken and where its row stands; a row holds what tells its feature from
 * others; rows of two tables stand side by side in the order of the slots. So a feature costs one
 * wait, for both. Immutable and safe for use by several threads.
 */
final class WeightRows {

  /** Labels that a row has room for where there is one table. */
  static final int LABELS = 38;

  /** Labels that a row has room for where there are two. */
  static final int LABELS_OF_TWO = 17;

  private static final int STRIDE = 5;
  private static final int STRIDE_OF_TWO = 3;
  private static final int BIAS = 128;
  private static final int CHECK = 48;
  private static final long EVEN = 0x00ff00ff00ff00ffL;
  private static final long LAST_EVEN = 0x000000ff00ff00ffL;

  /** Longs of 64 slots: those taken in either table, and how many rows stand before. */
  private static final int GROUP = 3;

  private final boolean two;
  private final int mask;
  private final int stride;
  private final long[] groups;
  private final long[] rows;

  /** The rows of one table. */
  WeightRows(WeightTable table) {
    this(table, table);
  }

  /**
   * The rows of two tables with as many slots.
   *
   * @param second the same again where there is but one
   */
  WeightRows(WeightTable first, WeightTable second) {
    two = first != second;
    int most = two ? LABELS_OF_TWO : LABELS;
    if (first.slots() != second.slots() || first.labels() > most || second.labels() > most) {
      throw new IllegalArgumentException("tables that do not go side by side");
    }
    mask = first.slots() - 1;
    stride = two ? STRIDE_OF_TWO : STRIDE;
    groups = new long[first.slots() / Long.SIZE * GROUP];
    int size = two ? first.size() + second.size() : first.size();
    // one more, for slots after the last that is taken
    rows = new long[(size + 1) * stride];
    int row = 0;
    int ofFirst = 0;
    int ofSecond = 0;
    for (int slot = 0; slot <= mask; slot++) {
      int group = slot / Long.SIZE * GROUP;
      if (slot % Long.SIZE == 0) {
        groups[group + 2] = row;
      }
      if (first.checkAt(slot) != 0) {
        groups[group] |= 1L << slot;
        fill(first, slot, ofFirst++, row++);
      }
      if (two && second.checkAt(slot) != 0) {
        groups[group + 1] |= 1L << slot;
        fill(second, slot, ofSecond++, row++);
      }
    }
  }

  private void fill(WeightTable table, int slot, int number, int row) {
    int at = row * stride;
    for (int label = 0; label < table.labels(); label++) {
      rows[at + label / Long.BYTES] |=
          (table.weight(number, label) + BIAS & 0xffL) << label % Long.BYTES * Byte.SIZE;
    }
    rows[at + stride - 1] |= (long) table.checkAt(slot) << CHECK;
  }

  /** Whether these are rows of two tables. */
  boolean two() {
    return two;
  }

  /** Adds the weights of several features up, to be kept. */
  WeightSum sum(int[] features, int count, RowPlaces places) {
    var lanes = new WeightLanes();
    locate(features, count, places);
    add(places, 0, count, lanes);
    return new WeightSum(this, lanes);
  }

  /**
   * Finds the rows of several features, whatever their number. All first places are looked at
   * before any is followed, so that the waits for memory overlap.
   */
  void locate(int[] features, int count, RowPlaces to) {
    to.reserve(count);
    int[] places = to.first;
    int[] others = to.second;
    int[] taken = to.taken;
    long[] ends = to.ends;
    int last = stride - 1;
    for (int k = 0; k < count; k++) {
      int slot = features[k] & mask;
      int group = (slot >>> 6) * GROUP;
      long below = (1L << slot) - 1;
      long one = groups[group];
      long other = groups[group + 1];
      int row = (int) groups[group + 2] + Long.bitCount(one & below) + Long.bitCount(other & below);
      // the first row of all, which is at hand, where there is none
      int ofFirst = (int) (one >>> slot) & 1;
      int ofSecond = (int) (other >>> slot) & 1;
      int place = row * stride * (ofFirst | ofSecond);
      places[k] = place;
      taken[k] = ofFirst | ofSecond << 1;
      ends[k] = rows[place + last];
    }
    for (int k = 0; k < count; k++) {
      int has = taken[k];
      if (has == 0) {
        places[k] = -1;
        others[k] = -1;
      } else {
        find(features[k], k, has, to);
      }
    }
  }

  /** Finds the rows of a feature whose own slot is taken. */
  private void find(int feature, int k, int has, RowPlaces to) {
    short check = WeightTable.check(feature);
    int place = to.first[k];
    boolean fits = (short) (to.ends[k] >>> CHECK) == check;
    if ((has & 1) == 0) {
      to.first[k] = -1;
      to.second[k] = fits ? place : follow(feature, 1);
      return;
    }
    if (!fits) {
      to.first[k] = follow(feature, 0);
    }
    int other = -1;
    if (has == 3) {
      other = place + stride;
      if ((short) (rows[other + stride - 1] >>> CHECK) != check) {
        other = follow(feature, 1);
      }
    }
    to.second[k] = other;
  }

  /** The row of a feature whose own slot another one has, or -1. */
  private int follow(int feature, int table) {
    short check = WeightTable.check(feature);
    int slot = feature + 1 & mask;
    while ((groups[(slot >>> 6) * GROUP + table] >>> slot & 1) != 0) {
      int group = (slot >>> 6) * GROUP;
      long below = (1L << slot) - 1;
      int row =
          (int) groups[group + 2]
              + Long.bitCount(groups[group] & below)
              + Long.bitCount(groups[group + 1] & below)
              + (int) (groups[group] >>> slot & table);
      int place = row * stride;
      if ((short) (rows[place + stride - 1] >>> CHECK) == check) {
        return place;
      }
      slot = slot + 1 & mask;
    }
    return -1;
  }

  /** Adds the weights of features that were found, those from one number on. */
  void add(RowPlaces places, int from, int count, WeightLanes to) {
    if (two) {
      addTwo(places, from, count, to);
    } else {
      addOne(places.first, from, count, to);
    }
  }

  private void addOne(int[] places, int from, int count, WeightLanes to) {
    for (int k = from; k < from + count; k++) {
      int at = places[k];
      if (at < 0) {
        continue;
      }
      to.count++;
      long row = rows[at];
      to.even0 += row & EVEN;
      to.odd0 += row >>> Byte.SIZE & EVEN;
      row = rows[at + 1];
      to.even1 += row & EVEN;
      to.odd1 += row >>> Byte.SIZE & EVEN;
      row = rows[at + 2];
      to.even2 += row & EVEN;
      to.odd2 += row >>> Byte.SIZE & EVEN;
      row = rows[at + 3];
      to.even3 += row & EVEN;
      to.odd3 += row >>> Byte.SIZE & EVEN;
      row = rows[at + 4];
      to.even4 += row & LAST_EVEN;
      to.odd4 += row >>> Byte.SIZE & LAST_EVEN;
    }
  }

  private void addTwo(RowPlaces places, int from, int count, WeightLanes to) {
    for (int k = from; k < from + count; k++) {
      int at = places.first[k];
      if (at >= 0) {
        to.count++;
        long row = rows[at];
        to.even0 += row & EVEN;
        to.odd0 += row >>> Byte.SIZE & EVEN;
        row = rows[at + 1];
        to.even1 += row & EVEN;
        to.odd1 += row >>> Byte.SIZE & EVEN;
        to.even2 += rows[at + 2] & 0xff;
      }
      at = places.second[k];
      if (at >= 0) {
        to.countOfSecond++;
        long row = rows[at];
        to.even3 += row & EVEN;
        to.odd3 += row >>> Byte.SIZE & EVEN;
        row = rows[at + 1];
        to.even4 += row & EVEN;
        to.odd4 += row >>> Byte.SIZE & EVEN;
        to.odd2 += rows[at + 2] & 0xff;
      }
    }
  }
}
