package io.github.dyn53.cli.doctor;

import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.ServerCertificate;
import io.github.dyn53.cli.http.UnreachableException;
import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.dns.IpAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an endpoint is found, is who it says, and answers. */
final class EndpointCheck {

  private static final Duration SOON = Duration.ofDays(7);
  private static final Duration WRONG = Duration.ofMinutes(1);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final Network network;
  private final Machine machine;
  private final CaFile caFile;

  EndpointCheck(Network network, Machine machine, Optional<Path> caFile) {
    this.network = network;
    this.machine = machine;
    this.caFile = new CaFile(caFile);
  }

  /** Goes as far as it gets; all went well where nothing failed. */
  List<FindingLine> look(URI endpoint) {
    var findings = new ArrayList<FindingLine>();
    String about = endpoint.getHost();
    try {
      List<IpAddress> addresses = network.names().addresses(endpoint.getHost());
      if (addresses.isEmpty()) {
        findings.add(nameless(about));
        return findings;
      }
      List<String> texts = addresses.stream().map(IpAddress::text).toList();
      findings.add(Subject.ENDPOINT.ok(about, "is found at " + String.join(", ", texts)));
      if ("https".equals(endpoint.getScheme())) {
        findings.add(certificate(about, network.certificates().of(endpoint, Calls.TIMEOUT)));
      }
      findings.addAll(answer(endpoint));
    } catch (UnreachableException e) {
      Optional<FindingLine> blamed =
          e.reason() == Reason.TLS ? caFile.look(about) : Optional.empty();
      findings.add(blamed.orElseGet(() -> unreachable(about, e)));
    }
    return findings;
  }

  private static FindingLine nameless(String about) {
    return Subject.ENDPOINT.fail(
        about,
        "the name has no address",
        "it is misspelt, the deployment is gone, or this machine can't ask DNS",
        "compare it with the address your deployment printed; try another name in a browser");
  }

  private FindingLine certificate(String about, ServerCertificate certificate) {
    Duration left = Duration.between(machine.clock().instant(), certificate.validUntil());
    String date = certificate.validUntil().atZone(ZoneOffset.UTC).toLocalDate().toString();
    String seen =
        "TLS opens; the certificate is signed by "
            + certificate.signer()
            + " and good until "
            + date
            + " ("
            + left.toDays()
            + " days)";
    return left.compareTo(SOON) < 0
        ? Subject.ENDPOINT.warn(
            about,
            seen,
            "when it runs out, dyn53 sends nothing there any more",
            "renew it, or find out why it did not renew itself")
        : Subject.ENDPOINT.ok(about, seen);
  }

  private List<FindingLine> answer(URI endpoint) {
    String about = endpoint.getHost();
    long begin = machine.nanos().getAsLong();
    HttpReply reply = network.calls().checkip(endpoint);
    long first = machine.nanos().getAsLong();
    if (IpAddress.parse(reply.body().strip()).isEmpty()) {
      return List.of(strange(about, reply.status()));
    }
    network.calls().checkip(endpoint);
    long second = machine.nanos().getAsLong();
    String seen =
        "it answers in "
            + millis(second - first)
            + " ms, the first time in "
            + millis(first - begin)
            + " ms";
    return List.of(Subject.ENDPOINT.ok(about, seen), clock(reply));
  }

  private static FindingLine strange(String about, int status) {
    if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
      return Subject.ENDPOINT.fail(
          about,
          "it answers with status " + status,
          status == TOO_MANY_REQUESTS
              ? "it gets too many requests at present"
              : "it is in trouble at present, or what stands before it is",
          "wait a few minutes and look again; if it stays, look at the deployment's logs");
    }
    return Subject.ENDPOINT.fail(
        about,
        "it answers with status " + status + ", but not as dyn53 does",
        "another server stands there, or the address lacks a part",
        "compare it with the address your deployment printed");
  }

  private static long millis(long nanos) {
    return Duration.ofNanos(nanos).toMillis();
  }

  /** Compares with the time of the reply, which has whole seconds (RFC 9110 section 6.6.1). */
  private FindingLine clock(HttpReply reply) {
    Optional<Instant> there = reply.header("date").flatMap(EndpointCheck::time);
    if (there.isEmpty()) {
      return Subject.CLOCK.skipped("", "the endpoint does not say what time it is");
    }
    Duration ahead = Duration.between(there.get(), machine.clock().instant());
    if (ahead.abs().compareTo(WRONG) < 0) {
      return Subject.CLOCK.ok("", "this machine's clock agrees with the endpoint's");
    }
    return Subject.CLOCK.warn(
        "",
        "this machine's clock is "
            + ahead.abs().toMinutes()
            + " minutes "
            + (ahead.isNegative() ? "slow" : "fast"),
        "certificates may be taken for invalid, and times in logs mislead",
        "let the system set its clock from the network (NTP), such as by: timedatectl set-ntp true");
  }

  private static Optional<Instant> time(String header) {
    try {
      return Optional.of(
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static FindingLine unreachable(String about, UnreachableException e) {
    String seen = String.valueOf(e.getMessage());
    return switch (e.reason()) {
      case NAME -> nameless(about);
      case CONNECT ->
          Subject.ENDPOINT.fail(
              about,
              seen,
              "this machine has no way there: no network, a firewall, or the server is down",
              "try another site in a browser; look at the firewall's rules for the port");
      case TLS ->
          Subject.ENDPOINT.fail(
              about,
              seen,
              "dyn53 sends no token to a server that can't prove who it is; a proxy that opens TLS,"
                  + " a hotel's login page, a private CA or a wrong clock look like this",
              "for a CA of your own name its certificate with ca-file; otherwise find out who"
                  + " answers there, and check the clock");
      case TIMEOUT ->
          Subject.ENDPOINT.fail(
              about,
              seen,
              "a firewall swallows the packets, or the server is overloaded",
              "try again; if it stays, look at the firewall and at the deployment's logs");
      case PROTOCOL ->
          Subject.ENDPOINT.fail(
              about,
              seen,
              "what answers is not dyn53, or something in between spoils the answers",
              "compare the address with the one your deployment printed, its port above all");
    };
  }
}
