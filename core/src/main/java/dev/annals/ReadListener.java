package dev.annals;

/** Is told how a read goes, on the thread that reads. */
public interface ReadListener {

  /** Listens to nothing. */
  ReadListener NOBODY =
      new ReadListener() {
        @Override
        public void document(int added, int updated, int unchanged) {}

        @Override
        public void compiling() {}
      };

  /** One more document was taken. */
  void document(int added, int updated, int unchanged);

  /** All documents were taken; records are compiled now. */
  void compiling();
}
