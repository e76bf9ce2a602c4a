package io.github.dyn53.cli.doctor;

import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.UnreachableException;
import io.github.dyn53.cli.update.Wording;
import io.github.dyn53.protocol.ReturnCode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whether the endpoint knows the token, and lets it update the hosts. */
record CredentialCheck(Calls calls) {

  /** Asks host by host: there are few, and each may have a token of its own. */
  List<FindingLine> look(URI endpoint, List<HostSettings> hosts) {
    return hosts.stream().map(host -> look(endpoint, host)).toList();
  }

  private FindingLine look(URI endpoint, HostSettings host) {
    String about = host.name().value();
    try {
      HttpReply reply = calls.keep(endpoint, host.token(), about);
      return code(reply)
          .map(code -> finding(about, code))
          .orElseGet(() -> strange(about, reply.status()));
    } catch (UnreachableException e) {
      return Subject.CREDENTIAL.warn(
          about,
          String.valueOf(e.getMessage()),
          "the connection is unsteady: a moment ago the endpoint answered",
          "run dyn53 doctor again");
    }
  }

  private static Optional<ReturnCode> code(HttpReply reply) {
    return ReturnCode.of(reply.body().lines().findFirst().orElse("").split(" ", -1)[0]);
  }

  private static FindingLine finding(String about, ReturnCode code) {
    return switch (code) {
      case GOOD, NOCHG ->
          Subject.CREDENTIAL.ok(about, "the endpoint knows the host and lets this token update it");
      case BADAUTH ->
          refused(
              about,
              "the token is wrong, expired, or not allowed from this network",
              "put a valid token into the configuration");
      case NOHOST ->
          refused(
              about + " (" + code.word() + ")",
              "there is no such host, or this token may not update it",
              "check the spelling; if it is right, add the host, or the grant, at the endpoint");
      case NOTFQDN, NUMHOST, DNSERR, ABUSE, BADAGENT ->
          refused(about, Wording.of(code), "ask whoever runs the endpoint");
      case TROUBLE ->
          Subject.CREDENTIAL.warn(
              about,
              "the endpoint is in trouble at present (911)",
              "it can't look at tokens now; updates wait and are tried again",
              "wait a few minutes; if it stays, look at the deployment's logs");
    };
  }

  private static FindingLine refused(String about, String meaning, String remedy) {
    return Subject.CREDENTIAL.fail(about, "the endpoint refuses", meaning, remedy);
  }

  private static FindingLine strange(String about, int status) {
    return Subject.CREDENTIAL.fail(
        about,
        "the endpoint answers with status " + status + " and no word of its protocol",
        "what stands at this address is not dyn53, or something stands before it",
        "compare the endpoint with the address your deployment printed");
  }
}
