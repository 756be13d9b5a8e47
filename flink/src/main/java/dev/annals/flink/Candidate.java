package dev.annals.flink;

/**
 * What placing needs to know of an article that was read.
 *
 * @param article its id
 * @param ticket tells this reading of the article from every other
 * @param fingerprint tells one capture from another
 * @param textDigest tells one version of the article from another
 * @param language BCP 47 tag
 * @param shape changes when the features can no longer be read
 * @param features the packed features
 */
public record Candidate(
    String article,
    String ticket,
    String fingerprint,
    String textDigest,
    String language,
    String shape,
    byte[] features) {}
