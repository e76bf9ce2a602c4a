package io.github.dyn53.emulator.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The client of UniFi, DD-WRT and many other routers, with a {@code custom} provider. */
final class Inadyn {

  /** What it prints when it means to try again by itself. */
  static final String RETRY = "Will retry again in 600 sec";

  private final RealProgram inadyn = RealProgram.require("inadyn", "inadyn");

  /** Starts it in the foreground. */
  RunningProgram start(Setup setup, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--foreground",
                "--no-pidfile",
                "--loglevel=notice",
                "--cache-dir=" + setup.folder(),
                "--config=" + setup.write("inadyn.conf", configuration(setup))));
    arguments.addAll(List.of(options));
    return inadyn.start(setup.folder(), "", arguments);
  }

  private static String configuration(Setup setup) {
    return """
    period = 300
    allow-ipv6 = true
    ca-trust-file = "%s"
    custom dyn53 {
        ssl = %s
        username = "router"
        password = "%s"
        hostname = { %s }
        ddns-server = "localhost:%d"
        ddns-path = "/nic/update?hostname=%%h&myip=%%i"
        ddns-response = { "good", "nochg" }
        checkip-command = "/bin/echo %s"
    }
    """
        .formatted(
            setup.caFile(),
            setup.isEncrypted(),
            setup.password(),
            setup.hosts().stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
            setup.server().getPort(),
            setup.address());
  }
}
