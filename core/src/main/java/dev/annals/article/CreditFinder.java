package dev.annals.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom an article credits for its text, and the agency when the text itself is agency copy:
 * by byline, by dateline ({@code HARBOUR CITY (AP) —}), by signature and by notes at its end.
 */
final class CreditFinder {

  /** A dateline is over after so many characters. */
  private static final int DATELINE = 90;

  /** Blocks from the start of the report among which its dateline is looked for. */
  private static final int FIRST_BLOCKS = 3;

  private static final Set<String> COPIED = Words.load("copied-notes.en.txt");

  private CreditFinder() {}

  /**
   * What was found.
   *
   * @param credits agencies and outlets credited for the text, as they are usually called
   * @param wire the agency whose copy the text is, or null
   */
  record Credits(List<String> credits, @Nullable String wire) {}

  static Credits find(
      @Nullable String title,
      List<String> byline,
      String text,
      List<Block> blocks,
      @Nullable String source) {
    var credits = new LinkedHashSet<String>();
    String wire = null;
    for (String author : byline) {
      String agency = author.length() > 120 ? null : bylineAgency(author);
      if (agency != null) {
        credits.add(agency);
        wire = wire == null ? agency : wire;
      }
    }
    String dateline = dateline(text, blocks);
    if (dateline != null) {
      credits.add(dateline);
      wire = wire == null ? dateline : wire;
    }
    for (Block block : blocks) {
      int length = block.end() - block.start();
      boolean note =
          block.role() == Role.CREDIT || block.role() == Role.BYLINE || isLastShort(block, blocks);
      if (!note || length > 420) {
        continue;
      }
      String line = text.substring(block.start(), block.end());
      for (String name : SourceNotes.names(line)) {
        String agency = Agencies.news(name);
        boolean outlet = agency == null && !CreditLine.isPerson(name) || agency != null;
        if (outlet && block.role() != Role.BYLINE) {
          credits.add(agency == null ? name : agency);
        }
        if (agency != null && isCopied(line) && wire == null) {
          wire = agency;
        }
      }
      if (SourceNotes.isSignature(line)) {
        credits.add(SIGNED);
        wire = wire == null ? SIGNED : wire;
      }
    }
    if (source != null && wire == null && Agencies.news(source) != null) {
      wire = Agencies.news(source);
    }
    return new Credits(new ArrayList<>(credits), wire);
  }

  private static final String SIGNED = Words.load("signed-copy.en.txt").iterator().next();

  private static boolean isLastShort(Block block, List<Block> blocks) {
    return block.equals(blocks.get(blocks.size() - 1)) && block.role() == Role.PARAGRAPH;
  }

  /** A note that the text as a whole is somebody else's: "from", "originally published by". */
  private static boolean isCopied(String line) {
    String start = Furniture.bareStart(Words.plain(line));
    return COPIED.stream().anyMatch(phrase -> Words.opens(start, phrase));
  }

  /** {@code AP}, {@code Ada Ban, Associated Press}, {@code Ada Ban | Reuters}. */
  private static @Nullable String bylineAgency(String author) {
    String whole = Agencies.news(author.strip());
    if (whole != null) {
      return whole;
    }
    for (String part : author.split(",|\\||/|\\(|\\)| - | – | of | for | at | with ")) {
      String name = part.strip();
      String agency = Agencies.news(name);
      if (agency != null) {
        return agency;
      }
    }
    return null;
  }

  /** The agency in the brackets of a dateline at the start of the report, or null. */
  private static @Nullable String dateline(String text, List<Block> blocks) {
    int seen = 0;
    for (Block block : blocks) {
      if (seen == FIRST_BLOCKS) {
        return null;
      }
      boolean dateline = block.role() == Role.DATELINE;
      if (!block.role().isBody() && !dateline && block.role() != Role.OTHER) {
        continue;
      }
      seen += dateline ? 0 : 1;
      int limit = Math.min(block.end(), block.start() + DATELINE);
      int open = text.indexOf('(', block.start());
      if (open < 0 || open >= limit) {
        continue;
      }
      int close = text.indexOf(')', open);
      if (close < 0 || close > limit + 40 || !isPlace(text.substring(block.start(), open))) {
        continue;
      }
      String agency = Agencies.news(text.substring(open + 1, close).strip());
      if (agency != null && isDash(text, close + 1, block.end())) {
        return agency;
      }
    }
    return null;
  }

  private static boolean isDash(String text, int from, int end) {
    int at = from;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at >= end || "-–—_:".indexOf(text.charAt(at)) >= 0;
  }

  /** The place and day of a dateline: no sentence, nobody doing anything. */
  private static boolean isPlace(String words) {
    String bare = words.strip();
    if (bare.isEmpty()) {
      return true;
    }
    return Words.count(bare, 11) <= 10 && Character.isUpperCase(bare.codePointAt(0));
  }
}
