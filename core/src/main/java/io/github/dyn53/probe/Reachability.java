package io.github.dyn53.probe;

/** What an attempt to connect to a port came to. */
public enum Reachability {
  /** Somebody took the connection. */
  OPEN("open"),
  /** The connection was refused: the address is reached, and nobody listens there. */
  CLOSED("closed"),
  /** No answer in time: a firewall or a router without a port forwarding drops what arrives. */
  SILENT("silent"),
  /** No connection of this family leaves the service: Lambda speaks IPv4 only. */
  UNSUPPORTED("unsupported");

  private final String word;

  Reachability(String word) {
    this.word = word;
  }

  /** The word in the reply. */
  public String word() {
    return word;
  }
}
