package io.github.dyn53.cli.http;

/** No whole reply came back. The message is for people and holds neither query nor secret. */
public final class UnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** How far it came. */
  public enum Reason {
    /** The name has no address, or none of the family asked for. */
    NAME,
    /** Nothing took the connection: refused, no route, no network. */
    CONNECT,
    /** The other side could not prove who it is, or spoke no TLS. */
    TLS,
    /** Connected, but no whole reply in time. */
    TIMEOUT,
    /** What came back is not HTTP, too long, or broke off. */
    PROTOCOL
  }

  /** Says how far it came, and in plain words why no farther. */
  public UnreachableException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** How far it came. */
  public Reason reason() {
    return reason;
  }
}
