package dev.annals.lineage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which sentences of which articles have a key: a shingle, or a pair of words. */
final class SentencePostings {

  private static final long[] NONE = {};

  private final int most;
  private final Map<Long, long[]> byKey = new HashMap<>();

  /**
   * Postings.
   *
   * @param most sentences kept for one key
   */
  SentencePostings(int most) {
    this.most = most;
  }

  void add(long key, int article, int sentence) {
    long[] postings = byKey.getOrDefault(key, NONE);
    if (postings.length < most) {
      long[] longer = Arrays.copyOf(postings, postings.length + 1);
      longer[postings.length] = (long) article << 32 | sentence;
      byKey.put(key, longer);
    }
  }

  /** The sentences that have any of some keys, each once, by article and place. */
  long[] withAny(long[] keys) {
    long[] all = new long[64];
    int count = 0;
    for (long key : keys) {
      long[] postings = byKey.getOrDefault(key, NONE);
      if (count + postings.length > all.length) {
        all = Arrays.copyOf(all, Math.max(all.length * 2, count + postings.length));
      }
      System.arraycopy(postings, 0, all, count, postings.length);
      count += postings.length;
    }
    Arrays.sort(all, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[kept++] = all[i];
      }
    }
    return Arrays.copyOf(all, kept);
  }

  static int article(long posting) {
    return (int) (posting >>> 32);
  }

  static int sentence(long posting) {
    return (int) posting;
  }
}
