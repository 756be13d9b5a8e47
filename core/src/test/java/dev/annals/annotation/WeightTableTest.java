package dev.annals.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WeightTableTest {

  private static final int LABELS = 19;
  private static final int FEATURES = 5000;

  @Test
  void addsTheWeightsOfAllFeaturesItKnows() {
    int[] scores = scores(new WeightRows(table(LABELS, 0, 1)), 7 * 31, -1, 8 * 31, 9 * 31);
    for (int label = 0; label < LABELS; label++) {
      assertThat(scores[label]).isEqualTo(weight(7, label) + weight(8, label) + weight(9, label));
    }
  }

  @Test
  void sumsOfTheLargestWeightsStayWhatTheyAre() {
    var builder = new WeightTable.Builder(2, 1);
    builder.put(5, new byte[] {127, -128});
    int[] features = new int[WeightLanes.MOST];
    Arrays.fill(features, 5);
    var rows = new WeightRows(builder.build());
    int[] scores = new int[2];
    lanes(rows, features).unpack(scores);
    assertThat(scores).containsExactly(127 * 256, -128 * 256);
  }

  @Test
  void whatWasAddedUpBeforeCountsLikeItsFeatures() {
    var rows = new WeightRows(table(LABELS, 0, 1));
    int[] all = scores(rows, 31, 2 * 31, 3 * 31, 4 * 31);
    var lanes = lanes(rows, new int[] {31, 2 * 31});
    lanes.add(rows.sum(new int[] {3 * 31, 4 * 31}, 2, new RowPlaces()));
    int[] parted = new int[LABELS];
    lanes.unpack(parted);
    assertThat(parted).isEqualTo(all);
  }

  @Test
  void twoTablesSideBySideSayWhatEachSaysAlone() {
    int labels = WeightRows.LABELS_OF_TWO;
    var first = table(labels, 0, 2);
    var second = table(labels, 1000, 3);
    var both = new WeightRows(first, second);
    var one = new WeightRows(first);
    var other = new WeightRows(second);
    for (int number = 0; number < 3 * FEATURES; number++) {
      int[] features = {number * 31, number * 17 + 5, -number};
      var lanes = lanes(both, features);
      int[] scores = new int[labels];
      lanes.unpackFirst(scores);
      assertThat(scores).isEqualTo(Arrays.copyOf(scores(one, features), labels));
      long[] saved = new long[WeightLanes.SAVED];
      lanes.saveSecond(saved, 0);
      lanes.clear();
      lanes.loadSecond(saved, 0);
      lanes.unpackSecond(scores);
      assertThat(scores).isEqualTo(Arrays.copyOf(scores(other, features), labels));
    }
  }

  @Test
  void refusesTablesThatDoNotGoSideBySide() {
    var small = new WeightTable.Builder(3, 10).build();
    var large = new WeightTable.Builder(3, 10_000).build();
    assertThatIllegalArgumentException().isThrownBy(() -> new WeightRows(small, large));
    var wide = new WeightTable.Builder(WeightRows.LABELS + 1, 10).build();
    assertThatIllegalArgumentException().isThrownBy(() -> new WeightRows(wide));
  }

  @Test
  void isTheSameAfterWritingAndReading() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var table = table(LABELS, 0, 1);
    table.write(new DataOutputStream(bytes));
    var again =
        WeightTable.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(again.size()).isEqualTo(table.size());
    var one = new WeightRows(table);
    var other = new WeightRows(again);
    for (int number = 0; number < FEATURES + 100; number++) {
      assertThat(scores(other, number * 31)).isEqualTo(scores(one, number * 31));
    }
  }

  private static WeightLanes lanes(WeightRows rows, int[] features) {
    var places = new RowPlaces();
    var lanes = new WeightLanes();
    rows.locate(features, features.length, places);
    rows.add(places, 0, features.length, lanes);
    return lanes;
  }

  private static int[] scores(WeightRows rows, int... features) {
    int[] scores = new int[LABELS];
    lanes(rows, features).unpack(scores);
    return scores;
  }

  private static byte weight(int number, int label) {
    return (byte) (number * 37 + label * 11);
  }

  private static WeightTable table(int labels, int from, int step) {
    var builder = new WeightTable.Builder(labels, FEATURES);
    for (int number = from; number < from + FEATURES; number += step) {
      byte[] row = new byte[labels];
      for (int label = 0; label < labels; label++) {
        row[label] = weight(number, label);
      }
      builder.put(number * 31, row);
    }
    return builder.build();
  }
}
