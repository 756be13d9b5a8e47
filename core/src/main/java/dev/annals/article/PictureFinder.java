package dev.annals.article;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the captions of a page's pictures among its blocks, and their credit lines. */
final class PictureFinder {

  private static final int CAPTION = PageContext.bit("caption");
  private static final int CREDIT = PageContext.bit("credit");
  private static final int AUTHOR = PageContext.bit("author");
  private static final int ASIDE = PageContext.tag("aside");
  private static final int BLOCKQUOTE = PageContext.tag("blockquote");
  private static final int FIGCAPTION = PageContext.tag("figcaption");
  private static final int FIGURE = PageContext.tag("figure");
  private static final int FORM = PageContext.tag("form");
  private static final int TABLE = PageContext.tag("table");
  private static final int OUT =
      PageContext.bit("related")
          | PageContext.bit("comment")
          | PageContext.bit("navigation")
          | PageContext.bit("sidebar")
          | PageContext.bit("promotion")
          | PageContext.bit("footer")
          | PageContext.bit("share");

  /** Captions of one page; the largest galleries of outlets stay below 200. */
  private static final int MOST = 400;

  private static final int LONGEST = 120;
  private static final int LONGEST_UNNAMED = 60;
  private static final int LONGEST_CREDIT = 20;
  private static final int SHORT = 8;
  private static final int PARAGRAPH = 20;

  /** What begins alike for so many characters is the same. */
  private static final int START = 40;

  private static final List<String> CREDIT_ATTRIBUTES =
      List.of("data-credit", "data-image-credit", "data-photo-credit", "data-copyright");

  /** A caption with what is known of its picture. */
  static final class Found {

    /** The block that holds the caption, or the one before which its picture stands. */
    final PageBlock block;

    /** Whether the caption is no block of the page but stood in an attribute or in the data. */
    final boolean unseen;

    String caption;
    @Nullable String credit;
    @Nullable String photographer;
    @Nullable String src;

    private final @Nullable PageContext box;

    Found(PageBlock block, CaptionText text, @Nullable PageContext box, boolean unseen) {
      this.block = block;
      this.caption = text.caption;
      this.box = box;
      this.unseen = unseen;
      take(text);
    }

    boolean hasCredit() {
      return credit != null || photographer != null;
    }

    final void take(CaptionText text) {
      caption = CaptionText.trimEnd(caption);
      credit = text.credit;
      photographer = text.photographer;
    }
  }

  private final Page page;
  private final List<Found> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private @Nullable Found last;
  private int lastAt;

  /** A credit that stands before its caption, and the box of both. */
  private @Nullable CaptionText waiting;

  private @Nullable PageContext waitingBox;

  /** Groups of {@link #OUT} that most paragraphs stand in too: they say nothing on this page. */
  private final int shared;

  private PictureFinder(Page page, int from, int to) {
    this.page = page;
    this.shared = shared(page, from, to);
  }

  private static int shared(Page page, int from, int to) {
    int[] counts = new int[Integer.SIZE];
    int paragraphs = 0;
    for (int i = from; i <= to; i++) {
      PageBlock block = page.blocks.get(i);
      if (block.words < PARAGRAPH || block.linkDensity() > 0.5) {
        continue;
      }
      paragraphs++;
      for (int bit = 0; bit < counts.length; bit++) {
        counts[bit] += block.context.all >>> bit & 1;
      }
    }
    int shared = 0;
    for (int bit = 0; bit < counts.length; bit++) {
      shared |= counts[bit] * 2 > paragraphs ? 1 << bit : 0;
    }
    return shared;
  }

  /** Whether the surroundings of a box are no part of the report. */
  private boolean isOut(@Nullable PageContext around) {
    return around != null && (around.all & OUT & ~shared) != 0;
  }

  /**
   * Marks captions and credit lines among the blocks and gives the captions.
   *
   * @param from first block that may be one
   * @param to last block that may be one
   */
  static List<Found> find(Page page, int from, int to) {
    int first = Math.max(0, from);
    int last = Math.min(to, page.blocks.size() - 1);
    var finder = new PictureFinder(page, first, last);
    for (int i = first; i <= last && finder.found.size() < MOST; i++) {
      finder.look(i);
    }
    var stated = StatedPictures.of(page.data);
    finder.unseen(first, last, stated);
    for (Found picture : finder.found) {
      finder.complete(picture, stated);
    }
    return finder.found;
  }

