package dev.annals.record;

import dev.annals.annotation.PersonRole;
import dev.annals.annotation.Quote;
import dev.annals.annotation.QuoteKind;
import dev.annals.annotation.RoleTense;
import dev.annals.annotation.Speaker;
import dev.annals.annotation.SpeakerType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom an article gives as the speaker of a quote, as far as the article alone tells.
 *
 * @param name what it calls the speaker
 * @param role what it says the speaker is, or null
 * @param unnamed whether that is a common noun: "the mayor"
 * @param office the words of a common noun that stand for who holds it, or null
 * @param canSpeak whether a common noun can have said something
 * @param where whether the name is where somebody spoke, not who
 * @param named whether the words beside the quote name the speaker
 */
record Said(
    String name,
    @Nullable String role,
    boolean unnamed,
    @Nullable String office,
    boolean canSpeak,
    boolean where,
    boolean named) {

  // characters between a name and the role beside it
  private static final int BESIDE = 4;

  /** The speaker of a quote; a noun right beside a verb of speech speaks, unless it is a thing. */
  static Said of(StoryArticle article, Quote quote) {
    Speaker speaker = Objects.requireNonNull(quote.speaker());
    Said said = of(article, speaker);
    boolean told =
        said.unnamed()
            && !said.canSpeak()
            && quote.kind() == QuoteKind.DIRECT
            && quote.rule().equals("cue-after")
            && !Speakers.isSilent(speaker.name());
    return told
        ? new Said(said.name(), said.role(), true, said.office(), true, said.where(), said.named())
        : said;
  }

  static Said of(StoryArticle article, Speaker speaker) {
    boolean unnamed = speaker.type() == SpeakerType.UNNAMED;
    return new Said(
        speaker.name(),
        role(article, speaker),
        unnamed,
        unnamed ? RoleHolders.office(speaker.name()) : null,
        unnamed && Speakers.canSpeak(speaker.name()),
        !unnamed && Speakers.isWhere(article, speaker),
        Speakers.isNamed(article, speaker));
  }

  /** The role given beside the speaker, told as former where it is. */
  private static @Nullable String role(StoryArticle article, Speaker speaker) {
    if (speaker.role() == null) {
      return null;
    }
    for (PersonRole role : article.annotations().roles()) {
      if (role.tense() == RoleTense.FORMER
          && role.name().equals(speaker.name())
          && role.role().equals(speaker.role())
          && role.start() <= speaker.end() + BESIDE
          && role.end() >= speaker.start() - BESIDE) {
        return role.tense().told(role.role());
      }
    }
    return speaker.role();
  }
}
