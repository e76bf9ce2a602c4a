package io.github.dyn53.host;

/**
 * Who asked for a change.
 *
 * @param name the name of the token, or {@code owner} for what came through the admin function
 * @param client the program, as it calls itself in {@code User-Agent}; may be empty
 * @param source the address the request came from; may be empty
 */
public record Actor(String name, String client, String source) {

  private static final int LONGEST_CLIENT = 120;

  /** Whoever may invoke the admin function. */
  public static final Actor OWNER = new Actor("owner", "", "");

  public Actor {
    client = client.length() > LONGEST_CLIENT ? client.substring(0, LONGEST_CLIENT) : client;
  }
}
