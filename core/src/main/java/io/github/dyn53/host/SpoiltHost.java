package io.github.dyn53.host;

/**
 * A host that is stored in a form that can't be read: somebody has edited it by hand. It is left as
 * it is until an owner mends it, since whatever it was meant to be would be a guess.
 *
 * @param name what it is stored under, which need not be a hostname
 * @param fault what is wrong with it, in words that an owner can act on
 */
public record SpoiltHost(String name, String fault) {

  /** What the log says. */
  public String describe() {
    return "%s can't be read: %s".formatted(name, fault);
  }
}
