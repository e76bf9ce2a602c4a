package io.github.dyn53.emulator.cloud;

/** What a client of the update function gets. */
public record Reply(int status, String body) {

  /** The first word of the first line: the return code. */
  public String word() {
    return body.strip().split("\\s", 2)[0];
  }
}