  private void look(int i) {
    PageBlock block = page.blocks.get(i);
    PageContext context = block.context;
    if (block.words > LONGEST
        || block.isHeading()
        || context.in(ASIDE) && isOut(context)
        || block.linkDensity() > 0.8 && block.words > 6) {
      return;
    }
    PageContext box = PictureBox.of(page, block);
    boolean named =
        context.in(FIGCAPTION)
            || (context.near & CAPTION) != 0
            || (block.inner.own & CAPTION) != 0
            || inFigure(block, box);
    boolean creditNamed =
        block.words <= LONGEST_CREDIT
            && ((context.near & CREDIT) != 0
                || (block.inner.own & CREDIT) != 0
                || box != null && CaptionText.isCredit(block.inner.element));
    boolean unnamed = !named && !creditNamed && isUnderPicture(i, box);
    boolean beside =
        last != null && lastAt == i - 1 && !last.hasCredit() && isName(block, box, last);
    if (named || creditNamed || unnamed || beside) {
      take(i, block, box, creditNamed, unnamed);
    }
  }

  private void take(
      int i, PageBlock block, @Nullable PageContext box, boolean creditNamed, boolean unnamed) {
    String text = block.text.replace('\n', ' ');
    Found before = last != null && isTogether(last, box, i) ? last : null;
    PageContext element = captionElement(block.context);
    boolean same =
        before != null && element != null && element == captionElement(before.block.context);
    boolean credit =
        creditNamed && !(block.context.own == (CREDIT | CAPTION))
            || isCreditLine(text, creditNamed || before != null)
            || before != null && !before.hasCredit() && isName(block, box, before);
    if (credit || CaptionText.isLabel(text)) {
      block.role = Role.CREDIT;
      credit(before, box, text);
      return;
    }
    if (same && block.words <= 30) {
      block.role = Role.OTHER;
      more(before, text);
      return;
    }
    if (isPullQuote(block)) {
      return;
    }
    CaptionText read = CaptionText.of(text, block.context.element);
    String plain = Words.plain(read.caption);
    if (read.caption.isEmpty() && read.hasCredit()) {
      block.role = Role.CREDIT;
      credit(before, box, text);
      return;
    }
    boolean unpictured =
        block.words < 4 && (box == null || PictureBox.picture(page, block, box) == null);
    if (plain.indexOf(' ') < 0 && block.words < 2
        || unpictured && block.context.in(FIGURE)
        || Furniture.isPromotion(plain)
        || CaptionText.isOffer(plain)
        || isTimed(plain)
        || isStamp(read.caption)
        || before != null && unnamed
        || !seen.add(plain)) {
      block.role = unnamed ? block.role : Role.OTHER;
      return;
    }
    block.role = Role.CAPTION;
    var picture = new Found(block, read, box, false);
    if (!picture.hasCredit() && waiting != null && box != null && box == waitingBox) {
      picture.take(waiting);
    }
    waiting = null;
    found.add(picture);
    last = picture;
    lastAt = i;
  }

  /** A credit line goes to the caption before it, else to the one that follows in its box. */
  private void credit(@Nullable Found before, @Nullable PageContext box, String text) {
    CaptionText line = CaptionText.of("", null);
    line.credit(text);
    if (!line.hasCredit() || isStamp(text)) {
      return;
    }
    if (before == null) {
      waiting = line;
      waitingBox = box;
    } else if (!before.hasCredit()) {
      before.take(line);
    } else if (before.credit == null) {
      before.credit = line.credit; // the agency after the photographer
    }
  }

  /** Words in the same caption element after the first: its credit, or more of the caption. */
  private void more(Found before, String text) {
    if (before.hasCredit()) {
      return;
    }
    CaptionText whole = CaptionText.of(before.caption + ' ' + text, null);
    before.caption = whole.caption;
    before.take(whole);
  }

