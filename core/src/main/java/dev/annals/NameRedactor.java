package dev.annals;

import dev.annals.capture.Capture;
import dev.annals.capture.Stated;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes names of persons out of captures: every letter of them becomes a low line, so that all else
 * stays where it was. A name is told by its digest, so that who looks into the store does not learn
 * it again. In a document that gives the whole name its last word goes wherever it stands. Safe for
 * use by several threads.
 */
final class NameRedactor {

  private static final byte BLANK = '_';
  // between the words of a name: a blank, a line break, the signs of an address
  private static final int FURTHEST = 3;
  private static final String BETWEEN = " \t\r\n-_+'.";

  /** A name that is to go: its number of words, its length, and digests of it and its last word. */
  private record Forgotten(
      String salt, int words, int length, String digest, int lastLength, String lastDigest) {}

  /** A run of letters. */
  private record Word(int start, int end) {}

  private final List<Forgotten> names = new ArrayList<>();

  /**
   * A redactor.
   *
   * @param tombstones as {@link #tombstone} makes them
   */
  NameRedactor(List<String> tombstones) {
    for (String line : tombstones) {
      String[] parts = line.split(" ");
      names.add(
          new Forgotten(
              parts[0],
              Integer.parseInt(parts[1]),
              Integer.parseInt(parts[2]),
              parts[3],
              Integer.parseInt(parts[4]),
              parts[5]));
    }
  }

  /**
   * What is kept of a name.
   *
   * @param salt of the store
   * @throws IllegalArgumentException when the name has fewer than two words: it would take out too
   *     much
   */
  static String tombstone(String name, String salt) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    List<Word> words = words(bytes);
    if (words.size() < 2) {
      throw new IllegalArgumentException("a whole name is needed, with its first name: " + name);
    }
    byte[] whole = key(bytes, words, 0, words.size());
    byte[] last = key(bytes, words, words.size() - 1, 1);
    return salt
        + ' '
        + words.size()
        + ' '
        + whole.length
        + ' '
        + digest(salt, whole)
        + ' '
        + last.length
        + ' '
        + digest(salt, last);
  }

  /** Whether there is any name to take out. */
  boolean isEmpty() {
    return names.isEmpty();
  }

  /** The capture without the names; itself when it has none of them. */
  Capture redact(Capture capture) {
    if (names.isEmpty()) {
      return capture;
    }
    byte[] content = redact(capture.content());
    Stated stated = redact(capture.stated());
    String id = redactId(capture.id());
    String origin = redactText(capture.origin());
    String url = redactUrl(capture.url());
    if (content == capture.content()
        && stated == capture.stated()
        && id.equals(capture.id())
        && origin.equals(capture.origin())
        && Objects.equals(url, capture.url())) {
      return capture;
    }
    return new Capture(
        id, origin, url, capture.captured(), capture.kind(), capture.charset(), content, stated);
  }

  private Stated redact(Stated stated) {
    String title = redact(stated.title());
    var byline = stated.byline().stream().map(this::redactText).toList();
    boolean same =
        (title == null || title.equals(stated.title())) && byline.equals(stated.byline());
    return same
        ? stated
        : new Stated(
            title,
            byline,
            stated.source(),
            stated.language(),
            stated.published(),
            stated.modified());
  }

  private @Nullable String redact(@Nullable String text) {
    return text == null ? null : redactText(text);
  }

  /**
   * An id without the names, told from others by a digest: {@code visit-of-___-_____~5f2c19d0}. An
   * id that has none of them is itself.
   */
  String redactId(String id) {
    String redacted = redactText(id);
    return redacted.equals(id)
        ? id
        : redacted
            + '~'
            + digest(names.get(0).salt(), id.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  /** The outlet's front page in the place of an address that has a name in it. */
  private @Nullable String redactUrl(@Nullable String url) {
    if (url == null || redactText(url).equals(url)) {
      return url;
    }
    int host = url.indexOf("://");
    int end = host < 0 ? -1 : url.indexOf('/', host + 3);
    String front = end < 0 ? "" : url.substring(0, end + 1);
    return front.isEmpty() || !redactText(front).equals(front) ? null : front;
  }

  String redactText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] redacted = redact(bytes);
    return redacted == bytes ? text : new String(redacted, StandardCharsets.UTF_8);
  }

  private byte[] redact(byte[] content) {
    byte[] result = content;
    List<Word> words = words(content);
    for (Forgotten name : names) {
      boolean found = false;
      for (int i = 0; i + name.words() <= words.size(); i++) {
        if (isName(content, words, i, name)) {
          result = result == content ? content.clone() : result;
          blank(result, words, i, name.words());
          found = true;
        }
      }
      for (int i = 0; found && i < words.size(); i++) {
        Word word = words.get(i);
        if (word.end() - word.start() == name.lastLength()
            && digest(name.salt(), key(content, words, i, 1)).equals(name.lastDigest())) {
          blank(result, words, i, 1);
        }
      }
    }
    return result;
  }

  private static boolean isName(byte[] content, List<Word> words, int first, Forgotten name) {
    int length = name.words() - 1;
    for (int i = first; i < first + name.words(); i++) {
      Word word = words.get(i);
      length += word.end() - word.start();
      if (i > first && !isBetween(content, words.get(i - 1).end(), word.start())) {
        return false;
      }
    }
    return length == name.length()
        && digest(name.salt(), key(content, words, first, name.words())).equals(name.digest());
  }

  private static boolean isBetween(byte[] content, int from, int to) {
    if (to - from > FURTHEST) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (BETWEEN.indexOf(content[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void blank(byte[] content, List<Word> words, int first, int count) {
    for (int i = first; i < first + count; i++) {
      Arrays.fill(content, words.get(i).start(), words.get(i).end(), BLANK);
    }
  }

  private static List<Word> words(byte[] content) {
    var words = new ArrayList<Word>();
    int start = -1;
    for (int i = 0; i <= content.length; i++) {
      boolean letter = i < content.length && isLetter(content[i]);
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.add(new Word(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static boolean isLetter(byte b) {
    return b < 0 || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
  }

  /** The words in lower case with one blank between them. */
  private static byte[] key(byte[] content, List<Word> words, int first, int count) {
    var key = new java.io.ByteArrayOutputStream();
    for (int i = first; i < first + count; i++) {
      if (i > first) {
        key.write(' ');
      }
      for (int k = words.get(i).start(); k < words.get(i).end(); k++) {
        byte b = content[k];
        key.write(b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b);
      }
    }
    return key.toByteArray();
  }

  private static String digest(String salt, byte[] key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt.getBytes(StandardCharsets.UTF_8));
      digest.update(key);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
