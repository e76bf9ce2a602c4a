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

  /** dyn53 itself. */
  public static final Actor SERVICE = new Actor("dyn53", "", "");

  /** Whoever may invoke the admin function. */
  public static final Actor OWNER = new Actor("owner", "", "");

  public Actor {
    client = shortened(client);
  }

  /** Cuts between two characters, never inside one: half of one has no UTF-8 form to store. */
  private static String shortened(String text) {
    if (text.length() <= LONGEST_CLIENT) {
      return text;
    }
    boolean inside = Character.isHighSurrogate(text.charAt(LONGEST_CLIENT - 1));
    return text.substring(0, inside ? LONGEST_CLIENT - 1 : LONGEST_CLIENT);
  }
}
