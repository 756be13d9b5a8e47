package dev.annals.export;

import dev.annals.article.Cite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the cites of a record in the order in which they are first used. */
final class CiteNumbers {

  /** A statement with thirty cites is not read; these are the first of as many articles. */
  private static final int SHOWN = 5;

  private record Place(String article, int start, int end) {}

  private final Map<Place, Integer> numbers = new LinkedHashMap<>();
  private final List<Cite> cites = new ArrayList<>();

  /** {@code [1] [4]}: one cite an article, the first five. */
  String of(List<Cite> places) {
    var text = new StringBuilder();
    for (int number : numbers(places)) {
      text.append(text.length() == 0 ? "" : " ").append('[').append(number).append(']');
    }
    return text.toString();
  }

  /** The same as numbers. */
  List<Integer> numbers(List<Cite> places) {
    var numbered = new ArrayList<Integer>();
    var articles = new ArrayList<String>();
    for (Cite cite : places) {
      if (articles.size() < SHOWN && !articles.contains(cite.article())) {
        articles.add(cite.article());
        numbered.add(number(cite));
      }
    }
    return numbered;
  }

  private int number(Cite cite) {
    var place = new Place(cite.article(), cite.start(), cite.end());
    Integer number = numbers.get(place);
    if (number == null) {
      cites.add(cite);
      number = cites.size();
      numbers.put(place, number);
    }
    return number;
  }

  /** The cites by number, from 1. */
  List<Cite> all() {
    return cites;
  }
}
