package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.DnsName;
import java.time.Duration;

/**
 * A record as it came.
 *
 * @param ttl how long it may be remembered from now on
 * @param value an address as text; the name behind NS or CNAME; the first name of a SOA record
 */
public record DnsRecord(DnsName name, QueryType type, Duration ttl, String value) {}
