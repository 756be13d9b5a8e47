package dev.annals.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

  /** Blocks at the end of a text among which notes on its source are looked for. */
  private static final int LAST_BLOCKS = 4;

  private static final int LONGEST_NOTE = 420;

  /** The agency whose signature {@link SourceNotes#isSignature} knows. */
  private static final String SIGNED = Words.load("signed-copy.en.txt").iterator().next();

  private static final Set<String> COPIED = Words.load("copied-notes.en.txt");

  private CreditFinder() {}

  /**
   * What was found.
   *
   * @param credits agencies and outlets credited for the text, as they are usually called
   * @param wire the agency whose copy the text is, or null
   */
  record Credits(List<String> credits, @Nullable String wire) {}

  /**
   * Finds credits and wire of an article.
   *
   * @param notes lines of the document that stand outside of its text: credit lines, signatures
   * @param source the publisher, or null when unknown
   */
  static Credits find(
      @Nullable String title,
      List<String> byline,
      String text,
      List<Block> blocks,
      List<String> notes,
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
    for (String line : lines(text, blocks, notes)) {
      for (String name : SourceNotes.names(line)) {
        String agency = Agencies.news(name);
        if (agency != null) {
          credits.add(agency);
          wire = wire == null && isCopied(line) ? agency : wire;
        } else if (isOutlet(name) && !SourceNotes.isCopyright(line)) {
          credits.add(name);
        }
      }
      if (SourceNotes.isSignature(line)) {
        credits.add(SIGNED);
        wire = wire == null ? SIGNED : wire;
      }
    }
    String signed = signed(text, blocks);
    if (signed != null) {
      credits.add(signed);
      wire = wire == null ? signed : wire;
    }
    if (source != null && wire == null && Agencies.news(source) != null) {
      wire = Agencies.news(source);
    }
    return new Credits(new ArrayList<>(credits), wire);
  }

  /** The lines that may be notes: credit blocks, the last of the body, and what stood outside. */
  private static List<String> lines(String text, List<Block> blocks, List<String> notes) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean last = i >= blocks.size() - LAST_BLOCKS && block.role().isBody();
      boolean note = block.role() == Role.CREDIT || last;
      if (note && block.end() - block.start() <= LONGEST_NOTE) {
        lines.add(text.substring(block.start(), block.end()));
      }
    }
    for (String note : notes) {
      if (note.length() <= LONGEST_NOTE) {
        lines.add(note);
      }
    }
    return lines;
  }

  /** The agency that stands alone under the text, {@code (AP)} or {@code — AFP}, or null. */
  private static @Nullable String signed(String text, List<Block> blocks) {
    for (int i = blocks.size() - 1; i > 0 && i >= blocks.size() - LAST_BLOCKS; i--) {
      Block block = blocks.get(i);
      if (block.role().isBody()) {
        return null;
      }
      // after a caption it is the picture's credit
      boolean own = block.role() == Role.CREDIT && blocks.get(i - 1).role() != Role.CAPTION;
      String agency =
          own && block.end() - block.start() < 60
              ? Agencies.news(SourceNotes.strip(text.substring(block.start(), block.end())))
              : null;
      if (agency != null) {
        return agency;
      }
    }
    return null;
  }

  /** A name that is no person's and has letters: "LLC" and "2031" are parts of copyright lines. */
  private static boolean isOutlet(String name) {
    return name.length() > 1
        && name.length() < 60
        && Character.isUpperCase(name.codePointAt(0))
        && (Outlets.standard().named(name) != null || !CreditLine.isPerson(name));
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
    for (String name : NameJoints.split(author, ",|/()-–", NameJoints.Joint.OWNER)) {
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
      String agency = agency(text.substring(block.start(), open), text.substring(open + 1, close));
      if (agency != null && isDash(text, close + 1, block.end())) {
        return agency;
      }
    }
    return null;
  }

  /**
   * The agency that a dateline's brackets name. Small agencies are in no list: after a place in
   * capitals any short name in capitals is one, unless it is known as an outlet that is none.
   */
  private static @Nullable String agency(String place, String bracketed) {
    String name = bracketed.strip();
    String known = Agencies.news(name);
    if (known != null) {
      return known;
    }
    boolean acronym =
        name.length() >= 2 && name.length() <= 5 && name.chars().allMatch(Character::isUpperCase);
    boolean capitals = !place.isBlank() && place.equals(place.toUpperCase(Locale.ROOT));
    return acronym && capitals && Outlets.standard().named(name) == null ? name : null;
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
