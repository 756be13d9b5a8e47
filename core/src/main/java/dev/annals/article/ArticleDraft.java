package dev.annals.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link Article} of which only some is known, for those who have articles from elsewhere:
 *
 * <pre>{@code
 * Article article =
 *     new ArticleDraft("a1", text).language("en").source("Harbour Post").published("2031-03-05").article();
 * }</pre>
 *
 * What is not said is unknown; the blocks are paragraphs between blank lines unless given. For one
 * thread.
 */
public final class ArticleDraft {

  private final String id;
  private final String text;
  private @Nullable String url;
  private @Nullable String source;
  private @Nullable String title;
  private String language = "und";
  private @Nullable String published;
  private List<Block> blocks;
  private List<Picture> pictures = List.of();
  private List<String> credits = List.of();

  /** An article of this id and text. */
  public ArticleDraft(String id, String text) {
    this.id = id;
    this.text = text;
    this.blocks = paragraphs(text);
  }

  /** Where it was captured. */
  public ArticleDraft url(@Nullable String address) {
    url = address;
    return this;
  }

  /** The publisher. */
  public ArticleDraft source(@Nullable String publisher) {
    source = publisher;
    return this;
  }

  /** The headline. */
  public ArticleDraft title(@Nullable String headline) {
    title = headline;
    return this;
  }

  /** The BCP 47 tag of the language; {@code und} unless said. */
  public ArticleDraft language(String tag) {
    language = tag;
    return this;
  }

  /** When it was published, as stated: ISO 8601 with or without time and offset. */
  public ArticleDraft published(@Nullable String stated) {
    published = stated;
    return this;
  }

  /** Which part of the text is what, in order, instead of paragraphs. */
  public ArticleDraft blocks(List<Block> parts) {
    blocks = parts;
    return this;
  }

  /** The whole text as one block of this role. */
  public ArticleDraft whole(Role role) {
    return blocks(List.of(new Block(role, 0, text.length())));
  }

  /** The pictures with captions. */
  public ArticleDraft pictures(List<Picture> captioned) {
    pictures = captioned;
    return this;
  }

  /** The agencies and outlets credited for the text. */
  public ArticleDraft credits(List<String> names) {
    credits = names;
    return this;
  }

  /**
   * The article.
   *
   * @throws IllegalArgumentException when a block lies outside the text or out of order
   */
  public Article article() {
    return new Article(
        id,
        url,
        null,
        source,
        title,
        null,
        List.of(),
        null,
        language,
        published,
        published == null ? null : "stated",
        null,
        null,
        text,
        blocks,
        pictures,
        List.of(),
        credits,
        null,
        null,
        "",
        null);
  }

  private static List<Block> paragraphs(String text) {
    var blocks = new ArrayList<Block>();
    int from = 0;
    while (from <= text.length()) {
      int blank = text.indexOf("\n\n", from);
      int end = blank < 0 ? text.length() : blank;
      if (end > from) {
        blocks.add(new Block(Role.PARAGRAPH, from, end));
      }
      from = end + 2;
    }
    return blocks;
  }
}
