package io.github.dyn53.dns;

/** The zone said no, and would again; nothing was applied. */
public final class ZoneRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Scope scope;

  /** What was refused. */
  public enum Scope {
    /** Every change of this zone: it is not there, or access is denied. */
    ZONE,
    /** At least one change of the batch; the others might be taken without it. */
    CHANGE
  }

  /**
   * @param message the reason in words that an owner can act on
   * @param cause what the client library said
   */
  public ZoneRefusedException(Scope scope, String message, Throwable cause) {
    super(message, cause);
    this.scope = scope;
  }

  /**
   * @param message the reason in words that an owner can act on
   */
  public ZoneRefusedException(Scope scope, String message) {
    super(message);
    this.scope = scope;
  }

  /** Refuses what a zone holds as an alias or under a routing policy. */
  public static ZoneRefusedException foreign(RecordKey key) {
    return new ZoneRefusedException(Scope.CHANGE, ZonePage.describeForeign(key));
  }

  /** What was refused. */
  public Scope scope() {
    return scope;
  }
}
