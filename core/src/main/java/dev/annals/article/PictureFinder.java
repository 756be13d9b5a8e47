package dev.annals.article;

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
  private static final int OUT =
      PageContext.bit("related")
          | PageContext.bit("comment")
          | PageContext.bit("navigation")
          | PageContext.bit("sidebar")
          | PageContext.bit("promotion");

  /** A caption with what is known of its picture. */
  static final class Found {
    final PageBlock block;
    String caption;
    @Nullable String credit;
    @Nullable String photographer;
    @Nullable String src;

    Found(PageBlock block) {
      this.block = block;
      this.caption = block.text.replace('\n', ' ');
    }
  }

  private static final List<String> LABELS =
      dev.annals.text.TextResources.lines(PictureFinder.class, "caption-credit-labels.en.txt");

  private static final List<String> CREDIT_NAMES =
      List.of("credit", "copyright", "photographer", "attribution");

  private PictureFinder() {}

  private static boolean isLabel(String credit) {
    String bare = Words.lower(trim(credit));
    return LABELS.contains(bare) || LABELS.contains(bare + ":");
  }

  /** Without the label of a credit that stands in the next element: {@code … (Image:}. */
  private static String trimLabel(String caption) {
    String lower = Words.lower(caption);
    for (String label : LABELS) {
      if (lower.endsWith(label) && lower.length() == caption.length()) {
        return trim(caption.substring(0, caption.length() - label.length()));
      }
    }
    return trim(caption).isEmpty() ? caption : trim(caption);
  }

  /**
   * Marks captions and credit lines among the blocks and gives the captions.
   *
   * @param from first block that may be one
   * @param to last block that may be one
   */
  static List<Found> find(Page page, int from, int to) {
    var found = new ArrayList<Found>();
    Set<String> seen = new HashSet<>();
    Found last = null;
    PageContext lastElement = null;
    for (int i = Math.max(0, from); i <= to && i < page.blocks.size(); i++) {
      PageBlock block = page.blocks.get(i);
      PageContext context = block.context;
      boolean caption =
          context.in("figcaption")
              || (context.near & CAPTION) != 0
              || (block.inner.own & CAPTION) != 0
              || isUnderPicture(page, i)
              || context.in("figure")
                  && !context.in("blockquote")
                  && !context.in("table")
                  && !context.in("aside");
      boolean creditLine =
          (context.near & CREDIT) != 0 && block.words <= 20
              || last != null && isBeside(page, last, i);
      if (!caption && !creditLine || block.linkDensity() > 0.8 && block.words > 6) {
        continue;
      }
      if (block.words > 120
          || block.isHeading()
          || context.in("aside") && (context.all & OUT) != 0) {
        continue;
      }
      String text = block.text.replace('\n', ' ');
      PageContext element = captionElement(context);
      if (last != null && element != null && element == lastElement && block.words <= 30) {
        block.role = Role.OTHER;
        if (last.credit == null && isLabel(text)) {
          continue;
        }
        if (last.credit == null) {
          boolean credited =
              (context.near & CREDIT) != 0 || CreditLine.of(trim(text), true) != null;
          if (credited) {
            String bare = trim(text);
            credit(last, CreditLine.of(bare, true), bare);
            last.caption = trimLabel(last.caption);
          } else {
            last.caption = last.caption + " " + text;
            split(last);
          }
        } else if (isLabel(last.credit)) {
          String bare = trim(text);
          credit(last, CreditLine.of(bare, true), bare);
          last.caption = trimLabel(last.caption);
        }
        continue;
      }
      CreditLine line = CreditLine.of(text, creditLine);
      if (line != null || creditLine && !(context.own == (CREDIT | CAPTION))) {
        block.role = Role.CREDIT;
        if (last != null && last.credit == null && i - index(page, last.block, i) <= 3) {
          credit(last, line, text);
        }
        continue;
      }
      if (Furniture.isPromotion(Words.plain(text)) || block.words < 2) {
        block.role = Role.OTHER;
        continue;
      }
      block.role = Role.CAPTION;
      var picture = new Found(block);
      split(picture);
      if (!seen.add(picture.caption)) {
        block.role = Role.OTHER;
        continue;
      }
      picture.src = source(page, block);
      if (picture.credit == null) {
        creditInside(picture);
      }
      found.add(picture);
      last = picture;
      lastElement = element;
    }
    for (Found picture : found) {
      if (picture.credit == null && picture.photographer == null) {
        creditOfAlternative(page, picture);
      }
    }
    return found;
  }

  /** A few words in the element right after the caption's, where both stand under one picture. */
  private static boolean isBeside(Page page, Found last, int i) {
    PageBlock block = page.blocks.get(i);
    String tag = block.tag();
    return last.credit == null
        && page.blocks.get(i - 1) == last.block
        && block.words <= 8
        && block.linkChars == 0
        && tag.equals(last.block.tag())
        && (tag.equals("div") || tag.equals("span"))
        && block.picturesBefore == last.block.picturesBefore
        && last.block.picturesBefore > 0
        && block.context.parent == last.block.context.parent
        && CreditLine.of(trim(block.text), true) != null;
  }

  /**
   * A credit in an element of its own at the end of the caption: {@code … <cite>Ada Ban</cite>}.
   */
  private static void creditInside(Found picture) {
    int looked = 0;
    for (Element inner : picture.block.context.element.children()) {
      String tag = inner.normalName();
      String plain = Words.lower(inner.className() + " " + inner.attr("itemprop"));
      boolean named = tag.equals("cite") || tag.equals("small");
      for (String name : CREDIT_NAMES) {
        named |= plain.contains(name);
      }
      String text = named ? inner.text().strip() : "";
      if (text.length() > 1
          && text.length() <= 140
          && picture.caption.length() > text.length() + 4
          && picture.caption.endsWith(text)) {
        String bare = trim(text);
        if (!bare.isEmpty()) {
          credit(picture, CreditLine.of(bare, true), bare);
          picture.caption =
              trimLabel(picture.caption.substring(0, picture.caption.length() - text.length()));
        }
        return;
      }
      if (++looked > 20) {
        return;
      }
    }
  }

  /** The credit in a data attribute, or at the end of the picture's alternative text. */
  private static void creditOfAlternative(Page page, Found picture) {
    int before = picture.block.picturesBefore - 1;
    if (before < 0 || before >= page.images.size()) {
      return;
    }
    Page.Image image = page.images.get(before);
    if (isFar(page, picture, image)) {
      return;
    }
    for (String name : List.of("data-credit", "data-image-credit", "data-copyright")) {
      String stated = trim(image.context().element.attr(name));
      if (stated.length() > 1 && stated.length() <= 140) {
        credit(picture, CreditLine.of(stated, true), stated);
        return;
      }
    }
    for (String said : List.of(image.alt(), image.data())) {
      String line = HtmlMetadata.clean(said);
      if (line.length() < 8 || line.length() > 1500) {
        continue;
      }
      var other = new Found(picture.block);
      other.caption = line;
      split(other);
      if (other.credit != null || other.photographer != null) {
        picture.credit = other.credit;
        picture.photographer = other.photographer;
        return;
      }
    }
  }

  private static boolean isFar(Page page, Found picture, Page.Image image) {
    for (int i = image.before(); i < page.blocks.size() && i <= image.before() + 2; i++) {
      if (page.blocks.get(i) == picture.block) {
        return false;
      }
    }
    return true;
  }

  /** A short line, no paragraph, right after a picture and beside it. */
  private static boolean isUnderPicture(Page page, int i) {
    PageBlock block = page.blocks.get(i);
    int before = i == 0 ? 0 : page.blocks.get(i - 1).picturesBefore;
    String tag = block.tag();
    if (block.picturesBefore <= before
        || block.words > 40
        || block.words < 3
        || !(tag.equals("div") || tag.equals("span"))
        || block.linkChars > 0
        || (block.context.all & OUT) != 0) {
      return false;
    }
    PageContext picture = page.images.get(block.picturesBefore - 1).context();
    PageContext parent = block.context.parent;
    for (int up = 0; up < 4 && picture != null; up++) {
      if (picture == parent) {
        return true;
      }
      picture = picture.parent;
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

  /** What stands at the end of a caption after a label or in brackets is its credit as it is. */
  private static boolean labelled(Found picture) {
    String plain = Words.lower(picture.caption);
    int best = -1;
    int width = 0;
    for (String label : LABELS) {
      int at = plain.lastIndexOf(label);
      if (at > best) {
        best = at;
        width = label.length();
      }
    }
    String text = picture.caption;
    if (plain.length() != text.length()) {
      return false; // lower case of some letters is longer
    }
    int end = text.length();
    if (best < 0 && text.charAt(end - 1) == ')') {
      int open = text.lastIndexOf('(');
      String inside = open < 0 ? "" : text.substring(open + 1, end - 1);
      boolean name = !inside.isEmpty() && Character.isUpperCase(inside.charAt(0));
      if (!name || open < 12 || Words.count(inside, 9) > 8) {
        return false;
      }
      best = open;
      width = 1;
    }
    if (best < 4 || end - best > 140) {
      return false;
    }
    String credit = trim(text.substring(best + width));
    String rest = trim(text.substring(0, best));
    if (credit.length() < 2 || rest.length() < 3) {
      return false;
    }
    credit(picture, CreditLine.of(credit, true), credit);
    picture.caption = rest;
    return true;
  }

  /** Without brackets, bars and dashes left open at the ends. */
  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (end > 0 && " ([|©–—-/:".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean open = text.substring(0, end).indexOf('(') < 0;
    while (open && end > 0 && " )]".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    while (start < end && " ([|©–—:".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return text.substring(start, end).strip();
  }

  private static int index(Page page, PageBlock block, int before) {
    for (int i = before; i >= 0 && i > before - 5; i--) {
      if (page.blocks.get(i) == block) {
        return i;
      }
    }
    return -10;
  }

  private static void credit(Found picture, @Nullable CreditLine line, String text) {
    if (line == null) {
      picture.credit = text;
    } else {
      picture.credit = line.credit();
      picture.photographer = line.photographer();
    }
  }

  /** Parts the credit from the end of a caption: in brackets, or after the last sentence. */
  private static void split(Found picture) {
    if (labelled(picture)) {
      return;
    }
    String text = picture.caption;
    int end = text.length();
    char last = text.charAt(end - 1);
    int open = last == ')' ? text.lastIndexOf('(') : last == ']' ? text.lastIndexOf('[') : -1;
    if (open > 0 && cut(picture, open, text.substring(open + 1, end - 1), true)) {
      return;
    }
    for (int at = end - 2; at > 0 && end - at < 110; at--) {
      char c = text.charAt(at);
      boolean border = ".!?|”\"©".indexOf(c) >= 0 || c == ':' || c == '–' || c == '—' || c == '/';
      if (!border) {
        continue;
      }
      int start = at + 1;
      if (c == ':') {
        int space = text.lastIndexOf(' ', at);
        start = space < 0 ? 0 : space + 1;
      }
      if (start > 3
          && text.charAt(start - 1) != '/'
          && cut(picture, start, text.substring(start), c == '|' || c == '©')) {
        return;
      }
    }
  }

  private static boolean cut(Found picture, int at, String words, boolean bracketed) {
    CreditLine line = CreditLine.of(words, bracketed);
    String rest = picture.caption.substring(0, at).strip();
    if (line == null || rest.length() < 4) {
      return false;
    }
    picture.credit = line.credit();
    picture.photographer = line.photographer();
    while (rest.endsWith("|") || rest.endsWith("©") || rest.endsWith("–") || rest.endsWith("—")) {
      rest = rest.substring(0, rest.length() - 1).strip();
    }
    picture.caption = rest;
    return true;
  }

  private static @Nullable String source(Page page, PageBlock block) {
    int before = block.picturesBefore - 1;
    if (before < 0 || before >= page.images.size()) {
      return null;
    }
    String src = page.images.get(before).src();
    return src.isEmpty() || src.startsWith("data:") ? null : src;
  }
}
