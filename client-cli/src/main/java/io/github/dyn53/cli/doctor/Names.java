package io.github.dyn53.cli.doctor;

import io.github.dyn53.dns.IpAddress;
import java.util.List;

/** Port: finds addresses as every program on this machine does, hosts file included. */
public interface Names {

  /** The addresses of a name or literal; none where it is not found. */
  List<IpAddress> addresses(String host);
}
