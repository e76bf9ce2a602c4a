package io.github.dyn53.protocol;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.InterfaceId;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.host.HostSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Sends requests to all doors over a test bed. */
final class Wire {

  static final String UPDATE = "/nic/update?hostname=home.example.com";
  static final String SECRET = TestBed.SECRET.value();
  static final Map<String, String> BASIC = Map.of("authorization", basic("router", SECRET));

  private final TestBed bed = new TestBed();
  private final FrontDoor doors;

  Wire() {
    this.doors = bed.doors();
  }

  /** Over a deployment with this name suffix. */
  Wire(Optional<DnsName> nameSuffix) {
    this.doors = bed.doors(nameSuffix);
  }

  TestBed bed() {
    return bed;
  }

  /** Gives the home host an interface id in a subnet. */
  void homeBehind(String interfaceId, int subnet) {
    HostSettings usual = bed.host(TestBed.HOME).settings();
    bed.settings(
        TestBed.HOME,
        new HostSettings(
            usual.zone(),
            usual.ttl(),
            usual.families(),
            usual.wildcard(),
            usual.specialAddresses(),
            usual.blocked(),
            usual.silence(),
            usual.drift(),
            usual.owner(),
            InterfaceId.parse(interfaceId),
            subnet,
            usual.group()));
  }

  static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** A request with good credentials. */
  Handled get(String target) {
    return get(target, BASIC);
  }

  Handled get(String target, Map<String, String> headers) {
    return send("GET", target, headers, "");
  }

  Handled send(String method, String target, Map<String, String> headers, String body) {
    return sendFrom("9.8.7.6", method, target, headers, body);
  }

  Handled sendFrom(
      String source, String method, String target, Map<String, String> headers, String body) {
    return handle(request(source, method, target, headers, body));
  }

  Handled handle(WebRequest request) {
    return doors.handle(request);
  }

  static WebRequest request(
      String source, String method, String target, Map<String, String> headers, String body) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : target.substring(mark + 1);
    return new WebRequest(
        method, path, query, headers, body, IpAddress.parse(source).orElseThrow());
  }

  /** What the zone answers for the home host: its A and AAAA values, a dash for none. */
  String published() {
    return published(RecordType.A) + " " + published(RecordType.AAAA);
  }

  private String published(RecordType type) {
    return bed.records("home.example.com", type).stream().findFirst().orElse("-");
  }
}
