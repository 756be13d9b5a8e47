package dev.annals.annotation;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Groups words that stand between the same neighbours: the exchange algorithm for a class bigram
 * model moves each word to the class that makes the text most probable. The classes are then joined
 * step by step (Ward's method on their neighbours) for coarser levels.
 */
final class WordClustering {

  private static final int TABLE = 1 << 20;
  private static final int[] COARSE = {160, 48, 16};

  private final BigramCounts.Result bigrams;
  private final int classes;
  private final int rounds;

  /** Words beyond this rank are placed once, after the others have settled. */
  private final int settled;

  private final double[] table = new double[TABLE];
  private final int[] classOf;
  private final long[] sizes;
  // follows[g][c]: how often class g comes after class c; precedes[g][c]: before it
  private final int[][] follows;
  private final int[][] precedes;

  WordClustering(BigramCounts.Result bigrams, int classes, int settled, int rounds) {
    this.bigrams = bigrams;
    this.classes = classes;
    this.settled = settled;
    this.rounds = rounds;
    for (int i = 1; i < TABLE; i++) {
      table[i] = i * Math.log(i);
    }
    this.classOf = new int[bigrams.words().length];
    this.sizes = new long[classes + 1];
    this.follows = new int[classes + 1][classes + 1];
    this.precedes = new int[classes + 1][classes + 1];
  }

  /** The classes of words and the coarser classes of those. */
  record Result(WordClasses words, ClassTree tree) {}

  Result cluster() {
    int size = bigrams.words().length;
    int first = Math.min(settled, size);
    // class 0 holds the edge of sentences, rare words and what is not yet placed
    for (int word = 1; word < first; word++) {
      classOf[word] = 1 + (word - 1) % classes;
    }
    count();
    int[] out = new int[classes + 1];
    int[] in = new int[classes + 1];
    for (int round = 0; round < rounds; round++) {
      int moved = 0;
      for (int word = 1; word < first; word++) {
        moved += place(word, out, in) ? 1 : 0;
      }
      System.err.printf("clusters, round %d: %d of %d words moved%n", round, moved, first);
    }
    for (int word = first; word < size; word++) {
      place(word, out, in);
    }
    var words = new TreeMap<Integer, Short>();
    for (int word = 1; word < size; word++) {
      if (classOf[word] > 0) {
        words.put(bigrams.words()[word], (short) classOf[word]);
      }
    }
    return new Result(PartTrainer.classes(words), tree());
  }

  private void count() {
    for (int word = 0; word < classOf.length; word++) {
      int own = classOf[word];
      int[] next = bigrams.next()[word];
      for (int k = 0; k < next.length; k += 2) {
        follows[classOf[next[k]]][own] += next[k + 1];
        precedes[own][classOf[next[k]]] += next[k + 1];
        sizes[own] += next[k + 1];
      }
    }
  }

  private boolean place(int word, int[] out, int[] in) {
    Arrays.fill(out, 0);
    Arrays.fill(in, 0);
    int[] next = bigrams.next()[word];
    for (int k = 0; k < next.length; k += 2) {
      out[classOf[next[k]]] += next[k + 1];
    }
    int[] before = bigrams.before()[word];
    for (int k = 0; k < before.length; k += 2) {
      in[classOf[before[k]]] += before[k + 1];
    }
    int own = classOf[word];
    int count = Arrays.stream(out).sum();
    move(own, out, in, count, -1);
    double[] gain = new double[classes + 1];
    for (int g = 0; g <= classes; g++) {
      if (out[g] > 0) {
        gain(gain, follows[g], out[g]);
      }
      if (in[g] > 0) {
        gain(gain, precedes[g], in[g]);
      }
    }
    int best = own == 0 ? 1 : own;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 1; c <= classes; c++) {
      double total = gain[c] - 2 * (entropy(sizes[c] + count) - entropy(sizes[c]));
      if (total > most + (c == own ? -1e-9 : 1e-9)) {
        most = total;
        best = c;
      }
    }
    classOf[word] = best;
    move(best, out, in, count, 1);
    return best != own;
  }

  private void gain(double[] gain, int[] row, int add) {
    double alone = entropy(add);
    for (int c = 1; c <= classes; c++) {
      int have = row[c];
      gain[c] += have == 0 ? alone : entropy((long) have + add) - entropy(have);
    }
  }

  private void move(int own, int[] out, int[] in, int count, int sign) {
    for (int g = 0; g <= classes; g++) {
      if (out[g] > 0) {
        follows[g][own] += sign * out[g];
        precedes[own][g] += sign * out[g];
      }
      if (in[g] > 0) {
        follows[own][g] += sign * in[g];
        precedes[g][own] += sign * in[g];
      }
    }
    sizes[own] += (long) sign * count;
  }

  private double entropy(long n) {
    return n < TABLE ? table[(int) n] : n * Math.log(n);
  }

  private ClassTree tree() {
    short[][] levels = new short[ClassTree.LEVELS][classes + 1];
    double[][] vectors = new double[classes + 1][2 * (classes + 1)];
    double[] weight = new double[classes + 1];
    int[] group = new int[classes + 1];
    for (int c = 1; c <= classes; c++) {
      levels[0][c] = (short) c;
      group[c] = c;
      weight[c] = Math.max(1, sizes[c]);
      for (int g = 0; g <= classes; g++) {
        vectors[c][g] = Math.sqrt(follows[g][c] / weight[c]);
        vectors[c][classes + 1 + g] = Math.sqrt(precedes[g][c] / weight[c]);
      }
      // a class's weight is its number of uses, damped so that the large do not swallow the small
      weight[c] = Math.sqrt(weight[c]);
    }
    double[][] distance = new double[classes + 1][classes + 1];
    for (int a = 1; a <= classes; a++) {
      for (int b = 1; b < a; b++) {
        distance[a][b] = cost(vectors, weight, a, b);
      }
    }
    boolean[] gone = new boolean[classes + 1];
    int left = classes;
    for (int level = 0; level < COARSE.length; level++) {
      while (left > COARSE[level]) {
        join(vectors, weight, group, distance, gone);
        left--;
      }
      short[] numbers = new short[classes + 1];
      short used = 0;
      for (int c = 1; c <= classes; c++) {
        if (numbers[group[c]] == 0) {
          numbers[group[c]] = ++used;
        }
        levels[level + 1][c] = numbers[group[c]];
      }
    }
    return new ClassTree(levels);
  }

  private void join(
      double[][] vectors, double[] weight, int[] group, double[][] distance, boolean[] gone) {
    int x = 0;
    int y = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int a = 1; a <= classes; a++) {
      for (int b = 1; b < a && !gone[a]; b++) {
        if (!gone[b] && distance[a][b] < least) {
          least = distance[a][b];
          x = a;
          y = b;
        }
      }
    }
    double total = weight[x] + weight[y];
    for (int i = 0; i < vectors[x].length; i++) {
      vectors[y][i] = (vectors[x][i] * weight[x] + vectors[y][i] * weight[y]) / total;
    }
    weight[y] = total;
    gone[x] = true;
    for (int c = 1; c <= classes; c++) {
      if (group[c] == x) {
        group[c] = y;
      }
      if (c != y && !gone[c]) {
        distance[Math.max(c, y)][Math.min(c, y)] = cost(vectors, weight, c, y);
      }
    }
  }

  private static double cost(double[][] vectors, double[] weight, int a, int b) {
    double sum = 0;
    for (int i = 0; i < vectors[a].length; i++) {
      double difference = vectors[a][i] - vectors[b][i];
      sum += difference * difference;
    }
    return sum * weight[a] * weight[b] / (weight[a] + weight[b]);
  }
}
