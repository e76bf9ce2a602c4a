package io.github.dyn53.emulator.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class RealProgramTest {

  @TempDir Path folder;

  @Test
  void namesPackageOfMissingProgram() {
    boolean required = "1".equals(System.getenv("DYN53_REQUIRE_CLIENTS"));

    assertThatThrownBy(() -> RealProgram.require("no-such-client", "no-such-package"))
        .isInstanceOf(required ? AssertionFailedError.class : TestAbortedException.class)
        .hasMessageContaining("no-such-client is not installed (Debian package no-such-package)");
  }

  @Test
  void handsOnNothingOfItsOwnEnvironment() {
    var environment = RealProgram.require("env", "coreutils").run(folder, List.of());

    assertThat(environment.output().lines().map(line -> line.replaceFirst("=.*", "")))
        .containsExactlyInAnyOrder("PATH", "HOME", "LC_ALL");
  }

  @Test
  void endsWhatProgramHasStarted() {
    var shell = RealProgram.require("sh", "dash");
    Optional<ProcessHandle> child;
    try (var running = shell.start(folder, "", List.of("-c", "sleep 600 & echo $!; wait"))) {
      running.awaitOutput("\n", 1);
      child = ProcessHandle.of(Long.parseLong(running.output().strip()));
      assertThat(child).get().matches(ProcessHandle::isAlive);
    }

    assertThat(child.orElseThrow().onExit()).succeedsWithin(Duration.ofSeconds(10));
  }
}
