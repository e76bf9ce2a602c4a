package io.github.dyn53.cli.router;

import io.github.dyn53.dns.Ipv4Address;
import java.util.Optional;

/**
 * A hint that the router's outer side may have changed. Anyone on the local network can forge one,
 * so nothing in it is to be believed: who hears it asks the router.
 *
 * @param protocol what the router spoke, {@code NAT-PMP} or {@code PCP}
 * @param epoch seconds since the router lost its state, as it says
 * @param claimed the address it claims, where the protocol tells one
 */
public record Announcement(String protocol, long epoch, Optional<Ipv4Address> claimed) {}
