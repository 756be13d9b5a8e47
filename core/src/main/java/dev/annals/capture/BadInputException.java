package dev.annals.capture;

import java.io.IOException;
import java.io.Serial;

/** The bytes themselves are wrong: becomes a {@link Rejection}. The message is one plain line. */
final class BadInputException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  BadInputException(String reason) {
    super(reason);
  }
}
