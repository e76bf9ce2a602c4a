package io.github.dyn53.cli.doctor;

import io.github.dyn53.dns.IpAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What belongs to this machine.
 *
 * @param addresses of its interfaces
 * @param state folder for what is remembered
 * @param nanos a clock that nobody can set
 */
public record Machine(
    List<IpAddress> addresses, Path state, InstantSource clock, LongSupplier nanos) {

  public Machine {
    addresses = List.copyOf(addresses);
  }
}
