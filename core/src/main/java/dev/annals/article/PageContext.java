package dev.annals.article;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the elements around a place in a page say about it, gathered on the way down. */
final class PageContext {

  /** Groups of {@code page-words.txt}, by number of the bit that stands for them. */
  static final String[] GROUPS = {
    "author",
    "body",
    "caption",
    "comment",
    "content",
    "cookie",
    "credit",
    "embed",
    "footer",
    "gallery",
    "header",
    "hidden",
    "navigation",
    "promotion",
    "related",
    "share",
    "sidebar",
    "stamp",
    "summary",
    "tags",
    "title"
  };

  /** Elements that matter wherever they stand above a block. */
  static final String[] TAGS = {
    "a",
    "article",
    "aside",
    "blockquote",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "li",
    "main",
    "nav",
    "table",
    "ul",
    "ol",
    "section",
    "time",
    "address",
    "details",
    "dialog"
  };

  private static final Map<String, Integer> TAG_BITS = bits(TAGS);
  private static final WordTable WORD_BITS = words();
  private static final int HIDDEN = bit("hidden");

  final @Nullable PageContext parent;

  /** Its place in the order of the page. */
  final int number;

  final Element element;

  /** What the element's name says. */
  final PageTag tag;

  /** Whether text inside is parted from text outside. */
  final boolean block;

  /** Its {@code itemprop}, or empty. */
  final String property;

  /** The innermost article element around, this one included, or null. */
  final @Nullable PageContext article;

  /** The innermost figure or button around, this one included, or null. */
  final @Nullable PageContext figure;

  final int depth;

  /** Groups that the element's own class, id and itemprop name. */
  final int own;

  /** Groups named within three levels. */
  final int near;

  /** Groups named anywhere above, body and html left out: they name the whole page. */
  final int all;

  /** Elements anywhere above. */
  final int tags;

  /** Tag and classes: paragraphs of one report share it. */
  final int signature;

  /** Tag and first classes without numbers: elements of one kind share it. */
  final int shape;

  /** Characters of the text inside, and how many of them are in links. */
  int chars;

  int linkChars;
  int commas;

  /** Characters of the paragraphs that stand directly inside. */
  int paragraphChars;

  int blocks;

  /** Blocks inside that are nothing but a link of some length: headlines of other articles. */
  int linkedBlocks;

  /** What classes or an id name, and what of them elements of one kind share. */
  record Names(int groups, int shape) {}

  PageContext(
      @Nullable PageContext parent,
      Element element,
      PageTag tag,
      boolean block,
      int number,
      Map<String, Names> seen) {
    this.parent = parent;
    this.number = number;
    this.element = element;
    this.tag = tag;
    this.block = block;
    article = tag.article ? this : parent == null ? null : parent.article;
    figure = tag.figure ? this : parent == null ? null : parent.figure;
    int named = 0;
    int alike = 0;
    String classes = "";
    String stated = "";
    int left = element.attributesSize();
    if (left > 0) {
      Attributes attributes = element.attributes();
      classes = attributes.get("class").strip();
      if (!classes.isEmpty()) {
        Names names = names(classes, seen);
        named = names.groups;
        alike = names.shape;
        left--;
      }
      if (left > 0) {
        stated = attributes.get("itemprop");
        named |= named(stated, seen) | other(attributes, seen);
      }
    }
    property = stated;
    own = tag.whole ? 0 : named;
    depth = parent == null ? 0 : parent.depth + 1;
    int above = parent == null ? 0 : parent.all;
    all = own | above;
    int close = own;
    PageContext up = parent;
    for (int i = 0; i < 2 && up != null; i++) {
      close |= up.own;
      up = up.parent;
    }
    near = close;
    tags = (parent == null ? 0 : parent.tags) | tag.bit;
    int hash = element.normalName().hashCode() * 31;
    signature = hash + classes.hashCode();
    shape = hash + alike;
  }

