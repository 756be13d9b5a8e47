package dev.annals.annotation;

import dev.annals.text.TextResources;
import dev.annals.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts names right that say themselves, or by the noun before them, that they are organisations:
 * "Norland Lines", "the citizens' group Free Karsk"; then so do the other places of the same name.
 */
final class NameTypes {

  private static final Set<String> ENDINGS =
      Set.copyOf(TextResources.lines(NameTypes.class, "organization-endings.en.txt"));
  private static final Set<String> NOUNS =
      Set.copyOf(TextResources.lines(NameTypes.class, "organization-nouns.en.txt"));

  private NameTypes() {}

  static void correct(Tokens tokens, List<FoundName> names) {
    var organizations = new HashSet<String>();
    for (FoundName name : names) {
      if (name.type() != MentionType.ORGANIZATION && saysSo(tokens, name)) {
        organizations.add(text(tokens, name));
      }
    }
    if (organizations.isEmpty()) {
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      FoundName name = names.get(i);
      if (name.type() != MentionType.ORGANIZATION && organizations.contains(text(tokens, name))) {
        names.set(i, new FoundName(name.first(), name.last(), MentionType.ORGANIZATION));
      }
    }
  }

  private static boolean saysSo(Tokens tokens, FoundName name) {
    int before = name.first() - 1;
    return name.last() > name.first()
        && (ENDINGS.contains(tokens.word(name.last()))
            || before >= 0
                && tokens.sentence(before) == tokens.sentence(name.first())
                && NOUNS.contains(tokens.word(before)));
  }

  private static String text(Tokens tokens, FoundName name) {
    return tokens.span(name.first(), name.last()).of(tokens.text());
  }
}
