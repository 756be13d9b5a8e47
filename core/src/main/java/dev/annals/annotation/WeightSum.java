package dev.annals.annotation;

/**
 * Weights of several features added up by label, as {@link WeightRows} adds them: so that what is
 * often asked for together is looked up once. Immutable.
 */
final class WeightSum {

  /** Where the weights are from. */
  final WeightRows rows;

  final int count;
  final int countOfSecond;
  final long even0;
  final long odd0;
  final long even1;
  final long odd1;
  final long even2;
  final long odd2;
  final long even3;
  final long odd3;
  final long even4;
  final long odd4;

  /** Keeps what was added up so far. */
  WeightSum(WeightRows rows, WeightLanes lanes) {
    this.rows = rows;
    this.count = lanes.count;
    this.countOfSecond = lanes.countOfSecond;
    this.even0 = lanes.even0;
    this.odd0 = lanes.odd0;
    this.even1 = lanes.even1;
    this.odd1 = lanes.odd1;
    this.even2 = lanes.even2;
    this.odd2 = lanes.odd2;
    this.even3 = lanes.even3;
    this.odd3 = lanes.odd3;
    this.even4 = lanes.even4;
    this.odd4 = lanes.odd4;
  }
}
