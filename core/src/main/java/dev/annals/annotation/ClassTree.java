package dev.annals.annotation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Classes of words, coarser from level to level: level 0 is the class itself. Immutable and safe
 * for use by several threads.
 *
 * @param levels the class at each level of every class of level 0, whose number 0 is "no class"
 */
record ClassTree(short[][] levels) {

  /** Number of levels, the finest included. */
  static final int LEVELS = 4;

  /** A tree without any class. */
  static ClassTree none() {
    return new ClassTree(new short[LEVELS][1]);
  }

  int of(int cluster, int level) {
    return levels[level][cluster];
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(levels[0].length);
    for (short[] level : levels) {
      for (short cluster : level) {
        out.writeShort(cluster);
      }
    }
  }

  static ClassTree read(DataInputStream in) throws IOException {
    short[][] levels = new short[LEVELS][in.readInt()];
    for (short[] level : levels) {
      for (int i = 0; i < level.length; i++) {
        level[i] = in.readShort();
      }
    }
    return new ClassTree(levels);
  }
}
