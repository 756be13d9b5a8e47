package dev.annals.capture;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes: by their byte order mark, else by what the transport named, else by what the page
 * names, else as UTF-8 where they are UTF-8 but for a few broken bytes, else as the legacy
 * character set in which they look most like words. Servers name Latin-1 for whatever they have:
 * bytes that are UTF-8 from the first to the last, and not ASCII, are UTF-8 where a set of single
 * bytes is named.
 */
public final class Charsets {

  /** How far into a page its own statement is looked for, as browsers do. */
  private static final int META_LENGTH = 4096;

  /** Names that stand for a larger set in every browser, and so in what is written. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("x-cp1250", "windows-1250"),
          Map.entry("x-cp1251", "windows-1251"),
          Map.entry("x-cp1252", "windows-1252"),
          Map.entry("iso-8859-8-i", "iso-8859-8"),
          Map.entry("logical", "iso-8859-8"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("mac", "x-MacRoman"),
          Map.entry("x-mac-roman", "x-MacRoman"),
          Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
          Map.entry("x-mac-ukrainian", "x-MacUkraine"),
          Map.entry("koi", "KOI8-R"),
          Map.entry("dos-866", "IBM866"),
          Map.entry("dos-874", "x-windows-874"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gb_2312", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("chinese", "GB18030"),
          Map.entry("csgb2312", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("ks_c_5601-1989", "x-windows-949"),
          Map.entry("korean", "x-windows-949"),
          Map.entry("x-euc-jp", "EUC-JP"),
          Map.entry("cn-big5", "Big5-HKSCS"),
          Map.entry("x-x-big5", "Big5-HKSCS"),
          Map.entry("big5", "Big5-HKSCS"));

  private static final String JAPANESE = "ISO-2022-JP";

  private Charsets() {}

  /**
   * Bytes as text.
   *
   * @param text the characters, without a byte order mark; U+FFFD stands where bytes were broken
   * @param charset name of the character set used
   * @param disagreement what was stated otherwise, one line, or null when nothing was
   */
  public record Decoded(String text, String charset, @Nullable String disagreement) {}

  /**
   * The text of some bytes.
   *
   * @param transportCharset what the HTTP header or the feed named, or null
   * @param html whether the bytes may name their character set in a meta element
   */
  public static Decoded decode(byte[] bytes, @Nullable String transportCharset, boolean html) {
    Charset marked = marked(bytes);
    Charset sent = named(transportCharset);
    Charset meta = html ? named(meta(bytes)) : null;
    Charset chosen = marked != null ? marked : sent != null ? sent : meta;
    String disagreement = null;
    boolean utf8 = chosen == null || chosen.equals(StandardCharsets.UTF_8);
    boolean single =
        marked == null
            && !utf8
            && chosen.newDecoder().maxCharsPerByte() == 1.0f
            && chosen.canEncode()
            && chosen.newEncoder().maxBytesPerChar() == 1.0f;
    String decoded = utf8 || single ? Utf8.decode(bytes) : null;
    boolean whole = decoded != null;
    if (single && whole && decoded.length() < bytes.length) {
      disagreement = "named " + chosen.name() + " but is UTF-8";
      chosen = StandardCharsets.UTF_8;
    } else if (chosen == null) {
      chosen = whole ? StandardCharsets.UTF_8 : CharsetGuess.of(bytes);
      disagreement = whole || chosen != StandardCharsets.UTF_8 ? null : "UTF-8 with broken bytes";
    } else if (chosen.equals(StandardCharsets.UTF_8)
        && meta != null
        && !meta.equals(chosen)
        && marked == null
        && !whole) {
      disagreement = "sent as UTF-8 but is not; page names " + meta.name();
      chosen = meta;
    } else if (chosen.equals(StandardCharsets.UTF_8) && marked == null && !whole) {
      chosen = CharsetGuess.of(bytes);
      disagreement =
          chosen.equals(StandardCharsets.UTF_8)
              ? "UTF-8 with broken bytes"
              : "named UTF-8 but reads as " + chosen.name();
    } else if (sent != null && !sent.equals(chosen)) {
      disagreement = "sent as " + sent.name() + " but is " + chosen.name();
    } else if (meta != null && !meta.equals(chosen)) {
      disagreement = "page names " + meta.name() + " but is " + chosen.name();
    }
    if (whole && utf8 && shifts(decoded)) {
      disagreement =
          chosen == null || sent == null && meta == null ? null : "named UTF-8 but is " + JAPANESE;
      chosen = Charset.forName(JAPANESE);
    }
    boolean known = decoded != null && chosen.equals(StandardCharsets.UTF_8);
    String text = known ? decoded : new String(bytes, chosen);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return new Decoded(text, chosen.name(), disagreement);
  }

  /** Whether ASCII shifts to kanji and back, as no other text does. */
  private static boolean shifts(String ascii) {
    int escape = ascii.indexOf("\u001B$");
    return escape >= 0
        && (ascii.startsWith("B", escape + 2) || ascii.startsWith("@", escape + 2))
        && ascii.indexOf("\u001B(", escape) > 0;
  }

  private static @Nullable Charset marked(byte[] bytes) {
    if (bytes.length >= 3
        && (bytes[0] & 0xff) == 0xef
        && (bytes[1] & 0xff) == 0xbb
        && (bytes[2] & 0xff) == 0xbf) {
      return StandardCharsets.UTF_8;
    }
    return Head.wide(bytes);
  }

  private static @Nullable Charset named(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String clean = name.strip().toLowerCase(Locale.ROOT);
    try {
      Charset known = Charset.forName(MEANT.getOrDefault(clean, clean));
      // "l1" and "ms_kanji" are other names of sets that stand for larger ones
      String meant = MEANT.get(known.name().toLowerCase(Locale.ROOT));
      return meant == null ? known : Charset.forName(meant);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The value of the first {@code charset=} near the start of a page. */
  private static @Nullable String meta(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, META_LENGTH), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    int at = head.indexOf("charset=");
    if (at < 0) {
      return null;
    }
    int from = at + "charset=".length();
    while (from < head.length() && "\"' ".indexOf(head.charAt(from)) >= 0) {
      from++;
    }
    int to = from;
    while (to < head.length() && "\"' ;/>".indexOf(head.charAt(to)) < 0) {
      to++;
    }
    String name = head.substring(from, to);
    // a statement that can be read in single bytes is not in one of these
    return name.startsWith("utf-16") || name.startsWith("utf-32") ? "utf-8" : name;
  }
}
