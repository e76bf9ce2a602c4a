package io.github.dyn53.emulator;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param ports where to listen; 0 takes any free port
 * @param zones the hosted zones to create, lower-case and without the final dot; at least one
 * @param data where tables and zones are kept; empty keeps them in memory only
 * @param readyFile where to write the addresses once everything is up
 * @param route53Faults a file with the faults that the Route 53 endpoint is to play
 * @param functions where the functions run
 * @param dynamoDbFaults a file with the faults that the database is to play
 * @param sweepEvery how long to wait from one run of the sweep function to the next
 * @param outside who beside this machine may connect
 */
public record EmulatorOptions(
    Ports ports,
    List<String> zones,
    Optional<Path> data,
    Optional<Path> readyFile,
    Optional<Path> route53Faults,
    Functions functions,
    Optional<Path> dynamoDbFaults,
    Duration sweepEvery,
    Outside outside) {

  /** What is used where nothing else is asked for. */
  public static final EmulatorOptions DEFAULTS =
      new EmulatorOptions(
          new Ports(8080, 8443, 5353),
          List.of("dyn.test"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the list of zones. */
  public EmulatorOptions {
    zones = List.copyOf(zones);
  }

  /** With the functions inside the emulator. */
  public EmulatorOptions(
      Ports ports,
      List<String> zones,
      Optional<Path> data,
      Optional<Path> readyFile,
      Optional<Path> route53Faults) {
    this(ports, zones, data, readyFile, route53Faults, Functions.IN_PROCESS);
  }

  /** Without faults of the database, and with the schedule of the deployment. */
  public EmulatorOptions(
      Ports ports,
      List<String> zones,
      Optional<Path> data,
      Optional<Path> readyFile,
      Optional<Path> route53Faults,
      Functions functions) {
    this(
        ports,
        zones,
        data,
        readyFile,
        route53Faults,
        functions,
        Optional.empty(),
        Duration.ofMinutes(5));
  }

  /** For this machine alone. */
  public EmulatorOptions(
      Ports ports,
      List<String> zones,
      Optional<Path> data,
      Optional<Path> readyFile,
      Optional<Path> route53Faults,
      Functions functions,
      Optional<Path> dynamoDbFaults,
      Duration sweepEvery) {
    this(
        ports,
        zones,
        data,
        readyFile,
        route53Faults,
        functions,
        dynamoDbFaults,
        sweepEvery,
        Outside.NOBODY);
  }

  /** Where the functions run. */
  public enum Functions {
    /** In the emulator's own process: quick to start and easy to debug. */
    IN_PROCESS,
    /** In processes of their own, behind Lambda's runtime client. */
    PROCESS;

    /** As the command line has it: {@code in-process}, {@code process}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The ways for others to updates and DNS; the stand-ins for AWS are for this machine in any case.
   *
   * @param addresses of this machine, to listen at beside the loopback ones
   * @param names that the server's certificate gives, beside those addresses and localhost
   */
  public record Outside(List<InetAddress> addresses, List<String> names) {

    /** Only this machine can connect. */
    public static final Outside NOBODY = new Outside(List.of(), List.of());

    /** Copies both lists. */
    public Outside {
      addresses = List.copyOf(addresses);
      names = List.copyOf(names);
    }
  }

  /** Ports on the loopback addresses; {@code dns} is both UDP and TCP. */
  public record Ports(int http, int https, int dns) {}
}
