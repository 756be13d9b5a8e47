package dev.annals.store;

import dev.annals.article.Article;
import dev.annals.capture.Capture;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 digests that tell captures and versions of articles apart. */
public final class Fingerprints {

  private Fingerprints() {}

  /** Of the bytes of a capture and what was stated beside them; where it lies does not count. */
  public static String of(Capture capture) {
    var digest = sha256();
    digest.update(capture.content());
    var stated = capture.stated();
    for (String part :
        new @Nullable String[] {
          capture.id(),
          capture.url(),
          stated.title(),
          stated.source(),
          stated.language(),
          stated.published(),
          stated.modified(),
          String.join("\n", stated.byline())
        }) {
      add(digest, part);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of what a reader of the article sees. */
  static String of(Article article) {
    var digest = sha256();
    add(digest, article.title());
    add(digest, article.text());
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of bytes alone. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  static String of(String text) {
    var digest = sha256();
    add(digest, text);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, @Nullable String part) {
    digest.update((byte) 0);
    if (part != null) {
      digest.update((byte) 1);
      digest.update(utf16(part));
    }
  }

  /** As UTF-16LE, whose encoder takes every character singly: only surrogates need it. */
  private static byte[] utf16(String part) {
    char[] chars = part.toCharArray();
    byte[] bytes = new byte[chars.length * 2];
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (Character.isSurrogate(c)) {
        return part.getBytes(StandardCharsets.UTF_16LE);
      }
      bytes[2 * i] = (byte) c;
      bytes[2 * i + 1] = (byte) (c >> 8);
    }
    return bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
