package dev.annals.follow;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is being looked at, or waits for that in memory, until what came of it is durable. Safe for
 * use by several threads.
 */
final class Held {

  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  /** Takes hold; false when somebody has already. */
  boolean take(String key) {
    return keys.add(key);
  }

  void release(String key) {
    keys.remove(key);
  }

  int size() {
    return keys.size();
  }
}
