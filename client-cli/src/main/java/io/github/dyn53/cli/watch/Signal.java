package io.github.dyn53.cli.watch;

/** Why the watch stirs. */
public enum Signal {
  /** The router announced that its outer address may be another one. */
  ROUTER_ANNOUNCED("the router announced a change"),
  /** An interface or a route changed. */
  LINK_CHANGED("the network of this machine changed"),
  /** The machine slept. */
  WOKE_UP("the machine woke up"),
  /** Nothing happened in the time that was waited. */
  TICK("it is time"),
  /** The watch is to end. */
  STOP("it is to end");

  private final String text;

  Signal(String text) {
    this.text = text;
  }

  /** For people. */
  String text() {
    return text;
  }
}
