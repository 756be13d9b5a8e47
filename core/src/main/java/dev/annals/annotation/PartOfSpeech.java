package dev.annals.annotation;

/** Parts of speech as in the Penn Treebank; punctuation marks are one class. */
public enum PartOfSpeech {
  CC,
  CD,
  DT,
  EX,
  FW,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NN,
  NNS,
  NNP,
  NNPS,
  PDT,
  POS,
  PRP,
  PRP$,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WP$,
  WRB,
  PUNCTUATION;

  /** Whether it is a form of a verb, modals left out. */
  public boolean isVerb() {
    return ordinal() >= VB.ordinal() && ordinal() <= VBZ.ordinal();
  }

  /** Whether it is a verb form that has a tense of its own. */
  public boolean isFinite() {
    return this == VBD || this == VBP || this == VBZ || this == MD;
  }

  /** Whether it is a noun, proper or common. */
  public boolean isNoun() {
    return ordinal() >= NN.ordinal() && ordinal() <= NNPS.ordinal();
  }

  /** Whether it is a proper noun. */
  public boolean isProperNoun() {
    return this == NNP || this == NNPS;
  }

  /** Whether it is an adjective. */
  public boolean isAdjective() {
    return this == JJ || this == JJR || this == JJS;
  }
}
