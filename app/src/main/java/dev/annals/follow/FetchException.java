package dev.annals.follow;

import java.io.IOException;
import java.io.Serial;

/** A fetch that gave no answer. The message is one plain line. */
final class FetchException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final FetchProblem problem;

  FetchException(FetchProblem problem, String detail) {
    super(problem.text() + ": " + detail);
    this.problem = problem;
  }

  FetchProblem problem() {
    return problem;
  }
}
