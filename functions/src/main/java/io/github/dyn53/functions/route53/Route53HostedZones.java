package io.github.dyn53.functions.route53;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.functions.admin.HostedZones;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.Route53Client;

/** The hosted zones of this deployment, with the names that Route 53 knows them by. */
public final class Route53HostedZones implements HostedZones {

  private final Route53Client route53;
  private final List<ZoneId> zones;
  private final Map<ZoneId, DnsName> names = new ConcurrentHashMap<>();

  /**
   * Makes the list.
   *
   * @param zones the zones that this deployment may change
   */
  public Route53HostedZones(Route53Client route53, List<ZoneId> zones) {
    this.route53 = route53;
    this.zones = List.copyOf(zones);
  }

  @Override
  public Map<ZoneId, DnsName> names() {
    Map<ZoneId, DnsName> all = new LinkedHashMap<>();
    zones.forEach(zone -> all.put(zone, names.computeIfAbsent(zone, this::name)));
    return all;
  }

  private DnsName name(ZoneId zone) {
    try {
      return new DnsName(
          route53.getHostedZone(request -> request.id(zone.value())).hostedZone().name());
    } catch (SdkException e) {
      throw Route53Failure.of(e, "failed to read hosted zone " + zone);
    }
  }
}
