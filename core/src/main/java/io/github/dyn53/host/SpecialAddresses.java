package io.github.dyn53.host;

/** What a host does with an address that the rest of the world can't reach. */
public enum SpecialAddresses {
  /** The request fails with {@code dnserr} and changes nothing. */
  REFUSE,
  /** The address is passed over as if it had not been sent; the request succeeds. */
  IGNORE,
  /** It is published like any other. */
  PUBLISH
}
