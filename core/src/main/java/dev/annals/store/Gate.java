package dev.annals.store;

import java.io.IOException;

/** Locks that processes share and that the system frees when a process dies. */
interface Gate {

  /** Held by the process that writes. */
  int WRITING = 0;

  /** Held by the process that writes next. */
  int NEXT = 1;

  /** Takes a lock when nobody has it. */
  boolean tryLock(int lock) throws IOException;

  /** Gives a lock back. */
  void unlock(int lock) throws IOException;
}