  private boolean isTogether(Found before, @Nullable PageContext box, int i) {
    if (before.box != null || box != null) {
      return before.box == box || before.box == null && i - lastAt == 1;
    }
    return i - lastAt <= 3;
  }

  private static boolean isCreditLine(String text, boolean expected) {
    String bare = CaptionText.trim(text);
    CreditLine line = CreditLine.of(bare, expected || bare.length() < text.length());
    return line != null && (line.labelled() || line.credit() != null);
  }

  /** A quotation set large in a figure of its own: part of the report. */
  private static boolean isPullQuote(PageBlock block) {
    String text = block.text;
    boolean quoted =
        "\"“«".indexOf(text.charAt(0)) >= 0 && "\"”»".indexOf(text.charAt(text.length() - 1)) >= 0;
    return quoted
        && block.words > 3
        && !block.context.in(FIGCAPTION)
        && ((block.context.near | block.inner.own) & CAPTION) == 0;
  }

  /** Whether a line is nothing but a day, as under videos. */
  private static boolean isStamp(String line) {
    return Words.count(line, 7) < 7 && DayFinder.find(line, true) != null;
  }

  /** {@code 2:34 Lock gate fails}: the length and title of a video. */
  private static boolean isTimed(String plain) {
    int colon = plain.indexOf(':');
    return colon > 0
        && colon <= 2
        && plain.length() > colon + 2
        && Character.isDigit(plain.charAt(0))
        && Character.isDigit(plain.charAt(colon + 1));
  }

  /** A few words in the element right after the caption's, under the same picture. */
  private static boolean isName(PageBlock block, @Nullable PageContext box, Found before) {
    String text = block.text;
    return box != null
        && box == before.box
        && block.words <= SHORT
        && block.linkChars == 0
        && block.context.parent == before.block.context.parent
        && Character.isUpperCase(text.codePointAt(0))
        && ".!?,".indexOf(text.charAt(text.length() - 1)) < 0
        && block.words <= Math.max(3, Words.count(before.caption, 99) / 2);
  }

  /** Words in a figure with a picture, that are no quotation, table or aside. */
  private boolean inFigure(PageBlock block, @Nullable PageContext box) {
    PageContext context = block.context;
    return context.in(FIGURE)
        && !context.in(BLOCKQUOTE)
        && !context.in(TABLE)
        && !context.in(ASIDE)
        && box != null
        && PictureBox.picture(page, block, box) != null;
  }

  /** The first words after a picture in the small box of both, or a line in italics under it. */
  private boolean isUnderPicture(int i, @Nullable PageContext box) {
    PageBlock block = page.blocks.get(i);
    if (block.words < 3
        || block.words > LONGEST_UNNAMED
        || block.linkChars > 0
        || block.context.in(FORM)
        || (block.context.all & AUTHOR & ~shared) != 0
        || isOut(box == null ? block.context : around(box))) {
      return false;
    }
    int before = i == 0 ? 0 : page.blocks.get(i - 1).picturesBefore;
    boolean first = block.picturesBefore > before;
    if (box == null) {
      String tag = block.inner.element.normalName();
      return first && (tag.equals("em") || tag.equals("i")) && isWhole(block);
    }
    boolean follows = last != null && last.box == box && lastAt == i - 1;
    return (first || follows) && box.linkChars * 4 < box.chars;
  }

  /** What stands around a box and the wrappers that hold nothing else. */
  private static @Nullable PageContext around(PageContext box) {
    PageContext up = box.parent;
    while (up != null && up.chars == box.chars) {
      up = up.parent;
    }
    return up;
  }

  /** Whether the element at the block's start holds all of it. */
  private static boolean isWhole(PageBlock block) {
    Element inner = block.inner.element;
    return inner.childNodeSize() < 20
        && HtmlMetadata.clean(inner.text()).length() >= block.text.length() - 2;
  }

