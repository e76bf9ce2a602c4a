package io.github.dyn53.cli.doctor;

import io.github.dyn53.cli.dns.Resolver;
import io.github.dyn53.cli.dns.ZoneServers;
import io.github.dyn53.cli.http.Certificates;

/** What is asked over the network. */
public record Network(
    Calls calls, Certificates certificates, Names names, ZoneServers zones, Resolver resolver) {}
