package dev.annals.article;

import org.jspecify.annotations.Nullable;

/**
 * The part of a page that holds one picture and what is said of it: its figure, or the smallest
 * element around a picture and a few words.
 */
final class PictureBox {

  private static final int LEVELS = 5;
  private static final int MOST_BLOCKS = 4;
  private static final int MOST_CHARACTERS = 900;

  private PictureBox() {}

  /** The box that a block stands in, or null when it stands in none. */
  static @Nullable PageContext of(Page page, PageBlock block) {
    PageContext figure = figure(block.context);
    if (figure != null) {
      return figure;
    }
    PageContext up = block.context;
    for (int level = 0; level < LEVELS && up != null; level++) {
      if (up.tag.frame || up.blocks > MOST_BLOCKS || up.chars > MOST_CHARACTERS) {
        return null;
      }
      if (picture(page, block, up) != null) {
        return up;
      }
      up = up.parent;
    }
    return null;
  }

  /** The figure or button around, or null. */
  static @Nullable PageContext figure(PageContext context) {
    return context.figure;
  }

  /** The picture inside an element that is nearest before a block, else after it, or null. */
  static Page.@Nullable Image picture(Page page, PageBlock block, PageContext box) {
    for (int i = block.picturesBefore - 1; i >= 0 && i >= block.picturesBefore - 3; i--) {
      if (isInside(page.images.get(i).context(), box)) {
        return page.images.get(i);
      }
    }
    int after = block.picturesBefore;
    if (after < page.images.size() && isInside(page.images.get(after).context(), box)) {
      return page.images.get(after);
    }
    return null;
  }

  private static boolean isInside(PageContext inner, PageContext box) {
    PageContext up = inner;
    while (up != null && up.depth > box.depth) {
      up = up.parent;
    }
    return up == box;
  }
}
