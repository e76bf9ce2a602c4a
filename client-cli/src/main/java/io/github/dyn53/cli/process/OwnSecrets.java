package io.github.dyn53.cli.process;

import java.util.List;

/** Whatever gave us the token is no other program's business. */
public final class OwnSecrets {

  private OwnSecrets() {}

  /** What starts another program, with our environment but for the secrets in it. */
  public static ProcessBuilder withheldFrom(List<String> command) {
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("DYN53_"));
    builder.environment().remove("CREDENTIALS_DIRECTORY");
    return builder;
  }
}
