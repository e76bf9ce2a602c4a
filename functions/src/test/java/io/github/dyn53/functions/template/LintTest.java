package io.github.dyn53.functions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {

  @Test
  void cfnLintHasNothingToSay(@TempDir Path folder) throws Exception {
    var lint = Execution.of(folder, "cfn-lint", Template.FILE.toString());
    assumeTrue(lint.isPresent(), "cfn-lint is not installed, so the template goes unchecked by it");

    assertThat(lint.orElseThrow().output()).isEmpty();
    assertThat(lint.orElseThrow().exitCode()).as(lint.orElseThrow().errors()).isZero();
  }
}
