package dev.annals.record;

import dev.annals.annotation.Annotations;
import dev.annals.annotation.Lemmas;
import dev.annals.annotation.Speaker;
import dev.annals.annotation.SpeakerType;
import dev.annals.text.TextResources;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which nouns can have said something, and which speakers are named where they speak. */
final class Speakers {

  private static final Set<String> NOUNS = nouns();
  private static final Set<String> SILENT =
      Set.copyOf(TextResources.lines(Speakers.class, "silent-nouns.en.txt"));
  private static final List<String> ENDINGS =
      TextResources.lines(Speakers.class, "speaking-endings.en.txt");
  private static final Set<String> OF =
      Set.copyOf(TextResources.lines(Speakers.class, "of.en.txt"));

  private Speakers() {}

  private static Set<String> nouns() {
    var nouns = new HashSet<>(TextResources.lines(Speakers.class, "speaking-nouns.en.txt"));
    nouns.addAll(TextResources.lines(Annotations.class, "role-nouns.en.txt"));
    nouns.addAll(TextResources.lines(Annotations.class, "group-nouns.en.txt"));
    return Set.copyOf(nouns);
  }

  /**
   * Whether a phrase without a name can be who said something: people, bodies and documents can,
   * "the attack" cannot.
   */
  static boolean canSpeak(String phrase) {
    String head = head(phrase);
    String noun = Lemmas.noun(head);
    if (SILENT.contains(noun)) {
      return false;
    }
    if (NOUNS.contains(head) || NOUNS.contains(noun)) {
      return true;
    }
    int hyphen = noun.lastIndexOf('-');
    if (hyphen > 0 && NOUNS.contains(noun.substring(hyphen + 1))) {
      return true;
    }
    for (String ending : ENDINGS) {
      if (noun.length() > ending.length() + 2 && noun.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a noun is a thing that never says anything. */
  static boolean isSilent(String phrase) {
    return SILENT.contains(Lemmas.noun(head(phrase)));
  }

  /** The noun that a phrase is about, in lower case. */
  private static String head(String phrase) {
    String head = "";
    for (String word : phrase.toLowerCase(Locale.ROOT).split("[\\s’']+")) {
      if (OF.contains(word) && !head.isEmpty()) {
        break;
      }
      if (!word.isEmpty() && Character.isLetter(word.charAt(0)) && word.length() > 1) {
        head = word;
      }
    }
    return head;
  }

  /** Whether a claimant without a name is no one who can claim: "the storm claimed". */
  static boolean isMute(String claimant, StoryContext context) {
    String words = claimant;
    int blank = words.indexOf(' ');
    String rest = blank < 0 ? words : words.substring(blank + 1);
    boolean named = !rest.equals(rest.toLowerCase(Locale.ROOT));
    return !named && context.holder(claimant) == null && !canSpeak(claimant) && blank > 0;
  }

  /** "Observers in Selden said": the place is where, not who. */
  static boolean isWhere(StoryArticle article, Speaker speaker) {
    if (speaker.type() != SpeakerType.PLACE) {
      return false;
    }
    String text = article.article().text();
    int end = Math.min(speaker.start(), text.length());
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end > 0 && text.charAt(end - 1) == ',') {
      return true; // "police in Selden, Ore., said"
    }
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return OF.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /** Whether the words beside a quote name its speaker, rather than point at one with "he". */
  static boolean isNamed(StoryArticle article, @Nullable Speaker speaker) {
    if (speaker == null
        || speaker.type() == SpeakerType.UNNAMED
        || speaker.end() > article.article().text().length()) {
      return false;
    }
    String words =
        StoryNames.normal(article.article().text().substring(speaker.start(), speaker.end()));
    String name = StoryNames.normal(speaker.name());
    String last = name.substring(name.lastIndexOf(' ') + 1);
    return !words.isEmpty() && (words.contains(last) || name.contains(words));
  }
}
