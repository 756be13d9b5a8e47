package dev.annals.annotation;

/**
 * Weights of several features added up, as a {@link WeightTable} adds them: so that what is often
 * asked for together is looked up once.
 *
 * @param table where the weights are from
 * @param lanes sums of the labels, four to a long
 * @param count features that were found
 */
record WeightSum(WeightTable table, long[] lanes, int count) {}
