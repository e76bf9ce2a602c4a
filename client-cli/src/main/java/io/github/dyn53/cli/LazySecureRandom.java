package io.github.dyn53.cli;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Unguessable numbers, whose source is made when the first is drawn: most runs draw none. */
final class LazySecureRandom implements RandomGenerator {

  private static final class Holder {
    static final SecureRandom RANDOM = new SecureRandom();
  }

  @Override
  public long nextLong() {
    return Holder.RANDOM.nextLong();
  }
}
