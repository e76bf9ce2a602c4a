package io.github.dyn53.access;

/** What kind of caller a token stands for. */
public enum Role {
  /** Updates the hosts that its grants name. */
  DEVICE,
  /** Updates every host. */
  ADMIN
}
