package dev.annals.annotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a headline over a document: its first plain sentence once more, with every longer word
 * capitalised or all in capitals. Labelled text has few headlines, the news has one per article.
 */
final class MadeHeadlines {

  private static final int SHORTEST = 25;
  private static final int LONGEST = 180;

  /** Words of fewer letters stay as they are in a headline. */
  private static final int SMALL = 4;

  private MadeHeadlines() {}

  /** Every second document gets a headline, every eighth one in capitals. */
  static List<NamedDocument> over(List<NamedDocument> documents) {
    var made = new ArrayList<NamedDocument>();
    for (int i = 0; i < documents.size(); i++) {
      made.add(i % 2 == 0 ? over(documents.get(i), i % 8 == 0) : documents.get(i));
    }
    return made;
  }

  private static NamedDocument over(NamedDocument document, boolean capitals) {
    String text = document.text();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int stop = text.indexOf(" .", start);
      int cut = stop > start && stop < end ? stop : end;
      if (cut - start >= SHORTEST && cut - start <= LONGEST && isPlain(text, start, cut)) {
        return over(document, start, cut, capitals);
      }
      start = end + 1;
    }
    return document;
  }

  private static boolean isPlain(String text, int start, int end) {
    int small = 0;
    for (int i = start; i < end; i++) {
      small += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
    }
    return small * 2 > end - start;
  }

  private static NamedDocument over(NamedDocument document, int start, int end, boolean capitals) {
    String headline = headline(document.text().substring(start, end), capitals) + "\n";
    int shift = headline.length();
    var names = new ArrayList<NamedDocument.Name>();
    for (NamedDocument.Name name : document.names()) {
      if (name.start() >= start && name.end() <= end) {
        names.add(new NamedDocument.Name(name.start() - start, name.end() - start, name.kind()));
      }
    }
    for (NamedDocument.Name name : document.names()) {
      names.add(new NamedDocument.Name(name.start() + shift, name.end() + shift, name.kind()));
    }
    Map<Integer, String> parts = new HashMap<>();
    document
        .parts()
        .forEach(
            (at, part) -> {
              parts.put(at + shift, part);
              if (at >= start && at < end) {
                parts.put(at - start, part);
              }
            });
    return new NamedDocument(headline + document.text(), names, parts);
  }

  private static String headline(String sentence, boolean capitals) {
    var line = new StringBuilder(sentence);
    int word = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == ' ') {
        if (i - word >= SMALL || word == 0) {
          line.setCharAt(word, Character.toUpperCase(line.charAt(word)));
        }
        word = i + 1;
      } else if (capitals) {
        line.setCharAt(i, Character.toUpperCase(line.charAt(i)));
      }
    }
    return line.toString();
  }
}
