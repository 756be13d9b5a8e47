/**
 * Articles: the clean text of a capture with its blocks, pictures, dates and credits. Terms follow
 * IPTC and schema.org.
 */
@NullMarked
package dev.annals.article;

import org.jspecify.annotations.NullMarked;
