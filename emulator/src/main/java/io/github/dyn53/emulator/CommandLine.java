package io.github.dyn53.emulator;

import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.emulator.EmulatorOptions.Functions;
import io.github.dyn53.emulator.EmulatorOptions.Outside;
import io.github.dyn53.emulator.EmulatorOptions.Ports;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was typed after {@code dyn53-local}. */
sealed interface CommandLine {

  /** Start with these options. */
  record Start(EmulatorOptions options) implements CommandLine {}

  /** Only say how the command is used. */
  record Help() implements CommandLine {}

  /** Not to be understood; {@code message} names the option and its value. */
  record Wrong(String message) implements CommandLine {}

  /** What {@code --help} prints. */
  String HELP =
      """
      Usage: dyn53-local [option]...
      Runs dyn53 on this machine, without an AWS account, until it is stopped (Ctrl-C).

      --http-port PORT       port for HTTP updates. Default: 8080
      --https-port PORT      port for HTTPS updates. Default: 8443
      --dns-port PORT        port of the DNS server, UDP and TCP. Default: 5353
      --zone NAME            hosted zone to serve; may be given several times. Default: dyn.test
      --data DIR             keep tables and zones in DIR. Default: forget them at the end
      --ready-file FILE      write addresses and a token to FILE, as JSON, once all is up
      --route53-faults FILE  let the Route 53 endpoint play the faults in FILE
      --dynamodb-faults FILE let the database play the faults in FILE
      --sweep-every SECONDS  wait between two runs of SweepFunction. Default: 300
      --functions WHERE      in-process: run the functions inside this program. Default
                             process: run them as Lambda does, in JVMs of their own (on Linux)
      --listen ADDRESS       let others connect for updates and DNS, at this address of this
                             machine; may be given several times
      --server-name NAME     name to add to the server's certificate; may be given several times
      -h, --help             print this text

      Port 0 takes any free port. Only this machine can connect, unless --listen says otherwise.
      """;

  /** Reads the arguments; an option given twice counts the last time, a list each time. */
  static CommandLine parse(List<String> arguments) {
    return new Parser(arguments).parse();
  }

  /** Takes one argument after the other. */
  final class Parser {

    private static final Set<String> SINGLE =
        Set.of(
            "--http-port",
            "--https-port",
            "--dns-port",
            "--data",
            "--ready-file",
            "--route53-faults",
            "--dynamodb-faults",
            "--sweep-every",
            "--functions");

    private static final Set<String> LISTS = Set.of("--zone", "--listen", "--server-name");

    /** RFC 1123 section 2.1, at least two labels: nobody serves a top-level domain. */
    private static final Pattern ZONE =
        Pattern.compile("(?=.{1,253}$)(_?[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{1,63}");

    private final Deque<String> rest;
    private final Map<String, String> given = new HashMap<>();
    private final List<String> zones = new ArrayList<>();
    private final List<InetAddress> addresses = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private Parser(List<String> arguments) {
      this.rest = new ArrayDeque<>(arguments);
    }

    private CommandLine parse() {
      try {
        while (!rest.isEmpty()) {
          String option = rest.remove();
          if (option.equals("--help") || option.equals("-h")) {
            return new Help();
          }
          take(option);
        }
        return new Start(options());
      } catch (IllegalArgumentException e) {
        return new Wrong(String.valueOf(e.getMessage()));
      }
    }

    private void take(String option) {
      if (!LISTS.contains(option) && !SINGLE.contains(option)) {
        throw new IllegalArgumentException("unknown option: %s".formatted(option));
      }
      String value = rest.poll();
      if (value == null || value.isEmpty()) {
        throw new IllegalArgumentException("no value given for %s".formatted(option));
      }
      switch (option) {
        case "--zone" -> zones.add(zone(value));
        case "--listen" -> addresses.add(address(value));
        case "--server-name" -> names.add(serverName(value));
        default -> given.put(option, value);
      }
    }

    private EmulatorOptions options() {
      Ports ports = EmulatorOptions.DEFAULTS.ports();
      return new EmulatorOptions(
          new Ports(
              port("--http-port", ports.http()),
              port("--https-port", ports.https()),
              port("--dns-port", ports.dns())),
          zones.isEmpty() ? EmulatorOptions.DEFAULTS.zones() : zones,
          path("--data"),
          path("--ready-file"),
          path("--route53-faults"),
          functions(),
          path("--dynamodb-faults"),
          sweepEvery(),
          new Outside(addresses, names));
    }

    private Duration sweepEvery() {
      String value = given.get("--sweep-every");
      if (value == null) {
        return EmulatorOptions.DEFAULTS.sweepEvery();
      }
      if (!value.matches("[1-9]\\d{0,5}")) {
        throw wrong("--sweep-every", value + " (takes seconds, from 1 to 999999)");
      }
      return Duration.ofSeconds(Long.parseLong(value));
    }

    private Functions functions() {
      String value = given.getOrDefault("--functions", EmulatorOptions.DEFAULTS.functions().text());
      return Stream.of(Functions.values())
          .filter(functions -> functions.text().equals(value))
          .findFirst()
          .orElseThrow(() -> wrong("--functions", value + " (takes in-process or process)"));
    }

    private int port(String option, int otherwise) {
      String value = given.get(option);
      if (value == null) {
        return otherwise;
      }
      if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
        throw wrong(option, value);
      }
      return Integer.parseInt(value);
    }

    private Optional<Path> path(String option) {
      String value = given.get(option);
      try {
        return Optional.ofNullable(value).map(Path::of);
      } catch (InvalidPathException e) {
        throw wrong(option, String.valueOf(value));
      }
    }

    private String zone(String value) {
      String name = value.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
      if (!ZONE.matcher(name).matches() || zones.contains(name)) {
        throw wrong("--zone", value + " (takes a name with a dot, and each name once)");
      }
      return name;
    }

    /** Never looks a name up. */
    private static InetAddress address(String value) {
      try {
        IpAddress address =
            IpAddress.parse(value)
                .orElseThrow(() -> wrong("--listen", value + " (takes an IPv4 or IPv6 address)"));
        return InetAddress.getByAddress(address.bytes());
      } catch (UnknownHostException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String serverName(String value) {
      String name = value.toLowerCase(Locale.ROOT);
      if (!ZONE.matcher(name).matches()) {
        throw wrong("--server-name", value + " (takes a name with a dot)");
      }
      return name;
    }

    private static IllegalArgumentException wrong(String option, String value) {
      return new IllegalArgumentException(
          "invalid value given for %s: %s".formatted(option, value));
    }
  }
}
