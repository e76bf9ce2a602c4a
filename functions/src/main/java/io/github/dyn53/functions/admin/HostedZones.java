package io.github.dyn53.functions.admin;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.ZoneId;
import java.util.Map;

/** The hosted zones that this deployment may change. */
public interface HostedZones {

  /**
   * The name of each zone.
   *
   * @throws io.github.dyn53.dns.ZoneUnavailableException when a zone could not be read
   * @throws io.github.dyn53.dns.ZoneRefusedException when a zone does not exist or may not be read
   */
  Map<ZoneId, DnsName> names();
}
