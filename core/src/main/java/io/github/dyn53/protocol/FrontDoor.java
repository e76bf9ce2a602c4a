package io.github.dyn53.protocol;

import io.github.dyn53.probe.PortProbes;
import io.github.dyn53.update.Updater;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the protocol that a path speaks and lets it answer. */
public final class FrontDoor {

  /** More than any client sends, and little enough to read at once. */
  static final int LONGEST_BODY = 64 * 1024;

  private static final Pattern SLASHES = Pattern.compile("//+");
  private static final String TOKEN_PATH = "/u/";

  private final Map<String, Door> doors;

  /**
   * Opens all doors.
   *
   * @param updater what updates are carried out by
   * @param probes what ports are probed by
   */
  public FrontDoor(Updater updater, PortProbes probes) {
    Door update = new Dyndns2(updater, false);
    Door delete = new Dyndns2(updater, true);
    Door plain = new Checkip(false);
    this.doors =
        Map.of(
            "/nic/update", update,
            "/v3/update", update,
            "/v2/update", update,
            "/nic/delete", delete,
            "/checkip", plain,
            "/myip", plain,
            "/ip", plain,
            "/nic/checkip", plain,
            "/", new Checkip(true),
            "/api/probe", new ProbeDoor(updater, probes));
  }

  /** Answers a request; never throws for what a client sent. */
  public Handled handle(WebRequest request) {
    if (request.body().length() > LONGEST_BODY) {
      return refuse(413, ReturnCode.BADAGENT.word(), "body too long");
    }
    String path = normalise(request.path());
    Optional<String> token = token(path);
    String rest =
        token.map(text -> path.substring(TOKEN_PATH.length() + text.length())).orElse(path);
    Door door = doors.get(rest.isEmpty() ? "/" : rest);
    // No word of the path is repeated: a client might find a word of success in it.
    return door == null
        ? refuse(404, "notfound", "not found")
        : door.handle(request.at(rest), token);
  }

  /**
   * Answers what is no request at all.
   *
   * @param reason what is wrong with it, for the log
   */
  public static Handled malformed(String reason) {
    return refuse(400, ReturnCode.BADAGENT.word(), "malformed: " + reason);
  }

  /** Answers a method that a door does not take (RFC 9110 section 15.5.6). */
  static Handled notAllowed(Set<String> methods) {
    Handled refused = refuse(405, ReturnCode.BADAGENT.word(), "method not allowed");
    String allow = String.join(", ", new TreeSet<>(methods));
    return new Handled(refused.reply().with("allow", allow), refused.summary());
  }

  /** Some UniFi gateways ask for {@code //update}; others end a path with a slash. */
  private static String normalise(String path) {
    String single = SLASHES.matcher(path).replaceAll("/");
    return single.length() > 1 && single.endsWith("/")
        ? single.substring(0, single.length() - 1)
        : single;
  }

  private static Optional<String> token(String path) {
    if (!path.startsWith(TOKEN_PATH)) {
      return Optional.empty();
    }
    int end = path.indexOf('/', TOKEN_PATH.length());
    return Optional.of(path.substring(TOKEN_PATH.length(), end < 0 ? path.length() : end));
  }

  static Handled refuse(int status, String body, String outcome) {
    return new Handled(WebReply.text(status, body + "\n"), Summary.served(outcome));
  }
}
