package dev.annals.follow;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is being looked at, or waits for that in memory, until what came of it is durable. Safe for
 * use by several threads.
 */
final class Held {

  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final AtomicLong releases = new AtomicLong();

  /** Takes hold; false when somebody has already. */
  boolean take(String key) {
    return keys.add(key);
  }

  void release(String key) {
    releases.incrementAndGet();
    keys.remove(key);
  }

  /**
   * How often something was released. Who reads what is due and takes hold of it must read it again
   * when this has grown meanwhile: what was read may be from before the look that has just ended.
   */
  long releases() {
    return releases.get();
  }

  int size() {
    return keys.size();
  }
}
