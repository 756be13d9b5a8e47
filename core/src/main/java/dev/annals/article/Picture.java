package dev.annals.article;

import org.jspecify.annotations.Nullable;

/**
 * A picture with its caption, credit line and photographer kept apart (IPTC Caption/Description,
 * Credit Line, Creator).
 *
 * @param caption the caption without its credit, cut from the article's text
 * @param start offset of the caption in {@link Article#text()}
 * @param end offset after the caption
 * @param credit the agency or owner: {@code AFP}, {@code Getty}; null when not given
 * @param photographer the person who took it, or null when not given
 * @param src where the picture is, or null when unknown
 */
public record Picture(
    String caption,
    int start,
    int end,
    @Nullable String credit,
    @Nullable String photographer,
    @Nullable String src) {}
