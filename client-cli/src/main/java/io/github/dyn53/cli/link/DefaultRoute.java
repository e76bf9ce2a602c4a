package io.github.dyn53.cli.link;

import io.github.dyn53.dns.IpAddress;
import java.util.Optional;

/**
 * The way from this machine to the rest of the world.
 *
 * @param link the interface it leaves by: its name, or on Windows its index or own address
 * @param gateway the router on that link; none on a point-to-point link
 */
public record DefaultRoute(String link, Optional<IpAddress> gateway) {}
