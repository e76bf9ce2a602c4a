package io.github.dyn53.cli.process;

import java.util.Map;

/** Whatever gave us the token is no other program's business. */
public final class OwnSecrets {

  private OwnSecrets() {}

  /** Takes them out of the environment that another program is to have. */
  public static void removeFrom(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("DYN53_"));
    environment.remove("CREDENTIALS_DIRECTORY");
  }
}
