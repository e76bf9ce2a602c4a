package io.github.dyn53.cli.natlab;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.natlab.NatLab.Ran;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The home network, and what the packaged companion does in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NatLabIT {

  private @Nullable NatLab opened;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    opened = NatLab.open(folder.resolve("lab"));
  }

  @AfterAll
  void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  @BeforeEach
  void mend() {
    lab().mend();
  }

  private NatLab lab() {
    if (opened == null) {
      throw new IllegalStateException("the lab is not open");
    }
    return opened;
  }

  @Test
  void showsRouterToTheWorldAndNotTheHome() {
    assertThat(curl("-4")).isEqualTo(new Ran(0, NatLab.FIRST_ADDRESS));
    assertThat(curl("-6")).isEqualTo(new Ran(0, NatLab.FIRST_PREFIX + "::10"));

    lab().tell("cgnat", "on");

    assertThat(curl("-4")).isEqualTo(new Ran(0, "11.22.33.200"));
  }

  private Ran curl(String family) {
    return lab()
        .run(
            "exec",
            "home",
            "curl",
            "-sS",
            "--cacert",
            lab().caFile().toString(),
            family,
            "https://api.dyn.test/checkip");
  }
}
