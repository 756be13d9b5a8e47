package dev.annals.annotation;

import dev.annals.text.Tokens;

/**
 * Tags every token with its part of speech and name label. Safe for use by several threads: the
 * model is read once and shared.
 */
final class SequenceTagger {

  private final TaggerModel model;
  private final PartTagger parts;
  private final NameTagger names;
  private final NameTagger again;

  /** A tagger with the model that comes with Annals. */
  SequenceTagger() {
    this(Standard.MODEL);
  }

  SequenceTagger(TaggerModel model) {
    this.model = model;
    this.parts = new PartTagger(model.parts(), model.known());
    this.names = new NameTagger(model.names(), model.tree(), 0);
    this.again = new NameTagger(model.again(), model.tree(), 1);
  }

  Tags tag(Tokens tokens) {
    var forms = new WordForms(tokens, model.words());
    byte[] spoken = parts.tag(tokens, forms, model.tree());
    var context = new NameContext(tokens, forms, model.tree(), spoken, model.linkers());
    byte[] first = names.tag(tokens, context, null);
    byte[] labels = again.tag(tokens, context, new NameEvidence(tokens, context, first));
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) NameScheme.simple(labels[i]);
    }
    return new Tags(spoken, labels);
  }

  private static final class Standard {
    static final TaggerModel MODEL = TaggerModel.resource("names.en.model");
  }
}
