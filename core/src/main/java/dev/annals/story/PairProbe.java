package dev.annals.story;

/**
 * One article made ready to be compared with many: a table leads from each of its words to what the
 * word weighs in each of its views, so that another article's words are walked once for all views.
 * Sums are taken in the order of the terms, as a walk over both would. Not safe for use by several
 * threads.
 */
final class PairProbe {

  // what a word weighs in each view, one after the other
  private static final int BODY = 0;
  private static final int LEAD = 1;
  private static final int HEADLINE = 2;
  private static final int NAMES = 3;
  private static final int NUMBERS = 4;
  private static final int VIEWS = 5;

  final Member member;
  private final PairSide side;

  private final int[] keys;
  private final short[] entries;
  private final int mask;

  // by entry; the first is of no word, those of the body follow in its order
  private final float[] weights;
  private final short[] leadEntries;

  /** Last comparison in which the other article had a word for a name or a number. */
  private final int[] named;

  private int round;
  private int size = 1;

  // what the last comparison found
  float bodySum;
  float bodyMost;
  int bodyShared;
  float leadSum;
  float leadMost;
  private double plainBody;
  private double plainLead;
  private boolean lessBody;
  private boolean lessLead;
  private float leadInBody;
  private float bodyInLead;
  private float headlineInLead;
  float namesSum;
  float numbersSum;

  PairProbe(Member member, PairSide side) {
    this.member = member;
    this.side = side;
    SparseVector[] views = {
      member.body(), member.lead(), member.headline(), member.names(), member.numbers()
    };
    int most = 0;
    for (SparseVector view : views) {
      most += view.terms().length;
    }
    int room = Integer.highestOneBit(Math.max(16, most)) * 4;
    mask = room - 1;
    keys = new int[room];
    entries = new short[room];
    weights = new float[(most + 1) * VIEWS];
    named = new int[most + 1];
    leadEntries = new short[member.lead().terms().length];
    for (int view = 0; view < VIEWS; view++) {
      int[] terms = views[view].terms();
      for (int i = 0; i < terms.length; i++) {
        int entry = put(terms[i]);
        weights[entry * VIEWS + view] = views[view].weights()[i];
        if (view == LEAD) {
          leadEntries[i] = (short) entry;
        }
      }
    }
  }

  private int put(int term) {
    int slot = term & mask;
    while (keys[slot] != 0 && keys[slot] != term) {
      slot = slot + 1 & mask;
    }
    if (keys[slot] == 0) {
      keys[slot] = term;
      entries[slot] = (short) size++;
    }
    return entries[slot];
  }

  /** Number of the entry of a word, 0 when the article does not have it. */
  private int entry(int term) {
    int slot = term & mask;
    int key = keys[slot];
    while (key != term) {
      if (key == 0) {
        return 0;
      }
      slot = slot + 1 & mask;
      key = keys[slot];
    }
    return entries[slot];
  }

  /** Walks the words of another article's body and lead. */
  void words(Member other, PairSide otherSide) {
    round++;
    body(other.body(), otherSide.bodyNames());
    lead(other.lead(), otherSide.leadNames());
  }

  private void body(SparseVector vector, long[] names) {
    float sum = 0;
    float most = 0;
    float cross = 0;
    double plain = 0;
    int shared = 0;
    boolean less = false;
    int[] terms = vector.terms();
    for (int i = 0; i < terms.length; i++) {
      int entry = entry(terms[i]);
      if (entry == 0) {
        continue;
      }
      float weight = vector.weights()[i];
      int at = entry * VIEWS;
      float here = weights[at + BODY];
      if (here > 0) {
        float product = here * weight;
        sum += product;
        most = Math.max(most, product);
        shared++;
      }
      cross += weights[at + LEAD] * weight;
      if (!PairSide.has(names, i)) {
        if (isNamed(at)) {
          less = true;
        } else {
          plain += here * weight;
        }
      }
    }
    bodySum = sum;
    bodyMost = most;
    bodyShared = shared;
    leadInBody = cross;
    plainBody = plain;
    lessBody = less;
  }

