package dev.annals.web;

/**
 * The form that corrects a story.
 *
 * @param target the words or the id that it is about, as far as known
 * @param writable whether the server takes corrections at all
 */
public record CorrectionPage(
    String story, String title, String storyLink, String target, boolean writable) {}
