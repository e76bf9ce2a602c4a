package io.github.dyn53.host;

/** What to do where somebody else changed a record set that dyn53 published. */
public enum DriftPolicy {
  /** Publish again what is wanted, and say so in the history. */
  REPAIR,
  /** Only say so in the history. */
  REPORT
}
