package dev.annals.web;

import java.util.Map;

/** What the store holds and what was rejected, by reason. */
public record StatusPage(Map<String, String> facts, Map<String, Integer> rejections) {}
