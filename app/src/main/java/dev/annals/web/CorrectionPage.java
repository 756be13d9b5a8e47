package dev.annals.web;

import org.jspecify.annotations.Nullable;

/** The form that corrects a story. */
public record CorrectionPage(String story, String title, String target, @Nullable String error) {}
