package io.github.dyn53.emulator.dns;

import io.github.dyn53.emulator.route53.HostedZone;
import io.github.dyn53.emulator.route53.HostedZones;
import io.github.dyn53.emulator.route53.RecordType;
import io.github.dyn53.emulator.route53.TestZones;
import java.util.stream.IntStream;

/**
 * The zones dyn.test and sub.dyn.test with a record of each kind that the tests of this package ask
 * for.
 */
final class ServedZone {
  final HostedZones zones = TestZones.empty();
  private final HostedZone parent = zones.create("dyn.test");
  private final HostedZone child = zones.create("sub.dyn.test");

  ServedZone() {
    put("home.dyn.test", RecordType.A, 60, "192.0.2.1", "192.0.2.2");
    put("home.dyn.test", RecordType.AAAA, 30, "2001:db8::1");
    put("*.home.dyn.test", RecordType.A, 20, "192.0.2.3");
    put("_acme-challenge.home.dyn.test", RecordType.TXT, 0, "\"token with blanks\" \"\\344\"");
    put("dyn.test", RecordType.MX, 300, "10 mail.dyn.test");
    put("dyn.test", RecordType.CAA, 300, "0 issue \"letsencrypt.org\"");
    put("www.dyn.test", RecordType.CNAME, 300, "alias.sub.dyn.test");
    put("out.dyn.test", RecordType.CNAME, 300, "example.org");
    put("gone.dyn.test", RecordType.CNAME, 300, "nothing.sub.dyn.test");
    put("loop1.dyn.test", RecordType.CNAME, 300, "loop2.dyn.test");
    put("loop2.dyn.test", RecordType.CNAME, 300, "loop1.dyn.test");
    TestZones.put(zones, child, "alias.sub.dyn.test", RecordType.CNAME, 300, "home.dyn.test");
    put("medium.dyn.test", RecordType.TXT, 60, strings(4));
    put("large.dyn.test", RecordType.TXT, 60, strings(8));
  }

  private static String[] strings(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"%d%s\"".formatted(i, "x".repeat(200)))
        .toArray(String[]::new);
  }

  private void put(String name, RecordType type, long ttl, String... values) {
    TestZones.put(zones, parent, name, type, ttl, values);
  }
}
