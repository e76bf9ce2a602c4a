package io.github.dyn53.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BannerTest {

  @TempDir Path folder;

  @Test
  void printsCommandsToCopy() {
    var banner = new Banner(ready(), folder.resolve(".dyn53/curl.conf"), folder);

    assertThat(banner.text())
        .contains(
            "\n  curl -K .dyn53/curl.conf 'http://127.0.0.1:8080/nic/update?hostname=home.dyn.test")
        .contains(" --cacert .dyn53/ca.pem 'https://localhost:8443/nic/update?")
        .contains("\n  dig +short -p 5353 @127.0.0.1 home.dyn.test\n")
        .contains("\n  server=127.0.0.1:8080\n");
  }

  @Test
  void quotesPathsForShell() {
    var banner = new Banner(ready(), folder.resolve("it's here/curl.conf"), folder);

    assertThat(banner.text()).contains("curl -K 'it'\\''s here/curl.conf' ");
  }

  @Test
  void keepsTokenOutOfCommandLines() {
    String text = new Banner(ready(), folder.resolve("curl.conf"), folder).text();

    assertThat(text.lines().filter(line -> line.contains("s3cret")))
        .containsExactly("  password='s3cret'");
    assertThat(ready().toString()).doesNotContain("s3cret");
  }

  @Test
  void writesCredentialsForOwnerOnly() throws Exception {
    Path curlFile = folder.resolve("new/curl.conf");

    new Banner(ready(), curlFile, folder).writeCurlFile();

    assertThat(curlFile).hasContent("user = \"home.dyn.test:s3cret\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(curlFile)))
        .isEqualTo("rw-------");
  }

  @Test
  void writesReadyFileForOwnerOnly() throws Exception {
    Path file = folder.resolve("ready.json");

    ready().write(file);

    JsonNode json = new JsonMapper().readTree(file.toFile());
    assertThat(json.properties().stream().map(entry -> entry.getKey()))
        .containsExactly(
            "http", "https", "caFile", "dns", "route53", "lambda", "zones", "host", "token");
    assertThat(json.path("zones").toString()).isEqualTo("[{\"name\":\"dyn.test\",\"id\":\"Z1\"}]");
    assertThat(json.path("token").asText()).isEqualTo("s3cret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder)
        .isDirectoryContaining(it -> it.equals(file))
        .isDirectoryNotContaining("glob:**.new");
  }

  private ReadyFile ready() {
    return new ReadyFile(
        URI.create("http://127.0.0.1:8080"),
        URI.create("https://localhost:8443"),
        folder.resolve(".dyn53/ca.pem"),
        "127.0.0.1:5353",
        URI.create("http://127.0.0.1:4000"),
        URI.create("http://127.0.0.1:4001"),
        List.of(new ReadyFile.Zone("dyn.test", "Z1")),
        "home.dyn.test",
        "s3cret");
  }
}
