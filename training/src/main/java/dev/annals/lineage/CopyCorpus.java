package dev.annals.lineage;

import dev.annals.article.ArticleDraft;
import dev.annals.text.TextResources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes stories whose lineages are known: texts of two agencies about one made-up event, and papers
 * that print them with cuts, a new lead, light paraphrase, or parts of two agencies; and papers'
 * own reports in other words. The same seed gives the same corpus.
 */
public final class CopyCorpus {

  private static final List<String> FACTS = TextResources.lines(CopyCorpus.class, "facts.en.txt");
  private static final List<String> SYNONYMS =
      TextResources.lines(CopyCorpus.class, "synonyms.en.txt");
  private static final int AGENCIES = 2;

  /**
   * A story.
   *
   * @param articles in order of publication; half of the copies without any credit
   * @param origins the number of the agency each article mostly prints; a number of its own for an
   *     own report
   */
  public record Sample(List<TracedArticle> articles, List<Integer> origins) {}

  private final Random random;

  /** A corpus that depends on nothing but the seed. */
  public CopyCorpus(long seed) {
    random = new Random(seed);
  }

  /** The next story, with twelve to twenty articles. */
  public Sample next() {
    var slots = slots();
    var agencies = new ArrayList<List<String>>();
    for (int wording = 0; wording < AGENCIES; wording++) {
      agencies.add(text(wording, slots, 9 + random.nextInt(6)));
    }
    var articles = new ArrayList<TracedArticle>();
    var origins = new ArrayList<Integer>();
    int size = 12 + random.nextInt(9);
    var unused = shuffled(FACTS.size());
    for (int i = 0; i < size; i++) {
      int agency = random.nextInt(AGENCIES); // the third wording is left to own reports
      List<String> sentences;
      int origin = agency;
      switch (random.nextInt(6)) {
        case 0 -> sentences = agencies.get(agency);
        case 1 -> sentences = cut(agencies.get(agency));
        case 2 -> sentences = newLead(cut(agencies.get(agency)), slots);
        case 3 -> sentences = paraphrase(agencies.get(agency));
        case 4 -> sentences = merge(agencies.get(agency), agencies.get(1 - agency));
        default -> {
          int length = 4 + random.nextInt(4);
          if (unused.size() < length) {
            sentences = cut(agencies.get(agency));
          } else {
            origin = 100 + i;
            sentences = own(unused, length, slots);
          }
        }
      }
      articles.add(article("paper-" + i, i, sentences));
      origins.add(origin);
    }
    return new Sample(articles, origins);
  }

  private List<String> text(int wording, String[][] slots, int length) {
    var facts = shuffled(FACTS.size());
    var sentences = new ArrayList<String>();
    for (int fact : facts.subList(0, length)) {
      sentences.add(fill(FACTS.get(fact).split(" / ")[wording], slots));
    }
    return sentences;
  }

  /** Facts in words that no other report of the story has. */
  private static List<String> own(List<Integer> unused, int length, String[][] slots) {
    var sentences = new ArrayList<String>();
    for (int i = 0; i < length; i++) {
      sentences.add(fill(FACTS.get(unused.remove(0)).split(" / ")[2], slots));
    }
    return sentences;
  }

  private List<String> cut(List<String> sentences) {
    int keep = Math.max(3, sentences.size() - 2 - random.nextInt(sentences.size() / 2));
    return sentences.subList(0, keep);
  }

  private List<String> newLead(List<String> sentences, String[][] slots) {
    var changed = new ArrayList<String>();
    changed.add(fill(FACTS.get(random.nextInt(FACTS.size())).split(" / ")[2], slots));
    changed.addAll(sentences.subList(1, sentences.size()));
    return changed;
  }

  private List<String> paraphrase(List<String> sentences) {
    var changed = new ArrayList<String>();
    for (String sentence : sentences) {
      changed.add(random.nextInt(3) == 0 ? sentence : swap(sentence));
    }
    return changed;
  }

  private static String swap(String sentence) {
    String changed = sentence;
    for (String pair : SYNONYMS) {
      String[] words = pair.split(" / ");
      changed = changed.replace(" " + words[0] + " ", " " + words[1] + " ");
    }
    return changed;
  }

  private List<String> merge(List<String> most, List<String> less) {
    var merged = new ArrayList<>(most.subList(0, Math.max(4, most.size() * 2 / 3)));
    merged.addAll(less.subList(0, Math.min(2, less.size())));
    return merged;
  }

  private List<Integer> shuffled(int size) {
    var numbers = new ArrayList<Integer>();
    for (int i = 0; i < size; i++) {
      numbers.add(i);
    }
    Collections.shuffle(numbers, random);
    return numbers;
  }

  private String[][] slots() {
    return new String[][] {
      {"{place}", "Province " + (char) ('A' + random.nextInt(26))},
      {"{town}", "Port " + (char) ('A' + random.nextInt(26)) + "elden"},
      {"{ship}", "Star of " + (char) ('A' + random.nextInt(26)) + "orland"},
      {"{chief}", (char) ('A' + random.nextInt(26)) + ". Lindqvist"},
      {"{boss}", (char) ('A' + random.nextInt(26)) + ". Brandt"},
      {"{union}", "Tide" + random.nextInt(100)},
      {"{n}", Integer.toString(60 + random.nextInt(400))},
      {"{m}", Integer.toString(5 + random.nextInt(40))},
      {"{day}", random.nextBoolean() ? "Tuesday" : "Friday"},
      {"{firm}", "Norland Lines " + random.nextInt(50)}
    };
  }

  private static String fill(String wording, String[][] slots) {
    String filled = wording;
    for (String[] slot : slots) {
      filled = filled.replace(slot[0], slot[1]);
    }
    return filled;
  }

  private static TracedArticle article(String id, int hour, List<String> sentences) {
    return new TracedArticle(
        new ArticleDraft(id, String.join("\n\n", sentences))
            .source(id)
            .language("en")
            .published(String.format(java.util.Locale.ROOT, "2031-03-04T%02d:00:00", hour))
            .article(),
        List.of());
  }
}
