package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.DnsName;

/** What is asked of a name server. */
public record Question(DnsName name, QueryType type) {}
