package dev.annals.flink;

import java.util.List;

/**
 * What was read of one article so far.
 *
 * @param version number of its last text
 * @param textDigest that text
 * @param fingerprints of its captures
 */
public record Readings(int version, String textDigest, List<String> fingerprints) {}
