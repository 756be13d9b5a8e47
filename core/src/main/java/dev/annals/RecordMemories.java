package dev.annals;

import dev.annals.record.StoryMemory;
import dev.annals.store.UnpackedMembers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What compiling large stories has left, for those compiled last. Small stories are compiled anew
 * in less time than it takes to look. Safe for use by several threads, each with a story of its
 * own.
 */
final class RecordMemories {

  /** Articles from which a story is remembered. */
  static final int LARGE = 30;

  // 240 MB at most, an eighth of a small heap
  private static final long MOST_CHARACTERS = 8_000_000;
  private static final int SHARE = 8;

  private final long most;
  // the one used longest ago first
  private final Map<String, Memory> memories = new LinkedHashMap<>();

  /** What one story has left. */
  record Memory(UnpackedMembers members, StoryMemory compiled) {

    Memory() {
      this(new UnpackedMembers(), new StoryMemory());
    }
  }

  RecordMemories() {
    this(
        Math.min(
            MOST_CHARACTERS,
            Runtime.getRuntime().maxMemory() / SHARE / StoryMemory.BYTES_A_CHARACTER));
  }

  RecordMemories(long mostCharacters) {
    this.most = mostCharacters;
  }

  /** Takes out what a story has left; one that fails to compile leaves nothing. */
  synchronized Memory take(String story) {
    Memory known = memories.remove(story);
    return known == null ? new Memory() : known;
  }

  /** Keeps it for the next time, in the place of what was used longest ago. */
  synchronized void keep(String story, Memory memory, int articles) {
    if (articles < LARGE || memory.compiled().characters() > most) {
      return;
    }
    memories.put(story, memory);
    long all = memories.values().stream().mapToLong(m -> m.compiled().characters()).sum();
    var oldest = memories.values().iterator();
    while (all > most) {
      all -= oldest.next().compiled().characters();
      oldest.remove();
    }
  }

  /** Number of stories that are remembered. */
  synchronized int size() {
    return memories.size();
  }
}
