package io.github.dyn53.functions.admin.clients;

import io.github.dyn53.dns.Hostname;

/**
 * A program or device that keeps a host up to date or gets certificates for it.
 *
 * @param name what the owner calls it in a command
 * @param title what its makers call it
 * @param purpose what it is for
 * @param checked how it is known that it gets on with dyn53
 * @param language the language of {@code text}, in Markdown's words
 * @param about what to mind, in Markdown
 * @param text what is entered or written into its files
 */
public record Client(
    String name,
    String title,
    Purpose purpose,
    Checked checked,
    String language,
    String about,
    String text) {

  /** What a client is for. */
  public enum Purpose {
    /** It tells the addresses of a host. */
    ADDRESS,
    /** It proves to a certificate authority that a host is the owner's. */
    CERTIFICATE
  }

  /** Whether it is of use to this host: a wildcard name has no certificate of its own. */
  public boolean suits(Hostname hostname) {
    return purpose == Purpose.ADDRESS || hostname.challengeName().isPresent();
  }

  /** What is to be entered, complete but for the secret where the setup has none. */
  public String configuration(Setup setup) {
    return setup.fill(text);
  }

  /** What to mind, with the same values as in {@link #configuration}. */
  public String about(Setup setup) {
    return setup.fill(about);
  }
}