  private void lead(SparseVector vector, long[] names) {
    float sum = 0;
    float most = 0;
    float cross = 0;
    float headline = 0;
    double plain = 0;
    boolean less = false;
    int[] terms = vector.terms();
    for (int i = 0; i < terms.length; i++) {
      int entry = entry(terms[i]);
      if (entry == 0) {
        continue;
      }
      float weight = vector.weights()[i];
      int at = entry * VIEWS;
      float product = weights[at + LEAD] * weight;
      sum += product;
      most = Math.max(most, product);
      cross += weights[at + BODY] * weight;
      headline += weights[at + HEADLINE] * weight;
      if (!PairSide.has(names, i)) {
        if (isNamed(at)) {
          less = true;
        } else {
          plain += product;
        }
      }
    }
    leadSum = sum;
    leadMost = most;
    bodyInLead = cross;
    headlineInLead = headline;
    plainLead = plain;
    lessLead = less;
  }

  private boolean isNamed(int at) {
    return weights[at + NAMES] > 0 || weights[at + NUMBERS] > 0;
  }

  /** Walks the names and numbers of another article, and notes which words they are. */
  void names(Member other) {
    namesSum = sum(other.names(), NAMES);
    numbersSum = sum(other.numbers(), NUMBERS);
  }

  private float sum(SparseVector vector, int view) {
    float sum = 0;
    int[] terms = vector.terms();
    for (int i = 0; i < terms.length; i++) {
      int entry = entry(terms[i]);
      if (entry != 0) {
        sum += weights[entry * VIEWS + view] * vector.weights()[i];
        named[entry] = round;
      }
    }
    return sum;
  }

  /** Half of what leads and bodies say crosswise. */
  double cross() {
    return (cosine(bodyInLead) + cosine(leadInBody)) / 2;
  }

  /** What the headlines have in common, and half of what they say crosswise with the leads. */
  void headline(Member other, double[] x, int alike, int crosswise) {
    float headline = 0;
    float lead = 0;
    int[] terms = other.headline().terms();
    for (int i = 0; i < terms.length; i++) {
      int at = entry(terms[i]) * VIEWS;
      float weight = other.headline().weights()[i];
      headline += weights[at + HEADLINE] * weight;
      lead += weights[at + LEAD] * weight;
    }
    x[alike] = cosine(headline);
    x[crosswise] = (cosine(headlineInLead) + cosine(lead)) / 2;
  }

  static double cosine(float sum) {
    return Math.min(1, sum);
  }

  /**
   * What the bodies share beside names and numbers, as a share of what they could: one person in
   * two events of a day brings the same names and other words.
   */
  double plainBody(Member other, PairSide otherSide) {
    return plain(
        plainBody,
        ofThis(member.body(), side.bodyNames(), side.body(), false),
        lessBody ? ofOther(other.body(), otherSide.bodyNames()) : otherSide.body());
  }

  /** The same for the leads. */
  double plainLead(Member other, PairSide otherSide) {
    return plain(
        plainLead,
        ofThis(member.lead(), side.leadNames(), side.lead(), true),
        lessLead ? ofOther(other.lead(), otherSide.leadNames()) : otherSide.lead());
  }

  private static double plain(double shared, double here, double there) {
    return here == 0 || there == 0 ? 0 : shared / Math.sqrt(here * there);
  }

  /** Squares of the words of this article that are neither's names or numbers. */
  private double ofThis(SparseVector vector, long[] names, double all, boolean isLead) {
    int length = vector.terms().length;
    boolean less = false;
    for (int i = 0; i < length; i++) {
      less |= named[isLead ? leadEntries[i] : i + 1] == round && !PairSide.has(names, i);
    }
    if (!less) {
      return all;
    }
    double sum = 0;
    for (int i = 0; i < length; i++) {
      if (named[isLead ? leadEntries[i] : i + 1] != round && !PairSide.has(names, i)) {
        float weight = vector.weights()[i];
        sum += weight * weight;
      }
    }
    return sum;
  }

  private double ofOther(SparseVector vector, long[] names) {
    double sum = 0;
    int[] terms = vector.terms();
    for (int i = 0; i < terms.length; i++) {
      if (!PairSide.has(names, i) && !isNamed(entry(terms[i]) * VIEWS)) {
        float weight = vector.weights()[i];
        sum += weight * weight;
      }
    }
    return sum;
  }
}
