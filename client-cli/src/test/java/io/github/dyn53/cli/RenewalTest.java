package io.github.dyn53.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.config.ConfigurationFile;
import io.github.dyn53.cli.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewalTest {

  @TempDir private Path folder = Path.of("");

  private Configuration configuration() {
    return ConfigurationFile.parse(
        "test",
        """
        endpoint = https://ddns.example.com
        token = abcdefghijklmnopqrstuvwxyz234567
        ca-file = %s
        host = home.example.com
        """
            .formatted(folder.resolve("ca.pem")));
  }

  @Test
  void noticesAnotherFileOfAuthorities() throws IOException {
    Path file = Files.writeString(folder.resolve("dyn53.conf"), "as it stands");
    Files.writeString(folder.resolve("ca.pem"), "one");
    var renewal = new Renewal(Optional.of(file), configuration(), this::configuration, Log.SILENT);
    assertThat(renewal.isThere()).isFalse();

    Files.writeString(folder.resolve("ca.pem"), "another");

    assertThat(renewal.isThere()).isTrue();
    assertThat(renewal.isThere()).isFalse();
  }
}
