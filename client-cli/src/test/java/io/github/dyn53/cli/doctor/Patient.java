package io.github.dyn53.cli.doctor;

import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.config.ConfigurationFile;
import io.github.dyn53.cli.dns.Resolver;
import io.github.dyn53.cli.dns.ScriptedDns;
import io.github.dyn53.cli.dns.ZoneServers;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.HttpRequest;
import io.github.dyn53.cli.http.ServerCertificate;
import io.github.dyn53.cli.http.UnreachableException;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A healthy home behind a router, in which a test breaks what it wants to see found. */
final class Patient {

  static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";

  final List<String> requests = new ArrayList<>();
  final Map<String, HttpReply> replies = new HashMap<>();
  final Map<String, Finding> findings = new HashMap<>();
  ScriptedDns dns = ScriptedDns.zone("example.com", "home.example.com", "9.1.2.3");
  List<IpAddress> named = addresses("5.6.7.8");
  Optional<UnreachableException> unreachable = Optional.empty();
  Instant certificateEnds = NOW.plus(Duration.ofDays(90));
  Path state = Path.of("missing-folder");
  String more = "";

  Patient() {
    answer("/checkip", 200, "9.1.2.3");
    answer("/nic/update", 200, "nochg\n");
    answer("/api/probe", 200, "{\"address\":\"9.1.2.3\",\"port\":443,\"result\":\"open\"}");
    findings.put("IPV4 router", found("9.1.2.3", "router (NAT-PMP)"));
    findings.put("IPV4 endpoint", found("9.1.2.3", "endpoint"));
    findings.put("IPV4 interface", found("192.168.1.5", "interface"));
  }

  static List<IpAddress> addresses(String text) {
    return List.of(IpAddress.parse(text).orElseThrow());
  }

  static Finding found(String address, String by) {
    return new Finding.Found(IpAddress.parse(address).orElseThrow(), by);
  }

  void answer(String path, int status, String body) {
    replies.put(path, new HttpReply(status, Map.of("date", "Mon, 23 Nov 2026 00:00:10 GMT"), body));
  }

  Diagnosis examined(OptionalInt port) {
    return new Doctor(network(), machine(), this::source)
        .examine("dyn53.conf", configuration(), port);
  }

  private Configuration configuration() {
    return ConfigurationFile.parse(
        "dyn53.conf",
        """
        endpoint = https://abc.example
        token = %s
        %s
        host = home.example.com
        """
            .formatted(TOKEN, more));
  }

  private Network network() {
    var resolver = new Resolver(dns, List.of(new InetSocketAddress("192.0.2.53", 53)));
    return new Network(
        new Calls(this::reply, "dyn53/test"),
        (url, timeout) -> {
          unreachable.ifPresent(reason -> {
            throw reason;
          });
          return new ServerCertificate("Amazon RSA 2048 M02 (Amazon)", certificateEnds);
        },
        host -> named,
        new ZoneServers(dns, resolver, 53),
        resolver);
  }

  private Machine machine() {
    return new Machine(addresses("192.168.1.5"), state, () -> NOW, System::nanoTime);
  }

  private HttpReply reply(HttpRequest request) {
    requests.add(request.url().getPath() + "?" + request.url().getQuery());
    return Optional.ofNullable(replies.get(request.url().getPath())).orElseThrow();
  }

  private AddressSource source(SourceSpec spec) {
    return new AddressSource() {
      @Override
      public String name() {
        return spec.text();
      }

      @Override
      public Finding find(Family family) {
        return findings.getOrDefault(family + " " + spec.text(), new Finding.None("none"));
      }
    };
  }
}
