package io.github.dyn53.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.clients.RealProgram.Ended;
import io.github.dyn53.protocol.ReturnCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client must make of each reply, and what DNS must hold then, over HTTP and HTTPS. */
// Made before the emulator is: a missing client skips the whole class.
@TestInstance(Lifecycle.PER_CLASS)
abstract class UpdateClientContract {

  private static final String ADDRESS = "11.22.33.44";

  private LocalDyn53 dyn53;
  @TempDir Path folder;

  /**
   * What the client says of a reply.
   *
   * @param line what it prints for each host, of which {@code %1$s} is the name and {@code %2$s}
   *     the address; an empty one means that it prints nothing at all
   */
  record Told(int exitCode, String line) {}

  /** Runs the client once. */
  abstract Ended update(Setup setup);

  /** What it should say then. */
  abstract Told told(ReturnCode code);

  @BeforeAll
  void start(@TempDir Path emulatorFolder) {
    dyn53 = LocalDyn53.start(emulatorFolder);
  }

  @AfterAll
  void close() {
    dyn53.close();
  }

  @ParameterizedTest
  @EnumSource
  void publishesNewAddress(Transport transport) {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    update(transport, ReturnCode.GOOD, ADDRESS, host);
    assertThat(dyn53.lookUp(host, "A")).containsExactly(ADDRESS);

    update(transport, ReturnCode.GOOD, "11.22.33.55", host);
    assertThat(dyn53.lookUp(host, "A")).containsExactly("11.22.33.55");
  }

  @ParameterizedTest
  @EnumSource
  void leavesUnchangedAddress(Transport transport) {
    String host = dyn53.newHost(LocalDyn53.ZONE);
    update(transport, ReturnCode.GOOD, ADDRESS, host);

    update(transport, ReturnCode.NOCHG, ADDRESS, host);

    assertThat(dyn53.lookUp(host, "A")).containsExactly(ADDRESS);
  }

  @ParameterizedTest
  @EnumSource
  void refusesWrongPassword(Transport transport) {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    update(transport, ReturnCode.BADAUTH, "not-the-token", ADDRESS, List.of(host));

    assertThat(dyn53.lookUp(host, "A")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refusesUnknownHost(Transport transport) {
    String host = "unknown." + LocalDyn53.ZONE;

    update(transport, ReturnCode.NOHOST, ADDRESS, host);

    assertThat(dyn53.lookUp(host, "A")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void publishesTwoHosts(Transport transport) {
    String first = dyn53.newHost(LocalDyn53.ZONE);
    String second = dyn53.newHost(LocalDyn53.ZONE);

    update(transport, ReturnCode.GOOD, ADDRESS, first, second);

    assertThat(dyn53.lookUp(first, "A")).containsExactly(ADDRESS);
    assertThat(dyn53.lookUp(second, "A")).containsExactly(ADDRESS);
  }

  @ParameterizedTest
  @EnumSource
  void publishesIpv6Address(Transport transport) {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    update(transport, ReturnCode.GOOD, "2a00:1450:4001::1234", host);

    assertThat(dyn53.lookUp(host, "AAAA")).containsExactly("2a00:1450:4001::1234");
    assertThat(dyn53.lookUp(host, "A")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void reportsServerFault(Transport transport) {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    dyn53.beginTrouble();
    try {
      update(transport, ReturnCode.TROUBLE, ADDRESS, host);
    } finally {
      dyn53.endTrouble();
    }

    assertThat(dyn53.lookUp(host, "A")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refusesSpecialAddress(Transport transport) {
    String host = dyn53.newHost(LocalDyn53.ZONE);

    update(transport, ReturnCode.DNSERR, "192.168.1.20", host);

    assertThat(dyn53.lookUp(host, "A")).isEmpty();
  }

  private void update(Transport transport, ReturnCode expected, String address, String... hosts) {
    update(transport, expected, dyn53.token(), address, List.of(hosts));
  }

  private void update(
      Transport transport,
      ReturnCode expected,
      String password,
      String address,
      List<String> hosts) {
    Ended ended =
        update(
            new Setup(newFolder(), dyn53.at(transport), dyn53.caFile(), password, hosts, address));
    Told told = told(expected);
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(told.exitCode());
    assertThat(ended.output())
        .containsSubsequence(
            hosts.stream().map(host -> told.line().formatted(host, address)).toList());
    if (told.line().isEmpty()) {
      assertThat(ended.output()).isEmpty();
    }
  }

  /** One for each run: what a client keeps in its cache it does not send. */
  private Path newFolder() {
    try {
      return Files.createTempDirectory(folder, "client");
    } catch (IOException e) {
      throw new UncheckedIOException("could not make a folder in " + folder, e);
    }
  }
}
