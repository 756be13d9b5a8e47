package dev.annals.flink;

/** In which order articles are placed. */
public enum ReadingOrder {
  /**
   * As the files and the documents in them follow each other, which is what the engine on one
   * machine does. One reader reads; all else is done in parallel.
   */
  READING,
  /** By the time they were captured, or published. Many files are read at once. */
  TIME
}
