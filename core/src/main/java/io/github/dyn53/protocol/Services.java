package io.github.dyn53.protocol;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.probe.PortProbes;
import io.github.dyn53.update.Challenger;
import io.github.dyn53.update.Updater;
import java.util.Optional;

/**
 * What the doors lead to.
 *
 * @param updater carries out updates of addresses
 * @param challenger carries out updates of challenges
 * @param probes tells whether ports are open
 * @param json reads what some clients send
 * @param nameSuffix what a host is below that is named by a single label, as DuckDNS's are; without
 *     it, or where the token may not update that host, the token's grants tell
 */
public record Services(
    Updater updater,
    Challenger challenger,
    PortProbes probes,
    JsonTexts json,
    Optional<DnsName> nameSuffix) {}