  /** What attributes other than the classes name. */
  private static int other(Attributes attributes, Map<String, Names> seen) {
    int named = named(attributes.get("id"), seen);
    named |= named(attributes.get("data-testid"), seen);
    named |= named(attributes.get("data-component"), seen);
    boolean hidden =
        attributes.hasKey("hidden")
            || attributes.get("aria-hidden").equals("true")
            || isInvisible(attributes.get("style"));
    return hidden ? named | HIDDEN : named;
  }

  /** Of {@code post-1806 card small has-picture} the words {@code card small}. */
  private static int shape(String classes) {
    int shape = 0;
    int kept = 0;
    int start = 0;
    boolean digit = false;
    for (int i = 0; i <= classes.length() && kept < 2; i++) {
      char c = i == classes.length() ? ' ' : classes.charAt(i);
      if (c > ' ') {
        digit |= c >= '0' && c <= '9';
      } else {
        if (i > start && !digit) {
          shape = shape * 31 + classes.substring(start, i).hashCode();
          kept++;
        }
        start = i + 1;
        digit = false;
      }
    }
    return shape;
  }

  /** Where it stands: that of the object itself is dear to make. */
  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  /** The nearest element that holds this one and the other. */
  PageContext shared(PageContext other) {
    PageContext a = this;
    PageContext b = other;
    while (a != b && a.parent != null && b.parent != null) {
      int difference = a.depth - b.depth;
      a = difference >= 0 ? a.parent : a;
      b = difference <= 0 ? b.parent : b;
    }
    return a.depth <= b.depth ? a : b;
  }

  /** Whether it stands in an element of {@link #TAGS}, told by its bit. */
  boolean in(int tag) {
    return (tags & tag) != 0;
  }

  /** The bit that stands for an element of {@link #TAGS}. */
  static int tag(String tag) {
    return TAG_BITS.getOrDefault(tag, 0);
  }

  static int bit(String group) {
    for (int i = 0; i < GROUPS.length; i++) {
      if (GROUPS[i].equals(group)) {
        return 1 << i;
      }
    }
    throw new IllegalArgumentException("no group of page words: " + group);
  }

  private static boolean isInvisible(String style) {
    return !style.isEmpty()
        && (style.contains("display:none")
            || style.contains("display: none")
            || style.contains("visibility:hidden"));
  }

  private static int named(String names, Map<String, Names> seen) {
    return names.isEmpty() ? 0 : names(names, seen).groups;
  }

  private static Names names(String names, Map<String, Names> seen) {
    Names known = seen.get(names);
    if (known == null) {
      known = new Names(read(names), shape(names));
      seen.put(names, known);
    }
    return known;
  }

  /** {@code storyBody_3 article-body--wide}: words part at case, digits and punctuation. */
  private static int read(String names) {
    int found = 0;
    int length = Math.min(names.length(), 400);
    int start = 0;
    int hash = 0;
    boolean lower = false;
    for (int i = 0; i <= length; i++) {
      char c = i == length ? ' ' : names.charAt(i);
      if (c >= 'a' && c <= 'z') {
        hash = WordTable.next(hash, c);
        lower = true;
        continue;
      }
      boolean letter = c < 128 ? c >= 'A' && c <= 'Z' : Character.isLetter(c);
      if (!letter || lower && Character.isUpperCase(c)) {
        found |= i - start > 1 ? WORD_BITS.get(hash, names, start, i) : 0;
        start = letter ? i : i + 1;
        hash = 0;
      }
      hash = letter ? WordTable.next(hash, Words.small(c)) : 0;
      lower = letter && Character.isLowerCase(c);
    }
    return found;
  }

  private static Map<String, Integer> bits(String[] names) {
    var bits = new HashMap<String, Integer>();
    for (int i = 0; i < names.length; i++) {
      bits.put(names[i], 1 << i);
    }
    return Map.copyOf(bits);
  }

  private static WordTable words() {
    var words = new HashMap<String, Integer>();
    for (String line : dev.annals.text.TextResources.lines(PageContext.class, "page-words.txt")) {
      int equals = line.indexOf(" = ");
      words.put(line.substring(0, equals), bit(line.substring(equals + 3)));
    }
    return WordTable.of(words);
  }
}
