package dev.annals.annotation;

import dev.annals.text.Tokens;

/**
 * Tags every token with its part of speech and name label. Safe for use by several threads: the
 * model is read once and shared.
 */
final class SequenceTagger {

  private final WordClasses words;
  private final ClassTree tree;
  private final WordClasses linkers;
  private final PartTagger parts;
  private final NameTagger names;

  /** A tagger with the model that comes with Annals. */
  SequenceTagger() {
    SequenceTagger standard = Standard.TAGGER;
    this.words = standard.words;
    this.tree = standard.tree;
    this.linkers = standard.linkers;
    this.parts = standard.parts;
    this.names = standard.names;
  }

  SequenceTagger(TaggerModel model) {
    this.words = model.words();
    this.tree = model.tree();
    this.linkers = model.linkers();
    this.parts = new PartTagger(model.parts(), model.known());
    this.names = new NameTagger(model.names(), model.again(), model.tree());
  }

  Tags tag(Tokens tokens) {
    var forms = new WordForms(tokens, words);
    byte[] spoken = parts.tag(tokens, forms, tree);
    var context = new NameContext(tokens, forms, tree, spoken, linkers);
    byte[] labels = names.tagTwice(tokens, context);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) NameScheme.simple(labels[i]);
    }
    return new Tags(spoken, labels);
  }

  private static final class Standard {
    static final SequenceTagger TAGGER = new SequenceTagger(TaggerModel.resource("names.en.model"));
  }
}
