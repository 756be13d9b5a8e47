package dev.annals.article;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The clean text of one document with all that was stated about it. Offsets anywhere in Annals
 * count UTF-16 code units of {@link #text()}, which is never altered after this record is made.
 * Safe for use by several threads.
 *
 * @param id the document's id
 * @param url where it was captured, or null when unknown
 * @param canonicalUrl the address that the page gives as its own, or null
 * @param source the publisher, or null when unknown
 * @param title the headline without the site's name, or null
 * @param standfirst the summary between headline and body, or null
 * @param byline the authors as stated
 * @param section the desk or rubric, or null
 * @param language BCP 47 tag, {@code und} when it cannot be told
 * @param published time of publication as stated: ISO 8601 with day, minute or second precision,
 *     with or without offset; null when unknown; never the time of an update
 * @param publishedFrom the signal it came from: {@code json-ld}, {@code meta}, {@code url}, {@code
 *     stated}, …; null when unknown
 * @param modified time of the last update as stated, or null
 * @param accessibleForFree schema.org isAccessibleForFree, or null when not stated
 * @param text all that findings point into; for HTML body blocks and captions in reading order
 * @param blocks which part of the text is what, in order, not overlapping
 * @param pictures the pictures with captions
 * @param related headlines of linked articles
 * @param credits agencies and outlets that the document credits for its text
 * @param wire the agency when the text itself is agency copy, else null
 * @param captured when it was captured, or null when unknown
 * @param digest SHA-256 of the captured bytes, lower-case hex
 * @param charsetNote what was stated of the bytes' character set otherwise than they were read, or
 *     null when nothing was
 */
public record Article(
    String id,
    @Nullable String url,
    @Nullable String canonicalUrl,
    @Nullable String source,
    @Nullable String title,
    @Nullable String standfirst,
    List<String> byline,
    @Nullable String section,
    String language,
    @Nullable String published,
    @Nullable String publishedFrom,
    @Nullable String modified,
    @Nullable Boolean accessibleForFree,
    String text,
    List<Block> blocks,
    List<Picture> pictures,
    List<String> related,
    List<String> credits,
    @Nullable String wire,
    @Nullable Instant captured,
    String digest,
    @Nullable String charsetNote) {

  /** Copies the lists and checks that the blocks lie inside the text. */
  public Article {
    Objects.requireNonNull(id, "id");
    byline = List.copyOf(byline);
    blocks = List.copyOf(blocks);
    pictures = List.copyOf(pictures);
    related = List.copyOf(related);
    credits = List.copyOf(credits);
    int before = 0;
    for (Block block : blocks) {
      if (block.start() < before || block.end() > text.length()) {
        throw new IllegalArgumentException(id + ": block out of order or out of text: " + block);
      }
      before = block.end();
    }
  }

  /** The body alone: the blocks that {@link Role#isBody() report}, separated by blank lines. */
  public String body() {
    var body = new StringBuilder();
    for (Block block : blocks) {
      if (block.role().isBody()) {
        if (body.length() > 0) {
          body.append("\n\n");
        }
        body.append(text, block.start(), block.end());
      }
    }
    return body.toString();
  }
}
