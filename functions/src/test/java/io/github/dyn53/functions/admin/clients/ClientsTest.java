package io.github.dyn53.functions.admin.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.access.Secret;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.functions.golden.GoldenHandler;
import io.github.dyn53.functions.golden.GoldenState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever enters what a text says is answered by the real front door as the client wants it. */
class ClientsTest {

  private static final Endpoint ENDPOINT = new Endpoint("https://ddns.example.com");
  private static final Hostname HOME = new Hostname("home.example.com");

  static List<Client> clients() {
    return Clients.all();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void clientIsAnsweredAsItWants(Client client) throws IOException {
    List<Sent> requests = requests(client);

    assertThat(requests).isNotEmpty();
    for (Sent sent : requests) {
      Map<String, Object> reply = new GoldenHandler().answer(sent.event(ENDPOINT.url()));
      assertThat(reply.get("statusCode")).as(sent.url() + " " + reply).isEqualTo(200);
      assertThat(String.valueOf(reply.get("body")))
          .as(sent.url())
          .matches(Pattern.compile(sent.success(), Pattern.DOTALL));
    }
  }

  private static List<Sent> requests(Client client) {
    return switch (client.purpose()) {
      case ADDRESS -> AddressRequests.of(client.name(), filled(client, "router"));
      case CERTIFICATE -> CertificateRequests.of(client.name(), filled(client, "proofs"));
    };
  }

  private static Text filled(Client client, String token) {
    Secret secret = GoldenState.secret(token);
    return new Text(client.configuration(new Setup(ENDPOINT, HOME, Optional.of(secret))));
  }

  @ParameterizedTest
  @MethodSource("clients")
  void everyPlaceIsFilled(Client client) {
    var setup = new Setup(ENDPOINT, HOME);

    assertThat(client.configuration(setup) + client.about(setup)).doesNotContainPattern("@[A-Z]+@");
    assertThat(client.configuration(setup)).endsWith("\n").contains("home.example.com");
  }

  @ParameterizedTest
  @MethodSource("clients")
  void theSecretStandsInOnePlace(Client client) {
    String secret = GoldenState.secret("router").value();

    assertThat(client.configuration(new Setup(ENDPOINT, HOME))).containsOnlyOnce("TOKEN");
    assertThat(filled(client, "router").whole()).containsOnlyOnce(secret).doesNotContain("TOKEN");
  }

  @ParameterizedTest
  @MethodSource("clients")
  void whatIsSaidToBeCheckedIs(Client client) {
    Optional<String> evidence =
        switch (client.checked()) {
          case Checked.Program(String file) -> Optional.of(file);
          case Checked.Recorded(String file) -> Optional.of(file);
          case Checked.ConfigurationOnly() -> Optional.empty();
        };

    assertThat(evidence.map(file -> Path.of("..", file)).stream()).allMatch(Files::isRegularFile);
  }

  /** A shell's own reading; nothing is carried out. */
  @ParameterizedTest
  @MethodSource("scripts")
  void shellCanReadItsScripts(Client client, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path script =
        Files.writeString(
            folder.resolve("script"), client.configuration(new Setup(ENDPOINT, HOME)));
    Process shell =
        new ProcessBuilder("sh", "-n", script.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();

    assertThat(shell.waitFor()).as(Files.readString(folder.resolve("output"))).isZero();
  }

  static Stream<Client> scripts() {
    return Clients.all().stream()
        .filter(client -> client.language().equals("sh") && !client.name().equals("curl"));
  }

  @Test
  void everyTextIsOfAClientThatIsNamed() throws IOException {
    Path folder = Path.of("src/main/resources/io/github/dyn53/functions/admin/clients");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Clients.names().stream().map(name -> name + ".txt").toList());
    }
    assertThat(Clients.named("../clients/curl")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://ddns.example.com, ddns.example.com",
    "https://ddns.example.com/, ddns.example.com",
    "http://127.0.0.1:8053, 127.0.0.1:8053",
    "http://[::1]:8053, [::1]:8053",
    "https://ddns.example.com/Prod, ",
    "ftp://ddns.example.com, ",
    "https://, ",
    "https://a b, "
  })
  void endpointIsAServerWithoutAPath(String url, String server) {
    assertThat(Endpoint.parse(url).map(Endpoint::server)).isEqualTo(Optional.ofNullable(server));
  }

  @Test
  void showsNoSecretByAccident() {
    Secret secret = GoldenState.secret("router");

    assertThat(new Setup(ENDPOINT, HOME, Optional.of(secret)).toString())
        .doesNotContain(secret.value());
  }
}
