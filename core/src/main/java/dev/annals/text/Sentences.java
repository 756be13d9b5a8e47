package dev.annals.text;

import java.util.ArrayList;
import java.util.List;

/** Splits text into sentences. */
public final class Sentences {

  private Sentences() {}

  /** The sentences of a text that is one block, in order, without the space between them. */
  public static List<Span> of(String text) {
    return of(Tokens.of(text));
  }

  /** The sentences of a text that is already tokenised. */
  public static List<Span> of(Tokens tokens) {
    var spans = new ArrayList<Span>(tokens.sentences());
    for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
      spans.add(tokens.sentenceSpan(sentence));
    }
    return spans;
  }
}
