package io.github.dyn53.host;

/** What a line of a host's history tells. */
public enum ChangeKind {
  /** The owner added the host. */
  ADDED,
  /** A client asked for other addresses. */
  UPDATED,
  /** A client's address was refused by the host's policy. */
  REFUSED,
  /** Route 53 refused for good. */
  FAILED,
  /** The owner changed the settings. */
  SETTINGS,
  /** Nobody updated the host for longer than it may be silent. */
  SILENT,
  /** Challenges went whose time was over. */
  EXPIRED,
  /** The zone did not hold what was published. */
  DRIFTED,
  /** The owner removed the host. */
  REMOVED
}
