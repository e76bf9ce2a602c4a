package io.github.dyn53.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemProgramsTest {

  private final StringWriter said = new StringWriter();
  private final Programs programs = new SystemPrograms(Optional.of(new PrintWriter(said, true)));

  @Test
  void hearsWhatAProgramSaysAndHowItEnds() {
    int status = programs.run(List.of("sh", "-c", "echo one; echo two >&2; exit 3"));

    assertThat(status).isEqualTo(3);
    assertThat(said.toString().lines()).containsExactly("one", "two");
  }

  /** This build gives its tests a token. */
  @Test
  void keepsTheTokenToItself() {
    assertThat(System.getenv()).containsKeys("DYN53_TOKEN", "CREDENTIALS_DIRECTORY");

    programs.run(List.of("env"));

    assertThat(said.toString())
        .contains("PATH=")
        .doesNotContain("DYN53_TOKEN", "CREDENTIALS_DIRECTORY");
  }

  @Test
  void takesAMissingProgramForOneThatAShellDoesNotFind() {
    assertThat(programs.run(List.of("/no/such/program"))).isEqualTo(127);
    assertThat(said.toString().lines()).containsExactly("/no/such/program is not to be found here");
  }
}
