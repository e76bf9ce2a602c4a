package io.github.dyn53.cli.process;

import java.io.IOException;
import java.util.regex.Pattern;

/** Says why a program could not be started. */
public final class NotStarted {

  private static final Pattern MISSING = Pattern.compile("error[:=] ?2\\b");

  private NotStarted() {}

  /**
   * A clause that follows the program's name; Java gives the system's number in the message alone.
   */
  public static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return MISSING.matcher(message).find()
        ? " is not to be found here"
        : " could not be run: " + message;
  }
}
