package io.github.dyn53.protocol;

import io.github.dyn53.update.Challenger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the protocol that a path speaks and lets it answer. */
public final class FrontDoor {

  /** More than any client sends, and little enough to read at once. */
  static final int LONGEST_BODY = 64 * 1024;

  private static final Pattern SLASHES = Pattern.compile("//+");
  private static final String TOKEN_PATH = "/u/";

  private final Map<String, Door> doors;

  /** It alone has names and secrets in its path. */
  private final Door duckDns;

  /** Opens all doors. */
  public FrontDoor(Services services) {
    Challenger challenger = services.challenger();
    JsonTexts json = services.json();
    Door update = new Dyndns2(services.updater(), false);
    Door plain = new Checkip(false);
    this.duckDns = new DuckDns(services.updater(), challenger, services.nameSuffix());
    this.doors =
        Map.ofEntries(
            Map.entry("/nic/update", update),
            Map.entry("/v3/update", update),
            Map.entry("/v2/update", update),
            Map.entry("/nic/delete", new Dyndns2(services.updater(), true)),
            Map.entry(DuckDns.PATH, new UpdateDoor(update, duckDns, new AcmeDns(challenger, json))),
            Map.entry("/register", new AcmeDnsAccount(challenger, json)),
            Map.entry("/health", new Health()),
            Map.entry("/httpreq/present", Httpreq.present(challenger, json)),
            Map.entry("/httpreq/cleanup", Httpreq.cleanup(challenger, json)),
            Map.entry("/checkip", plain),
            Map.entry("/myip", plain),
            Map.entry("/ip", plain),
            Map.entry("/nic/checkip", plain),
            Map.entry("/", new Checkip(true)),
            Map.entry("/api/probe", new ProbeDoor(services.updater(), services.probes())));
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
    Door door = door(rest);
    // No word of the path is repeated: a client might find a word of success in it.
    return door == null
        ? refuse(404, "notfound", "not found")
        : door.handle(request.at(rest), token);
  }

  private @Nullable Door door(String path) {
    boolean inPath = path.startsWith(DuckDns.PATH + "/");
    return inPath ? duckDns : doors.get(path.isEmpty() ? "/" : path);
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
