package io.github.dyn53.cli.doctor;

import io.github.dyn53.access.Secret;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.UnreachableException;
import java.net.URI;
import java.util.List;

/** Whether a TCP port of this connection can be reached from outside. */
record PortCheck(Calls calls) {

  private static final String UNKNOWN = "whether it is open can't be told";
  private static final String FROM_OUTSIDE = "try it from a phone without Wi-Fi";

  List<FindingLine> look(URI endpoint, Secret token, int port) {
    return List.of(
        ipv4(endpoint, token, port),
        Subject.PORT.skipped(
            "IPv6 port " + port,
            "not tried: the endpoint runs in AWS Lambda, which has no way out over IPv6"));
  }

  private FindingLine ipv4(URI endpoint, Secret token, int port) {
    String about = "IPv4 port " + port;
    try {
      return finding(about, calls.probe(endpoint, token, port));
    } catch (UnreachableException e) {
      return untold(about, String.valueOf(e.getMessage()));
    }
  }

  private static FindingLine finding(String about, HttpReply reply) {
    var probe = ProbeReply.parse(reply.body());
    String there = probe.address();
    return switch (probe.result()) {
      case "open" -> Subject.PORT.ok(about, "open: " + there + " takes connections from outside");
      case "closed" ->
          Subject.PORT.fail(
              about,
              "closed: " + there + " refuses connections",
              "packets arrive, but nobody listens: the program does not run, listens on another"
                  + " port or on loopback only, or the router refuses by itself",
              "start the program; check that it listens on all addresses (ss -tlnp), and that the"
                  + " router forwards the port to this machine");
      case "silent" ->
          Subject.PORT.fail(
              about,
              "no answer: " + there + " drops connections",
              "a firewall, or a router without a forwarding for this port, throws packets away; or"
                  + " the provider does not let them through",
              "forward the port in the router to this machine, and open it in this machine's"
                  + " firewall");
      case "unsupported" ->
          untold(about, "the endpoint has no way out over this family", UNKNOWN, FROM_OUTSIDE);
      default -> refused(about, reply.status(), probe.error());
    };
  }

  private static FindingLine refused(String about, int status, String error) {
    if (status != 404 && error.isEmpty()) {
      return untold(about, "status " + status);
    }
    return switch (status) {
      case 401 -> untold(about, error, UNKNOWN, "see the token and hosts above");
      case 403 ->
          untold(
              about,
              error,
              "the endpoint connects only to the public address that it sees, and the one it sees"
                  + " here is not public",
              FROM_OUTSIDE + "; or look from where the endpoint sees your public address");
      case 404 ->
          untold(
              about,
              "this deployment of dyn53 can't try ports yet: it is older than this",
              UNKNOWN,
              FROM_OUTSIDE + ", or bring the deployment up to date");
      default -> untold(about, error);
    };
  }

  /** It may go otherwise the next time. */
  private static FindingLine untold(String about, String reason) {
    return untold(about, reason, UNKNOWN, FROM_OUTSIDE + ", or try again in a minute");
  }

  private static FindingLine untold(String about, String reason, String meaning, String remedy) {
    return Subject.PORT.warn(about, "could not be tried: " + reason, meaning, remedy);
  }
}
