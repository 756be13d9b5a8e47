package dev.annals.article;

import dev.annals.capture.Charsets;
import dev.annals.text.TextResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Which blocks of pages are body: proposed by a model, corrected by hand where it was unsure.
 * Neither pages nor their text are part of the project: {@code page-marks.txt} has a line for each
 * page, with the start of the digest of its bytes and the check sums of its marked blocks.
 */
final class HandLabels {

  private final Map<String, Map<String, Integer>> marks = new HashMap<>();

  private HandLabels() {}

  static HandLabels standard() {
    var labels = new HandLabels();
    for (String line : TextResources.lines(HandLabels.class, "page-marks.txt")) {
      String[] parts = line.split(" ");
      var sums = new HashMap<String, Integer>();
      for (int i = 1; i < parts.length; i++) {
        sums.merge(parts[i], 1, Integer::sum);
      }
      labels.marks.put(parts[0], sums);
    }
    return labels;
  }

  /** The numbers of the marked blocks, or null when nobody marked the page. */
  @Nullable Set<Integer> of(byte[] page) throws IOException {
    Map<String, Integer> sums = marks.get(digest(page));
    if (sums == null) {
      return null;
    }
    var blocks = Page.of(Charsets.decode(page, null, true).text(), "").blocks;
    var places = new HashMap<String, List<Integer>>();
    var likely = new HashSet<Integer>();
    for (int i = 0; i < blocks.size(); i++) {
      String sum = sum(blocks.get(i).text);
      if (sums.containsKey(sum)) {
        places.computeIfAbsent(sum, s -> new ArrayList<>()).add(i);
        likely.add(i);
      }
    }
    var body = new HashSet<Integer>();
    places.forEach(
        (sum, found) -> {
          // the same words may stand elsewhere, too: those among marked blocks are meant
          found.sort(Comparator.comparingInt(i -> -around(likely, i)));
          body.addAll(found.subList(0, Math.min(found.size(), sums.getOrDefault(sum, 0))));
        });
    return body;
  }

  private static int around(Set<Integer> likely, int place) {
    int count = 0;
    for (int i = place - 5; i <= place + 5; i++) {
      count += likely.contains(i) ? 1 : 0;
    }
    return count;
  }

  static String digest(byte[] page) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(page);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  static String sum(String text) {
    var sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
