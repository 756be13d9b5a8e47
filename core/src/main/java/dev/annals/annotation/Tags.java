package dev.annals.annotation;

/** Part of speech and name label of every token of one tokenisation, by token number. */
final class Tags {

  private static final PartOfSpeech[] PARTS = PartOfSpeech.values();
  private static final NameLabel[] LABELS = NameLabel.values();

  private final byte[] parts;
  private final byte[] labels;

  Tags(byte[] parts, byte[] labels) {
    this.parts = parts;
    this.labels = labels;
  }

  PartOfSpeech part(int token) {
    return PARTS[parts[token]];
  }

  NameLabel label(int token) {
    return LABELS[labels[token]];
  }
}
