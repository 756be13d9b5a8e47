package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WeightTableTest {

  private static final int LABELS = 19;
  private static final int FEATURES = 5000;

  @Test
  void addsTheWeightsOfAllFeaturesItKnows() {
    var table = table();
    int[] features = {7 * 31, -1, 8 * 31, 9 * 31};
    int[] scores = new int[LABELS];
    table.add(features, features.length, new int[8], new WeightSum[0], 0, scores);
    for (int label = 0; label < LABELS; label++) {
      assertThat(scores[label]).isEqualTo(weight(7, label) + weight(8, label) + weight(9, label));
    }
  }

  @Test
  void sumsOfTheLargestWeightsStayWhatTheyAre() {
    var builder = new WeightTable.Builder(2, 1);
    builder.put(5, new byte[] {127, -128});
    int[] features = new int[WeightTable.MOST];
    java.util.Arrays.fill(features, 5);
    int[] scores = new int[2];
    builder.build().add(features, features.length, new int[256], new WeightSum[0], 0, scores);
    assertThat(scores).containsExactly(127 * 256, -128 * 256);
  }

  @Test
  void whatWasAddedUpBeforeCountsLikeItsFeatures() {
    var table = table();
    int[] features = {1 * 31, 2 * 31, 3 * 31, 4 * 31};
    int[] all = new int[LABELS];
    table.add(features, 4, new int[4], new WeightSum[0], 0, all);
    var sums = new WeightSum[] {table.sum(new int[] {3 * 31, 4 * 31}, 2, new int[2])};
    int[] parted = new int[LABELS];
    table.add(features, 2, new int[4], sums, 1, parted);
    assertThat(parted).isEqualTo(all);
  }

  @Test
  void isTheSameAfterWritingAndReading() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var table = table();
    table.write(new DataOutputStream(bytes));
    var again =
        WeightTable.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(again.size()).isEqualTo(table.size());
    for (int number = 0; number < FEATURES + 100; number++) {
      int[] features = {number * 31};
      int[] one = new int[LABELS];
      int[] other = new int[LABELS];
      table.add(features, 1, new int[1], new WeightSum[0], 0, one);
      again.add(features, 1, new int[1], new WeightSum[0], 0, other);
      assertThat(other).isEqualTo(one);
    }
  }

  private static byte weight(int number, int label) {
    return (byte) (number * 37 + label * 11);
  }

  private static WeightTable table() {
    var builder = new WeightTable.Builder(LABELS, FEATURES);
    for (int number = 0; number < FEATURES; number++) {
      byte[] row = new byte[LABELS];
      for (int label = 0; label < LABELS; label++) {
        row[label] = weight(number, label);
      }
      builder.put(number * 31, row);
    }
    return builder.build();
  }
}
