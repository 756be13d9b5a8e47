package dev.annals.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes with the real one and can be put forward. */
final class TestClock implements InstantSource {

  private final AtomicLong ahead;

  TestClock(Instant start) {
    ahead = new AtomicLong(start.toEpochMilli() - System.currentTimeMillis());
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(System.currentTimeMillis() + ahead.get());
  }

  void forward(Duration duration) {
    ahead.addAndGet(duration.toMillis());
  }
}
