package io.github.dyn53.cli.update;

import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.protocol.ReturnCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Understands a reply of the dyndns2 protocol: a line for each host asked, in the same order. */
record ReplyLines(Instant now) {

  private static final int UNAUTHORIZED = 401;

  /** One outcome for each of the hosts; a single line goes for all. */
  List<Outcome> outcomes(HttpReply reply, int hosts) {
    List<String> words = words(reply.body());
    var outcomes = new ArrayList<Outcome>(hosts);
    for (int i = 0; i < hosts; i++) {
      String word = words.size() == hosts ? words.get(i) : words.size() == 1 ? words.get(0) : "";
      outcomes.add(outcome(word, reply));
    }
    return outcomes;
  }

  private Outcome outcome(String word, HttpReply reply) {
    Optional<ReturnCode> code = ReturnCode.of(word);
    if (code.isPresent()) {
      return outcome(code.get(), reply);
    }
    return reply.status() == UNAUTHORIZED
        ? new Outcome.Refused(ReturnCode.BADAUTH)
        : postponed(unknown(reply.status()), reply);
  }

  private Outcome outcome(ReturnCode code, HttpReply reply) {
    return switch (code) {
      case GOOD -> new Outcome.Accepted(true);
      case NOCHG -> new Outcome.Accepted(false);
      case TROUBLE ->
          postponed("it is in trouble at present (911, status " + reply.status() + ")", reply);
      // With a time to come back it is a limit that was reached, without one the owner's word.
      case ABUSE ->
          reply.header("retry-after").isPresent()
              ? postponed("it takes no more changes of this host for now (abuse)", reply)
              : new Outcome.Refused(code);
      case BADAUTH, NOHOST, NOTFQDN, NUMHOST, DNSERR, BADAGENT -> new Outcome.Refused(code);
    };
  }

  private static String unknown(int status) {
    if (status == 429) {
      return "it gets too many requests at present (status 429)";
    }
    if (status >= 500) {
      return "it is in trouble at present (status " + status + ")";
    }
    return "its answer (status "
        + status
        + ") is not dyn53's, so that the endpoint's address may be wrong";
  }

  private Outcome postponed(String reason, HttpReply reply) {
    Optional<String> wish = reply.header("retry-after");
    Optional<Duration> wait =
        wish.isPresent() ? RetryAfter.parse(wish.get().strip(), now) : Optional.empty();
    return new Outcome.Postponed(false, reason, wait);
  }

  /** The first word of each line that has one. */
  private static List<String> words(String body) {
    var words = new ArrayList<String>();
    for (int from = 0; from < body.length(); ) {
      int end = body.indexOf('\n', from);
      end = end < 0 ? body.length() : end;
      String line = body.substring(from, end).strip();
      int blank = line.indexOf(' ');
      if (!line.isEmpty()) {
        words.add(blank < 0 ? line : line.substring(0, blank));
      }
      from = end + 1;
    }
    return words;
  }
}