  /** Captions that pictures without one in the page have in attributes or structured data. */
  private void unseen(int from, int to, StatedPictures stated) {
    for (Page.Image image : page.images) {
      if (found.size() >= MOST) {
        return;
      }
      if (image.before() <= from || image.before() > to) {
        continue;
      }
      String words = image.data().isEmpty() ? stated.caption(source(image)) : image.data();
      if (words.isEmpty()) {
        continue;
      }
      if (words.indexOf('<') >= 0) {
        words = org.jsoup.Jsoup.parseBodyFragment(words).text();
      }
      CaptionText read = CaptionText.of(HtmlMetadata.clean(words), null);
      String plain = Words.plain(read.caption);
      boolean caption = Words.count(plain, 3) >= 3 && Words.count(plain, LONGEST) < LONGEST;
      boolean taken = page.blocks.get(image.before()).role == Role.CAPTION;
      if (image.data().isEmpty() && isRestated(plain)) {
        continue; // many sites state the article's summary as the caption of its picture
      }
      if (!caption || taken || isCaptioned(image) || isOut(image.context()) || !seen.add(plain)) {
        continue;
      }
      var picture = new Found(page.blocks.get(image.before()), read, null, true);
      picture.src = source(image);
      found.add(picture);
    }
  }

  /** Whether words begin as a block of the page or a statement about the whole page does. */
  private boolean isRestated(String plain) {
    String start = plain.substring(0, Math.min(plain.length(), START));
    for (PageBlock block : page.blocks) {
      if (Words.plainOpens(block.text, start)) {
        return true;
      }
    }
    for (String stated : page.meta.values()) {
      if (Words.plainOpens(stated, start)) {
        return true;
      }
    }
    return Words.plainOpens(page.title, start);
  }

  private boolean isCaptioned(Page.Image image) {
    for (Found picture : found) {
      if (!picture.unseen && imageOf(picture) == image) {
        return true;
      }
    }
    return false;
  }

  /** The caption element around a block, or null. */
  private static @Nullable PageContext captionElement(PageContext context) {
    for (PageContext up = context; up != null; up = up.parent) {
      if (up.element.normalName().equals("figcaption")) {
        return up;
      }
    }
    return null;
  }

  private Page.@Nullable Image imageOf(Found picture) {
    PageBlock block = picture.block;
    Page.Image inside = picture.box == null ? null : PictureBox.picture(page, block, picture.box);
    if (inside != null) {
      return inside;
    }
    int before = block.picturesBefore - 1;
    return before < 0 || before >= page.images.size() ? null : page.images.get(before);
  }

  /** The picture's address, and its credit from attributes and structured data. */
  private void complete(Found picture, StatedPictures stated) {
    Page.Image image = picture.unseen ? null : imageOf(picture);
    if (image != null) {
      picture.src = source(image);
    }
    if (!picture.hasCredit() && image != null && isNear(image, picture)) {
      creditOfAttributes(image, picture);
    }
    if (!picture.hasCredit()) {
      JsonNode object = stated.find(picture.caption, picture.src);
      CaptionText line = object == null ? null : StatedPictures.credit(object);
      if (line != null) {
        picture.take(line);
      }
    }
  }

  /** The credit in a data attribute, or at the end of the picture's alternative text. */
  private static void creditOfAttributes(Page.Image image, Found picture) {
    Element element = image.context().element;
    for (String name : CREDIT_ATTRIBUTES) {
      String stated = element.attr(name).strip();
      if (stated.length() > 1 && stated.length() <= 140) {
        CaptionText line = CaptionText.of("", null);
        line.credit(stated);
        picture.take(line);
        return;
      }
    }
    for (String said : List.of(image.alt(), image.data())) {
      String line = HtmlMetadata.clean(said);
      if (!picture.hasCredit() && line.length() >= 8 && line.length() <= 1500) {
        picture.take(CaptionText.of(line, null));
      }
    }
  }

  private boolean isNear(Page.Image image, Found picture) {
    for (int i = image.before(); i < page.blocks.size() && i <= image.before() + 2; i++) {
      if (page.blocks.get(i) == picture.block) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String source(Page.Image image) {
    String src = image.src();
    return src.isEmpty() || src.startsWith("data:") ? null : src;
  }
}
